"""Making workbook files: complete, or not there at all, and never over another one."""

import contextlib
import errno
import os
import secrets
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from ladder_desktop.errors import N_, WorkbookFileError
from ladder_desktop.store.connection import harden, transaction
from ladder_desktop.store.faults import TROUBLES, Trouble, is_too_long, making_fault
from ladder_desktop.store.history import Mark, record
from ladder_desktop.store.owner import now
from ladder_desktop.store.pictures import INSERT, rows_of
from ladder_desktop.store.texts import Text, former_texts, texts_of
from ladder_desktop.workbook.workbook import Workbook

NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL, errno.ENOSYS, errno.EMLINK)


def create(path: Path, workbook: Workbook) -> None:
    """Make a new workbook file; it is there complete or not at all.

    Of the pictures only those go in that a text names.

    Raises:
        WorkbookFileError: something lies there already, or the place can't be written to.
        AnswerError: an answer holds what can't be stored.
    """
    texts = texts_of(workbook) + former_texts(workbook)

    def write(conn: sqlite3.Connection) -> None:
        # one after the other: together they may be large
        conn.executemany(INSERT, rows_of(workbook.pictures, workbook.named_pictures()))
        fill(conn, texts)

    build(path, write)


def build(path: Path, fill: Callable[[sqlite3.Connection], None]) -> None:
    """Make a new workbook file under a name of its own, let it be filled, then put it in place."""
    # sqlite-utils takes 100 ms; reading, which the first paint waits for, must not pay for it
    from ladder_desktop.store.migrations import migrate  # noqa: PLC0415

    def write(temporary: Path) -> None:
        with contextlib.closing(sqlite3.connect(temporary, isolation_level=None)) as conn:
            harden(conn)
            conn.execute("PRAGMA fullfsync = ON")
            migrate(conn)
            with transaction(conn):
                fill(conn)

    place(path, write)


def fill(conn: sqlite3.Connection, texts: list[Text]) -> None:
    """Put the texts of a new workbook into its empty file."""
    conn.executemany(
        "INSERT INTO texts VALUES (?, ?, ?)", [(text.name, text.json, text.crc) for text in texts]
    )
    conn.execute("UPDATE state SET last_commit = ?, changed = ?", (secrets.token_hex(8), now()))
    record(conn, Mark("created"))


def place(path: Path, write: Callable[[Path], None]) -> None:
    """Let a file be written under another name in the same folder, then give it its own.

    Raises:
        WorkbookFileError: something lies there already, or the place can't be written to.
    """
    if os.path.lexists(path):
        raise _in_the_way(path)
    if is_too_long(path):
        raise _not_made(path, OSError(errno.ENAMETOOLONG, os.strerror(errno.ENAMETOOLONG)))
    # so short that its journal has a name, too, even where each letter takes four bytes
    temporary = path.with_name(f".{path.name[:40]}.{secrets.token_hex(4)}.tmp")
    try:
        with _removed_at_last(temporary):
            write(temporary)
            _put(temporary, path)
            # it is there by now; some network drives can't promise more
            with contextlib.suppress(OSError):
                sync_folder(path.parent)
    except FileExistsError:
        raise _in_the_way(path) from None
    except (*TROUBLES, OSError) as error:
        raise _not_made(path, error) from None


def _put(temporary: Path, path: Path) -> None:
    """Give a finished file its name, unless something else has it.

    Raises:
        FileExistsError: something has it.
    """
    if os.name == "nt":
        temporary.rename(path)  # refuses to overwrite there
        return
    try:
        os.link(temporary, path)
    except OSError as error:
        if error.errno not in NO_LINKS:
            raise
        _claim_and_replace(temporary, path)


def _claim_and_replace(temporary: Path, path: Path) -> None:
    """Do without links, as on a stick: an empty file holds the name for a moment."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
    temporary.replace(path)


@contextlib.contextmanager
def _removed_at_last(temporary: Path) -> Iterator[None]:
    try:
        yield
    finally:
        for suffix in ("", "-journal"):
            with contextlib.suppress(OSError):
                os.unlink(f"{temporary}{suffix}")  # noqa: PTH108 - names, not paths


def sync_folder(folder: Path) -> None:
    """Make the names in a folder last through a power cut; Windows does so by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _not_made(path: Path, error: Trouble) -> WorkbookFileError:
    return WorkbookFileError(
        N_("“{file}” can't be made: {reason}"), file=path.name, reason=making_fault(error, path)
    )


def _in_the_way(path: Path) -> WorkbookFileError:
    return WorkbookFileError(
        N_("There is already a file “{file}” in “{folder}”. Choose another name."),
        file=path.name,
        folder=str(path.parent),
    )
