"""Pictures live and die with the texts that name them."""

import contextlib
import sqlite3
import threading
from pathlib import Path

import msgspec
import pytest

from ladder_desktop.document.image_data import identity_of
from ladder_desktop.document.pictures import Album, Picture, marker
from ladder_desktop.store.amend import amend
from ladder_desktop.store.backup import backups, bring_back, keep_backup
from ladder_desktop.store.copies import bring_in
from ladder_desktop.store.file import read
from ladder_desktop.store.history import Mark
from ladder_desktop.store.making import create
from ladder_desktop.store.past import moments, workbook_at
from ladder_desktop.store.pictures import with_copies
from ladder_desktop.store.salvage import salvage
from ladder_desktop.workbook.next_round import next_round
from ladder_desktop.workbook.parts import only_sections
from ladder_desktop.workbook.template import read_template
from ladder_desktop.workbook.workbook import Workbook, new_workbook
from tests.photos import png
from tests.store.conftest import SMALL

ONE, TWO = png(1), png(2)
FIRST, SECOND = identity_of(ONE.data), identity_of(TWO.data)


def with_picture(workbook: Workbook, block: str, picture: Picture) -> Workbook:
    """Return the workbook with a picture in one of its answers."""
    identity = identity_of(picture.data)
    album = workbook.pictures.with_picture(identity, picture)
    changed = msgspec.structs.replace(workbook, pictures=album)
    return changed.with_answer(block, f"Seen\n{marker('The board', identity)}")


def rows(path: Path) -> set[str]:
    """Return the ids of the pictures in a file."""
    with contextlib.closing(sqlite3.connect(path)) as conn:
        return {one for (one,) in conn.execute("SELECT id FROM pictures")}


def sql(path: Path, command: str, *values: object) -> None:
    """Change a file behind the program's back."""
    with contextlib.closing(sqlite3.connect(path)) as conn:
        conn.execute(command, values)
        conn.commit()


@pytest.fixture
def shown(tmp_path: Path, workbook: Workbook) -> Path:
    """Return a workbook file with a picture in its first answer."""
    place = tmp_path / "shown.ladder"
    create(place, with_picture(workbook, "why", ONE))
    return place


def change(path: Path, after: Workbook, tmp_path: Path) -> None:
    """Put another state into a file, as one session."""
    amend(path, read(path), after, Mark("before", "fill"), tmp_path / "data")


def test_a_picture_comes_back_as_it_was_put_in(shown: Path) -> None:
    """What was stored with a workbook is read from its file again, to the last byte."""
    pictures = read(shown).workbook.pictures

    assert pictures.ids == {FIRST}
    assert pictures.get(FIRST) == ONE


def test_only_what_a_text_names_goes_into_a_new_file(tmp_path: Path, workbook: Workbook) -> None:
    """A picture that nothing shows is not handed on."""
    shows_one = with_picture(workbook, "why", ONE)
    album = shows_one.pictures.with_picture(SECOND, TWO)

    create(tmp_path / "new.ladder", msgspec.structs.replace(shows_one, pictures=album))

    assert rows(tmp_path / "new.ladder") == {FIRST}


def test_a_copy_to_hand_in_holds_no_byte_of_other_sections(tmp_path: Path) -> None:
    """A picture of a section that is left out is nowhere in the copy."""
    second = SMALL[SMALL.index("[[sections]]") :].replace('id = "', 'id = "other-')
    second = second.replace('{ id = "other-', '{ id = "')
    whole = new_workbook(read_template(SMALL + second, "two"))
    whole = with_picture(with_picture(whole, "why", ONE), "other-why", TWO)
    create(tmp_path / "whole.ladder", whole)
    stored = read(tmp_path / "whole.ladder").workbook

    create(tmp_path / "part.ladder", only_sections(stored, ["one"], no_longer_asked=False))

    held = (tmp_path / "part.ladder").read_bytes()
    assert rows(tmp_path / "part.ladder") == {FIRST}
    assert SECOND.encode() not in held
    assert TWO.data[-60:] not in held
    assert TWO.data[-60:] in (tmp_path / "whole.ladder").read_bytes()


def test_the_history_shows_a_picture_that_was_taken_out(shown: Path, tmp_path: Path) -> None:
    """As long as an earlier version names it, it stays, and comes back with that version."""
    change(shown, read(shown).workbook.with_answer("why", "No more."), tmp_path)

    first = moments(shown)[-1]

    assert rows(shown) == {FIRST}
    assert workbook_at(shown, first.id).pictures.get(FIRST) == ONE


def test_a_picture_goes_when_nothing_names_it_any_more(shown: Path, tmp_path: Path) -> None:
    """Once the last version that named it was thinned out, so is the picture."""
    change(shown, read(shown).workbook.with_answer("why", "No more."), tmp_path)
    sql(shown, "DELETE FROM versions WHERE name = 'why'")
    sql(shown, "DELETE FROM pieces")

    change(shown, read(shown).workbook.with_answer("how", "Well."), tmp_path)

    assert rows(shown) == set()


def test_a_name_that_is_cut_in_two_is_found(tmp_path: Path, workbook: Workbook) -> None:
    """Earlier versions are kept in pieces; a picture at any place of a long text stays."""
    path = tmp_path / "long.ladder"
    identities = []
    lines = []
    album = Album()
    for seed in range(60):
        picture = png(seed)
        identities.append(identity_of(picture.data))
        album = album.with_picture(identities[-1], picture)
        lines.append(f"{'word ' * (40 + seed)}{marker('', identities[-1])}")
    long = msgspec.structs.replace(workbook, pictures=album).with_answer("why", "\n".join(lines))
    create(path, long)

    change(path, read(path).workbook.with_answer("why", "Short."), tmp_path)

    assert rows(path) == set(identities)


def test_the_next_round_takes_along_what_carried_answers_show(tmp_path: Path) -> None:
    """And nothing of the other answers."""
    carrying = SMALL.replace('question = "Why?"', 'question = "Why?"\ncarries = true')
    whole = new_workbook(read_template(carrying, "carrying"))
    whole = with_picture(with_picture(whole, "why", ONE), "how", TWO)
    create(tmp_path / "first.ladder", whole)

    create(tmp_path / "next.ladder", next_round(read(tmp_path / "first.ladder").workbook))

    assert rows(tmp_path / "next.ladder") == {FIRST}


def test_both_copies_bring_their_pictures(shown: Path, tmp_path: Path) -> None:
    """What either side put in is in the file after the two were merged."""
    other = tmp_path / "other.ladder"
    other.write_bytes(shown.read_bytes())
    change(other, with_picture(read(other).workbook, "how", TWO), tmp_path)
    ours = read(shown)

    brought = bring_in(ours.workbook, ours.moments, other, shown)
    change(shown, brought.workbook, tmp_path)

    assert rows(shown) == {FIRST, SECOND}
    assert read(shown).workbook.pictures.get(SECOND) == TWO


def test_a_damaged_file_gives_its_pictures_back(shown: Path, tmp_path: Path) -> None:
    """Salvage finds the pictures that the salvaged texts name."""
    data = bytearray(shown.read_bytes())
    data[100:108] = bytes(8)  # the root of the table of tables
    shown.write_bytes(bytes(data))

    salvage(shown, tmp_path / "new.ladder")

    assert read(tmp_path / "new.ladder").workbook.pictures.get(FIRST) == ONE


def test_a_backup_brings_pictures_back(shown: Path, tmp_path: Path) -> None:
    """Copies keep each picture once, beside them."""
    keep_backup(shown, tmp_path / "data")

    bring_back(backups(tmp_path / "data")[0].path, tmp_path / "back.ladder", tmp_path / "data")

    assert read(tmp_path / "back.ladder").workbook.pictures.get(FIRST) == ONE


HOSTILE = {
    "another picture under its name": (ONE.type, len(TWO.data), TWO.data),
    "no picture": ("image/png", 5, b"hello"),
    "the wrong type": ("image/jpeg", len(ONE.data), ONE.data),
    "another size": (ONE.type, 3, ONE.data),
    "text for data": (ONE.type, 5, "hello"),
    "a bomb": ("image/png", 12_000_001, bytes(12_000_001)),
}


@pytest.mark.parametrize("row", HOSTILE.values(), ids=list(HOSTILE))
def test_what_is_not_as_it_was_stored_is_no_picture(shown: Path, row: tuple[object, ...]) -> None:
    """The workbook opens, and the place of the picture stays empty."""
    sql(shown, "DELETE FROM pictures")
    sql(shown, "INSERT INTO pictures VALUES (?, ?, ?, ?)", FIRST, *row)

    workbook = read(shown).workbook

    assert workbook.answers["why"].startswith("Seen")
    assert workbook.pictures.get(FIRST) is None


def test_names_that_are_none_are_passed_over(shown: Path) -> None:
    """A strange file may hold anything in the column of the names."""
    for name in ("../../etc", "a" * 100_000, b"\xff\xfe", None):
        sql(shown, "INSERT INTO pictures VALUES (?, 'image/png', 1, x'00')", name)

    assert read(shown).workbook.pictures.ids == {FIRST}


def test_a_picture_is_found_among_the_backup_copies(shown: Path, tmp_path: Path) -> None:
    """Where the file is gone, as with a stick that was pulled out, a new one still gets it."""
    data = tmp_path / "data"
    keep_backup(shown, data)
    workbook = read(shown).workbook
    workbook = msgspec.structs.replace(workbook, pictures=with_copies(workbook.pictures, data))
    shown.unlink()

    create(tmp_path / "saved.ladder", workbook)

    assert read(tmp_path / "saved.ladder").workbook.pictures.get(FIRST) == ONE


def test_a_file_that_is_being_written_is_waited_for(shown: Path) -> None:
    """Whoever reads a picture then gets it a moment later."""
    pictures = read(shown).workbook.pictures
    writing = sqlite3.connect(shown, isolation_level=None, check_same_thread=False)
    writing.execute("BEGIN EXCLUSIVE")
    end = threading.Timer(2.5, writing.close)  # longer than one try waits
    end.start()

    found = pictures.get(FIRST)

    end.join()
    assert found == ONE
