"""From a file to a session: claimed for this window, read, and ready to be written."""

import datetime
from collections.abc import Callable
from pathlib import Path

import msgspec

from ladder_desktop.errors import LadderError
from ladder_desktop.store.claimed import Claimed, claim_and_read
from ladder_desktop.store.file import Stored
from ladder_desktop.store.lock import Lock
from ladder_desktop.store.pictures import with_copies
from ladder_desktop.ui.session import FileWriter, MakeWriter, Session
from ladder_desktop.workbook.workbook import Workbook


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


def open_workbook(path: Path, data: Path, rescues: Path | None = None) -> Opened:
    """Claim a workbook file for this process and read it.

    Args:
        path: the file.
        data: where claims are kept, and what can't be saved.
        rescues: where the latter is kept instead (`Places.rescues`).

    Raises:
        TakenError: another window has it open.
        WorkbookFileError: it can't be read.
    """
    return open_claimed(claim_and_read(path, data), data, rescues)


def open_claimed(claimed: Claimed, data: Path, rescues: Path | None = None) -> Opened:
    """Begin a session with a file that was claimed and read; the folders are those from above."""
    stored = claimed.stored
    pictures = with_copies(stored.workbook.pictures, data)
    workbook = msgspec.structs.replace(stored.workbook, pictures=pictures)
    make_writer = writer_from(stored.last_commit, data, rescues or data, lambda: session.workbook)
    session = Session(
        claimed.path, workbook, None if stored.read_only else make_writer, stored.changed
    )
    return Opened(session, stored, claimed.lock)


def writer_from(
    last_commit: str | None, data: Path, rescues: Path, whole: Callable[[], Workbook]
) -> MakeWriter:
    """Return what makes the writer of a file that was read in this state.

    Args:
        last_commit: the state; None takes the file as it is.
        data: the person's data folder.
        rescues: the folder that keeps what can't be saved.
        whole: returns the workbook as it is on screen; called on the writer's thread.
    """

    def make(
        path: Path,
        on_saved: Callable[[datetime.datetime], None],
        on_trouble: Callable[[LadderError], None],
    ) -> FileWriter:
        # the first paint does without the store's writer
        from ladder_desktop.ui.writing import Writing  # noqa: PLC0415

        return Writing(path, on_saved, on_trouble, last_commit, data=data, rescue=(rescues, whole))

    return make
