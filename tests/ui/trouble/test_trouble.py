"""Trouble with the file while somebody writes."""

import os
import stat
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from ladder_desktop.paths import Places
from ladder_desktop.store.file import read
from ladder_desktop.store.rescue import find_rescue
from ladder_desktop.ui.banner import Banner
from ladder_desktop.ui.menu_plan import Doers
from ladder_desktop.ui.session import Saving
from tests.ui.conftest import OpenWindow

BLOCK = "job-satisfaction"


def line(doers: Doers) -> Banner:
    """Return the line that tells of trouble."""
    assert doers.keeping.trouble is not None
    return doers.keeping.trouble.banner


def write(qtbot: QtBot, doers: Doers, text: str) -> None:
    """Type into the box that has the focus."""
    assert doers.window.view is not None
    qtbot.keyClicks(doers.window.view.page().focusWidget(), text)


def button(doers: Doers, text: str) -> QPushButton:
    """Return a button of the line."""
    return next(one for one in line(doers).findChildren(QPushButton) if text in one.text())


def test_a_stick_that_is_pulled_out_loses_nothing(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path, file: Path, places: Places
) -> None:
    """One line says what is wrong; what is typed is rescued, and put back when the stick is."""
    stick = tmp_path / "stick"
    stick.mkdir()
    path = file.rename(stick / file.name)
    doers = open_window(path)
    session = doers.window.opened.session if doers.window.opened else None
    assert session is not None
    with qtbot.waitSignal(session.saved):
        write(qtbot, doers, "before ")

    away = stick.rename(tmp_path / "away")
    write(qtbot, doers, "during")
    qtbot.waitUntil(line(doers).isVisible)
    said = line(doers).text.text()
    qtbot.waitUntil(lambda: find_rescue(path, places.data) is not None)
    rescued = find_rescue(path, places.data)
    boxes = doers.window.findChildren(QMessageBox)
    away.rename(stick)
    qtbot.waitUntil(line(doers).isHidden, timeout=10_000)

    assert "not there any more" in said
    assert "What you write is kept" in said
    assert rescued is not None
    assert rescued.changed[BLOCK] == '"before during"'
    assert boxes == []
    assert session.saving is Saving.SAVED
    assert read(path).workbook.answers[BLOCK] == "before during"
    assert find_rescue(path, places.data) is None


def test_trying_again_by_hand_is_at_once(qtbot: QtBot, open_window: OpenWindow, file: Path) -> None:
    """The button saves as soon as the file is back, without waiting for the next try."""
    doers = open_window(file)
    away = file.rename(file.with_name("away"))
    write(qtbot, doers, "again")
    qtbot.waitUntil(line(doers).isVisible)
    away.rename(file)

    button(doers, "Try again").click()

    qtbot.waitUntil(line(doers).isHidden)
    assert read(file).workbook.answers[BLOCK] == "again"


def test_a_copy_elsewhere_is_gone_on_with(
    qtbot: QtBot,
    open_window: OpenWindow,
    file: Path,
    monkeypatch: pytest.MonkeyPatch,
    places: Places,
) -> None:
    """It holds everything, the next keys go into it, and nothing is left to rescue."""
    doers = open_window(file)
    file.unlink()
    write(qtbot, doers, "moved ")
    qtbot.waitUntil(line(doers).isVisible)
    copy = file.with_name("copy.ladder")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(copy), ""))
    monkeypatch.setattr("ladder_desktop.ui.filing.filing.PATIENCE", 0.2)

    button(doers, "Save a copy").click()
    write(qtbot, doers, "on")
    doers.window.close()

    assert line(doers).isHidden()
    assert read(copy).workbook.answers[BLOCK] == "moved on"
    assert find_rescue(file, places.data) is None


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_permission_that_is_taken_away_is_named(
    qtbot: QtBot, open_window: OpenWindow, file: Path
) -> None:
    """A folder that may no longer be written to is told, and saving goes on once it may."""
    doers = open_window(file)
    file.parent.chmod(stat.S_IRUSR | stat.S_IXUSR)
    write(qtbot, doers, "kept")
    qtbot.waitUntil(line(doers).isVisible)

    file.parent.chmod(stat.S_IRWXU)
    qtbot.waitUntil(line(doers).isHidden, timeout=10_000)

    assert read(file).workbook.answers[BLOCK] == "kept"
