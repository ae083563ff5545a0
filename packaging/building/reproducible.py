"""Folders and archives whose bytes do not tell when, where or by whom they were made."""

import os
import zipfile
from datetime import UTC, datetime
from pathlib import Path

EIGHTIES = 315_532_800  # 1980; a ZIP file knows no time before
FOLDER, PLAIN, PROGRAM = 0o755, 0o644, 0o755


def settle(folder: Path, epoch: int, programs: frozenset[str] = frozenset()) -> None:
    """Give everything in a folder the same time and plain rights.

    Args:
        folder: what to settle, itself too.
        epoch: the time, in seconds since 1970.
        programs: paths within the folder that may be started.
    """
    for path in [folder, *folder.rglob("*")]:
        if not path.is_symlink():
            is_program = path.relative_to(folder).as_posix() in programs
            path.chmod(FOLDER if path.is_dir() else PROGRAM if is_program else PLAIN)
    for path in [*folder.rglob("*"), folder]:
        os.utime(path, (epoch, epoch), follow_symlinks=False)


def write_zip(folder: Path, target: Path, epoch: int, top: str = "") -> None:
    """Pack a folder's files into a ZIP file, in the order of their names."""
    then = datetime.fromtimestamp(max(epoch, EIGHTIES), UTC)
    moment = (then.year, then.month, then.day, then.hour, then.minute, then.second)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(folder.rglob("*"), key=lambda one: one.relative_to(folder).as_posix()):
            if path.is_file():
                name = f"{top}/{path.relative_to(folder).as_posix()}".lstrip("/")
                entry = zipfile.ZipInfo(name, moment)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = (0o100000 | PLAIN) << 16
                entry.create_system = 3
                archive.writestr(entry, path.read_bytes(), compresslevel=9)


def size_of(folder: Path) -> int:
    """Return how many bytes the files of a folder hold."""
    return sum(
        path.stat().st_size
        for path in folder.rglob("*")
        if path.is_file() and not path.is_symlink()
    )
