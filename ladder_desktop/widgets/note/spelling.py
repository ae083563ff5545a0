"""What all have in common who keep what is misspelt."""

from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

Control = TypeVar("Control", bound=QWidget)


class Spelling(QObject, Generic[Control]):
    """Keeps the misspelt words of a control.

    Attributes:
        control: where they stand.

    Signals:
        typed: a text changed.
        moved: the caret is elsewhere, or other words are in view.
    """

    typed = Signal()
    moved = Signal()

    def __init__(self, control: Control) -> None:
        super().__init__(control)
        self.control = control
