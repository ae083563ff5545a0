"""Steps that can be undone."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtGui import QUndoCommand

V = TypeVar("V")


class Step(QUndoCommand):
    """Something done, and its opposite."""

    def __init__(self, do: Callable[[], None], undo: Callable[[], None]) -> None:
        super().__init__()
        self._do = do
        self._undo = undo

    def redo(self) -> None:
        """Do it; the stack also calls this when the step is pushed."""
        self._do()

    def undo(self) -> None:
        """Take it back."""
        self._undo()


def change(show: Callable[[V], None], before: V, after: V) -> Step:
    """Return the step that gives a control another value: a tick, a rating, a day."""
    return Step(lambda: show(after), lambda: show(before))
