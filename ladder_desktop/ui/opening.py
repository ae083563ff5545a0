"""From a file to a session: claimed for this window, read, and ready to be written."""

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from ladder_desktop.errors import LadderError
from ladder_desktop.store.file import Stored, read
from ladder_desktop.store.lock import Lock, take
from ladder_desktop.ui.session import FileWriter, MakeWriter, Session
from ladder_desktop.workbook.details import Details


class Opened(msgspec.Struct, frozen=True):
    """A workbook that this window has open.

    Attributes:
        session: the open workbook.
        stored: what the file held.
        lock: the claim on the file; None where no claim could be written down.
    """

    session: Session
    stored: Stored
    lock: Lock | None


def open_workbook(path: Path, data: Path) -> Opened:
    """Claim a workbook file for this process and read it; `data` is where claims are kept.

    Raises:
        TakenError: another window has it open.
        WorkbookFileError: it can't be read.
    """
    path = path.absolute()
    lock = claim(path, data)
    try:
        stored = read(path)
    except LadderError:
        if lock:
            lock.release()
        raise
    make_writer = None if stored.read_only else writer_from(stored.last_commit)
    return Opened(Session(path, stored.workbook, make_writer, stored.changed), stored, lock)


def claim(path: Path, data: Path) -> Lock | None:
    """Claim a workbook file; without a folder to write claims down, do without.

    Raises:
        TakenError: another window has it open.
    """
    try:
        return take(path, data)
    except OSError:
        return None


def writer_from(last_commit: str | None) -> MakeWriter:
    """Return what makes the writer of a file that was read in this state."""

    def make(
        path: Path,
        on_saved: Callable[[datetime.datetime], None],
        on_trouble: Callable[[LadderError], None],
    ) -> FileWriter:
        return _Writing(path, on_saved, on_trouble, last_commit)

    return make


class _Writing:
    """The store's writer, imported when it is first needed: the first paint does without."""

    def __init__(
        self,
        path: Path,
        on_saved: Callable[[datetime.datetime], None],
        on_trouble: Callable[[LadderError], None],
        last_commit: str | None,
    ) -> None:
        from ladder_desktop.store.writer import Changes, Writer  # noqa: PLC0415 - see above

        self._changes = Changes
        self._writer = Writer(path, on_saved, on_trouble, last_commit=last_commit)

    def submit(self, answers: dict[str, Any], details: Details | None) -> None:
        """Hand changes to the writer's thread."""
        self._writer.submit(self._changes(answers, details))

    def flush(self, timeout: float) -> bool:
        """Wait until everything is committed."""
        return self._writer.flush(timeout)

    def close(self, timeout: float) -> bool:
        """Commit everything and let go of the file."""
        return self._writer.close(timeout)
