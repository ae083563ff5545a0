"""Looking into a workbook file without leaving a trace on it."""

import contextlib
import sqlite3
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from ladder_desktop.errors import N_, WorkbookFileError
from ladder_desktop.store.connection import UNLOCKED, UNSEEN, connect_reading
from ladder_desktop.store.faults import TROUBLES, DamagedError, is_hot_journal, reading_fault
from ladder_desktop.store.layout import APPLICATION_ID, FORMAT, check_layout

SMALLEST = 512  # bytes: the least page of an SQLite database
T = TypeVar("T")


def look(path: Path, ask: Callable[[sqlite3.Connection], T]) -> T:
    """Return what `ask` finds in a checked workbook file; the file is not written to.

    Raises:
        WorkbookFileError: it can't be read, is no workbook, is newer, or holds what is not ours.
        DamagedError: it is one of ours but can't be trusted.
    """
    check_place(path)
    check_header(path)
    try:
        if not _is_in_wal_mode(path):
            return _ask(path, ask)
    except TROUBLES as error:
        if not is_hot_journal(error) or not _has_hot_journal(path):
            raise reading_fault(error, path) from None
    return _look_at_recovered(path, ask)


def beside(path: Path, what: str) -> Path:
    """Return a file that SQLite keeps beside a workbook file: its journal or its wal."""
    return path.with_name(f"{path.name}-{what}")


def check_place(path: Path) -> None:
    """Refuse what is not an ordinary file with something in it, before anything opens it."""
    try:
        found = path.stat()
    except FileNotFoundError:
        raise WorkbookFileError(
            N_("There is no file “{file}” in “{folder}”. It may have been moved or renamed."),
            file=path.name,
            folder=str(path.parent),
        ) from None
    except (OSError, ValueError) as error:  # a name with NUL in it is a ValueError
        trouble = error if isinstance(error, OSError) else OSError()
        raise reading_fault(trouble, path) from None
    if stat.S_ISDIR(found.st_mode):
        raise WorkbookFileError(
            # “.” and “/” have no name
            N_("“{file}” is a folder. Open a workbook in it instead."),
            file=path.name or str(path),
        )
    if not stat.S_ISREG(found.st_mode):
        raise WorkbookFileError(N_("“{file}” is not an ordinary file."), file=path.name)
    if found.st_size == 0:
        raise WorkbookFileError(
            N_("“{file}” is empty: it holds nothing at all. Look for another copy of it."),
            file=path.name,
        )
    if found.st_size < SMALLEST:
        raise _stranger(path)


def check_header(path: Path) -> None:
    """Refuse a file that is not ours or newer, by its first page alone.

    SQLite itself takes the look, without locks: closing a file that was opened beside it would
    drop the locks of a writer in the same process (https://sqlite.org/howtocorrupt.html, 2.2).
    """
    try:
        with contextlib.closing(connect_reading(path, UNSEEN)) as conn:
            application = conn.execute("PRAGMA application_id").fetchone()[0]
            number = conn.execute("PRAGMA user_version").fetchone()[0]
    except TROUBLES as error:
        if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_NOTADB:
            raise _stranger(path) from None
        if not _has_hot_journal(path):
            raise reading_fault(error, path) from None
        # in the midst of a save the first page may tell of pages that are not there yet
        with recovered_copy(path) as copy:
            check_header(copy)
        return
    if application != APPLICATION_ID:
        raise _stranger(path)
    if number > FORMAT:
        raise WorkbookFileError(
            N_(
                "“{file}” was written by a newer version of this program. Install that version to "
                "open it; the file was left as it is."
            ),
            file=path.name,
        )
    if number < 1:
        raise DamagedError(
            N_("“{file}” is damaged: it does not say which format it has."), file=path.name
        )


def _stranger(path: Path) -> WorkbookFileError:
    return WorkbookFileError(
        N_("“{file}” is not a workbook, or so badly damaged that it can't be told as one."),
        file=path.name,
    )


def _has_hot_journal(path: Path) -> bool:
    try:
        return beside(path, "journal").stat().st_size > 0
    except OSError:
        return False


def _is_in_wal_mode(path: Path) -> bool:
    """Tell whether another program left the file in a mode where even reading makes files."""
    try:
        with contextlib.closing(connect_reading(path, UNLOCKED)) as conn:
            conn.execute("PRAGMA application_id").fetchone()
    except TROUBLES as error:
        return getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_CANTOPEN
    return False


def _ask(path: Path, ask: Callable[[sqlite3.Connection], T]) -> T:
    with contextlib.closing(connect_reading(path)) as conn:
        conn.execute("BEGIN")  # one state, even while another program saves
        check_layout(conn, path)
        return ask(conn)


def _look_at_recovered(path: Path, ask: Callable[[sqlite3.Connection], T]) -> T:
    """Ask a copy in which the cut-short save was undone; the writer does that to the file itself.

    So reading changes nothing even then, and works on a stick that is write-protected.
    """
    with recovered_copy(path) as copy:
        try:
            return _ask(copy, ask)
        except TROUBLES as error:
            raise reading_fault(error, path) from None


@contextlib.contextmanager
def recovered_copy(path: Path) -> Iterator[Path]:
    """Yield a copy, in a folder of its own, in which a cut-short save was undone.

    Raises:
        WorkbookFileError: it could not be copied or recovered.
    """
    # only after a crash; every other start does without
    import shutil  # noqa: PLC0415
    import tempfile  # noqa: PLC0415

    with tempfile.TemporaryDirectory(prefix="ladder-", ignore_cleanup_errors=True) as folder:
        copy = Path(folder, path.name)
        try:
            for found in (path, beside(path, "journal"), beside(path, "wal")):
                if found.exists():
                    shutil.copyfile(found, Path(folder, found.name))
            with contextlib.closing(sqlite3.connect(copy)) as conn:
                conn.execute("PRAGMA synchronous = OFF")  # it is gone before the power can be
                conn.execute("PRAGMA schema_version").fetchone()
        except (*TROUBLES, OSError) as error:
            raise reading_fault(error, path) from None
        yield copy


def decoded(value: object, path: Path) -> str:
    """Return a text that a reading connection gave.

    Raises:
        DamagedError: it is none.
    """
    if isinstance(value, bytes):
        with contextlib.suppress(UnicodeDecodeError):
            return value.decode()
    raise DamagedError(N_("“{file}” is damaged: a text in it can't be read."), file=path.name)
