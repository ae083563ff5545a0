"""Brings a workbook file of an earlier format up to date; a copy is kept first."""

import sqlite3
from pathlib import Path

from ladder_desktop.errors import N_, WorkbookFileError
from ladder_desktop.store.faults import TROUBLES, DamagedError, fault
from ladder_desktop.store.layout import FORMAT


def is_older(conn: sqlite3.Connection) -> bool:
    """Tell whether a workbook file has an earlier format than this program writes."""
    return bool(conn.execute("PRAGMA user_version").fetchone()[0] < FORMAT)


def upgrade(conn: sqlite3.Connection, path: Path, data: Path) -> None:
    """Bring a file up to date, all or nothing, after a copy was put into the data folder.

    Args:
        conn: a connection that may write to it.
        path: the file.
        data: the person's data folder (`Places.data`).

    Raises:
        WorkbookFileError: the copy could not be kept or the file not be written; it is as it was.
        DamagedError: the file is damaged.
    """
    # sqlite-utils takes 100 ms to import and nearly every file is up to date
    from ladder_desktop.store.migrations import migrate  # noqa: PLC0415

    _keep_copy(path, data)
    try:
        migrate(conn)
    except (*TROUBLES, OSError) as error:
        raise WorkbookFileError(
            N_(
                "“{file}” comes from an earlier version of the program and can't be brought up to "
                "date just now: {reason} What you write is kept, and it is tried again by itself."
            ),
            file=path.name,
            reason=fault(error, path),
        ) from None


def _keep_copy(path: Path, data: Path) -> None:
    # nearly every file is up to date
    from ladder_desktop.store.backup import keep_backup  # noqa: PLC0415

    try:
        keep_backup(path, data)
    except DamagedError:
        raise
    except WorkbookFileError as error:
        raise WorkbookFileError(
            N_(
                "“{file}” comes from an earlier version of the program and is only changed once a "
                "copy of it is kept. {reason} What you write is kept, and it is tried again by "
                "itself."
            ),
            file=path.name,
            reason=error,
        ) from None
