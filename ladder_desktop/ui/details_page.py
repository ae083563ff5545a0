"""The page where people say who they are, where, and in which workshop."""

import msgspec
from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from ladder_desktop.ui.choice import Choice
from ladder_desktop.ui.pages import Page
from ladder_desktop.ui.session import Session
from ladder_desktop.widgets.boxes import Column
from ladder_desktop.widgets.buttons import PrimaryButton, QuietButton
from ladder_desktop.widgets.card import Card
from ladder_desktop.widgets.grid.day_picker import DayPicker
from ladder_desktop.widgets.labels import Caption, Guidance, PageTitle
from ladder_desktop.widgets.scale import px
from ladder_desktop.widgets.wrapping import WrappingLine
from ladder_desktop.words import Words
from ladder_desktop.workbook.details import LABELS, LEVELS, Details

LONGEST = 200  # characters; these stand in one line of a page's head
HALVES = (("name", "role"), ("organization", "level"), ("workshop", "date"), ("facilitator",))


class DetailsPage(Page):
    """A form for the details; each change is saved like an answer.

    Signals:
        done: the person wants to go back to the questions.
        rename_asked: the person wants the file named after what is written here.
    """

    done = Signal()
    rename_asked = Signal()

    def __init__(self, session: Session, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._words = words
        self._fields: dict[str, QLineEdit] = {}
        self.setAccessibleName(words("Details"))
        self.column.addWidget(PageTitle(words("About this workbook")))
        self.column.addWidget(
            Guidance(words("This stands on the first page of the printed workbook."))
        )
        card = Card()
        card.column.addLayout(self._build_form())
        self.column.addWidget(card)
        self.column.addLayout(self._build_foot())
        self.column.addStretch(1)
        self.show_details(session.workbook.details)
        if session.read_only:
            card.setEnabled(False)

    def show_details(self, details: Details) -> None:
        """Show these details in the fields."""
        for name, field in self._fields.items():
            with QSignalBlocker(field):
                field.setText(getattr(details, name) or "")
                field.setCursorPosition(0)  # of a long text, its beginning is seen
        self._level.set_value(details.level)
        self._date.set_day(details.date)

    def _build_form(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(18))
        grid.setVerticalSpacing(px(18))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for row, names in enumerate(HALVES):
            for column, name in enumerate(names):
                grid.addLayout(self._build_field(name), row, column)
        return grid

    def _build_field(self, name: str) -> Column:
        label = self._words(LABELS[name])
        part = Column(gap=4)
        caption = Caption(label)
        part.addWidget(caption)
        if name == "level":
            names: dict[str, str] = {level: self._words(text) for level, text in LEVELS.items()}
            self._level = Choice(label, names, may_be_none=True)
            self._level.chosen.connect(self._on_edited)
            part.addWidget(self._level)
            note = self._words(
                "An LEA is a local education agency, such as a district. With “School”, practices "
                "for LEAs are folded away."
            )
            part.addWidget(Caption(note))
        elif name == "date":
            self._date = DayPicker(self._words, label)
            self._date.picked.connect(self._on_edited)
            part.addWidget(self._date)
        else:
            part.addWidget(self._build_line(name, label, caption))
        part.addStretch(1)
        return part

    def _build_line(self, name: str, label: str, caption: Caption) -> QLineEdit:
        field = QLineEdit(maxLength=LONGEST)
        field.setAccessibleName(label)
        field.textEdited.connect(self._on_edited)
        caption.setBuddy(field)
        self._fields[name] = field
        return field

    def _build_foot(self) -> WrappingLine:
        foot = WrappingLine(gap=12, at_start=True)
        done = PrimaryButton(self._words("Back to the questions"))
        done.clicked.connect(self.done)
        foot.addWidget(done)
        rename = QuietButton(self._words("Name the file after this"))
        rename.setEnabled(not self._session.read_only)
        rename.clicked.connect(self.rename_asked)
        foot.addWidget(rename)
        return foot

    def _on_edited(self) -> None:
        texts = {name: field.text() for name, field in self._fields.items()}
        level = next((level for level in LEVELS if level == self._level.value()), None)
        self._session.set_details(
            msgspec.structs.replace(
                self._session.workbook.details,
                **texts,
                date=self._date.day(),
                level=level,
            )
        )
