"""The context menu of a text box."""

from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QMenu, QPlainTextEdit

from ladder_desktop.widgets.edit_menu import EditMenu, Key
from ladder_desktop.words import Words


def note_menu(note: QPlainTextEdit, undo_stack: QUndoStack, words: Words) -> QMenu:
    """Return a menu with the usual entries for a text box, those that can be used enabled."""
    menu = EditMenu(note, undo_stack, words)
    add = menu.add
    chosen = note.textCursor().hasSelection()
    editable = not note.isReadOnly()
    pasteable = editable and note.canPaste()
    add(words("Cu&t"), Key.Cut, note.cut, enabled=chosen and editable)
    add(words("&Copy"), Key.Copy, note.copy, enabled=chosen)
    add(words("&Paste"), Key.Paste, note.paste, enabled=pasteable)
    delete = note.textCursor().removeSelectedText
    add(words("De&lete"), Key.Delete, delete, enabled=chosen and editable)
    menu.addSeparator()
    filled = not note.document().isEmpty()
    add(words("Select &all"), Key.SelectAll, note.selectAll, enabled=filled)
    return menu
