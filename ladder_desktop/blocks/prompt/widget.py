"""A prompt on screen: the question, and a box under it."""

from PySide6.QtWidgets import QWidget

from ladder_desktop.blocks.prompt.model import Prompt
from ladder_desktop.widgets.block_editor import BlockEditor
from ladder_desktop.widgets.card import Card
from ladder_desktop.widgets.labels import Guidance, Question
from ladder_desktop.widgets.note.note_editor import NoteEditor
from ladder_desktop.widgets.reveal import reveal
from ladder_desktop.words import Words


class PromptEditor(BlockEditor):
    """The editor of a prompt.

    Attributes:
        note: the box for the answer.
    """

    def __init__(self, block: Prompt, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        card = Card(self)
        self.note = NoteEditor(
            words, self.undo_stack, block.question, placeholder=block.placeholder, parent=card
        )
        card.column.addWidget(Question(block.question, card))
        if block.guidance:
            card.column.addWidget(Guidance(block.guidance, card))
        card.column.addWidget(self.note)
        self.column.addWidget(card)
        self.note.edited.connect(self.answered)

    def load(self, answer: str) -> None:
        """Show an answer."""
        self.undo_stack.clear()
        self.note.set_text(answer)

    def answer(self) -> str:
        """Return the text."""
        return self.note.text()

    def show_item(self, _item: str) -> None:
        """Put the caret into the box."""
        reveal(self.note)


Editor = PromptEditor
