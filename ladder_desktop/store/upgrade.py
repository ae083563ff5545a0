"""Brings a workbook file of an earlier format up to date; a copy is kept first."""

import contextlib
from pathlib import Path

from ladder_desktop.errors import N_, WorkbookFileError
from ladder_desktop.store.backup import keep_backup
from ladder_desktop.store.connection import UNSEEN, connect_reading, connect_writing
from ladder_desktop.store.faults import TROUBLES, reading_fault
from ladder_desktop.store.layout import FORMAT
from ladder_desktop.store.reading import check_header, check_place


def is_older(path: Path) -> bool:
    """Tell whether a workbook file has an earlier format than this program writes.

    Raises:
        WorkbookFileError: it is no workbook file, or a newer one.
    """
    check_place(path)
    check_header(path)
    with contextlib.closing(connect_reading(path, UNSEEN)) as conn:
        return bool(conn.execute("PRAGMA user_version").fetchone()[0] < FORMAT)


def upgrade(path: Path, data: Path) -> None:
    """Bring a file up to date, all or nothing, after a copy was put into the data folder.

    Raises:
        WorkbookFileError: the copy could not be kept or the file not be written; it is as it was.
    """
    # sqlite-utils takes 100 ms to import and nearly every file is up to date
    from ladder_desktop.store.migrations import migrate  # noqa: PLC0415

    keep_backup(path, data)
    try:
        with contextlib.closing(connect_writing(path)) as conn:
            migrate(conn)
            conn.execute("PRAGMA journal_mode = DELETE").fetchall()
    except (*TROUBLES, OSError) as error:
        raise WorkbookFileError(
            N_("“{file}” could not be brought up to date and is as it was. {reason}"),
            file=path.name,
            reason=reading_fault(error, path),
        ) from None
