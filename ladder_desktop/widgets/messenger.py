"""What threads tell the window's thread."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, SignalInstance
from shiboken6 import isValid


class Messenger:
    """Has something done on the window's thread, whichever thread calls it, and returns at once.

    A thread may hold it, and call it, longer than there is anybody to hear. What is told of one
    thing after the other is heard in that order, also through several messengers.
    """

    def __init__(self, hear: Callable[..., object] | SignalInstance) -> None:
        """Begin on the window's thread.

        Args:
            hear: a method of a QObject, or a signal; nothing is heard once that object is gone. It
                takes what is told, at most two things.
        """
        # with a parent, it never ends with its last holder on another thread, where it may not
        self._line = _Line(QCoreApplication.instance())
        self._line.spoken.connect(hear, Qt.ConnectionType.QueuedConnection)

    def __call__(self, first: object = None, second: object = None) -> None:
        """Tell it."""
        if isValid(self._line):  # else the program ends
            self._line.spoken.emit(first, second)

    def __del__(self) -> None:
        """Have the line end on the window's thread."""
        if isValid(self._line):
            self._line.deleteLater()


class _Line(QObject):
    spoken = Signal(object, object)
