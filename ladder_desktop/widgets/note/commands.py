"""Steps that can be undone."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtGui import QUndoCommand
from PySide6.QtWidgets import QWidget

from ladder_desktop.widgets.reveal import reveal

V = TypeVar("V")


class Step(QUndoCommand):
    """Something done, and its opposite.

    Attributes:
        control: what is brought into view when the step is undone or done again, if anything.
    """

    def __init__(
        self, do: Callable[[], None], undo: Callable[[], None], control: QWidget | None = None
    ) -> None:
        super().__init__()
        self._do = do
        self._undo = undo
        self.control = control
        self._is_new = True

    def redo(self) -> None:
        """Do it; the stack also calls this when the step is pushed."""
        self._do()
        if not self._is_new:
            self._show()
        self._is_new = False

    def undo(self) -> None:
        """Take it back."""
        self._undo()
        self._show()

    def _show(self) -> None:
        if self.control is not None:
            reveal(self.control)


def change(show: Callable[[V], None], before: V, after: V, control: QWidget | None = None) -> Step:
    """Return the step that gives a control another value: a tick, a rating, a day."""
    return Step(lambda: show(after), lambda: show(before), control)
