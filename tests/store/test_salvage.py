"""A damaged file gives back nearly everything, in a new file beside it."""

import contextlib
import random
import sqlite3
from pathlib import Path

import pytest

from ladder_desktop.store.carving import Pages
from ladder_desktop.store.faults import DamagedError
from ladder_desktop.store.file import read
from ladder_desktop.store.making import create
from ladder_desktop.store.salvage import salvage
from ladder_desktop.store.writer import Changes, Writer
from ladder_desktop.workbook.details import Details
from ladder_desktop.workbook.template import Template, read_template
from ladder_desktop.workbook.workbook import Workbook, new_workbook
from tests.store.conftest import Heard

HEAD = 'format = "ladder-template"\nid = "long"\nversion = 1\ntitle = "Long"\n'
SECTION = '[[sections]]\nid = "one"\ntitle = "One"\n'
PROMPT = '[[sections.blocks]]\nkind = "prompt"\nid = "q{n}"\nquestion = "Question {n}?"\n'
PAGE = 4096


@pytest.fixture(scope="module")
def twenty() -> Template:
    """Return a template of twenty questions."""
    return read_template(HEAD + SECTION + "".join(PROMPT.format(n=n) for n in range(20)), "long")


@pytest.fixture(params=[30, 3000, 20_000], ids=["short", "long", "very long"])
def filled(request: pytest.FixtureRequest, twenty: Template) -> Workbook:
    """Return twenty answers of one length, no two alike."""
    workbook = new_workbook(twenty, Details(name="Ada"))
    chance = random.Random(5)
    for number in range(20):
        answer = f"{number}: " + chance.randbytes(request.param // 2).hex()
        workbook = workbook.with_answer(f"q{number}", answer)
    return workbook


@pytest.fixture
def closed(tmp_path: Path, filled: Workbook, heard: Heard) -> Path:
    """Return a file of these, written as the program does it."""
    path = tmp_path / "ada.ladder"
    create(path, new_workbook(filled.template, filled.details))
    writer = Writer(path, heard.on_saved, heard.on_trouble, path.parent / "data")
    writer.submit(Changes(dict(filled.answers)))
    assert writer.close(20)
    return path


def _garbled(path: Path, page: int, seed: int) -> None:
    with path.open("r+b") as file:
        file.seek(page * PAGE)
        file.write(random.Random(seed).randbytes(PAGE))


def test_any_one_page(closed: Path, filled: Workbook) -> None:
    """Whichever page is garbled, at least 19 of 20 answers are found."""
    whole = closed.read_bytes()
    count = len(whole) // PAGE
    step = max(1, count // 12)
    for page in [*range(20), *range(20, count, step)]:
        closed.write_bytes(whole)
        _garbled(closed, page, seed=page)
        before = closed.read_bytes()
        target = closed.with_name(f"salvaged {page}.ladder")

        salvaged = salvage(closed, target)

        found = read(target).workbook
        right = [name for name in filled.answers if found.answers[name] == filled.answers[name]]
        assert len(right) >= 19, page
        assert len(right) + len(salvaged.missing) >= 20, page
        assert closed.read_bytes() == before


def test_nothing_is_missing_in_a_sound_file(closed: Path, filled: Workbook) -> None:
    """Salvaging a sound file gives the same workbook."""
    salvaged = salvage(closed, closed.with_name("new.ladder"))

    assert (salvaged.missing, salvaged.older) == ((), {})
    assert read(salvaged.path).workbook == read(closed).workbook
    assert read(closed).workbook.answers == filled.answers


def test_carving_agrees_with_sqlite(closed: Path) -> None:
    """The rows that are carved are those that SQLite itself finds."""
    with contextlib.closing(Pages(closed)) as pages:
        carved = {row.values for row in pages.rows()}
    conn = sqlite3.connect(closed)

    for table in ("texts", "versions", "pieces"):
        rows = set(conn.execute(f"SELECT * FROM {table}"))  # noqa: S608 - our own names
        assert rows
        assert rows <= carved
    conn.close()


def test_older_answers_are_named(path: Path, heard: Heard) -> None:
    """Where only an earlier answer can be read, it is taken and its moment is told."""
    writer = Writer(path, heard.on_saved, heard.on_trouble, path.parent / "data")
    writer.submit(Changes({"why": "New."}))
    writer.flush(20)
    writer.abandon()
    page = next(n for n in range(99) if b'"New."' in path.read_bytes()[n * PAGE : (n + 1) * PAGE])
    _garbled(path, page, seed=1)

    salvaged = salvage(path, path.with_name("new.ladder"))

    assert read(salvaged.path).workbook.answers["why"] == "Because."
    assert salvaged.older["why"] is not None
    assert salvaged.missing == ()


@pytest.mark.parametrize("content", [b"", b"\0" * 9000, b"SQLite format 3\0" + b"\xff" * 20_000])
def test_nothing_there(tmp_path: Path, content: bytes) -> None:
    """Where nothing can be read, that is said and no file is made."""
    path = tmp_path / "x.ladder"
    path.write_bytes(content)

    with pytest.raises(DamagedError, match=r"Nothing in “x\.ladder” can be read"):
        salvage(path, tmp_path / "new.ladder")

    assert not (tmp_path / "new.ladder").exists()


def test_lost_template(path: Path, small: Template, twenty: Template) -> None:
    """The template that asks the same serves where the file's own is lost in every place."""
    conn = sqlite3.connect(path)
    for table in ("texts", "versions"):
        conn.execute(f"DELETE FROM {table} WHERE name = '/template'")  # noqa: S608 - our own names
    conn.commit()
    conn.close()
    whole = path.read_bytes().replace(b"ladder-template", b"laddXr-template")
    path.write_bytes(whole)

    with pytest.raises(DamagedError, match="Nothing in"):
        salvage(path, path.with_name("none.ladder"), [twenty])

    salvaged = salvage(path, path.with_name("new.ladder"), [twenty, small])

    assert read(salvaged.path).workbook.answers["why"] == "Because."
    assert salvaged.borrowed == "Small"
