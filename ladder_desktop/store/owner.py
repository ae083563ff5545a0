"""Who has a workbook open: written into the lock and into the file."""

import datetime
import os
import sys
from _blake2 import blake2b  # the same as in `hashlib`, which would load OpenSSL with it
from pathlib import Path

import msgspec

# every system tells these in the time of its own place
EARLIEST = datetime.datetime(1971, 1, 1, tzinfo=datetime.UTC)
LATEST = datetime.datetime(2999, 12, 30, tzinfo=datetime.UTC)


class Owner(msgspec.Struct, frozen=True):
    """One session of the program.

    Attributes:
        host: the name of the computer.
        pid: the number of the process.
        started: when the session began, ISO with its time zone.
        place: a digest of where the file lay, so that a copy of it knows itself as one without
            telling anybody of folders; blank where nobody noted it.
    """

    host: str
    pid: int
    started: str
    place: str = ""

    def had_it_here(self, path: Path) -> bool:
        """Tell whether it was this very file, on this computer, that the session had open.

        A copy that was made meanwhile names the session, too, and so does a file on a stick that
        was pulled out of another computer.
        """
        return self.host == _host() and self.place in ("", _digest(path))


def this_session(path: Path) -> Owner:
    """Return the owner of a workbook file that stands for this process, from now on."""
    return Owner(_host(), os.getpid(), now(), _digest(path))


def read_owner(json: str) -> Owner | None:
    """Return the owner that a file or lock names; None where it names nobody."""
    try:
        return msgspec.json.decode(json, type=Owner)
    except (msgspec.DecodeError, RecursionError):
        return None


def write_owner(owner: Owner) -> str:
    """Return an owner as the text that a file or lock holds."""
    return msgspec.json.encode(owner).decode()


def now() -> str:
    """Return this moment as ISO text in UTC; it sorts as time does."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="microseconds")


def moment_at(text: str) -> datetime.datetime | None:
    """Return the moment that `now` wrote down, in UTC; None where a text names none.

    A file may name any; those that no clock of a computer shows become the nearest one.
    """
    try:
        found = datetime.datetime.fromisoformat(text)
    except ValueError:
        return None
    if not EARLIEST.year <= found.year <= LATEST.year:
        return EARLIEST if found.year < EARLIEST.year else LATEST
    return min(max(found.astimezone(datetime.UTC), EARLIEST), LATEST)


def _digest(path: Path) -> str:
    name = os.path.normcase(path.resolve())
    return blake2b(os.fsencode(name), digest_size=8).hexdigest()


def _host() -> str:
    """Return the name of this computer; the module `platform` would cost the start 2 ms."""
    if sys.platform == "win32":
        return os.environ.get("COMPUTERNAME", "")
    return os.uname().nodename
