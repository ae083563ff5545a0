"""Moves through a table of 2,000 rows in the program's own window, in columns or as cards.

Prints, as JSON, in milliseconds: ``move`` from a key to the painting of the cell that it leads
to, ``type`` from a letter in an open cell to its painting, ``turn`` from one width of the window
to the painting in the other, in which columns become cards.
"""

import json
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ladder_desktop.ui.main_window import MainWindow
from ladder_desktop.widgets.grid.grid_editor import GridEditor
from tests.bench.typing_window import open_box, rest

SECTION, DUTIES = 3, 1
NARROW, WIDE, HEIGHT = 640, 1180, 780
STEPS = 60
Key = Qt.Key


class Painted(QObject):
    """Notices that something was painted."""

    def __init__(self, control: QWidget) -> None:
        super().__init__(control)
        self.happened = False
        self._control = control
        control.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note a paint event, and let it pass."""
        if event.type() == QEvent.Type.Paint:
            self.happened = True
        return False

    def wait(self) -> None:
        """Let everything happen that comes before the painting, and the painting itself."""
        while not self.happened:
            QApplication.processEvents()
        self._control.removeEventFilter(self)


def took(control: QWidget, do: Callable[[], object]) -> float:
    """Return how long something took until it was painted, in milliseconds."""
    painted = Painted(control)
    start = time.perf_counter()
    do()
    painted.wait()
    return (time.perf_counter() - start) * 1000


def measured(window: MainWindow, grid: GridEditor, width: int) -> dict[str, list[float]]:
    """Return what is measured at one width of the window."""
    window.resize(width, HEIGHT)
    rest()
    viewport = grid.view.viewport()
    grid.go_to(10, DUTIES)
    moves = [took(viewport, lambda: QTest.keyClick(grid.view, Key.Key_Down)) for _ in range(STEPS)]
    grid.go_to(1000, DUTIES)
    QTest.keyClick(grid.view, Key.Key_Return)
    rest()
    note = grid.delegate.note()
    assert note is not None
    types = [took(note.viewport(), lambda: QTest.keyClick(note, Key.Key_A)) for _ in range(STEPS)]
    QTest.keyClick(note, Key.Key_Escape)
    rest()
    other = WIDE if width == NARROW else NARROW
    turns = [took(viewport, partial(window.resize, wide, HEIGHT)) for wide in (other, width) * 5]
    return {"move": moves, "type": types, "turn": turns}


def main() -> None:
    """Open a workbook, use its table at both widths, and print the times."""
    window, _box = open_box(Path(sys.argv[1]))
    assert window.view is not None
    window.view.open_section(SECTION)
    rest()
    grid = window.view.page().findChildren(GridEditor)[0]
    times = {name: measured(window, grid, width) for name, width in WIDTHS.items()}
    sys.stdout.write(json.dumps(times))
    window.close()


WIDTHS = {"as cards": NARROW, "in columns": WIDE}

if __name__ == "__main__":
    main()
