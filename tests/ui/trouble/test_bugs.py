"""What happens when the program makes a mistake."""

import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
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
