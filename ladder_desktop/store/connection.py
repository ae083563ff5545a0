"""Connections to a workbook file: for reading without a trace, and for the one writer."""

import contextlib
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

from ladder_desktop.store.faults import TROUBLES

LARGEST_VALUE = 32_000_000  # bytes; an answer of a million words has room, a trap has not
PATIENCE = 4.0  # seconds of the processor, so that a slow stick is no damage
BUSY_TIMEOUT = 2.0  # seconds to wait for another program's lock
STEPS = 10_000  # of SQLite's machine between two looks at the clock


# how to open a file that stays as it is
READING = "mode=ro"
UNSEEN = "immutable=1"  # takes no lock and looks at no file beside it: for strange files
UNLOCKED = "mode=ro&nolock=1"  # can't open a file that is in WAL mode, and so tells it


def connect_reading(path: Path, how: str = READING) -> sqlite3.Connection:
    """Open a file for reading, so that it stays as it is."""
    conn = _connect(path, how)
    deadline = time.thread_time() + PATIENCE
    conn.set_progress_handler(lambda: time.thread_time() > deadline, STEPS)
    conn.text_factory = bytes
    conn.execute("PRAGMA query_only = ON")
    return conn


def connect_writing(path: Path) -> sqlite3.Connection:
    """Open an existing file for writing, in the way that loses nothing when the power fails.

    In journal mode DELETE the folder is not synced after the journal is removed, so a power cut
    could bring it back and undo a commit; TRUNCATE has no such gap.
    """
    conn = _connect(path, "mode=rw")
    conn.execute("PRAGMA synchronous = FULL")
    conn.execute("PRAGMA fullfsync = ON")  # macOS; nothing elsewhere
    conn.execute("PRAGMA foreign_keys = ON")
    conn.execute("PRAGMA journal_mode = TRUNCATE").fetchall()
    return conn


@contextlib.contextmanager
def transaction(conn: sqlite3.Connection) -> Iterator[None]:
    """Run a block in one transaction that holds the write lock from its start."""
    conn.execute("BEGIN IMMEDIATE")
    try:
        yield
        conn.execute("COMMIT")
    except BaseException:
        if conn.in_transaction:
            # the trouble that led here is the one to tell of, not that of the clean-up
            with contextlib.suppress(*TROUBLES):
                conn.execute("ROLLBACK")
        raise


def _connect(path: Path, how: str) -> sqlite3.Connection:
    conn = sqlite3.connect(
        f"{uri(path)}?{how}",
        uri=True,
        timeout=BUSY_TIMEOUT,
        isolation_level=None,
        check_same_thread=False,
    )
    harden(conn)
    return conn


def harden(conn: sqlite3.Connection) -> None:
    """Take from SQLite what a hostile file could use."""
    conn.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_VALUE)
    set_config = getattr(conn, "setconfig", None)  # from Python 3.12
    if set_config is not None:
        set_config(getattr(sqlite3, "SQLITE_DBCONFIG_DEFENSIVE"), True)  # noqa: B009 - see above
    conn.execute("PRAGMA trusted_schema = OFF")
    conn.execute("PRAGMA cell_size_check = ON")
    conn.execute("PRAGMA mmap_size = 0")  # a stick pulled out would end the program


def uri(path: Path) -> str:
    """Return the address under which SQLite finds a file, whatever its name holds."""
    plain = path.absolute().as_posix()
    for sign in "%?#":
        plain = plain.replace(sign, f"%{ord(sign):02x}")
    return "file://" + ("" if plain.startswith("/") else "/") + plain
