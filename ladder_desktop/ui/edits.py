"""What the Edit menu does to whatever has the focus."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit

from ladder_desktop.ui.main_window import MainWindow
from ladder_desktop.widgets.grid.grid_view import GridView


class Edits(QObject):
    """Undo, redo and the clipboard for the control that has the focus."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def undo(self) -> None:
        """Take back the newest step in the block, or in the line, that has the focus."""
        stack, line = self._stack(), _line()
        if stack:
            stack.undo()
        elif line:
            line.undo()

    def redo(self) -> None:
        """Do the step again that was taken back last."""
        stack, line = self._stack(), _line()
        if stack:
            stack.redo()
        elif line:
            line.redo()

    def cut(self) -> None:
        """Take the marked text into the clipboard."""
        _ask_focused("cut")

    def copy(self) -> None:
        """Copy the marked text to the clipboard."""
        _ask_focused("copy")

    def paste(self) -> None:
        """Put in what the clipboard holds."""
        _ask_focused("paste")

    def select_all(self) -> None:
        """Mark the whole text."""
        _ask_focused("selectAll")

    def can_undo(self) -> bool:
        """Tell whether there is something to take back."""
        stack, line = self._stack(), _line()
        return stack.canUndo() if stack else bool(line and line.isUndoAvailable())

    def can_redo(self) -> bool:
        """Tell whether there is something to do again."""
        stack, line = self._stack(), _line()
        return stack.canRedo() if stack else bool(line and line.isRedoAvailable())

    def is_in_text(self) -> bool:
        """Tell whether a text, or a table of texts, has the focus."""
        return isinstance(QApplication.focusWidget(), QPlainTextEdit | QLineEdit | GridView)

    def has_selection(self) -> bool:
        """Tell whether a text is marked, or a cell of a table chosen."""
        match QApplication.focusWidget():
            case GridView() as table:
                return bool(table.selectedIndexes())
            case QPlainTextEdit() as box:
                return box.textCursor().hasSelection()
            case QLineEdit() | QLabel() as line:
                return line.hasSelectedText()
        return False

    def _stack(self) -> QUndoStack | None:
        return self._window.view.undo_stack() if self._window.view else None


def _line() -> QLineEdit | None:
    focused = QApplication.focusWidget()
    return focused if isinstance(focused, QLineEdit) else None


def _ask_focused(wish: str) -> None:
    """Call one of the methods that Qt's text boxes share, and tables have, too."""
    focused = QApplication.focusWidget()
    if isinstance(focused, QPlainTextEdit | QLineEdit | GridView):
        do: Callable[[], None] = getattr(focused, wish)
        do()
