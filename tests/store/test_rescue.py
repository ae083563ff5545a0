"""What can't be saved lies in a rescue file until it is back where it belongs."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from ladder_desktop.store.file import read
from ladder_desktop.store.making import create
from ladder_desktop.store.rescue import Rescue, find_rescue, rescues
from ladder_desktop.store.writer import Changes, Writer
from ladder_desktop.workbook.details import Details
from ladder_desktop.workbook.workbook import Workbook
from tests.store.conftest import Heard


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a data folder."""
    return tmp_path / "data"


@pytest.fixture
def rescued_writer(path: Path, heard: Heard, data: Path, workbook: Workbook) -> Iterator[Writer]:
    """Return a writer with a rescue file, on a file that was saved once."""
    rescue = Rescue(path, data, lambda: workbook.with_answer("how", "On screen."))
    writer = Writer(path, heard.on_saved, heard.on_trouble, path.parent / "data", rescue=rescue)
    writer.submit(Changes({"how": "Saved."}))
    assert writer.flush(20)
    yield writer
    writer.abandon()


def _rescued(path: Path, data: Path, name: str) -> str | None:
    found = find_rescue(path, data)
    return found.changed.get(name) if found else None


def _await(heard: Heard, path: Path, data: Path, answer: str) -> None:
    """Wait until an answer is in the rescue file."""
    assert heard.wait(lambda heard: bool(heard.troubles))
    for _ in range(2000):
        if _rescued(path, data, "how") == f'"{answer}"':
            return
        heard.wait(lambda _: False, timeout=0.01)
    pytest.fail(f"{answer} is not in the rescue file")


def test_kept_while_the_file_is_gone(
    path: Path, data: Path, heard: Heard, rescued_writer: Writer
) -> None:
    """What is typed while the stick is out is in the rescue file at once, and back later."""
    away = path.rename(path.with_name("away"))
    rescued_writer.submit(Changes({"how": "One."}))
    _await(heard, path, data, "One.")
    rescued_writer.submit(Changes({"how": "Two."}))
    _await(heard, path, data, "Two.")

    away.rename(path)

    assert rescued_writer.flush(20)
    assert read(path).workbook.answers["how"] == "Two."
    assert find_rescue(path, data) is None
    assert len(heard.troubles) == 1


def test_left_to_the_next_start(
    path: Path, data: Path, heard: Heard, rescued_writer: Writer
) -> None:
    """A session that ended without its file leaves everything that was on screen."""
    away = path.rename(path.with_name("away"))
    rescued_writer.submit(Changes({"how": "Late."}, Details(name="Grace")))
    _await(heard, path, data, "Late.")
    rescued_writer.abandon()
    away.rename(path)

    (found,) = rescues(data)

    whole = found.workbook()
    assert found.path == str(path)
    assert found.last_commit == read(path).last_commit
    assert set(found.changed) == {"how", "/details"}
    assert whole is not None
    assert whole.answers["how"] == "On screen."


def test_data_folder_full_too(path: Path, tmp_path: Path, heard: Heard, workbook: Workbook) -> None:
    """Without any place for a rescue file everything stays in memory and is saved later."""
    (tmp_path / "data").write_text("in the way")
    writer = Writer(
        path,
        heard.on_saved,
        heard.on_trouble,
        path.parent / "data",
        rescue=Rescue(path, tmp_path / "data"),
    )
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    writer.submit(Changes({"how": "Slowly."}))
    assert heard.wait(lambda heard: bool(heard.troubles))

    other.execute("ROLLBACK")
    other.close()

    assert writer.close(20)
    assert read(path).workbook.answers["how"] == "Slowly."


def test_stranger_in_the_rescue_folder(path: Path, data: Path, workbook: Workbook) -> None:
    """What is no rescue file is passed over."""
    (data / "rescue").mkdir(parents=True)
    (data / "rescue" / "x.json").write_bytes(b"[" * 100_000)
    create(data / "rescue" / "y.json", workbook)

    assert rescues(data) == []
