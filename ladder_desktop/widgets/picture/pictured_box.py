"""A box for text with pictures below it, as those see it who take care of the pictures."""

from collections.abc import Sequence

from PySide6.QtGui import QUndoStack

from ladder_desktop.widgets.note.growing_box import GrowingBox


class PicturedBox(GrowingBox):
    """A box whose text may end in pictures.

    Attributes:
        undo_stack: the block's; every edit becomes a step of it.
        shown: description and id of each picture below the text.
    """

    undo_stack: QUndoStack
    shown: tuple[tuple[str, str], ...]

    def set_shown(self, shown: Sequence[tuple[str, str]]) -> None:
        """Show other pictures below the text; that is an edit, and no step by itself."""
        raise NotImplementedError

    def take_text(self, text: str) -> None:
        """Insert what comes from elsewhere; if it is too long, say so instead."""
        raise NotImplementedError
