"""Ends a window without losing a word: by its button, at logout, or by a signal."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from ladder_desktop.ui.dialogs import ask
from ladder_desktop.ui.filing.filing import Filing
from ladder_desktop.ui.main_window import MainWindow

PATIENCE = 5.0  # seconds that closing waits for a slow disk before it asks


class Closing(QObject):
    """Has everything saved before the window goes, and asks when that can't be done."""

    def __init__(self, window: MainWindow, filing: Filing) -> None:
        super().__init__(window)
        self._window = window
        self._filing = filing
        self._words = window.program.words
        self._is_asking = False
        window.closing.connect(self._on_closing)

    def save_now(self) -> None:
        """Save everything without a question: the system is about to end the program."""
        if self._window.opened:
            self._window.opened.session.settle(PATIENCE)

    def _on_closing(self) -> None:
        _close_menus()
        if self._is_asking:  # told to end once more: the question stands already
            self._window.keep_open()
            return
        opened = self._window.opened
        while opened and not opened.session.close(PATIENCE):
            match self._ask():
                case 0:
                    continue
                case 1:
                    self._filing.save_copy()
                case 2:
                    opened.session.abandon()
                    return
                case _:
                    self._window.keep_open()
                    return

    def _ask(self) -> int:
        opened = self._window.opened
        error = opened.session.error if opened else None
        words = self._words
        self._is_asking = True
        try:
            return ask(
                self._window,
                words("Your last changes are not in the file yet."),
                error.worded(words) if error else words("The disk is slow or not there."),
                [
                    words("Try again"),
                    words("Save a copy elsewhere…"),
                    words("Close and lose the last changes"),
                    words("Keep the window open"),
                ],
            )
        finally:
            self._is_asking = False


def _close_menus() -> None:
    """Close what has popped up: it would hide a question, and give the focus to what is gone."""
    while (popup := QApplication.activePopupWidget()) and popup.close():
        pass
