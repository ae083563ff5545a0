"""Checksums, so that whoever gets a file can tell whether it is whole."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

FILE = "SHA256SUMS"


def digest(path: Path) -> str:
    """Return a file's SHA-256 in hexadecimal figures."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write(folder: Path, names: Iterable[str] | None = None) -> Path:
    """Write the sums of a folder's files, all unless some are named, as `sha256sum` reads them."""
    target = folder / FILE
    listed = sorted(names) if names is not None else _files(folder)
    text = "".join(f"{digest(folder / name)}  {name}\n" for name in listed)
    target.write_text(text, encoding="utf-8", newline="\n")
    return target


def _files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.is_file() and path.name != FILE)
