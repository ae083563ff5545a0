"""The index of all of a person's workbooks: one file beside the other data, made anew at will.

It holds what was written, passage by passage, and for each word where it stands (SQLite's FTS5).
The words are parted and folded here (`workbook.matching`), so that every version of SQLite finds
the same in every script. Nothing in it is the only copy of anything: a damaged index is deleted
and filled again.
"""

import contextlib
import sqlite3
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from ladder_desktop.errors import N_, LadderError
from ladder_desktop.paths import is_there, make_folder
from ladder_desktop.store.connection import BUSY_TIMEOUT, harden, transaction, uri
from ladder_desktop.store.faults import TROUBLES, fault, is_damage

FILE = "search.sqlite"
VERSION = 1  # of the tables; another one is made anew
SHIFT = 20  # bits of a passage's number that count within its workbook
MOST_PASSAGES = 1 << SHIFT
# what words are depends on the letters that this Python knows
STAMP = f"{VERSION} {unicodedata.unidata_version}"
TABLES = (
    "CREATE TABLE stamp (id INTEGER PRIMARY KEY CHECK (id = 1), text TEXT NOT NULL)",
    """CREATE TABLE workbooks (
        id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE,
        size INTEGER NOT NULL, modified INTEGER NOT NULL, last_commit TEXT NOT NULL,
        name TEXT NOT NULL, title TEXT NOT NULL, who TEXT NOT NULL, changed TEXT NOT NULL)""",
    """CREATE TABLE passages (
        id INTEGER PRIMARY KEY,
        section TEXT NOT NULL, block TEXT NOT NULL, question TEXT NOT NULL, text TEXT NOT NULL)""",
    """CREATE VIRTUAL TABLE found USING fts5 (
        who, question, text, tokenize = 'ascii', content = '', columnsize = 0)""",
)
T = TypeVar("T")


class SearchError(LadderError):
    """The index can't be used just now; workbooks themselves are not concerned."""


class Index:
    """The index in a person's data folder.

    Every use opens the file and closes it again: other windows use it, and may delete it.
    """

    def __init__(self, data: Path) -> None:
        """Take the folder (`Places.data`); nothing is opened yet."""
        self.path = data / FILE

    def exists(self) -> bool:
        """Tell whether there is an index."""
        return is_there(self.path)

    def use(self, do: Callable[[sqlite3.Connection], T]) -> T:
        """Return what `do` returns for a connection to the index, which is made if need be.

        Raises:
            SearchError: it can't be made, or is in use for too long.
        """
        for is_last in (False, True):
            try:
                with self._opened() as conn:
                    return do(conn)
            except TROUBLES as error:
                if is_last or not is_damage(error):
                    raise self._refusal(error) from None
            self.drop()
        raise AssertionError

    def drop(self) -> None:
        """Delete the index; where another window keeps its file open, empty it."""
        try:
            for path in (self.path, self.path.with_name(f"{FILE}-journal")):
                path.unlink(missing_ok=True)
        except OSError:
            with contextlib.suppress(*TROUBLES), self._connected() as conn:
                for table in ("found", "passages", "workbooks", "stamp"):
                    conn.execute(f"DROP TABLE IF EXISTS {table}")
                conn.execute("VACUUM")

    @contextlib.contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        with self._connected() as conn:
            if not _is_current(conn):
                _build(conn)
            yield conn

    @contextlib.contextmanager
    def _connected(self) -> Iterator[sqlite3.Connection]:
        try:
            make_folder(self.path.parent)
        except OSError as error:
            raise self._refusal(error) from None
        with contextlib.closing(
            sqlite3.connect(
                f"{uri(self.path)}?mode=rwc", uri=True, timeout=BUSY_TIMEOUT, isolation_level=None
            )
        ) as conn:
            harden(conn)
            # what was deleted is not to be found in the file by others, either
            conn.execute("PRAGMA secure_delete = ON")
            # a power cut may cost the index, which is then made anew
            conn.execute("PRAGMA synchronous = OFF")
            yield conn

    def _refusal(self, error: sqlite3.Error | UnicodeDecodeError | OSError) -> SearchError:
        return SearchError(
            N_("All workbooks can't be searched just now: {reason}"),
            reason=fault(error, self.path),
        )


def _is_current(conn: sqlite3.Connection) -> bool:
    try:
        found = conn.execute("SELECT text FROM stamp").fetchone()
        conn.execute("SELECT rowid FROM found LIMIT 0")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_ERROR:
            return False  # another version's, or nobody's yet
        raise
    return bool(found == (STAMP,))


def _build(conn: sqlite3.Connection) -> None:
    with transaction(conn):
        if _is_current(conn):
            return  # another window was quicker
        for (name,) in conn.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name IN"
            " ('stamp', 'workbooks', 'passages', 'found')"
        ).fetchall():
            conn.execute(f"DROP TABLE {name}")
        for table in TABLES:
            conn.execute(table)
        conn.execute("INSERT INTO stamp VALUES (1, ?)", (STAMP,))
