"""Files of every format open, and a copy is kept before one is brought up to date."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from ladder_desktop.errors import WorkbookFileError
from ladder_desktop.store import layout, migrations, reading, upgrade
from ladder_desktop.store.backup import backups
from ladder_desktop.store.file import create, read
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

    if upgrade.is_older(path):
        upgrade.upgrade(path, tmp_path / "data")
    workbook = read(path, thoroughly=True).workbook
    writer = Writer(path, heard.on_saved, heard.on_trouble)
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


def test_copy_is_kept_first(
    path: Path, tmp_path: Path, workbook: Workbook, request: pytest.FixtureRequest
) -> None:
    """Before the format of a file changes, a copy of it as it was is put aside."""
    request.getfixturevalue("next_format")
    assert upgrade.is_older(path)

    upgrade.upgrade(path, tmp_path / "data")

    assert not upgrade.is_older(path)
    assert read(path).workbook == workbook
    (kept,) = backups(tmp_path / "data")
    assert upgrade.is_older(kept.path)
    assert read(kept.path).workbook == workbook


def test_step_that_fails(path: Path, tmp_path: Path, next_format: Migrations) -> None:
    """A step that can't be done leaves the file as it was."""

    @next_format()
    def format_3(db: Database) -> None:
        db.execute("DELETE FROM texts")
        db.execute("INSERT INTO nowhere VALUES (1)")

    before = read(path).workbook

    with pytest.raises(WorkbookFileError, match="could not be brought up to date"):
        upgrade.upgrade(path, tmp_path / "data")

    assert read(path).workbook == before


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
