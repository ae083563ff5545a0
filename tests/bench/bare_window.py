"""A bare PySide6 window: the measure of what is possible. Prints when it was painted."""

import os
import sys
import time

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow

STAY = "--stay"


class Bare(QMainWindow):
    """A window with nothing in it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell the moment of the first paint, and leave unless asked to stay."""
        super().paintEvent(event)
        os.write(1, f"{time.time()}\n".encode())
        if STAY not in sys.argv:
            os._exit(0)


application = QApplication(sys.argv)
window = Bare()
window.resize(1180, 780)
window.show()
application.exec()
