"""A list of sources on screen: links to copy or scan, ticks, and notes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QWidget

from ladder_desktop.blocks.resources.model import (
    Resource,
    ResourceAnswer,
    Resources,
    ResourcesAnswer,
)
from ladder_desktop.widgets.block_editor import BlockEditor
from ladder_desktop.widgets.boxes import Column, Line
from ladder_desktop.widgets.card import ListCard
from ladder_desktop.widgets.labels import Body, Caption, Guidance
from ladder_desktop.widgets.note.commands import change
from ladder_desktop.widgets.note.link_tools import LinkTools
from ladder_desktop.widgets.note.note_editor import NoteEditor
from ladder_desktop.widgets.reveal import reveal
from ladder_desktop.widgets.tick_box import TickBox
from ladder_desktop.words import Words


class SourceEditor(QWidget):
    """One source.

    Attributes:
        tick: whether it was read.
        note: what one took from it.

    Signals:
        edited: tick or notes were changed.
    """

    edited = Signal()

    def __init__(
        self, item: Resource, words: Words, undo_stack: QUndoStack, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._undo_stack = undo_stack
        # Tab comes to things in the order in which they are made
        self.tick = TickBox(words("Read"), item.title, self)
        tools = LinkTools(words, item.title, item.url, self) if item.url is not None else None
        name = f"{item.title}: {words('What I took from it')}"
        self.note = NoteEditor(words, undo_stack, name, lines=1, parent=self)
        self._build(item, words, tools)
        self.tick.clicked.connect(self._on_ticked)
        self.note.edited.connect(self.edited)

    def load(self, answer: ResourceAnswer) -> None:
        """Show an answer."""
        self.tick.setChecked(answer.read)
        self.note.set_text(answer.notes)

    def answer(self) -> dict[str, bool | str]:
        """Return tick and notes."""
        return {"read": self.tick.isChecked(), "notes": self.note.text()}

    def _build(self, item: Resource, words: Words, tools: LinkTools | None) -> None:
        column = Column(self, gap=8)
        title = Column(gap=2)
        title.addWidget(Body(item.title, self))
        if item.publisher:
            title.addWidget(Guidance(item.publisher, self))
        line = Line(gap=12)
        line.addLayout(title, 1)
        line.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
        if tools is not None:
            column.addWidget(tools)
        taken = Column(gap=4)
        taken.addWidget(Caption(words("What I took from it"), self))
        taken.addWidget(self.note)
        column.addLayout(taken)

    def _on_ticked(self, ticked: bool) -> None:  # noqa: FBT001 - what the signal carries
        self._undo_stack.push(change(self._show_tick, not ticked, ticked, self.tick))

    def _show_tick(self, ticked: bool) -> None:  # noqa: FBT001 - a state
        self.tick.setChecked(ticked)
        self.edited.emit()


class ResourcesEditor(BlockEditor):
    """The editor of a list of sources.

    Attributes:
        sources: the editor of each source, by its id.
    """

    def __init__(self, block: Resources, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        card = ListCard(block.title, block.guidance, self)
        self.sources = {
            item.id: SourceEditor(item, words, self.undo_stack, card) for item in block.items
        }
        for source in self.sources.values():
            card.add(source)
            source.edited.connect(self.answered)
        self.column.addWidget(card)

    def load(self, answer: ResourcesAnswer) -> None:
        """Show an answer."""
        self.undo_stack.clear()
        for name, source in self.sources.items():
            source.load(answer[name])

    def answer(self) -> dict[str, dict[str, bool | str]]:
        """Return ticks and notes by the ids of the sources."""
        return {name: source.answer() for name, source in self.sources.items()}

    def show_item(self, item: str) -> None:
        """Put the focus on a source's tick."""
        source = self.sources.get(item) or next(iter(self.sources.values()))
        reveal(source.tick)


Editor = ResourcesEditor
