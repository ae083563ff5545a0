"""Takes everything apart in good order once the window is closed."""

import os
import threading
import time

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog

from ladder_desktop.ui.main_window import MainWindow

PATIENCE = 5.0  # seconds that something at work beside the window has to finish


def end(window: MainWindow) -> None:
    """Take a closed window apart while Qt is whole, and wait for what is at work beside it.

    Python and Qt end in an order of their own: a thread that is still busy with a picture then
    finds half of it gone, and the program ends with a crash. What does not even end in a while,
    such as a disk that does not answer, is left behind together with everything else.
    """
    for one in QApplication.topLevelWidgets():
        if isinstance(one, QDialog) and one.isVisible():
            one.done(QDialog.DialogCode.Rejected.value)  # some would rather stay while they work
    if focused := QApplication.focusWidget():
        focused.clearFocus()  # while those are whole who hear of it
    window.deleteLater()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)
    if not _have_ended(PATIENCE):
        os._exit(0)


def _have_ended(patience: float) -> bool:
    """Wait, at most so many seconds, for all other threads; tell whether they ended."""
    until = time.monotonic() + patience
    # Python ends without those that are daemons, which all of this program's are
    others = [one for one in threading.enumerate() if one is not threading.current_thread()]
    for one in others:
        one.join(max(0.0, until - time.monotonic()))
    return not any(one.is_alive() for one in others)
