"""The context menu of a text box."""

from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QUndoStack
from PySide6.QtWidgets import QMenu, QPlainTextEdit

from ladder_desktop.words import Words

Key = QKeySequence.StandardKey


def note_menu(note: QPlainTextEdit, undo_stack: QUndoStack, words: Words) -> QMenu:
    """Return a menu with the usual entries for a text box, those that can be used enabled."""
    menu = QMenu(note)
    chosen = note.textCursor().hasSelection()
    editable = not note.isReadOnly()
    pasteable = editable and note.canPaste()

    def add(text: str, key: Key, do: Callable[[], object], *, enabled: bool) -> None:
        action = menu.addAction(text)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda _checked=False: do())
        action.setEnabled(enabled)

    add(words("&Undo"), Key.Undo, undo_stack.undo, enabled=undo_stack.canUndo())
    add(words("&Redo"), Key.Redo, undo_stack.redo, enabled=undo_stack.canRedo())
    menu.addSeparator()
    add(words("Cu&t"), Key.Cut, note.cut, enabled=chosen and editable)
    add(words("&Copy"), Key.Copy, note.copy, enabled=chosen)
    add(words("&Paste"), Key.Paste, note.paste, enabled=pasteable)
    delete = note.textCursor().removeSelectedText
    add(words("De&lete"), Key.Delete, delete, enabled=chosen and editable)
    menu.addSeparator()
    filled = not note.document().isEmpty()
    add(words("Select &all"), Key.SelectAll, note.selectAll, enabled=filled)
    return menu
