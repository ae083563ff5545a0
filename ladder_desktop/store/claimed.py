"""A workbook file that this process claimed and read."""

from pathlib import Path

import msgspec

from ladder_desktop.errors import LadderError
from ladder_desktop.store.file import Stored, read
from ladder_desktop.store.lock import Lock, claim


class Claimed(msgspec.Struct, frozen=True):
    """A workbook file that this process claimed and read.

    Attributes:
        path: the file.
        stored: what it held.
        lock: the claim on it; None where no claim could be written down.
    """

    path: Path
    stored: Stored
    lock: Lock | None


def claim_and_read(path: Path, data: Path) -> Claimed:
    """Claim a workbook file for this process and read it.

    Args:
        path: the file.
        data: where claims are kept (`Places.data`).

    Raises:
        TakenError: another window has it open.
        WorkbookFileError: it can't be read.
    """
    path = path.absolute()
    lock = claim(path, data)
    try:
        return Claimed(path, read(path), lock)
    except LadderError:
        if lock:
            lock.release()
        raise
