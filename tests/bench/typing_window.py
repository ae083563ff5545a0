"""Types into the program's own window and prints, as JSON, how long each key took.

``paint``: milliseconds from a key to the end of the painting that it caused.
``commit``: milliseconds from a key after a rest to the moment when it is in the file.
``misspelt``: how many words had a wavy line at last: nobody types `abcd abcd` rightly.
"""

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ladder_desktop.paths import user_places
from ladder_desktop.ui.app import make_program, start_application
from ladder_desktop.ui.completion import complete
from ladder_desktop.ui.main_window import MainWindow
from ladder_desktop.ui.opening import open_workbook
from ladder_desktop.widgets.note.note_editor import NoteEditor

REST_MS = 700  # longer than it takes until everything is saved

# keys between two pauses, after which typing goes on while spelling is being checked
STRETCH = 10
PAUSE_MS = 320
KEYS = (Qt.Key.Key_A, Qt.Key.Key_B, Qt.Key.Key_C, Qt.Key.Key_D, Qt.Key.Key_Space)


class Painted(QObject):
    """Notices that a box was painted."""

    def __init__(self, box: NoteEditor) -> None:
        super().__init__(box)
        self.happened = False
        box.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note a paint event, and let it pass."""
        if event.type() == QEvent.Type.Paint:
            self.happened = True
        return False


def open_box(file: Path) -> tuple[MainWindow, NoteEditor]:
    """Open the program's window on a file, and return it with its first box."""
    app = start_application(lambda: sys.exit("There is no display."))
    program = make_program(app, user_places())
    window = MainWindow(program)
    window.show_workbook(open_workbook(file, program.places.data))
    complete(app, window)
    window.show()
    QTest.qWaitForWindowExposed(window)
    rest()
    assert window.view is not None
    box = window.view.page().findChildren(NoteEditor)[0]
    box.setFocus()
    return window, box


def rest() -> None:
    """Let everything that is due happen."""
    loop = QEventLoop()
    QTimer.singleShot(REST_MS, loop.quit)
    loop.exec()


def warm_up(box: NoteEditor) -> None:
    """Have the dictionary loaded, which is done once, in the first pause."""
    QTest.keyClick(box, Qt.Key.Key_Space)
    rest()
    rest()


def key_to_paint(box: NoteEditor, keys: int) -> list[float]:
    """Return how long each of so many keys took until it was painted."""
    cursor = box.textCursor()
    cursor.setPosition(box.document().characterCount() // 2, QTextCursor.MoveMode.MoveAnchor)
    box.setTextCursor(cursor)
    QApplication.processEvents()
    painted = Painted(box)
    took = []
    for number in range(keys):
        painted.happened = False
        start = time.perf_counter()
        QTest.keyClick(box, KEYS[number % len(KEYS)])
        while not painted.happened:
            QApplication.processEvents()
        took.append((time.perf_counter() - start) * 1000)
        QTest.qWait(3 if number % STRETCH else PAUSE_MS)
    return took


def misspelt(box: NoteEditor) -> int:
    """Return how many words of a box have a wavy line."""
    return len(box.extraSelections())


def key_to_commit(window: MainWindow, box: NoteEditor, keys: int) -> list[float]:
    """Return how long each of so many keys, typed after a rest, took until it was in the file."""
    assert window.opened is not None
    took = []
    for _ in range(keys):
        rest()
        loop = QEventLoop()
        window.opened.session.saved.connect(loop.quit)
        start = time.perf_counter()
        QTest.keyClick(box, Qt.Key.Key_X)
        loop.exec()
        took.append((time.perf_counter() - start) * 1000)
    return took


def main() -> None:
    """Type as often as asked, and print the times."""
    file, keys, commits = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    window, box = open_box(file)
    warm_up(box)
    times: dict[str, list[float] | int] = {"paint": key_to_paint(box, keys)}
    rest()
    times["misspelt"] = misspelt(box)
    times["commit"] = key_to_commit(window, box, commits)
    window.close()
    sys.stdout.write(json.dumps(times))


if __name__ == "__main__":
    main()
