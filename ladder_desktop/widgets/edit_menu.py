"""The menu of what can be done to what is written."""

from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QUndoStack
from PySide6.QtWidgets import QMenu, QWidget

from ladder_desktop.words import Words

Key = QKeySequence.StandardKey


class EditMenu(QMenu):
    """A menu that begins with undoing; what is done by key is told by its lines."""

    def __init__(self, control: QWidget, undo_stack: QUndoStack, words: Words) -> None:
        super().__init__(control)
        self.add(words("&Undo"), Key.Undo, undo_stack.undo, enabled=undo_stack.canUndo())
        self.add(words("&Redo"), Key.Redo, undo_stack.redo, enabled=undo_stack.canRedo())
        self.addSeparator()

    def add(
        self, text: str, key: Key | str | None, do: Callable[[], object], *, enabled: bool = True
    ) -> None:
        """Add a line; its key, if any, is handled elsewhere."""
        action = self.addAction(text)
        if key is not None:
            action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda _checked=False: do())
        action.setEnabled(enabled)
