"""The small window that asks for the name of a moment."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from ladder_desktop.errors import N_
from ladder_desktop.ui.dialogs import fit_to_texts
from ladder_desktop.widgets.boxes import Column, Line
from ladder_desktop.widgets.buttons import PrimaryButton
from ladder_desktop.widgets.labels import Caption, Guidance, Title
from ladder_desktop.widgets.note.spelt_line import SpeltLine
from ladder_desktop.widgets.wrapping import WrappingLine
from ladder_desktop.words import Words

WIDTH = 560
LONGEST = 80  # characters
SUGGESTED = (N_("Start of the workshop"), N_("End of the day"), N_("90 days later"))


class MarkDialog(QDialog):
    """Asks what a moment is to be called; three names are one click away.

    Attributes:
        name: the line with the name.
        suggestions: buttons with names that fit most workshops.
        mark: does it.

    Signals:
        named: the moment is to be kept; carries its name.
    """

    named = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setWindowTitle(words("Mark this moment"))
        self._column = column = Column(self, gap=12, margins=(24, 24, 24, 24))
        column.addWidget(Title(words("Mark this moment")))
        column.addWidget(
            Guidance(
                words(
                    "Everything is kept as it is now, under a name, to look back at and to compare "
                    "ratings with later."
                )
            )
        )
        self.name = SpeltLine()
        self.name.setAccessibleName(words("Name of this moment"))
        self.name.setMaxLength(LONGEST)
        field = Column(gap=4)
        column.addLayout(field)
        field.addWidget(Caption(words("Name")))
        field.addWidget(self.name)
        self.suggestions = [self._suggestion(words(text)) for text in SUGGESTED]
        row = WrappingLine(at_start=True)
        for button in self.suggestions:
            row.addWidget(button)
        column.addLayout(row)
        self.mark = PrimaryButton(words("Mark it"))
        column.addLayout(self._build_foot())
        self.name.textChanged.connect(self._on_changed)
        self._on_changed()
        fit_to_texts(self, column, WIDTH)
        self.name.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the window, now that its parts have their fonts and margins."""
        super().showEvent(event)
        fit_to_texts(self, self._column, WIDTH)

    def _suggestion(self, text: str) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(lambda: self._suggest(text))
        return button

    def _suggest(self, text: str) -> None:
        self.name.setText(text)
        self.name.setFocus()

    def _build_foot(self) -> Line:
        foot = Line(gap=8)
        foot.addStretch(1)
        cancel = QPushButton(self._words("Cancel"))
        cancel.clicked.connect(self.reject)
        foot.addWidget(cancel)
        foot.addWidget(self.mark)
        self.mark.setDefault(True)
        self.mark.clicked.connect(self._mark)
        return foot

    def _on_changed(self) -> None:
        self.mark.setEnabled(bool(self.name.text().strip()))

    def _mark(self) -> None:
        self.accept()
        self.named.emit(self.name.text().strip())
