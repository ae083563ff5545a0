"""Who has a workbook open: written into the lock and into the file."""

import datetime
import os
import sys

import msgspec


class Owner(msgspec.Struct, frozen=True):
    """One session of the program.

    Attributes:
        host: the name of the computer.
        pid: the number of the process.
        started: when the session began, ISO with its time zone.
    """

    host: str
    pid: int
    started: str


def this_session() -> Owner:
    """Return the owner that stands for this process, from now on."""
    return Owner(_host(), os.getpid(), now())


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


def _host() -> str:
    """Return the name of this computer; the module `platform` would cost the start 2 ms."""
    if sys.platform == "win32":
        return os.environ.get("COMPUTERNAME", "")
    return os.uname().nodename
