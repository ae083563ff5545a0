"""What lies where on a stick, under names that people and every file system understand."""

import re

from ladder_desktop.errors import N_, LadderError

WORKSHOP = "workshop.toml"
SUMS = "SHA256SUMS.txt"
UNFINISHED = "NOT READY - copying was interrupted.txt"
START_PAGE = "Start here"
BLANKS = "Blank workbooks"
FILES = "Workshop files"
TEMPLATES = "Templates"
VERIFY = "Check this stick"

LONGEST = 120  # letters of one name; FAT32 and exFAT take 255, and a folder stands before it
LARGEST = 2**32 - 1  # bytes; FAT32 takes no larger file
FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\ud800-\udfff]')
# Letters that the script which checks the stick on Windows would read as its own.
DISTURBING = re.compile(r"[%!^&]")
DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)


class StickError(LadderError):
    """A workshop stick that can't be written or used."""


def plain_name(text: str, suffix: str) -> str:
    """Return a text as the name of a file on the stick."""
    name = re.sub(r"\s+", " ", DISTURBING.sub("+", FORBIDDEN.sub(" ", text)))
    name = name.strip(" .")[: LONGEST - len(suffix)].rstrip(" .") or "File"
    return f"_{name}{suffix}" if DEVICES.fullmatch(name) else f"{name}{suffix}"


def check_name(name: str) -> None:
    """Refuse a name that FAT32, exFAT or Windows can't keep as it is.

    Raises:
        StickError: says which name, and what to do.
    """
    if (
        not name
        or len(name) > LONGEST
        or FORBIDDEN.search(name)
        or DISTURBING.search(name)
        or DEVICES.fullmatch(name)
        or name != name.strip(" .")
    ):
        raise StickError(
            N_("A stick can't hold a file named “{name}”. Give it a short, plain name."),
            name=name[:LONGEST],
        )
