"""Backup copies are made when something changed, kept for a month, and small."""

import datetime
import sqlite3
from pathlib import Path

import pytest

from ladder_desktop.errors import WorkbookFileError
from ladder_desktop.store import backup
from ladder_desktop.store.backup import backups, bring_back, keep_backup
from ladder_desktop.store.file import read
from ladder_desktop.store.finding import find_workbooks
from ladder_desktop.store.making import create
from ladder_desktop.store.writer import Changes, Writer
from ladder_desktop.workbook.workbook import Workbook
from tests.store.conftest import names

NOW = datetime.datetime(2026, 11, 21, 12, tzinfo=datetime.UTC)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a data folder."""
    return tmp_path / "data"


def _touch(path: Path, number: int) -> None:
    """Make a file look as if something was saved."""
    with sqlite3.connect(path) as conn:
        conn.execute("UPDATE state SET last_commit = ?", (f"{number:016x}",))
    conn.close()


def _picture(path: Path, content: bytes) -> None:
    with sqlite3.connect(path) as conn:
        row = (f"p{len(content)}", "image/png", len(content), content)
        conn.execute("INSERT INTO pictures VALUES (?, ?, ?, ?)", row)
    conn.close()


def test_copy(path: Path, data: Path, workbook: Workbook) -> None:
    """A backup copy is a workbook file of the same state; no second one without a change."""
    kept = keep_backup(path, data, NOW)

    assert kept is not None
    assert (kept.workbook, kept.made) == (workbook.identity, NOW)
    assert read(kept.path).workbook == workbook
    assert keep_backup(path, data, NOW + datetime.timedelta(minutes=30)) is None
    assert backups(data, workbook.identity) == [kept]


def test_while_it_is_written(path: Path, data: Path, writer: Writer) -> None:
    """An open workbook is copied as it was saved last."""
    writer.submit(Changes({"how": "So."}))
    writer.flush(20)

    kept = keep_backup(path, data)

    assert kept is not None
    assert read(kept.path).workbook.answers["how"] == "So."
    writer.submit(Changes({"how": "Or so."}))
    assert writer.flush(20)


def test_thinned(path: Path, data: Path) -> None:
    """The last ten stay, and the last one of each day for thirty days."""
    start = NOW - datetime.timedelta(days=40)
    for number in range(40 * 2):
        _touch(path, number)
        keep_backup(path, data, start + datetime.timedelta(hours=12 * number))

    kept = [copy.made for copy in backups(data)]

    newest = [start + datetime.timedelta(hours=12 * number) for number in range(79, 69, -1)]
    assert kept[:10] == newest
    assert len({made.date() for made in kept[10:]}) == len(kept[10:])
    assert kept[-1] >= kept[0] - datetime.timedelta(days=30)
    assert 33 <= len(kept) <= 41


def test_budget(path: Path, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All copies together stay within the budget; the newest of each workbook is never dropped."""
    monkeypatch.setattr(backup, "ALL_TOGETHER", 5 * path.stat().st_size)
    for number in range(9):
        _touch(path, number)
        keep_backup(path, data, NOW + datetime.timedelta(hours=number))

    assert len(backups(data)) == 5

    monkeypatch.setattr(backup, "ALL_TOGETHER", 1)
    _touch(path, 99)
    keep_backup(path, data, NOW + datetime.timedelta(hours=10))

    assert [copy.last_commit for copy in backups(data)] == [f"{99:016x}"]


def test_pictures_are_stored_once(path: Path, data: Path) -> None:
    """A picture is kept once for all copies, returns with the workbook, and goes with the last."""
    _picture(path, b"x" * 500_000)
    first = keep_backup(path, data, NOW)
    _touch(path, 1)
    second = keep_backup(path, data, NOW + datetime.timedelta(hours=1))

    assert first is not None
    assert second is not None
    assert second.size < 150_000
    assert len(names(data / "backups" / "pictures")) == 1

    bring_back(second.path, path.with_name("back.ladder"), data)
    conn = sqlite3.connect(path.with_name("back.ladder"))
    assert conn.execute("SELECT data FROM pictures").fetchone()[0] == b"x" * 500_000
    conn.execute("DELETE FROM pictures")
    conn.execute("UPDATE state SET last_commit = 'without'")
    conn.commit()
    conn.close()
    first.path.unlink()
    second.path.unlink()
    for number in range(11):
        _touch(path.with_name("back.ladder"), number)
        keep_backup(path.with_name("back.ladder"), data, NOW + datetime.timedelta(hours=number))
    assert names(data / "backups" / "pictures") == []


def test_damaged_file_is_not_copied(path: Path, data: Path) -> None:
    """A damaged file never takes the place of a good copy."""
    keep_backup(path, data, NOW)
    _touch(path, 7)
    with sqlite3.connect(path) as conn:
        conn.execute("UPDATE texts SET text = 'x' WHERE name = 'why'")
    conn.close()

    with pytest.raises(WorkbookFileError, match="is damaged"):
        keep_backup(path, data, NOW + datetime.timedelta(hours=1))

    assert len(backups(data)) == 1


def test_data_folder_that_cannot_be_written(path: Path, tmp_path: Path) -> None:
    """A data folder that is no folder is told in words."""
    (tmp_path / "data").write_text("in the way")

    with pytest.raises(WorkbookFileError, match="No backup copy"):
        keep_backup(path, tmp_path / "data")


def test_bring_back_never_overwrites(path: Path, data: Path) -> None:
    """A backup copy is not brought back over a file."""
    kept = keep_backup(path, data)
    assert kept is not None

    with pytest.raises(WorkbookFileError, match="already a file"):
        bring_back(kept.path, path, data)


def test_find_workbooks(path: Path, data: Path, tmp_path: Path, workbook: Workbook) -> None:
    """Workbooks are found in folders and among the backups, damaged ones too, each once."""
    (tmp_path / "deep" / "er").mkdir(parents=True)
    (tmp_path / ".hidden").mkdir()
    create(tmp_path / "deep" / "er" / "b.ladder", workbook)
    create(tmp_path / ".hidden" / "c.ladder", workbook)
    (tmp_path / "deep" / "d.ladder").write_bytes(b"no workbook")
    kept = keep_backup(path, data)
    assert kept is not None

    found = list(find_workbooks([tmp_path, tmp_path / "deep", tmp_path / "no"], data, 20))

    assert [(one.path.name, one.stored is None, one.is_backup) for one in found] == [
        ("ada.ladder", False, False),
        ("d.ladder", True, False),
        ("b.ladder", False, False),
        (kept.path.name, False, True),
    ]
