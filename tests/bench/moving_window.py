"""Moves through the program's own window and prints, as JSON, how long it took to be painted.

``switch``: milliseconds from the key that opens a tab for the first time to its painting.
``resize``: milliseconds from another width of the window to the painting in it.
"""

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ladder_desktop.ui.main_window import MainWindow
from ladder_desktop.ui.pages import Page
from ladder_desktop.ui.workbook_view import WorkbookView
from tests.bench.typing_window import open_box, rest

WIDTHS = [*range(1170, 780, -10), *range(800, 1190, 10)]  # each another one
HEIGHT = 780


class Painted(QObject):
    """Notices that a page was painted."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.happened = False
        content = page.widget()  # covers the viewport, which is then never painted itself
        assert content is not None
        self._seen = content
        self._seen.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note a paint event, and let it pass."""
        if event.type() == QEvent.Type.Paint:
            self.happened = True
        return False

    def wait(self) -> None:
        """Let everything happen that comes before the painting, and the painting itself."""
        while not self.happened:
            QApplication.processEvents()
        self._seen.removeEventFilter(self)


def first_visits(window: MainWindow, view: WorkbookView) -> list[float]:
    """Return how long each tab but the first took to open by its key."""
    took = []
    for number in range(2, len(view.section_titles()) + 1):
        built: list[Painted] = []
        listening = view.page_built.connect(lambda page, into=built: into.append(Painted(page)))
        key = Qt.Key(Qt.Key.Key_0 + number)
        start = time.perf_counter()
        # the page may be painted before the key returns
        QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        built[0].wait()
        took.append((time.perf_counter() - start) * 1000)
        view.page_built.disconnect(listening)
        rest()
    return took


def resizes(window: MainWindow, view: WorkbookView) -> list[float]:
    """Return how long each step of a window that is drawn narrower and wider took."""
    took = []
    for width in WIDTHS:
        painted = Painted(view.page())
        start = time.perf_counter()
        window.resize(width, HEIGHT)
        painted.wait()
        took.append((time.perf_counter() - start) * 1000)
    return took


def main() -> None:
    """Open a workbook, go through its tabs, resize its window, and print the times."""
    window, _box = open_box(Path(sys.argv[1]))
    view = window.view
    assert view is not None
    times = {"switch": first_visits(window, view), "resize": resizes(window, view)}
    window.close()
    sys.stdout.write(json.dumps(times))


if __name__ == "__main__":
    main()
