"""Fills the index of all workbooks, and lets it forget what is not there any more."""

import sqlite3
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from ladder_desktop.errors import LadderError
from ladder_desktop.store.connection import transaction
from ladder_desktop.store.faults import DamagedError
from ladder_desktop.store.file import Stored, read
from ladder_desktop.store.index import MOST_PASSAGES, SHIFT, Index
from ladder_desktop.words import Words
from ladder_desktop.workbook.matching import words_in
from ladder_desktop.workbook.passages import Passage, passages

LONGEST = 1_000_000  # letters of a passage that are looked at
ALL_TOGETHER = 5_000_000  # letters of a workbook that are looked at
AT_ONCE = 0.3  # seconds of work between two commits


class Look(msgspec.Struct, frozen=True):
    """What tells that a workbook file is still the one that was indexed."""

    size: int
    modified: int


class Entry(msgspec.Struct, frozen=True):
    """What the index says of a workbook; `who` is searched with each of its passages."""

    path: str
    look: Look
    last_commit: str = ""
    name: str = ""
    title: str = ""
    who: str = ""
    changed: str = ""


class Indexer:
    """Brings an index up to date, in turns that are short and can be ended between any two.

    Attributes:
        index: the index.
    """

    def __init__(self, index: Index, words: Words, pause: Callable[[], bool]) -> None:
        """Take what is needed; nothing is opened yet.

        Args:
            index: the index.
            words: for what kinds of blocks say of answers.
            pause: called between two workbooks; returns whether to go on.
        """
        self.index = index
        self._words = words
        self._pause = pause

    def refresh(self, paths: Iterable[Path]) -> None:
        """Take in what was written into these workbooks; forget those that are not there.

        Raises:
            SearchError: the index can't be written just now.
        """
        waiting = [path for path in dict.fromkeys(map(Path.absolute, paths)) if _is_text(path)]
        waiting.reverse()
        while waiting:
            if not self.index.use(lambda conn: self._turn(conn, waiting)):
                return

    def known(self) -> list[Path]:
        """Return the workbooks in the index.

        Raises:
            SearchError: the index can't be read just now.
        """
        return self.index.use(
            lambda conn: [Path(path) for (path,) in conn.execute("SELECT path FROM workbooks")]
        )

    def tidy(self) -> None:
        """Write the index anew without a trace of what was taken out of it.

        Raises:
            SearchError: the index can't be written just now.
        """
        self.index.use(lambda conn: conn.execute("INSERT INTO found (found) VALUES ('optimize')"))

    def _turn(self, conn: sqlite3.Connection, waiting: list[Path]) -> bool:
        """Look at some workbooks in one transaction; tell whether to go on."""
        end = time.monotonic() + AT_ONCE
        done: list[Path] = []
        try:
            with transaction(conn):
                while waiting and time.monotonic() < end:
                    done.append(waiting.pop())
                    _refresh(conn, done[-1], self._words)
                    if not self._pause():
                        waiting.clear()
                        done.clear()
                        return False
        except BaseException:
            waiting += reversed(done)  # none of them was taken in
            raise
        return True


def _refresh(conn: sqlite3.Connection, path: Path, words: Words) -> None:
    look = _look(path)
    row = conn.execute(
        "SELECT id, size, modified, last_commit, who FROM workbooks WHERE path = ?", (str(path),)
    ).fetchone()
    if look is None:
        if row:
            _forget(conn, row[0], row[4])
        return
    if row and Look(row[1], row[2]) == look:
        return
    try:
        stored = read(path)
    except DamagedError:
        _put(conn, Entry(str(path), look), [])
    except LadderError:
        return  # in use, or no workbook any more: the next time tells
    else:
        if row and row[3] == stored.last_commit:
            conn.execute(
                "UPDATE workbooks SET size = ?, modified = ? WHERE id = ?",
                (look.size, look.modified, row[0]),
            )
        else:
            _put(conn, _entry(path, look, stored), _kept(stored, words))


def _is_text(path: Path) -> bool:
    """Tell whether a path can be kept as text; a name of bytes that are no letters can't."""
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return False
    return True


def _look(path: Path) -> Look | None:
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return Look(found.st_size, found.st_mtime_ns)


def _entry(path: Path, look: Look, stored: Stored) -> Entry:
    details, title = stored.workbook.details, stored.workbook.template.title
    who = f"{details.name} {details.organization} {details.workshop} {title} {path.stem}"
    return Entry(
        str(path),
        look,
        stored.last_commit,
        details.name,
        title,
        who,
        stored.changed.isoformat() if stored.changed else "",
    )


def _kept(stored: Stored, words: Words) -> list[Passage]:
    found: list[Passage] = []
    room = ALL_TOGETHER
    for passage in passages(stored.workbook, words):
        text = passage.text[: min(LONGEST, room)]
        room -= len(text)
        if room <= 0 or len(found) >= MOST_PASSAGES:
            break
        found.append(msgspec.structs.replace(passage, text=text))
    return found


def _put(conn: sqlite3.Connection, entry: Entry, kept: list[Passage]) -> None:
    """Put a workbook's passages in the place of the former; the same ones stay untouched."""
    row = conn.execute("SELECT id, who FROM workbooks WHERE path = ?", (entry.path,)).fetchone()
    values = (*msgspec.structs.astuple(entry.look), *msgspec.structs.astuple(entry)[2:])
    if row:
        number, who = row
        conn.execute(
            "UPDATE workbooks SET size = ?, modified = ?, last_commit = ?, name = ?, title = ?,"
            " who = ?, changed = ? WHERE id = ?",
            (*values, number),
        )
    else:
        number, who = _add(conn, entry.path, values), entry.who
    before = _passages(conn, number)
    after = {(number << SHIFT) + at: passage for at, passage in enumerate(kept)}
    is_same_person = who == entry.who
    for at, passage in before.items():
        if not (is_same_person and after.get(at) == passage):
            _take_out(conn, at, who, passage)
    for at, passage in after.items():
        if not (is_same_person and before.get(at) == passage):
            _put_in(conn, at, entry.who, passage)


def _add(conn: sqlite3.Connection, path: str, values: tuple[object, ...]) -> int:
    added = conn.execute(
        "INSERT INTO workbooks (path, size, modified, last_commit, name, title, who, changed)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        (path, *values),
    ).fetchone()
    return int(added[0])


def _forget(conn: sqlite3.Connection, number: int, who: str) -> None:
    for at, passage in _passages(conn, number).items():
        _take_out(conn, at, who, passage)
    conn.execute("DELETE FROM workbooks WHERE id = ?", (number,))


def _passages(conn: sqlite3.Connection, number: int) -> dict[int, Passage]:
    rows = conn.execute(
        "SELECT id, section, block, question, text FROM passages WHERE id >= ? AND id < ?",
        (number << SHIFT, (number + 1) << SHIFT),
    )
    return {row[0]: Passage(*row[1:]) for row in rows}


def _put_in(conn: sqlite3.Connection, at: int, who: str, passage: Passage) -> None:
    conn.execute(
        "INSERT INTO passages VALUES (?, ?, ?, ?, ?)", (at, *msgspec.structs.astuple(passage))
    )
    conn.execute(
        "INSERT INTO found (rowid, who, question, text) VALUES (?, ?, ?, ?)",
        (at, *_indexed(who, passage)),
    )


def _take_out(conn: sqlite3.Connection, at: int, who: str, passage: Passage) -> None:
    # an index that keeps no texts has to be told which words it is to forget
    conn.execute(
        "INSERT INTO found (found, rowid, who, question, text) VALUES ('delete', ?, ?, ?, ?)",
        (at, *_indexed(who, passage)),
    )
    conn.execute("DELETE FROM passages WHERE id = ?", (at,))


def _indexed(who: str, passage: Passage) -> tuple[str, str, str]:
    # the details say who it is themselves
    is_details = not passage.section and not passage.question
    parts = ("" if is_details else who, passage.question, passage.text)
    if is_details:
        parts = ("", "", f"{passage.text} {who}")
    before, question, text = (" ".join(words_in(part)) for part in parts)
    return before, question, text
