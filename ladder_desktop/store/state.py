"""What a workbook file holds, as it is stored: texts, and what it knows of its last save."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec

from ladder_desktop.errors import N_, WorkbookFileError
from ladder_desktop.store.connection import LARGEST_VALUE
from ladder_desktop.store.faults import DamagedError
from ladder_desktop.store.pictures import ids_in
from ladder_desktop.store.reading import decoded, look
from ladder_desktop.store.texts import DETAILS, IDENTITY, TEMPLATE, Text

LARGEST_TOTAL = 5 * LARGEST_VALUE  # bytes of all texts together


class State(msgspec.Struct, frozen=True):
    """The texts of a workbook file and what it knows of its last save.

    Attributes:
        texts: JSON by name.
        owner: who has it open, as `owner.write_owner` wrote it; blank when closed.
        last_commit: the random id of the last save.
        changed: its moment, ISO in UTC.
        moments: the random ids of the moments in its history.
        pictures: the ids of its pictures.
    """

    texts: dict[str, str]
    owner: str
    last_commit: str
    changed: str
    moments: frozenset[str]
    pictures: frozenset[str] = frozenset()


def read_state(path: Path, *, thoroughly: bool = False) -> State:
    """Read the texts of a workbook file, each checked against its checksum.

    Args:
        path: the file.
        thoroughly: check every page of it, too.

    Raises:
        WorkbookFileError: it can't be read, or is no workbook.
        DamagedError: it can't be trusted.
    """

    def ask(conn: sqlite3.Connection) -> State:
        if thoroughly:
            conn.set_progress_handler(None, 0)  # thousands of pictures take their time
            check_pages(conn, path)
        return state_of(conn, path)

    return look(path, ask)


def check_pages(conn: sqlite3.Connection, path: Path, table: str = "1") -> None:
    """Check how the pages of a file, or of one of its tables, hang together.

    Raises:
        DamagedError: they do not.
    """
    problem = conn.execute(f"PRAGMA quick_check({table})").fetchone()[0]
    if problem not in ("ok", b"ok"):
        raise DamagedError(
            N_(
                "“{file}” is damaged and was left as it is. What can still be read can be put "
                "into a new workbook."
            ),
            file=path.name,
        )


def state_of(conn: sqlite3.Connection, path: Path) -> State:
    """Return the texts and the state behind a reading connection."""
    row = conn.execute("SELECT owner, last_commit, changed FROM state WHERE id = 1").fetchone()
    texts = dict(_checked_texts(conn, path))
    missing = [name for name in (IDENTITY, TEMPLATE, DETAILS) if name not in texts]
    if row is None or missing:
        raise DamagedError(
            N_("“{file}” is damaged: a part of it is missing ({part})."),
            file=path.name,
            part=missing[0].strip("/") if missing else "state",
        )
    owner, last_commit, changed = (decoded(value, path) for value in row)
    moments = frozenset(decoded(row[0], path) for row in conn.execute("SELECT id FROM entries"))
    return State(texts, owner, last_commit, changed, moments, ids_in(conn))


def _checked_texts(conn: sqlite3.Connection, path: Path) -> Iterator[Text]:
    total = 0
    for name, json, crc in conn.execute("SELECT name, text, crc FROM texts"):
        text = Text(decoded(name, path), decoded(json, path))
        if text.crc != crc:
            raise DamagedError(
                N_("“{file}” is damaged: “{name}” is not as it was saved."),
                file=path.name,
                name=text.name.strip("/")[:60],
            )
        total += len(json)
        if total > LARGEST_TOTAL:
            raise WorkbookFileError(
                N_("“{file}” is too large for a workbook and was not opened."), file=path.name
            )
        yield text
