"""Two copies of a workbook that were edited apart are brought together."""

import shutil
from pathlib import Path

import msgspec
import pytest

from ladder_desktop.errors import WorkbookFileError
from ladder_desktop.store.amend import amend
from ladder_desktop.store.copies import bring_in
from ladder_desktop.store.faults import ReplacedError
from ladder_desktop.store.file import read
from ladder_desktop.store.history import Mark
from ladder_desktop.store.making import create
from ladder_desktop.store.writer import Changes, Writer
from ladder_desktop.workbook.details import Details
from ladder_desktop.workbook.template import read_template
from ladder_desktop.workbook.workbook import Workbook, new_workbook
from tests.store.conftest import SMALL, Heard


def _edit(path: Path, details: Details | None = None, **answers: object) -> None:
    """Change a file as a session does, from opening to closing."""
    writer = Writer(
        path, lambda _: None, lambda trouble: pytest.fail(str(trouble)), path.parent / "data"
    )
    writer.submit(Changes(answers, details))
    assert writer.close(20)


@pytest.fixture
def other(path: Path) -> Path:
    """Return a copy of the file, after it was used."""
    _edit(path, how="Common.", goals=[{"goal": "Read", "role": ""}, {"goal": "Write", "role": ""}])
    copy = path.with_name("other.ladder")
    shutil.copyfile(path, copy)
    return copy


def _ours(path: Path) -> tuple[Workbook, frozenset[str]]:
    stored = read(path)
    return stored.workbook, stored.moments


def test_both_sides(path: Path, other: Path) -> None:
    """What only one side changed is taken, blocks and rows and details."""
    _edit(path, Details(name="Ada", role="Coach"), why="Ours.",
          goals=[{"goal": "Read", "role": "Me"}, {"goal": "Write", "role": ""}])  # fmt: skip
    _edit(other, Details(name="Ada", workshop="Day 2"), how="Theirs.",
          goals=[{"goal": "Read", "role": ""}, {"goal": "Write", "role": "You"}])  # fmt: skip

    brought = bring_in(*_ours(path), other, path)

    assert brought.conflicts == {}
    assert brought.taken == ("how", "goals", "/details")
    assert brought.workbook.answers == {
        "why": "Ours.",
        "how": "Theirs.",
        "goals": ({"goal": "Read", "role": "Me"}, {"goal": "Write", "role": "You"}),
    }
    assert brought.workbook.details == Details(name="Ada", role="Coach", workshop="Day 2")


def test_conflict(path: Path, other: Path) -> None:
    """What both changed is shown with both sides, and either can be chosen."""
    _edit(path, how="Ours.")
    _edit(other, how="Theirs.")

    brought = bring_in(*_ours(path), other, path)

    (conflict,) = brought.conflicts["how"]
    assert (conflict.ours, conflict.theirs) == ("Ours.", "Theirs.")
    assert brought.workbook.answers["how"] == "Ours."
    chosen = brought.choose_theirs("how", conflict)
    assert (chosen.workbook.answers["how"], chosen.conflicts) == ("Theirs.", {})


def test_one_side_went_on_from_the_other(path: Path, other: Path) -> None:
    """A side that the other one has been before is not a conflict."""
    _edit(path, how="Draft.")
    shutil.copyfile(path, other)
    _edit(other, how="Final.")
    ours, known = _ours(path)
    first = {max(known & read(other).moments)}

    brought = bring_in(ours, first, other, None)

    assert brought.conflicts == {}
    assert brought.workbook.answers["how"] == "Final."


def test_strangers(path: Path, tmp_path: Path, workbook: Workbook) -> None:
    """Two workbooks that share no moment are not merged."""
    create(tmp_path / "stranger.ladder", workbook)

    with pytest.raises(WorkbookFileError, match="nothing in common"):
        bring_in(*_ours(path), tmp_path / "stranger.ladder", path)


def test_newer_template_on_one_side(path: Path, other: Path) -> None:
    """When one side moved to a newer template, both meet in it and lose nothing."""
    newer = read_template(
        SMALL.replace("version = 1", "version = 2").replace('"how"', '"how-now"'), "small"
    )
    theirs = read(other)
    after = msgspec.structs.replace(
        new_workbook(newer).with_answer("why", "Theirs."),
        identity=theirs.workbook.identity,
        no_longer_asked={"how": "Common."},
    )
    amend(other, theirs, after, Mark("before", "newer template"), other.parent / "data")
    _edit(path, how="Ours, later.")

    brought = bring_in(*_ours(path), other, path)

    assert brought.workbook.template.header.version == 2
    assert brought.workbook.answers["why"] == "Theirs."
    assert set(brought.workbook.no_longer_asked.values()) == {"Common.", "Ours, later."}


def test_going_on_with_the_other_copy(path: Path, other: Path, heard: Heard) -> None:
    """A copy put in place of the open file is merged and written on; both sides are there."""
    _edit(other, why="Theirs.")
    writer = Writer(path, heard.on_saved, heard.on_trouble, path.parent / "data")
    writer.submit(Changes({"how": "Ours."}))
    assert writer.flush(20)
    other.replace(path)
    writer.submit(Changes({"how": "Ours again."}))
    assert heard.wait(lambda heard: bool(heard.troubles))
    assert isinstance(heard.troubles[0], ReplacedError)

    stored = read(path)
    ours = stored.workbook.with_answer("how", "Ours again.").with_answer("why", "Because.")
    brought = bring_in(ours, writer.known, path, None)
    writer.go_on(stored.last_commit, stored.workbook, brought.workbook)

    assert writer.flush(20)
    assert read(path).workbook.answers["how"] == "Ours again."
    assert read(path).workbook.answers["why"] == "Theirs."
    writer.submit(Changes({"how": "And on."}))
    assert writer.close(20)
    assert read(path).workbook.answers["how"] == "And on."
