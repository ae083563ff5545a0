"""One part of a proposal: where it comes from, what can be changed, and what it becomes."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from ladder_desktop.blocks import widget
from ladder_desktop.errors import LadderError
from ladder_desktop.intake.proposal import KINDS, Source
from ladder_desktop.ui.pages import Page
from ladder_desktop.ui.templating.kind_names import KIND_NAMES
from ladder_desktop.ui.templating.proposal_edits import Place, ProposalEdits
from ladder_desktop.widgets.boxes import Column
from ladder_desktop.widgets.labels import Caption, Guidance, PageTitle, Trouble
from ladder_desktop.words import Words

SOON = 250  # milliseconds after a key until the preview follows


class ProposedPart(Page):
    """Shows the chosen section or block, and takes changes to it.

    Attributes:
        title: its title.
        kind: what a block becomes.
        shown: the preview of it.

    Signals:
        changed: its title or its kind was changed.
    """

    changed = Signal()

    def __init__(self, edits: ProposalEdits, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edits = edits
        self._words = words
        self._place: Place = (0, None)
        self.shown: QWidget | None = None
        self._timer = QTimer(self, interval=SOON, singleShot=True)
        self._timer.timeout.connect(self._show)
        self._build()

    def show_place(self, place: Place) -> None:
        """Show a section or a block."""
        self._place = place
        section, block = place
        part = self._edits.section(section) if block is None else self._edits.block(section, block)
        self.title.setText(part.title)
        self._source.setText(self._told(part.source))
        self._about_title.setText(
            self._words("Title of the tab") if block is None else self._words("Question or title")
        )
        self.title.setAccessibleName(self._about_title.text())
        for control in (self.kind, self._about_kind):
            control.setVisible(block is not None)
        if block is not None:
            self.kind.setCurrentIndex(KINDS.index(self._edits.block(section, block).kind))
        self._show()

    def _build(self) -> None:
        words = self._words
        column = self.column
        self._about_title, self._about_kind = Caption(), Caption(words("Kind"))
        self.title = QLineEdit()
        self.kind = QComboBox()
        self._about_kind.over(self.kind)
        for kind in KINDS:
            self.kind.addItem(words(KIND_NAMES[kind]))
        self._source = Guidance()
        for about, control in (self._about_title, self.title), (self._about_kind, self.kind):
            field = Column(gap=4)
            field.addWidget(about)
            field.addWidget(control)
            column.addLayout(field)
        column.addWidget(self._source)
        column.addWidget(Caption(words("As it will stand in the workbook")))
        self._preview = Column(gap=12)
        column.addLayout(self._preview)
        self._left_out = Guidance()
        column.addWidget(self._left_out)
        column.addStretch(1)
        self.title.textEdited.connect(self._on_title)
        self.kind.activated.connect(self._on_kind)

    def _on_title(self, text: str) -> None:
        self._edits.rename(self._place, text)
        self.changed.emit()
        self._timer.start()

    def _on_kind(self, index: int) -> None:
        self._edits.set_kind(self._place, KINDS[index])
        self.changed.emit()
        self._show()

    def _show(self) -> None:
        """Show what it becomes."""
        self._timer.stop()
        if self.shown:
            self._preview.removeWidget(self.shown)
            self.shown.hide()
            self.shown.deleteLater()
        self.shown = self._made()
        self._preview.addWidget(self.shown)
        number, place = self._place
        left_out = 0 if place is None else self._edits.left_out(number, place)
        told = self._words.plural("and {number} more", "and {number} more", left_out)
        self._left_out.setText(told if left_out else "")
        self._left_out.setVisible(left_out > 0)

    def _made(self) -> QWidget:
        number, place = self._place
        if place is None:
            return self._head(number)
        try:
            (block,) = self._edits.alone(number, place).blocks()
        except LadderError as error:
            return Trouble(error.worded(self._words))
        editor: QWidget = widget(block.kind)(block, self._words)
        return editor

    def _head(self, number: int) -> QWidget:
        section = self._edits.section(number)
        head = QWidget()
        column = Column(head, gap=12)
        column.addWidget(PageTitle(section.heading or section.title))
        if section.intro:
            column.addWidget(Guidance(section.intro))
        return head

    def _told(self, source: Source) -> str:
        if not source.number:
            return ""
        return self._words(
            "From paragraph or table {number} of the document: “{text}”",
            number=source.number,
            text=source.text,
        )
