"""Names of workbook files that every system can keep."""

import re
from pathlib import Path

from ladder_desktop.paths import is_there

SUFFIX = ".ladder"
LONGEST = 200  # bytes of UTF-8; file systems stop at 255, and a number or an ending may follow
FORBIDDEN = r'[<>:"/\\|?*\x00-\x1f\x7f\ud800-\udfff]+'
DEVICES = {"con", "prn", "aux", "nul"} | {
    f"{device}{number}" for device in ("com", "lpt") for number in "123456789"
}  # Windows opens these as devices, whatever their ending


def clean_name(text: str) -> str:
    """Return a text as a file name that Windows, macOS and Linux keep; blank where none is left."""
    name = re.sub(r"\s+", " ", re.sub(FORBIDDEN, " ", text)).strip(" .")
    name = name.encode()[:LONGEST].decode(errors="ignore").rstrip(" .")
    return f"{name}_" if name.split(".")[0].strip().lower() in DEVICES else name


def workbook_name(title: str, person: str, day: str) -> str:
    """Return the name of a new workbook's file, without its ending: template, person, ISO date."""
    parts = (clean_name(title)[:80], clean_name(person)[:60], clean_name(day))
    return clean_name(" - ".join(part for part in parts if part))


def unused(folder: Path, name: str, suffix: str = SUFFIX) -> Path:
    """Return a path in `folder` that is not taken, with a number after the name if need be."""
    path = folder / f"{name}{suffix}"
    number = 2
    while is_there(path):
        path = folder / f"{name} ({number}){suffix}"
        number += 1
    return path
