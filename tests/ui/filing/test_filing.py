"""Renaming, moving and copying the file of an open workbook, and closing in trouble."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from ladder_desktop.store.file import read
from ladder_desktop.ui.filing import closing
from ladder_desktop.ui.filing.name_dialog import NameDialog
from ladder_desktop.ui.main_window import MainWindow
from ladder_desktop.ui.menu_plan import Doers
from tests.ui.conftest import OpenWindow


def write(qtbot: QtBot, window: MainWindow, text: str) -> None:
    """Type into the box that has the focus and wait until it is saved."""
    view = window.view
    assert view is not None
    with qtbot.waitSignal(view.session.saved):
        qtbot.keyClicks(view.page().focusWidget(), text)


def rename(doers: Doers, name: str) -> None:
    """Answer the question for a new name."""
    doers.filing.rename()
    dialog = doers.window.findChild(NameDialog)
    assert dialog is not None
    dialog.name.setText(name)
    dialog.take.click()


def test_a_renamed_workbook_goes_on_being_saved(
    qtbot: QtBot, open_window: OpenWindow, file: Path
) -> None:
    """After renaming, the next keys are saved under the new name, and the old one is gone."""
    doers = open_window(file)
    write(qtbot, doers.window, "one ")

    rename(doers, "Ana / 2026")
    write(qtbot, doers.window, "two")

    renamed = file.with_name("Ana 2026.ladder")
    assert read(renamed).workbook.answers["job-satisfaction"] == "one two"
    assert not file.exists()
    assert doers.window.view is not None
    assert doers.window.view.header.file.text().startswith("Ana 2026 in ")


def test_a_name_that_is_taken_is_refused(qtbot: QtBot, open_window: OpenWindow, file: Path) -> None:
    """Another file of that name stays as it is, and so does the workbook."""
    other = file.with_name("other.ladder")
    other.write_bytes(b"mine")
    doers = open_window(file)

    rename(doers, "other")
    box = doers.window.findChild(QMessageBox)
    assert box is not None
    said = box.text()
    box.close()
    write(qtbot, doers.window, "still here")

    assert "already a file" in said
    assert other.read_bytes() == b"mine"
    assert read(file).workbook.answers["job-satisfaction"] == "still here"


def test_a_workbook_moves_to_another_folder(
    qtbot: QtBot, open_window: OpenWindow, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file goes to the chosen folder, and the list of recent workbooks follows."""
    folder = file.parent / "stick"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    doers = open_window(file)

    doers.filing.move()
    write(qtbot, doers.window, "moved")

    assert read(folder / file.name).workbook.answers["job-satisfaction"] == "moved"
    assert doers.window.program.settings.read().recent[0].path == str(folder / file.name)


def test_a_copy_holds_the_last_key(
    qtbot: QtBot, open_window: OpenWindow, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy has everything up to now, and the workbook stays open where it was."""
    copy = file.with_name("copy")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(copy), ""))
    doers = open_window(file)
    view = doers.window.view
    assert view is not None

    qtbot.keyClicks(view.page().focusWidget(), "just typed")
    doers.filing.save_copy()

    assert read(copy.with_suffix(".ladder")).workbook.answers["job-satisfaction"] == "just typed"
    assert view.session.path == file


def test_closing_closes_an_open_menu_first(
    qtbot: QtBot, open_window: OpenWindow, file: Path
) -> None:
    """At a logout one may be open: it gives the focus back while the window is there."""
    window = open_window(file).window
    menu = window.menus["file"]
    menu.popup(window.mapToGlobal(window.rect().center()))
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is menu)
    was_there: list[bool] = []
    menu.aboutToHide.connect(lambda: was_there.append(window.isVisible()))

    assert window.close()

    assert was_there == [True]
    assert QApplication.activePopupWidget() is None


def test_closing_asks_while_the_file_cant_be_written(
    qtbot: QtBot,
    open_window: OpenWindow,
    file: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """With the folder gone, closing keeps the window until the person decides."""
    doers = open_window(file)
    window, view = doers.window, doers.window.view
    assert view is not None
    qtbot.keyClicks(view.page().focusWidget(), "do not lose me")
    away = file.with_name("away.ladder")
    file.rename(away)
    asked: list[str] = []
    answers = iter([3, 1, 2])
    monkeypatch.setattr(closing, "PATIENCE", 0.2)

    def answer(_parent: object, _text: str, detail: str, _answers: list[str]) -> int:
        asked.append(detail)
        return next(answers)

    monkeypatch.setattr(closing, "ask", answer)
    copy = file.with_name("rescued.ladder")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(copy), ""))

    window.close()
    stayed = window.isVisible()
    window.close()

    assert stayed
    assert not window.isVisible()
    assert read(copy).workbook.answers["job-satisfaction"] == "do not lose me"
    assert any("notes.ladder" in detail for detail in asked)


def test_the_name_can_follow_the_details(qtbot: QtBot, open_window: OpenWindow, file: Path) -> None:
    """The details page offers a name made of template, person and date."""
    doers = open_window(file)
    doers.goto.details()
    name = QApplication.focusWidget()
    qtbot.keyClicks(name, "Ana")

    doers.filing.rename_after_details()
    dialog = doers.window.findChild(NameDialog)

    assert dialog is not None
    assert dialog.name.selectedText() == dialog.name.text()
    assert dialog.name.text() == "Career Growth Opportunities for Educators - Ana"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
