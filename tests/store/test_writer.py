"""Everything submitted is committed, in order, or kept and tried again."""

import os
import sqlite3
from pathlib import Path

import pytest

from ladder_desktop.errors import AnswerError
from ladder_desktop.store.faults import DamagedError, ReplacedError
from ladder_desktop.store.file import read
from ladder_desktop.store.making import create
from ladder_desktop.store.texts import Text
from ladder_desktop.store.writer import Changes, Writer
from ladder_desktop.workbook.details import Details
from ladder_desktop.workbook.workbook import Workbook
from tests.store.conftest import Heard, names


def test_saved(path: Path, writer: Writer, heard: Heard) -> None:
    """A flushed change is in the file, and the moment of its commit was told."""
    writer.submit(Changes({"how": "Slowly."}, Details(name="Grace")))

    assert writer.flush(20)

    stored = read(path)
    assert stored.workbook.answers["how"] == "Slowly."
    assert stored.workbook.answers["why"] == "Because."
    assert stored.workbook.details.name == "Grace"
    assert heard.wait(lambda heard: len(heard.saved) == 1)
    assert stored.changed is not None
    assert abs((heard.saved[0] - stored.changed).total_seconds()) < 1


def test_newest_wins(path: Path, writer: Writer) -> None:
    """Of many changes to one block the last one counts."""
    for number in range(200):
        writer.submit(Changes({"how": f"Version {number}"}))

    assert writer.flush(20)

    assert read(path).workbook.answers["how"] == "Version 199"


def test_close_leaves_nothing(path: Path, writer: Writer) -> None:
    """After closing, one file is there and nobody owns it."""
    writer.submit(Changes({"how": "Slowly."}))

    assert writer.close(20)

    assert names(path.parent) == [path.name]
    assert read(path).owner is None


def test_owner_while_open(path: Path, writer: Writer) -> None:
    """While it is open for writing, the file says by whom."""
    writer.submit(Changes({"how": "Slowly."}))
    writer.flush(20)

    owner = read(path).owner

    assert owner is not None
    assert owner.pid == os.getpid()


def test_looking_is_not_writing(path: Path, writer: Writer) -> None:
    """A workbook that was opened and closed without a change keeps its bytes."""
    before = path.read_bytes()

    assert writer.close(20)

    assert path.read_bytes() == before


def test_complete_after_every_commit(path: Path, writer: Writer, tmp_path: Path) -> None:
    """The one file is complete while it is open: a plain copy of it opens."""
    writer.submit(Changes({"how": "Slowly."}))
    writer.flush(20)

    copy = tmp_path / "copy.ladder"
    copy.write_bytes(path.read_bytes())

    assert read(copy).workbook.answers["how"] == "Slowly."


def test_half_a_character(writer: Writer, path: Path) -> None:
    """What no file can hold is refused at once, before anything is taken."""
    with pytest.raises(AnswerError, match="half a character"):
        writer.submit(Changes({"how": "\ud83d"}))

    assert writer.flush(20)
    assert read(path).workbook.answers["how"] == ""


def test_too_much(writer: Writer, path: Path) -> None:
    """A text that could not be read again is refused at once, with words."""
    with pytest.raises(AnswerError, match="longer than 31 million"):
        writer.submit(Changes({"how": "x" * 32_000_000}))

    assert writer.flush(20)
    assert read(path).workbook.answers["how"] == ""


@pytest.mark.parametrize("kind", ["how", "goals"])
def test_many_commas(writer: Writer, path: Path, kind: str) -> None:
    """Millions of commas in a text are text, not a trap."""
    answer: object = "1,[2],{3}," * 700_000
    expected = answer
    if kind == "goals":
        answer = [{"goal": answer, "role": ""}]
        expected = ({"goal": expected, "role": ""},)

    writer.submit(Changes({kind: answer}))

    assert writer.flush(60)
    stored = read(path)
    assert stored.misfits == ()
    assert stored.workbook.answers[kind] == expected


@pytest.mark.parametrize(("name", "reported"), [("why", "why"), ("/details", "details")])
def test_misfit_is_kept(path: Path, heard: Heard, name: str, reported: str) -> None:
    """What does not fit stays in the file when something else is written in its place."""
    odd = Text(name, "[17]")
    with sqlite3.connect(path) as conn:
        row = (odd.json, odd.crc, name)
        conn.execute("UPDATE texts SET text = ?, crc = ? WHERE name = ?", row)
    conn.close()
    writer = Writer(path, heard.on_saved, heard.on_trouble, path.parent / "data")

    writer.submit(Changes({"why": "New."}, Details(name="New")))
    assert writer.close(20)

    stored = read(path)
    assert stored.workbook.answers["why"] == "New."
    assert stored.workbook.details.name == "New"
    assert [(misfit.name, misfit.json) for misfit in stored.misfits] == [(reported, "[17]")]


def test_found_damaged_meanwhile(path: Path, writer: Writer, heard: Heard) -> None:
    """Once a thorough look found damage nothing more is written, and closing leaves no trace."""
    writer.submit(Changes({"how": "Before."}))
    assert writer.flush(20)
    before = path.read_bytes()

    writer.condemn(DamagedError("“{file}” is damaged.", file=path.name))
    writer.submit(Changes({"how": "After."}))

    assert heard.wait(lambda heard: bool(heard.troubles))
    assert not writer.close(0.2)
    assert isinstance(heard.troubles[0], DamagedError)
    assert path.read_bytes() == before


def test_closing_what_was_found_damaged(path: Path, writer: Writer, heard: Heard) -> None:
    """Where nothing is left to be written, closing asks nothing."""
    writer.submit(Changes({"how": "Before."}))
    assert writer.flush(20)

    writer.condemn(DamagedError("“{file}” is damaged.", file=path.name))

    assert writer.close(20)
    assert heard.troubles == []


def test_waits_for_another_program(path: Path, writer: Writer, heard: Heard) -> None:
    """While another program holds the file, changes are kept, and saved once it lets go."""
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    writer.submit(Changes({"how": "Slowly."}))
    assert heard.wait(lambda heard: len(heard.troubles) == 1)
    assert "another program is using it" in str(heard.troubles[0])

    other.execute("ROLLBACK")
    other.close()

    assert writer.flush(20)
    assert read(path).workbook.answers["how"] == "Slowly."
    assert len(heard.troubles) == 1


def test_file_gone_and_back(path: Path, writer: Writer, heard: Heard) -> None:
    """A file that disappears is not made anew; once it is back, everything is put into it."""
    writer.submit(Changes({"how": "One."}))
    writer.flush(20)
    away = path.with_name("away")
    path.rename(away)
    path.with_name(path.name + "-journal").unlink()
    writer.submit(Changes({"how": "Two."}))
    assert heard.wait(lambda heard: len(heard.troubles) == 1)
    assert "not in" in str(heard.troubles[0])
    assert not path.exists()

    away.rename(path)

    assert writer.flush(20)
    assert read(path).workbook.answers["how"] == "Two."


def test_another_copy_in_place(
    path: Path, writer: Writer, heard: Heard, workbook: Workbook
) -> None:
    """Another copy that a synchroniser put in place is noticed and left as it is."""
    writer.submit(Changes({"how": "Mine."}))
    writer.flush(20)
    other = path.with_name("other")
    create(other, workbook.with_answer("how", "Theirs."))
    before = other.read_bytes()
    other.replace(path)

    writer.submit(Changes({"how": "Mine again."}))

    assert heard.wait(lambda heard: len(heard.troubles) == 1)
    assert isinstance(heard.troubles[0], ReplacedError)
    assert path.read_bytes() == before


def test_another_copy_between_reading_and_writing(
    path: Path, heard: Heard, workbook: Workbook
) -> None:
    """A file that changed after it was read is not written over."""
    stored = read(path)
    path.unlink()
    create(path, workbook.with_answer("how", "Theirs."))
    writer = Writer(
        path, heard.on_saved, heard.on_trouble, path.parent / "data", last_commit=stored.last_commit
    )

    writer.submit(Changes({"how": "Mine."}))

    assert not writer.flush(0.5)
    assert isinstance(heard.troubles[0], ReplacedError)
    writer.abandon()


def test_written_in_place(path: Path, writer: Writer, heard: Heard, workbook: Workbook) -> None:
    """Another copy written over the bytes of the file is noticed, too."""
    writer.submit(Changes({"how": "Mine."}))
    writer.flush(20)
    other = path.with_name("other")
    create(other, workbook.with_answer("how", "Theirs."))
    path.write_bytes(other.read_bytes())

    writer.submit(Changes({"how": "Mine again."}))

    assert heard.wait(lambda heard: len(heard.troubles) == 1)
    assert isinstance(heard.troubles[0], ReplacedError | DamagedError)
    assert path.read_bytes() == other.read_bytes()


def test_damaged(path: Path, heard: Heard) -> None:
    """Damage is told at once, and a damaged file is not written to."""
    whole = bytearray(path.read_bytes())
    whole[4096 * 2 : 4096 * 3] = os.urandom(4096)
    path.write_bytes(whole)

    writer = Writer(path, heard.on_saved, heard.on_trouble, path.parent / "data")

    assert heard.wait(lambda heard: len(heard.troubles) == 1)  # before anybody writes
    writer.submit(Changes({"how": "Slowly."}))
    assert not writer.flush(0.5)
    assert isinstance(heard.troubles[0], DamagedError)
    assert len(heard.troubles) == 1
    assert path.read_bytes() == bytes(whole)
    writer.abandon()


def test_close_that_fails_can_be_repeated(path: Path, writer: Writer) -> None:
    """Closing says that something is unsaved, and works later."""
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    writer.submit(Changes({"how": "Slowly."}))
    assert not writer.close(0.1)

    other.execute("ROLLBACK")
    other.close()

    assert writer.close(20)
    assert read(path).workbook.answers["how"] == "Slowly."


def test_writing_on_after_closing_in_vain(path: Path, writer: Writer) -> None:
    """Who could not wait for closing writes on; nothing that comes then is lost."""
    for number in range(50):
        writer.submit(Changes({"how": f"Version {number}"}))
        if writer.close(0.0):
            break
        writer.submit(Changes({"why": f"Then {number}"}))
        assert writer.flush(20)

        assert read(path).workbook.answers["why"] == f"Then {number}"

    assert writer.close(20)
    assert names(path.parent) == [path.name]


def test_closing_in_the_midst(path: Path, heard: Heard) -> None:
    """A close that is given up while the file is being given up does not end the writer."""
    for number in range(30):
        writer = Writer(path, heard.on_saved, heard.on_trouble, path.parent / "data")
        writer.submit(Changes({"how": f"Version {number}"}))
        assert writer.flush(20)
        if not writer.close(0.0005 * (number % 4)):
            writer.submit(Changes({"why": f"Then {number}"}))
            assert writer.flush(20)
            assert read(path).workbook.answers["why"] == f"Then {number}"
        assert writer.close(20)
    assert heard.troubles == []
