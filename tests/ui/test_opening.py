"""Opening files: good ones, bad ones, and one that is open already."""

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QApplication, QMessageBox, QPlainTextEdit
from pytestqt.qtbot import QtBot

from ladder_desktop.paths import Places
from ladder_desktop.store import claimed
from ladder_desktop.store.faults import TakenError
from ladder_desktop.store.file import read
from ladder_desktop.store.lock import call_to_front, take
from ladder_desktop.store.owner import this_session, write_owner
from ladder_desktop.ui import front
from ladder_desktop.ui.front import Front
from ladder_desktop.ui.opening import Opened, open_workbook
from ladder_desktop.ui.settings.program import Program
from ladder_desktop.ui.trouble.damage import DamageDialog
from ladder_desktop.ui.workbook_view import WorkbookView
from ladder_desktop.widgets.note.note_editor import NoteEditor
from tests.ui.conftest import OpenWindow
from tests.ui.dropping import drop


def make_nothing(_path: Path) -> None:
    """Leave the place empty."""


def make_folder(path: Path) -> None:
    """Make a folder that is called like a workbook."""
    path.mkdir()


def make_empty(path: Path) -> None:
    """Make a file with nothing in it."""
    path.touch()


def make_text(path: Path) -> None:
    """Make a text file."""
    path.write_text("These are my notes. " * 100)


def make_other(path: Path) -> None:
    """Make another program's SQLite file."""
    with sqlite3.connect(path) as conn:
        conn.execute("CREATE TABLE birds (name TEXT)")
    conn.close()


BAD = {
    "missing": (make_nothing, "There is no file"),
    "folder": (make_folder, "is a folder"),
    "empty": (make_empty, "is empty"),
    "text": (make_text, "not a workbook"),
    "other": (make_other, "not a workbook"),
}


def messages() -> list[str]:
    """Return what the message windows say."""
    windows = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    boxes = [one.text() for one in windows if isinstance(one, QMessageBox)]
    return boxes + [one.title.text() for one in windows if isinstance(one, DamageDialog)]


def close_messages() -> None:
    """Close every message window."""
    for one in QApplication.topLevelWidgets():
        if isinstance(one, QMessageBox | DamageDialog):
            one.close()


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_gives_a_sentence_and_stays_as_it_was(
    open_window: OpenWindow, tmp_path: Path, name: str
) -> None:
    """Whatever is opened that is no workbook, one sentence says so, and nothing is changed."""
    make, expected = BAD[name]
    path = tmp_path / "bad.ladder"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    doers = open_window(None)

    doers.files.open(path)

    said = messages()
    close_messages()
    assert len(said) == 1
    assert expected in said[0]
    assert "bad.ladder" in said[0]
    assert doers.window.opened is None
    assert (path.read_bytes() if path.is_file() else None) == before


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda data: data[: len(data) // 2], "damaged"),
        (lambda data: data[:60] + b"\x00\x00\x00\x63" + data[64:], "newer"),
    ],
    ids=["cut", "newer"],
)
def test_a_damaged_or_newer_file_gives_a_sentence_and_stays_as_it_was(
    open_window: OpenWindow, file: Path, change: Callable[[bytes], bytes], expected: str
) -> None:
    """A file that can't be trusted, or is ahead of the program, is named as such and kept."""
    changed = change(file.read_bytes())
    file.write_bytes(changed)
    doers = open_window(None)

    doers.files.open(file)

    said = messages()
    close_messages()
    assert len(said) == 1
    assert expected in said[0]
    assert file.read_bytes() == changed


def test_a_file_that_cant_be_changed_opens_for_reading(
    qtbot: QtBot, open_window: OpenWindow, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is shown with a banner; keys change nothing, and nothing is written."""
    monkeypatch.setattr(
        claimed, "read", lambda path: msgspec.structs.replace(read(path), read_only=True)
    )
    before = file.read_bytes()

    doers = open_window(file)
    view = doers.window.view
    assert view is not None
    box = view.page().findChildren(QPlainTextEdit)[0]
    qtbot.keyClicks(box, "abc")
    doers.window.close()

    assert "open for reading" in view.banner.text.text()
    assert not view.banner.isHidden()
    assert box.toPlainText() == ""
    assert doers.window.status.saving.text() == "For reading only"
    assert file.read_bytes() == before


def test_a_workbook_that_is_open_is_called_to_the_front(
    qtbot: QtBot, open_window: OpenWindow, file: Path, program: Program
) -> None:
    """A second start finds the file taken, calls, and the first window comes to the front."""
    doers = open_window(file)
    watching = doers.window.findChild(Front)
    assert watching is not None

    with pytest.raises(TakenError):
        open_workbook(file, program.places.data)
    with qtbot.waitSignal(watching.called):
        call_to_front(file, program.places.data)


def test_a_window_that_is_called_leaves_the_task_bar(qtbot: QtBot, open_window: OpenWindow) -> None:
    """A minimised window is shown again."""
    window = open_window(None).window
    window.showMinimized()

    front.bring_to_front(window)

    qtbot.waitUntil(lambda: not window.isMinimized())


def test_closing_lets_others_have_the_file(
    open_window: OpenWindow, file: Path, places: Places
) -> None:
    """When the window is closed, the file can be claimed again."""
    doers = open_window(file)

    doers.window.close()

    take(file, places.data).release()


def test_another_workbook_gets_a_window_of_its_own(
    open_window: OpenWindow, file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """While a workbook is open, opening another one starts the program once more on it."""
    started: list[Path | None] = []

    def note(path: Path | None) -> bool:
        started.append(path)
        return True

    monkeypatch.setattr("ladder_desktop.ui.files.start_window", note)
    doers = open_window(file)

    doers.files.open(tmp_path / "other.ladder")
    doers.files.open(file)

    assert started == [tmp_path / "other.ladder"]


@pytest.mark.parametrize(
    "keys", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier]
)
def test_a_dropped_workbook_is_opened(
    open_window: OpenWindow, file: Path, keys: Qt.KeyboardModifier
) -> None:
    """A file dropped on the start page opens there, and is not moved, which Shift asks for."""
    doers = open_window(None)

    welcome = drop(doers, file, keys)

    assert welcome
    assert isinstance(doers.window.page, WorkbookView)
    assert isinstance(doers.window.opened, Opened)


def test_an_answer_leaves_dropped_files_to_the_window(open_window: OpenWindow, file: Path) -> None:
    """A file dropped on a box is not written into the answer as a path."""
    view = open_window(file).window.view
    assert view is not None
    box = view.page().findChildren(NoteEditor)[0]
    files, text = QMimeData(), QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(file))])
    text.setText("words")

    assert not box.canInsertFromMimeData(files)
    assert box.canInsertFromMimeData(text)


@pytest.mark.parametrize(
    ("name", "said"), [("notes", "ended unexpectedly"), ("copy", "copied or taken away while")]
)
def test_a_file_that_was_not_closed_says_what_is_there(
    open_window: OpenWindow, file: Path, tmp_path: Path, name: str, said: str
) -> None:
    """A crash is told from a copy that was made while the workbook was open."""
    with sqlite3.connect(file) as conn:
        owner = write_owner(this_session(file))
        conn.execute("UPDATE state SET owner = ?", (owner,))
    conn.close()
    shutil.copyfile(file, tmp_path / "copy.ladder")

    view = open_window(tmp_path / f"{name}.ladder").window.view

    assert view is not None
    assert said in view.banner.text.text()
