"""Has the status line tell how much is written where the focus is."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from ladder_desktop.ui.main_window import MainWindow


class CountingHere(QObject):
    """Follows the focus from answer to answer."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)
        self._on_focus()

    def _on_focus(self) -> None:
        # a menu, or a window over this one, takes nobody away from an answer
        if self._window.isActiveWindow() and self._window.view:
            self._window.status.show_here(self._window.view.focused_block())
