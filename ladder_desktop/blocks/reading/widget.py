"""A reading on screen: where to find the text, a tick, and notes on it."""

from PySide6.QtWidgets import QWidget

from ladder_desktop.blocks.reading.model import Reading, ReadingAnswer
from ladder_desktop.widgets.article import Article
from ladder_desktop.widgets.block_editor import BlockEditor
from ladder_desktop.widgets.boxes import Column
from ladder_desktop.widgets.card import Card
from ladder_desktop.widgets.labels import Body, Caption, Guidance, Title
from ladder_desktop.widgets.note.commands import change
from ladder_desktop.widgets.note.link_tools import LinkTools
from ladder_desktop.widgets.note.note_editor import NoteEditor
from ladder_desktop.widgets.reveal import reveal
from ladder_desktop.widgets.tick_box import TickBox
from ladder_desktop.words import Words


class ReadingEditor(BlockEditor):
    """The editor of a reading.

    Attributes:
        tick: whether it was read.
        note: what one took from it.
    """

    def __init__(self, block: Reading, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._card = Card(self)
        # Tab comes to things in the order in which they are made
        self._build_text(block)
        self.tick = TickBox(words("I have read it"), block.title, self._card)
        name = f"{block.title}: {words('What I took from it')}"
        self.note = NoteEditor(words, self.undo_stack, name, parent=self._card)
        self._build_answer()
        self.column.addWidget(self._card)
        self.tick.clicked.connect(self._on_ticked)
        self.note.edited.connect(self.answered)

    def load(self, answer: ReadingAnswer) -> None:
        """Show an answer."""
        self.undo_stack.clear()
        self.tick.setChecked(answer.read)
        self.note.set_text(answer.notes)

    def answer(self) -> dict[str, bool | str]:
        """Return tick and notes."""
        return {"read": self.tick.isChecked(), "notes": self.note.text()}

    def show_item(self, _item: str) -> None:
        """Put the focus on the tick."""
        reveal(self.tick)

    def _build_text(self, block: Reading) -> None:
        where = Column(gap=4)
        where.addWidget(Caption(self.words("To read"), self._card))
        where.addWidget(Title(block.title, self._card))
        if block.part:
            where.addWidget(Body(block.part, self._card))
        if block.publisher:
            where.addWidget(Guidance(block.publisher, self._card))
        self._card.column.addLayout(where)
        if block.guidance:
            self._card.column.addWidget(Guidance(block.guidance, self._card))
        if block.url is not None:
            self._card.column.addWidget(LinkTools(self.words, block.title, block.url, self._card))
        if block.article:
            self._card.column.addWidget(Article(block.article, block.title, self.words, self._card))

    def _build_answer(self) -> None:
        self._card.column.addWidget(self.tick)
        taken = Column(gap=4)
        taken.addWidget(Caption(self.words("What I took from it"), self._card))
        taken.addWidget(self.note)
        self._card.column.addLayout(taken)

    def _on_ticked(self, ticked: bool) -> None:  # noqa: FBT001 - what the signal carries
        self.undo_stack.push(change(self._show_tick, not ticked, ticked, self.tick))

    def _show_tick(self, ticked: bool) -> None:  # noqa: FBT001 - a state
        self.tick.setChecked(ticked)
        self.answered.emit()


Editor = ReadingEditor
