"""What can go wrong with a workbook file, in words a person can act on."""

import errno
import os
import sqlite3
from pathlib import Path

from ladder_desktop.errors import N_, LadderError, WorkbookFileError
from ladder_desktop.paths import is_folder

# SQLite's own sentence may quote what is damaged, and then the binding can't decode it
TROUBLES = (sqlite3.Error, UnicodeDecodeError)
Trouble = sqlite3.Error | UnicodeDecodeError | OSError
JOURNAL = "-journal"  # SQLite keeps it beside the file while it saves


class DamagedError(WorkbookFileError):
    """The file is a workbook but can't be trusted any more; what is readable can be salvaged."""


class TakenError(WorkbookFileError):
    """Another living program has the workbook open."""


class ReplacedError(WorkbookFileError):
    """Another copy of the workbook was put in the place of the one that was opened."""


class Fault(LadderError):
    """Why a file can't be reached; stands inside other errors."""


_TOO_LONG = Fault(N_("its name is too long to be saved. Give it a shorter one."))


def reading_fault(error: Trouble, path: Path) -> WorkbookFileError:
    """Return why a workbook file could not be read."""
    if is_damage(error):
        return DamagedError(
            N_(
                "“{file}” is damaged and was left as it is. What can still be read can be put "
                "into a new workbook."
            ),
            file=path.name,
        )
    return WorkbookFileError(
        N_("“{file}” can't be opened: {reason}"), file=path.name, reason=fault(error, path)
    )


def saving_fault(error: Trouble, path: Path) -> WorkbookFileError:
    """Return why a change could not be saved just now."""
    if is_damage(error):
        return DamagedError(
            N_(
                "“{file}” is damaged, so nothing more is written into it. What you write is kept; "
                "save a copy elsewhere."
            ),
            file=path.name,
        )
    return WorkbookFileError(
        N_(
            "“{file}” can't be saved just now: {reason} What you write is kept, and saving is "
            "tried again by itself."
        ),
        file=path.name,
        reason=fault(error, path),
    )


def is_damage(error: BaseException) -> bool:
    """Tell whether the trouble lies in the file's content, where trying again is no use."""
    if not isinstance(error, TROUBLES):
        return False
    # errors without a code come from the binding itself: it met what no sound file holds
    return _code(error) in (
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_NOTADB,
        sqlite3.SQLITE_TOOBIG,
        sqlite3.SQLITE_INTERRUPT,
        sqlite3.SQLITE_MISMATCH,
        sqlite3.SQLITE_CONSTRAINT,
        sqlite3.SQLITE_ERROR,
        None,
    )


def is_hot_journal(error: Trouble) -> bool:
    """Tell whether a save that a crash cut short has to be undone before the file can be read."""
    full = getattr(error, "sqlite_errorcode", None)
    return full in (sqlite3.SQLITE_READONLY_ROLLBACK, sqlite3.SQLITE_READONLY_CANTLOCK) or (
        _code(error) in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN)
    )


def fault(error: Trouble, path: Path) -> Fault:
    """Return the reason behind an error of the disk or the file, with what to do about it."""
    return _found_by_looking(path) or _named(error, path)


def making_fault(error: Trouble, path: Path) -> Fault:
    """Return why a file could not be made; that it is not there is no reason."""
    folder = path.parent
    if is_too_long(path):
        return _TOO_LONG
    if not is_folder(folder):
        return fault(error, path)
    if not os.access(folder, os.W_OK | os.X_OK):
        return _protected(path)
    return _named(error, path)


def is_too_long(path: Path) -> bool:
    """Tell whether a file's name leaves no room for that of the journal which saving needs."""
    try:
        path.with_name(f"{path.name}{JOURNAL}").lstat()
    except (OSError, ValueError) as error:
        return getattr(error, "errno", None) == errno.ENAMETOOLONG
    return False


def _protected(path: Path) -> Fault:
    return Fault(
        N_("“{folder}” is write-protected or you are not allowed to write there."),
        folder=str(path.parent),
    )


def _code(error: BaseException) -> int | None:
    code: int | None = getattr(error, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF


def _found_by_looking(path: Path) -> Fault | None:
    """Return the reason that shows when one looks at the file: gone, or not permitted."""
    folder = path.parent
    if not is_folder(folder):
        if forbidden := _forbidden(folder):
            return forbidden
        return Fault(
            N_(
                "the folder “{folder}” is not there any more. If it is on a stick or a network "
                "drive, connect it again."
            ),
            folder=str(folder),
        )
    if forbidden := _forbidden(path):
        return forbidden
    if not os.path.lexists(path):
        return Fault(N_("it is not in “{folder}” any more."), folder=str(folder))
    if not os.access(path, os.R_OK):
        return Fault(
            N_("you are not allowed to read it. Ask its owner, or copy it to your own folder."),
        )
    return None


def _forbidden(path: Path) -> Fault | None:
    """Return that nobody may look into the nearest folder that is there, if that is so."""
    folder = next((each for each in path.parents if is_folder(each)), path.parent)
    if os.access(folder, os.R_OK | os.X_OK):
        return None
    return Fault(
        N_("you are not allowed to look into “{folder}”. Ask its owner."), folder=str(folder)
    )


def _named(error: Trouble, path: Path) -> Fault:
    code = _code_of_system(error) if isinstance(error, OSError) else _code(error)
    if code == sqlite3.SQLITE_FULL:
        return Fault(
            N_("there is no room left on the disk of “{folder}”. Delete or move something there."),
            folder=str(path.parent),
        )
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return Fault(
            N_("another program is using it, such as a synchroniser or a virus scanner."),
        )
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH):
        return _protected(path)
    if is_too_long(path):
        return _TOO_LONG
    if code == sqlite3.SQLITE_CANTOPEN:
        return Fault(
            N_("the system does not let this program write in “{folder}”."),
            folder=str(path.parent),
        )
    return Fault(
        N_("the disk of “{folder}” reports an error. If it is a stick, connect it again."),
        folder=str(path.parent),
    )


def _code_of_system(error: OSError) -> int:
    """Return SQLite's code for what the operating system says."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return sqlite3.SQLITE_FULL
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return sqlite3.SQLITE_READONLY
    return sqlite3.SQLITE_IOERR
