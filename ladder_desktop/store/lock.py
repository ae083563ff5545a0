"""One process a workbook: a lock that the system itself drops when its owner dies."""

import contextlib
import os
import sys
from _blake2 import blake2b  # the same as in `hashlib`, which would load OpenSSL with it
from pathlib import Path
from typing import BinaryIO

from ladder_desktop.errors import N_
from ladder_desktop.paths import make_folder
from ladder_desktop.store.faults import TakenError
from ladder_desktop.store.owner import Owner, read_owner, this_session, write_owner

LOCKS = "locks"
GUARD = 1 << 30  # the locked byte, on Windows: far behind the words, so that they can be read


class Lock:
    """The claim on one workbook file; `release` it, or let it end with the process.

    Attributes:
        front: touched by a second start, so that the owner's window comes to the front.
    """

    def __init__(self, file: BinaryIO, path: Path, front: Path) -> None:
        self.front = front
        self._path = path
        self._file = file

    def release(self) -> None:
        """Let somebody else have the workbook file."""
        if self._file.closed:
            return
        with contextlib.suppress(OSError):
            self.front.unlink(missing_ok=True)
        self._file.seek(0)
        self._file.truncate()
        self._file.close()


def take(path: Path, data: Path) -> Lock:
    """Claim a workbook file for this process; who died while owning it is no hindrance.

    Args:
        path: the workbook file.
        data: the person's data folder (`Places.data`).

    Raises:
        TakenError: another living process, or this one, has it.
        OSError: the data folder can't be written to.
    """
    place = _place(path, data)
    make_folder(place.parent)
    file = open(os.open(place, os.O_RDWR | os.O_CREAT, 0o600), "r+b", buffering=0)  # noqa: SIM115, PTH123 - kept open
    try:
        _lock(file)
    except (BlockingIOError, PermissionError):
        owner = read_owner(file.read().decode("utf-8", "replace"))
        file.close()
        raise _taken(path, owner) from None
    except OSError:
        pass  # a network drive without locks; each commit looks for other writers all the same
    front = place.with_suffix(".front")
    with contextlib.suppress(OSError):  # a full disk: the system holds the lock all the same
        file.truncate()
        file.write(write_owner(this_session(path)).encode())
        front.touch()
    return Lock(file, path, front)


def claim(path: Path, data: Path) -> Lock | None:
    """Claim a workbook file; without a folder to write claims down, do without.

    Raises:
        TakenError: another window has it open.
    """
    try:
        return take(path, data)
    except OSError:
        return None  # each commit looks for other writers all the same


def call_to_front(path: Path, data: Path) -> None:
    """Ask the owner of a workbook file to bring its window to the front."""
    front = _place(path, data).with_suffix(".front")
    front.write_text(str(os.getpid()))


def _place(path: Path, data: Path) -> Path:
    """Return where the lock of a workbook file lies, whichever way the file was named."""
    name = os.path.normcase(path.resolve())
    return data / LOCKS / f"{blake2b(os.fsencode(name), digest_size=12).hexdigest()}.lock"


def _taken(path: Path, owner: Owner | None) -> TakenError:
    if owner is None:
        return TakenError(
            N_("“{file}” is already open in another window. Close it there first."), file=path.name
        )
    return TakenError(
        N_(
            "“{file}” is already open in another window, since {since} (program number {pid} on "
            "“{host}”). Close it there first."
        ),
        file=path.name,
        since=owner.started[:16].replace("T", " "),
        pid=owner.pid,
        host=owner.host,
    )


if sys.platform == "win32":
    import msvcrt

    def _lock(file: BinaryIO) -> None:
        file.seek(GUARD)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        finally:
            file.seek(0)

else:
    import fcntl

    def _lock(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
