"""What happens when the program makes a mistake."""

import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from ladder_desktop.store.file import read
from tests.ui.conftest import OpenWindow


def stumble(secret: str) -> None:
    """Make a mistake whose message quotes an answer."""
    raise ValueError(secret)


def test_a_mistake_saves_first_and_is_told_once(
    qtbot: QtBot, open_window: OpenWindow, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One window says that the notes are safe, and they are; a second mistake adds none."""
    doers = open_window(file)
    assert doers.window.view is not None
    qtbot.keyClicks(doers.window.view.page().focusWidget(), "safe")
    try:
        stumble("x")
    except ValueError as error:
        mistake = error

    for _ in range(2):
        sys.excepthook(type(mistake), mistake, mistake.__traceback__)

    boxes = [box for box in doers.window.findChildren(QMessageBox) if box.isVisible()]
    texts = [box.informativeText() for box in boxes]
    for box in boxes:
        box.close()
    capsys.readouterr()
    assert len(texts) == 1
    assert "Your notes are safe" in texts[0]
    assert read(file).workbook.answers["job-satisfaction"] == "safe"


def test_a_mistake_on_a_thread_is_told_too(
    qtbot: QtBot, open_window: OpenWindow, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A thread that stumbles reaches the same window."""
    doers = open_window(file)

    thread = threading.Thread(target=stumble, args=("x",))
    thread.start()
    thread.join()

    qtbot.waitUntil(lambda: bool(doers.window.findChildren(QMessageBox)))
    for box in doers.window.findChildren(QMessageBox):
        box.close()
    capsys.readouterr()


def test_a_report_without_answers_is_kept(
    qtbot: QtBot, open_window: OpenWindow, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It lies in the data folder and names the kind of mistake and the places, not its message."""
    doers = open_window(file)
    try:
        stumble("my secret answer")
    except ValueError as error:
        mistake = error

    sys.excepthook(type(mistake), mistake, mistake.__traceback__)

    for box in doers.window.findChildren(QMessageBox):
        box.close()
    capsys.readouterr()
    (kept,) = (doers.window.program.places.data / "reports").iterdir()
    text = kept.read_text(encoding="utf-8")
    assert "ValueError" in text
    assert "in stumble" in text
    assert "secret" not in text


def boxes(window: QWidget) -> list[QMessageBox]:
    """Return the messages that are to be seen."""
    return [box for box in window.findChildren(QMessageBox) if box.isVisible()]


class Unpaintable(QWidget):
    """Makes a mistake whenever it is painted, with a painter in its hand."""

    times = 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Begin to paint, and stumble."""
        painter = QPainter(self)
        painter.save()
        self.times += 1
        stumble("x")


@pytest.mark.qt_log_ignore("Painter ended with 1 saved states")
def test_a_mistake_while_painting_is_told_once_and_nothing_is_left_half_painted(
    qtbot: QtBot, open_window: OpenWindow, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Qt warns of a painter that lives on, and ends the program when what it paints on goes."""
    window = open_window(file).window
    broken = Unpaintable(window)
    broken.resize(100, 100)
    broken.show()
    qtbot.waitUntil(lambda: len(boxes(window)) == 1)
    boxes(window)[0].accept()
    before = broken.times

    broken.update()
    qtbot.waitUntil(lambda: broken.times > before)

    again = boxes(window)
    broken.hide()
    broken.deleteLater()
    capsys.readouterr()
    reports = list((window.program.places.data / "reports").iterdir())
    assert again == []
    assert len(reports) == 1


def test_a_report_that_cannot_be_written_is_told(
    qtbot: QtBot,
    open_window: OpenWindow,
    file: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A sentence says so, and the window goes on."""
    window = open_window(file).window
    target = file.parent / "away" / "report.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    sys.excepthook(ValueError, ValueError(), None)
    (told,) = boxes(window)
    keep = next(button for button in told.buttons() if "report" in button.text())

    keep.click()

    qtbot.waitUntil(lambda: any(str(target.parent) in box.text() for box in boxes(window)))
    for box in boxes(window):
        box.close()
    capsys.readouterr()
