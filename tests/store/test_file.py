"""A workbook file is read whole or refused in words, and stays as it was."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from ladder_desktop.errors import WorkbookFileError
from ladder_desktop.store.amend import amend
from ladder_desktop.store.faults import DamagedError, TakenError
from ladder_desktop.store.file import read
from ladder_desktop.store.history import Mark
from ladder_desktop.store.lock import take
from ladder_desktop.store.making import create
from ladder_desktop.store.past import answer_at, moments
from ladder_desktop.store.texts import Text
from ladder_desktop.workbook.details import Details
from ladder_desktop.workbook.template import Template
from ladder_desktop.workbook.workbook import Workbook, new_workbook
from tests.store.conftest import names


def _sql(path: Path, *statements: str) -> None:
    with sqlite3.connect(path) as conn:
        for statement in statements:
            conn.execute(statement)
    conn.close()


def test_round_trip(path: Path, workbook: Workbook) -> None:
    """What was made is read back, with the moment it was saved."""
    stored = read(path)

    assert stored.workbook == workbook
    assert stored.changed is not None
    assert stored.changed.utcoffset() is not None
    assert not stored.read_only
    assert stored.misfits == ()
    assert stored.owner is None


@pytest.mark.parametrize(
    "moment",
    ["0001-01-01T00:00:00", "9999-12-31T23:59:59-23:59", "1969-12-31T23:59:59+00:00", "2026-11-21"],
)
def test_any_moment_can_be_told(path: Path, moment: str) -> None:
    """A file from a computer with a wrong clock, or a hostile one, names no day without a date."""
    with sqlite3.connect(path) as conn:
        conn.execute("UPDATE state SET changed = ?", (moment,))
        conn.execute("UPDATE entries SET made = ?", (moment,))
    conn.close()

    found = [read(path).changed, *(one.made for one in moments(path))]

    assert all(one is not None and 1970 < one.astimezone().year < 3000 for one in found)


def test_nothing_else_is_left(path: Path) -> None:
    """Making and reading a file leave nothing beside it."""
    read(path)

    assert names(path.parent) == [path.name]


def test_career_growth(tmp_path: Path, career_growth: Template) -> None:
    """The built-in template survives in its file to the last letter."""
    path = tmp_path / "career.ladder"
    workbook = new_workbook(career_growth)

    create(path, workbook)

    assert read(path).workbook == workbook


@pytest.mark.parametrize("name", ["ü é.ladder", "a?b#c%20.ladder", "100% [x].ladder", "-x.ladder"])
def test_names(tmp_path: Path, workbook: Workbook, name: str) -> None:
    """Any name that the system takes is a name for a workbook file."""
    create(tmp_path / name, workbook)

    assert read(tmp_path / name).workbook == workbook
    assert names(tmp_path) == [name]


TEXTS = [
    "\0\x01\x1b",
    "שלום العربية 中文 हिन्दी 👩‍🏫",
    "\u2028\u00a0\u200b",
    "a" * 1_000_000,
    '"\\/\r\n',
]


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: ascii(text[:8]))
def test_texts(tmp_path: Path, workbook: Workbook, text: str) -> None:
    """Every text comes back exactly: control characters, any script, a megabyte."""
    create(tmp_path / "x.ladder", workbook.with_answer("how", text))

    assert read(tmp_path / "x.ladder").workbook.answers["how"] == text


def test_create_refuses_to_overwrite(path: Path, workbook: Workbook) -> None:
    """A file that is there is not replaced by a new one."""
    before = path.read_bytes()

    with pytest.raises(WorkbookFileError, match=r"already a file “ada\.ladder”"):
        create(path, workbook)

    assert path.read_bytes() == before
    assert names(path.parent) == [path.name]


def test_create_without_a_folder(tmp_path: Path, workbook: Workbook) -> None:
    """A folder that is not there is named."""
    with pytest.raises(WorkbookFileError, match=r"gone.*not there"):
        create(tmp_path / "gone" / "x.ladder", workbook)


def test_create_without_links(
    tmp_path: Path, workbook: Workbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that knows no links, such as a stick, takes a workbook file too."""

    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)

    create(tmp_path / "x.ladder", workbook)

    assert read(tmp_path / "x.ladder").workbook == workbook
    assert names(tmp_path) == ["x.ladder"]


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _few(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0")


def _noise(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 64)


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _gone(path: Path) -> None:
    path.unlink()


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _other_database(path: Path) -> None:
    path.unlink()
    _sql(path, "CREATE TABLE t (a)", "INSERT INTO t VALUES (1)")


def _other_database_wal(path: Path) -> None:
    path.unlink()
    _sql(path, "PRAGMA journal_mode = WAL", "CREATE TABLE t (a)")


def _newer(path: Path) -> None:
    _sql(path, "PRAGMA user_version = 99")


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:9000])


def _trigger(path: Path) -> None:
    _sql(path, "CREATE TRIGGER t AFTER UPDATE ON texts BEGIN DELETE FROM texts; END")


def _view(path: Path) -> None:
    _sql(path, "ALTER TABLE state RENAME TO kept", "CREATE VIEW state AS SELECT * FROM kept")


def _virtual(path: Path) -> None:
    _sql(path, "CREATE VIRTUAL TABLE more USING fts5(a)")


def _other_columns(path: Path) -> None:
    _sql(path, "ALTER TABLE texts ADD COLUMN more AS (hex(text))")


def _no_table(path: Path) -> None:
    _sql(path, "DROP TABLE pictures")


def _no_template(path: Path) -> None:
    _sql(path, "DELETE FROM texts WHERE name = '/template'")


def _changed_text(path: Path) -> None:
    _sql(path, """UPDATE texts SET text = '"Never."' WHERE name = 'why'""")


def _no_state(path: Path) -> None:
    _sql(path, "DELETE FROM state")


def _garbled_definition(path: Path) -> None:
    content = path.read_bytes()
    place = content.index(b"CREATE TABLE texts")
    path.write_bytes(content[:place] + b"\xe5\xff CREATE TABL\xe5" + content[place + 14 :])


def _huge(path: Path) -> None:
    _sql(path, "UPDATE texts SET text = CAST(zeroblob(40000000) AS TEXT) WHERE name = 'why'")


REFUSED: list[tuple[Callable[[Path], None], type[WorkbookFileError], str]] = [
    (_gone, WorkbookFileError, "There is no file “ada.ladder”"),
    (_folder, WorkbookFileError, "is a folder"),
    (_pipe, WorkbookFileError, "not an ordinary file"),
    (_empty, WorkbookFileError, "is empty"),
    (_few, WorkbookFileError, "is not a workbook"),
    (_noise, WorkbookFileError, "is not a workbook"),
    (_other_database, WorkbookFileError, "is not a workbook"),
    (_other_database_wal, WorkbookFileError, "is not a workbook|can't be opened"),
    (_newer, WorkbookFileError, "written by a newer version"),
    (_cut, DamagedError, "is damaged"),
    (_trigger, WorkbookFileError, "does not belong into a workbook"),
    (_view, WorkbookFileError, "does not belong into a workbook"),
    (_virtual, WorkbookFileError, "does not belong into a workbook"),
    (_other_columns, WorkbookFileError, "does not belong into a workbook"),
    (_no_table, DamagedError, "missing .pictures."),
    (_no_template, DamagedError, "missing .template."),
    (_no_state, DamagedError, "missing .state."),
    (_changed_text, DamagedError, "“why” is not as it was saved"),
    (_huge, DamagedError, "is damaged"),
    (_garbled_definition, DamagedError, "is damaged"),
]


@pytest.mark.parametrize(
    ("spoil", "kind", "message"),
    REFUSED,
    ids=lambda case: getattr(case, "__name__", str(case))[:25],
)
def test_refused(
    path: Path, spoil: Callable[[Path], None], kind: type[WorkbookFileError], message: str
) -> None:
    """What is no sound workbook file is refused with the reason, and stays byte for byte."""
    spoil(path)
    before = path.read_bytes() if path.is_file() else None
    beside = names(path.parent)

    with pytest.raises(kind, match=message):
        read(path)

    assert (path.read_bytes() if path.is_file() else None) == before
    assert names(path.parent) == beside


def _store(path: Path, name: str, json: str) -> None:
    with sqlite3.connect(path) as conn:
        text = Text(name, json)
        conn.execute("INSERT OR REPLACE INTO texts VALUES (?, ?, ?)", (name, json, text.crc))
    conn.close()


DEEP = "[" * 100_000 + "]" * 100_000
MISFITS = [
    ("why", "17", "does not fit"),
    ("goals", '[{"cost": "1"}]', "names “cost”"),
    ("why", DEEP, "can't be read"),
    ("goals", "[" + ",".join(["{}"] * 1_100_000) + "]", "too many parts"),
    ("/details", '{"name": 3}', "does not fit"),
    ("why", '"\\ud800"', "can't be read"),
]


@pytest.mark.parametrize(("name", "json", "reason"), MISFITS, ids=[m[2] for m in MISFITS])
def test_misfits(path: Path, name: str, json: str, reason: str) -> None:
    """An answer that does not fit its block is reported, and the rest opens."""
    _store(path, name, json)

    stored = read(path)

    assert [(misfit.name, misfit.json) for misfit in stored.misfits] == [(name.strip("/"), json)]
    assert reason in str(stored.misfits[0].reason)
    assert set(stored.workbook.answers) == {"why", "how", "goals"}


def test_answer_without_question(path: Path) -> None:
    """An answer whose block the template does not have is kept as no longer asked."""
    _store(path, "long-gone", '"still here"')

    assert read(path).workbook.no_longer_asked == {"long-gone": "still here"}


def test_no_longer_asked(tmp_path: Path, workbook: Workbook) -> None:
    """Answers that are no longer asked for come back as they went in."""
    kept = msgspec.structs.replace(workbook, no_longer_asked={"old": {"a": [1, None, "x"]}})

    create(tmp_path / "x.ladder", kept)

    assert read(tmp_path / "x.ladder").workbook == kept


def test_details(tmp_path: Path, small: Template) -> None:
    """All details come back."""
    details = Details("Ada", "Teacher", "North", "lea", "Growth", "2026-11-21", "Grace")

    create(tmp_path / "x.ladder", new_workbook(small, details))

    assert read(tmp_path / "x.ladder").workbook.details == details


def test_read_only_folder(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can be written the workbook opens for reading."""
    monkeypatch.setattr(os, "access", lambda _place, mode: mode != os.W_OK)

    assert read(path).read_only


def test_hot_journal(path: Path, tmp_path: Path) -> None:
    """A save that a crash cut short is undone for the reader, while the file stays as it is."""
    spoiled = tmp_path / "crashed.ladder"
    conn = sqlite3.connect(path, isolation_level=None)
    conn.execute("PRAGMA journal_mode = TRUNCATE")
    conn.execute("PRAGMA cache_size = 1")
    conn.execute("BEGIN IMMEDIATE")
    conn.execute("UPDATE texts SET text = text || hex(zeroblob(90000)) WHERE name = 'why'")
    conn.execute("PRAGMA cache_spill = 1")
    conn.execute("UPDATE texts SET crc = 0")
    spoiled.write_bytes(path.read_bytes())
    beside = spoiled.with_name(spoiled.name + "-journal")
    beside.write_bytes(path.with_name(path.name + "-journal").read_bytes())
    conn.execute("ROLLBACK")
    conn.close()
    before = spoiled.read_bytes(), beside.read_bytes()

    stored = read(spoiled)

    assert before[0] != path.read_bytes()
    assert stored.workbook.answers["why"] == "Because."
    assert (spoiled.read_bytes(), beside.read_bytes()) == before


def test_other_mode(path: Path, workbook: Workbook) -> None:
    """A file that another program left in WAL mode is read, and nothing appears beside it."""
    conn = sqlite3.connect(path)
    conn.execute("PRAGMA journal_mode = WAL")
    conn.close()

    stored = read(path)

    assert stored.workbook == workbook
    assert names(path.parent) == [path.name]


def test_amend(path: Path, tmp_path: Path, workbook: Workbook) -> None:
    """A change without a window is one step; what was there is in the history."""
    after = workbook.with_answer("why", "Changed.")

    amend(path, read(path), after, Mark("before", "fill"), tmp_path / "data")

    assert read(path).workbook == after
    assert answer_at(path, moments(path)[-1].id, "why") == "Because."
    assert names(path.parent) == ["ada.ladder", "data"]


def test_amend_keeps_misfits(path: Path, tmp_path: Path, workbook: Workbook) -> None:
    """An answer that does not fit stays where it is while others change."""
    _store(path, "why", "17")

    amend(path, read(path), workbook.with_answer("why", "").with_answer("how", "So."),
          Mark("before", "fill"), tmp_path / "data")  # fmt: skip

    stored = read(path)
    assert [(misfit.name, misfit.json) for misfit in stored.misfits] == [("why", "17")]
    assert stored.workbook.answers["how"] == "So."


def test_amend_refuses_an_open_file(path: Path, tmp_path: Path, workbook: Workbook) -> None:
    """What is open in a window is not changed behind its back."""
    lock = take(path, tmp_path / "data")

    with pytest.raises(TakenError):
        amend(path, read(path), workbook, Mark("before", "fill"), tmp_path / "data")

    lock.release()
