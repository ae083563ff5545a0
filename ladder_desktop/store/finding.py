"""Finds workbooks on this computer: in folders, and among the backup copies."""

import os
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from ladder_desktop.errors import LadderError
from ladder_desktop.store.file import Stored, read
from ladder_desktop.store.layout import SUFFIX
from ladder_desktop.store.pictures import BACKUPS


class Found(msgspec.Struct, frozen=True):
    """A workbook file that was found.

    Attributes:
        path: where it lies.
        stored: what it holds; None when it can't be read.
        trouble: why it can't be read.
        is_backup: it is a copy that the program made; `backup.bring_back` makes a workbook of it.
    """

    path: Path
    stored: Stored | None
    trouble: LadderError | None
    is_backup: bool


def find_workbooks(folders: Iterable[Path], data: Path, patience: float) -> Iterator[Found]:
    """Yield the workbooks in folders and everything below them, then the backup copies.

    Hidden folders and links to folders are not entered. Each file comes once.

    Args:
        folders: where to look.
        data: the person's data folder (`Places.data`).
        patience: seconds after which no further folder is entered.
    """
    end = time.monotonic() + patience
    kept = data / BACKUPS
    seen: set[Path] = set()
    for folder in folders:
        for path in _files(folder, end):
            if path not in seen and not path.is_relative_to(kept):
                seen.add(path)
                yield _found(path, is_backup=False)
    for path in _files(kept, end):
        yield _found(path, is_backup=True)


def workbook_files(folder: Path, patience: float) -> Iterator[Path]:
    """Yield the workbook files in a folder and below it, unopened; `patience` as above."""
    return _files(folder, time.monotonic() + patience)


def _files(folder: Path, end: float) -> Iterator[Path]:
    for root, folders, names in os.walk(folder.absolute()):
        if time.monotonic() > end:
            return
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.endswith(SUFFIX) and not name.startswith("."):
                yield Path(root, name)


def _found(path: Path, *, is_backup: bool) -> Found:
    try:
        return Found(path, read(path), None, is_backup)
    except LadderError as error:
        return Found(path, None, error, is_backup)
