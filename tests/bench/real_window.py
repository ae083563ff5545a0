"""The program itself, with a clock: prints when its first page was painted and a key would land.

With ``--type`` it then types a key, tells when that is saved, and stays, for its memory to be
measured. Nothing is imported here before the program would import it.
"""

import os
import sys
import time
from typing import Any

from ladder_desktop.ui.start import run

TYPE = "--type"


def watch(window: Any) -> None:
    """Tell the moment when this window was painted."""
    window.painted.connect(lambda: on_painted(window))


def on_painted(window: Any) -> None:
    """Tell the moment, if a visible box would take the next key; leave unless asked to type."""
    box = window.focusWidget()
    if box is None or not box.isVisible() or not hasattr(box, "toPlainText"):
        os.write(2, b"No box has the focus.\n")
        os._exit(1)
    os.write(1, f"{time.time()}\n".encode())
    if TYPE not in sys.argv:
        os._exit(0)
    window.opened.session.saved.connect(lambda _time: os.write(1, b"saved\n"))
    from PySide6.QtCore import QTimer  # noqa: PLC0415 - not before the program has it

    QTimer.singleShot(0, window, lambda: press(box))


def press(box: Any) -> None:
    """Send one key to a box."""
    from PySide6.QtCore import QCoreApplication, QEvent, Qt  # noqa: PLC0415 - see above
    from PySide6.QtGui import QKeyEvent  # noqa: PLC0415

    none = Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(box, QKeyEvent(kind, Qt.Key.Key_A, none, "a"))


if __name__ == "__main__":
    sys.exit(run([sys.argv[1]], on_window=watch))
