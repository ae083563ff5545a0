"""Checks at opening, backups, salvage, and finding workbooks again."""

import contextlib
import sqlite3
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ladder_desktop.errors import WorkbookFileError
from ladder_desktop.paths import Places
from ladder_desktop.store.backup import backups
from ladder_desktop.store.file import read
from ladder_desktop.store.making import create
from ladder_desktop.store.salvage import Salvaged, salvage
from ladder_desktop.ui.menu_plan import Doers
from ladder_desktop.ui.start_page.found_workbooks import FoundWorkbooks
from ladder_desktop.ui.trouble.damage import DamageDialog
from ladder_desktop.workbook.template import Template
from ladder_desktop.workbook.workbook import Workbook
from tests.ui.conftest import OpenWindow


def damaged(file: Path, workbook: Workbook) -> Path:
    """Return a file with answers in which one page of a long answer is gone."""
    file.unlink()
    create(file, workbook.with_answer("strongest", "strong " * 3000))
    data = bytearray(file.read_bytes())
    start = data.index(b"strong strong") // 4096 * 4096 + 4096  # and the answer goes on there
    data[start : start + 4096] = b"\xff" * 4096
    file.write_bytes(data)
    return file


def dialog(kind: type) -> DamageDialog:
    """Return the window about a damaged file."""
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind)]
    assert len(found) == 1
    assert isinstance(found[0], DamageDialog)
    return found[0]


def wait_for_backup(qtbot: QtBot, doers: Doers, places: Places, number: int) -> None:
    """Wait until there are so many backups."""
    assert doers.keeping.guardian is not None
    qtbot.waitUntil(lambda: len(backups(places.data)) == number, timeout=10_000)


def test_a_backup_is_kept_at_opening_when_something_changed(
    qtbot: QtBot, open_window: OpenWindow, file: Path, places: Places
) -> None:
    """The first opening keeps a copy, a second one without a change none."""
    doers = open_window(file)
    wait_for_backup(qtbot, doers, places, 1)
    doers.window.close()

    doers = open_window(file)
    assert doers.keeping.guardian is not None
    guardian = doers.keeping.guardian
    qtbot.waitUntil(lambda: guardian.rounds == 1)

    assert len(backups(places.data)) == 1


def test_backups_go_on_while_somebody_works(
    qtbot: QtBot,
    open_window: OpenWindow,
    file: Path,
    places: Places,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """After the interval, what was written since is copied."""
    monkeypatch.setattr("ladder_desktop.ui.trouble.guardian.BETWEEN_BACKUPS", 0.3)
    doers = open_window(file)
    wait_for_backup(qtbot, doers, places, 1)
    assert doers.window.view is not None

    qtbot.keyClicks(doers.window.view.page().focusWidget(), "copy me")
    wait_for_backup(qtbot, doers, places, 2)

    newest = backups(places.data)[0]
    assert read(newest.path).workbook.answers["job-satisfaction"] == "copy me"


def test_a_damaged_file_is_salvaged_beside_itself(
    open_window: OpenWindow, file: Path, empty_workbook: Workbook
) -> None:
    """One button makes a new workbook, names what is older in it, and the damaged file stays."""
    path = damaged(file, empty_workbook.with_answer("job-satisfaction", "I stay."))
    before = path.read_bytes()
    doers = open_window(None)

    doers.files.open(path)
    box = dialog(DamageDialog)
    box.salvage.click()
    said = box.missing.text()
    box.open_button.click()

    assert "As of " in said
    assert "strongest in you" in said
    assert path.read_bytes() == before
    assert doers.window.opened is not None
    session = doers.window.opened.session
    assert session.path == path.with_name("notes (what could be read).ladder")
    assert session.workbook.answers["job-satisfaction"] == "I stay."
    assert session.workbook.answers["strongest"] == "strong " * 3000


def test_what_can_be_read_goes_elsewhere_where_nothing_can_be_put_beside_it(
    open_window: OpenWindow,
    file: Path,
    empty_workbook: Workbook,
    places: Places,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """From a stick that is write-protected it goes where new workbooks are kept."""
    path = damaged(file, empty_workbook.with_answer("job-satisfaction", "I stay."))
    places.documents.mkdir()

    def protected(path: Path, target: Path, fallbacks: Sequence[Template] = ()) -> Salvaged:
        if target.parent == path.parent:
            raise WorkbookFileError("“{file}” can't be made.", file=target.name)
        return salvage(path, target, fallbacks)

    monkeypatch.setattr("ladder_desktop.ui.trouble.damage.salvage", protected)
    doers = open_window(None)

    doers.files.open(path)
    box = dialog(DamageDialog)
    box.salvage.click()
    said = box.title.text()
    box.open_button.click()

    assert str(places.documents) in said
    assert doers.window.opened is not None
    assert doers.window.opened.session.path.parent == places.documents
    assert doers.window.opened.session.workbook.answers["job-satisfaction"] == "I stay."


def test_lost_questions_are_borrowed_from_the_template_that_asks_the_same(
    open_window: OpenWindow, file: Path, empty_workbook: Workbook
) -> None:
    """Where a file's own questions are gone, a built-in template serves, and that is said."""
    file.unlink()
    create(file, empty_workbook.with_answer("job-satisfaction", "I stay."))
    with contextlib.closing(sqlite3.connect(file)) as conn:
        conn.execute("PRAGMA secure_delete = ON").fetchall()
        conn.execute("DELETE FROM texts WHERE name = '/template'")
        conn.execute("DELETE FROM versions WHERE name = '/template'")
        conn.commit()
        conn.execute("VACUUM")
    doers = open_window(None)

    doers.files.open(file)
    box = dialog(DamageDialog)
    box.salvage.click()
    said = box.missing.text()
    box.open_button.click()

    assert f"those of the template “{empty_workbook.template.title}” are taken" in said
    assert doers.window.opened is not None
    workbook = doers.window.opened.session.workbook
    assert workbook.template == empty_workbook.template
    assert workbook.answers["job-satisfaction"] == "I stay."


def test_workbooks_and_backups_are_found_and_brought_back(
    qtbot: QtBot,
    open_window: OpenWindow,
    empty_workbook: Workbook,
    places: Places,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A workbook that was deleted comes back from its backup."""
    monkeypatch.setattr(Path, "home", lambda: places.documents)
    places.documents.mkdir()
    path = places.documents / "lost.ladder"
    create(path, empty_workbook.with_answer("job-satisfaction", "Here I am."))
    doers = open_window(path)
    wait_for_backup(qtbot, doers, places, 1)
    doers.window.close()
    path.unlink()
    doers = open_window(None)

    doers.keeping.find()
    found = doers.window.findChild(FoundWorkbooks)
    assert found is not None
    qtbot.waitUntil(lambda: "found" in found.state.text(), timeout=10_000)
    last = found.list.count() - 1
    found.list.setCurrentRow(last)
    qtbot.keyClick(found.list, Qt.Key.Key_Return)

    assert doers.window.opened is not None
    assert doers.window.opened.session.path.parent == places.documents
    assert doers.window.opened.session.workbook.answers["job-satisfaction"] == "Here I am."
