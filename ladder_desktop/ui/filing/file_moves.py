"""Copies and moves workbook files; a file that is in the way is never written over."""

import errno
import os
import shutil
from pathlib import Path

from ladder_desktop.errors import N_, WorkbookFileError, reason_of


def move_file(source: Path, target: Path) -> None:
    """Give a closed workbook file another name or folder.

    Raises:
        WorkbookFileError: something is in the way, or the place can't be written to.
    """
    if os.path.lexists(target) and not is_same_file(source, target):
        raise WorkbookFileError(
            N_("There is already a file “{file}” in “{folder}”. Choose another name."),
            file=target.name,
            folder=str(target.parent),
        )
    try:
        _rename(source, target)
    except OSError as error:
        raise _refusal(error, source, target) from None


def copy_file(source: Path, target: Path) -> None:
    """Copy a workbook file that nobody writes just now; the target is whole or as it was.

    Raises:
        WorkbookFileError: the place can't be written to, or it is the file itself.
    """
    if is_same_file(source, target):
        raise WorkbookFileError(
            N_("“{file}” is the workbook itself. Choose another name for its copy."),
            file=target.name,
        )
    try:
        _copy(source, target)
    except OSError as error:
        raise _refusal(error, source, target) from None


def _rename(source: Path, target: Path) -> None:
    try:
        source.rename(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        # another disk: only when the copy is safely there, the original goes
        _copy(source, target)
        source.unlink()


def _copy(source: Path, target: Path) -> None:
    temporary = target.with_name(f".{target.name[:40]}.{os.getpid()}.tmp")
    try:
        with source.open("rb") as read, temporary.open("xb") as written:
            shutil.copyfileobj(read, written)
            written.flush()
            os.fsync(written.fileno())
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def is_same_file(source: Path, target: Path) -> bool:
    """Tell whether two paths lead to the same file."""
    try:
        return source.samefile(target)
    except OSError:
        return source == target


def _refusal(error: OSError, source: Path, target: Path) -> WorkbookFileError:
    return WorkbookFileError(
        N_("“{file}” can't be put into “{folder}”: {reason}. The workbook stays where it is."),
        file=source.name,
        folder=str(target.parent),
        reason=reason_of(error),
    )
