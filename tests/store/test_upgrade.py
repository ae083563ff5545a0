"""Files of every format open, and a copy is kept before one is brought up to date."""

import contextlib
import shutil
import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from ladder_desktop.errors import WorkbookFileError
from ladder_desktop.store import layout, migrations, reading, upgrade
from ladder_desktop.store.amend import amend
from ladder_desktop.store.backup import backups
from ladder_desktop.store.file import read
from ladder_desktop.store.history import Mark
from ladder_desktop.store.making import create
from ladder_desktop.store.past import moments
from ladder_desktop.store.writer import Changes, Writer
from ladder_desktop.workbook.workbook import Workbook
from tests.store.conftest import Heard

DATA = Path(__file__).parents[1] / "data"
MORE = "CREATE TABLE more (a TEXT)"


@pytest.mark.parametrize("number", layout.LAYOUTS)
def test_every_format(number: int, tmp_path: Path, heard: Heard) -> None:
    """A file of each format that was ever written is read, written to and read again."""
    path = tmp_path / "old.ladder"
    shutil.copyfile(DATA / f"format-{number}.ladder", path)

    workbook = read(path, thoroughly=True).workbook
    writer = Writer(path, heard.on_saved, heard.on_trouble, path.parent / "data")
    writer.submit(Changes({"how": "Anew."}))

    assert writer.close(20)
    assert workbook.details.name == "Ada Lovelace"
    assert workbook.answers["why"] == "Because 中文 and 👩‍🏫."
    assert workbook.no_longer_asked == {"gone": "Once asked."}
    assert read(path).workbook.answers["how"] == "Anew."
    assert [moment.title for moment in moments(path) if moment.is_checkpoint] == ["Day 1"]


@pytest.fixture
def next_format(monkeypatch: pytest.MonkeyPatch) -> Migrations:
    """Let the program know a second format."""
    steps = Migrations("ladder")
    steps(name="format_1")(migrations.format_1)

    @steps()
    def format_2(db: Database) -> None:
        db.execute(MORE)
        db.execute("PRAGMA user_version = 2")

    monkeypatch.setitem(layout.LAYOUTS, 2, layout.FORMAT_1 | {"more": MORE})
    monkeypatch.setattr(migrations, "migrations", steps)
    for module in (layout, migrations, reading, upgrade):
        monkeypatch.setattr(module, "FORMAT", 2)
    return steps


def _format(path: Path) -> int:
    """Return the format of a file."""
    with contextlib.closing(sqlite3.connect(path)) as conn:
        return int(conn.execute("PRAGMA user_version").fetchone()[0])


def _check_kept(path: Path, data: Path, workbook: Workbook) -> None:
    """Assert that a file has the next format, and that a copy in the former one was kept."""
    assert _format(path) == 2
    (kept,) = backups(data)
    assert _format(kept.path) == 1
    assert read(kept.path).workbook == workbook


def test_copy_is_kept_before_a_window_writes(
    path: Path, tmp_path: Path, workbook: Workbook, heard: Heard, request: pytest.FixtureRequest
) -> None:
    """Whoever opens a file for writing brings it up to date, and a copy is put aside first."""
    request.getfixturevalue("next_format")
    writer = Writer(
        path,
        heard.on_saved,
        heard.on_trouble,
        tmp_path / "data",
        last_commit=read(path).last_commit,
    )
    writer.submit(Changes({"how": "Anew."}))

    assert writer.close(20)

    assert read(path).workbook == workbook.with_answer("how", "Anew.")
    assert heard.troubles == []
    _check_kept(path, tmp_path / "data", workbook)


def test_copy_is_kept_before_a_command_writes(
    path: Path, tmp_path: Path, workbook: Workbook, next_format: Migrations
) -> None:
    """So does work without a window."""
    after = workbook.with_answer("how", "Anew.")

    amend(path, read(path), after, Mark("before", "fill"), tmp_path / "data")

    assert read(path).workbook == after
    _check_kept(path, tmp_path / "data", workbook)


def test_no_copy_no_change(
    path: Path, tmp_path: Path, workbook: Workbook, heard: Heard, next_format: Migrations
) -> None:
    """Where no copy can be kept, the file stays as it is, and it is tried again."""
    before = path.read_bytes()
    (tmp_path / "full").write_text("in the way")
    writer = Writer(path, heard.on_saved, heard.on_trouble, tmp_path / "full")
    writer.submit(Changes({"how": "Anew."}))
    assert heard.wait(lambda heard: bool(heard.troubles))
    assert "only changed once a copy of it is kept" in str(heard.troubles[0])
    assert path.read_bytes() == before

    (tmp_path / "full").unlink()

    assert writer.close(20)
    assert read(path).workbook.answers["how"] == "Anew."
    _check_kept(path, tmp_path / "full", workbook)


def test_step_that_fails(
    path: Path, tmp_path: Path, workbook: Workbook, next_format: Migrations
) -> None:
    """A step that can't be done leaves the file as it was, and says so."""

    @next_format()
    def format_3(db: Database) -> None:
        db.execute("DELETE FROM texts")
        db.execute("INSERT INTO nowhere VALUES (1)")

    stored = read(path)
    after = workbook.with_answer("how", "Anew.")

    with pytest.raises(WorkbookFileError, match="It was left as it is"):
        amend(path, stored, after, Mark("before", "fill"), tmp_path / "data")

    assert read(path).workbook == workbook
    (kept,) = backups(tmp_path / "data")
    assert _format(kept.path) == 1


def test_older_format_is_read_without_upgrade(
    path: Path, workbook: Workbook, next_format: Migrations
) -> None:
    """On a write-protected stick a file of an earlier format can still be read."""
    assert read(path).workbook == workbook


def test_new_files_have_the_new_format(
    tmp_path: Path, workbook: Workbook, next_format: Migrations
) -> None:
    """A new file goes through every step."""
    create(tmp_path / "new.ladder", workbook)

    with sqlite3.connect(tmp_path / "new.ladder") as conn:
        assert conn.execute("PRAGMA user_version").fetchone() == (2,)
    conn.close()
