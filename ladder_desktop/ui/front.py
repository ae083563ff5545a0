"""Brings the window to the front when the program is started again on the same workbook."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget


class Front(QObject):
    """Watches the file that a second start touches.

    Signals:
        called: another process asks for the window.
    """

    called = Signal()

    def __init__(self, file: Path, window: QWidget) -> None:
        super().__init__(window)
        self._watcher = QFileSystemWatcher([str(file)], self)
        self._watcher.fileChanged.connect(lambda _path: self.called.emit())
        self.called.connect(lambda: bring_to_front(window))


def bring_to_front(window: QWidget) -> None:
    """Show a window over all others, also from the task bar."""
    window.setWindowState(
        (window.windowState() & ~Qt.WindowState.WindowMinimized) | Qt.WindowState.WindowActive
    )
    window.raise_()
    window.activateWindow()
