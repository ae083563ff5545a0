"""Backup copies in the person's data folder: the last ten, and one a day for a month."""

import contextlib
import datetime
import os
import secrets
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec

from ladder_desktop.errors import N_, LadderError, WorkbookFileError
from ladder_desktop.paths import make_folder
from ladder_desktop.store.connection import connect_reading, harden
from ladder_desktop.store.faults import TROUBLES, reading_fault
from ladder_desktop.store.making import place
from ladder_desktop.store.pictures import BACKUPS, PICTURES
from ladder_desktop.store.pieces import DIGEST_SIZE, digest
from ladder_desktop.store.reading import check_header, check_place
from ladder_desktop.store.state import State, read_state
from ladder_desktop.store.texts import IDENTITY

STAMP = "%Y%m%dT%H%M%S%fZ"  # sorts as time does, and is a name on every system
NEWEST = 10
DAYS = 30
ALL_TOGETHER = 1_000_000_000  # bytes
PAGES_AT_ONCE = 2000  # of 4 KB; between two such steps the writer gets its turn
PATIENCE = 120.0  # seconds


class Backup(msgspec.Struct, frozen=True):
    """One backup copy.

    Attributes:
        path: where it lies.
        workbook: the identity of the workbook.
        made: when, in UTC.
        last_commit: the state of the workbook that it holds.
        size: in bytes, pictures left out.
    """

    path: Path
    workbook: str
    made: datetime.datetime
    last_commit: str
    size: int


def keep_backup(path: Path, data: Path, moment: datetime.datetime | None = None) -> Backup | None:
    """Copy a workbook file into the data folder, and let old copies go.

    Works while the file is open and being written; takes no longer lock than 8 MB need.

    Args:
        path: the workbook file.
        data: the person's data folder (`Places.data`).
        moment: now.

    Returns:
        The new copy; None when nothing changed since the last one.

    Raises:
        WorkbookFileError: the file can't be read, is damaged, or the copy can't be written.
    """
    moment = moment or datetime.datetime.now(datetime.UTC)
    state = read_state(path)
    folder = data / BACKUPS / _folder_name(state, path)
    former = _in_folder(folder)
    if former and former[0].last_commit == state.last_commit:
        return None
    target = folder / f"{moment.strftime(STAMP)}-{state.last_commit}.ladder"
    try:
        make_folder(folder)
        place(target, lambda temporary: _copy(path, temporary, data / BACKUPS / PICTURES))
        thin_backups(data, moment)
    except OSError as error:
        raise _refusal(path, error) from None
    return _backup(target)


def backups(data: Path, workbook: str | None = None) -> list[Backup]:
    """Return the backup copies, newest first; all, or those of one workbook's identity."""
    root = data / BACKUPS
    folders = [_place(root, workbook)] if workbook else _folders(root)
    found = [backup for folder in folders for backup in _in_folder(folder)]
    return sorted(found, key=lambda backup: backup.made, reverse=True)


def bring_back(backup: Path, target: Path, data: Path) -> None:
    """Make a workbook file of a backup copy, with its pictures; the copy stays.

    Raises:
        WorkbookFileError: the copy can't be read, or something lies at the target.
    """
    read_state(backup)
    place(target, lambda temporary: _fetch(backup, temporary, data / BACKUPS / PICTURES))


def thin_backups(data: Path, moment: datetime.datetime) -> None:
    """Let go of the copies that are not to be kept; the newest one of each workbook always is.

    Raises:
        OSError: the folder can't be changed.
    """
    dropped = False
    kept: list[Backup] = []
    for folder in _folders(data / BACKUPS):
        found = _in_folder(folder)
        stay = _kept(found, moment)
        kept += stay
        for backup in found:
            if backup not in stay:
                backup.path.unlink(missing_ok=True)
                dropped = True
    dropped |= _fit_into_budget(kept, data)
    if dropped:
        _drop_pictures(data)


def _kept(found: list[Backup], moment: datetime.datetime) -> list[Backup]:
    """Return the copies that stay, of one workbook's, newest first."""
    days: dict[datetime.date, Backup] = {}
    oldest = moment - datetime.timedelta(days=DAYS)
    for backup in found:
        if backup.made >= oldest:
            days.setdefault(backup.made.date(), backup)  # the newest of that day
    return [one for place, one in enumerate(found) if place < NEWEST or one in days.values()]


def _fit_into_budget(kept: list[Backup], data: Path) -> bool:
    """Drop the oldest copies beyond the newest of each workbook until all fit."""
    newest: dict[str, Backup] = {}
    for backup in kept:
        newest.setdefault(backup.workbook, backup)
    pictures = data / BACKUPS / PICTURES
    total = sum(backup.size for backup in kept) + sum(
        picture.stat().st_size for picture in _files(pictures)
    )
    dropped = False
    for backup in sorted(kept, key=lambda backup: backup.made):
        if total <= ALL_TOGETHER:
            break
        if newest[backup.workbook] is not backup:
            backup.path.unlink(missing_ok=True)
            total -= backup.size
            dropped = True
    return dropped


def _drop_pictures(data: Path) -> None:
    """Drop the pictures that no copy shows any more."""
    pictures = list(_files(data / BACKUPS / PICTURES))
    if not pictures:
        return
    shown: set[str] = set()
    for backup in backups(data):
        try:
            with contextlib.closing(connect_reading(backup.path)) as conn:
                shown |= {
                    bytes(name).hex() for (name,) in conn.execute("SELECT data FROM pictures")
                }
        except TROUBLES:
            return  # which pictures it shows can't be known, so all stay
    for picture in pictures:
        if picture.name not in shown:
            picture.unlink(missing_ok=True)


def _copy(path: Path, temporary: Path, pictures: Path) -> None:
    """Copy through SQLite, so that a copy is of one moment, and check what came out."""
    check_place(path)
    check_header(path)
    end = time.monotonic() + PATIENCE

    def give_up_at_last(*_: int) -> None:
        if time.monotonic() > end:
            raise TimeoutError

    with (
        contextlib.closing(connect_reading(path)) as source,
        contextlib.closing(sqlite3.connect(temporary, isolation_level=None)) as copy,
    ):
        source.backup(copy, pages=PAGES_AT_ONCE, progress=give_up_at_last, sleep=0.05)
        harden(copy)
        _put_pictures_aside(copy, pictures)
    read_state(temporary)


def _put_pictures_aside(copy: sqlite3.Connection, pictures: Path) -> None:
    """Store each picture once for all copies; the copy keeps its name."""
    rows = [number for (number,) in copy.execute("SELECT rowid FROM pictures")]
    for number in rows:
        data = copy.execute("SELECT data FROM pictures WHERE rowid = ?", (number,)).fetchone()[0]
        _store(data, pictures)
        copy.execute("UPDATE pictures SET data = ? WHERE rowid = ?", (digest(data), number))
    if rows:
        copy.execute("VACUUM")


def _store(data: bytes, pictures: Path) -> None:
    place_of = pictures / digest(data).hex()
    if place_of.exists():
        return
    make_folder(pictures)
    temporary = place_of.with_suffix(f".{secrets.token_hex(4)}")
    with temporary.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(place_of)


def _fetch(backup: Path, temporary: Path, pictures: Path) -> None:
    with (
        contextlib.closing(connect_reading(backup)) as source,
        contextlib.closing(sqlite3.connect(temporary, isolation_level=None)) as copy,
    ):
        source.backup(copy)
        harden(copy)
        rows = copy.execute("SELECT rowid, data, size FROM pictures").fetchall()
        for number, data, size in rows:
            stored = pictures / bytes(data).hex()
            if len(data) == DIGEST_SIZE and size != DIGEST_SIZE and stored.is_file():
                copy.execute(
                    "UPDATE pictures SET data = ? WHERE rowid = ?", (stored.read_bytes(), number)
                )


def _folder_name(state: State, path: Path) -> str:
    """Return the workbook's identity, or where that is no name for a folder, one of its path."""
    identity = state.texts[IDENTITY].strip('"')
    if identity.isascii() and identity.isalnum() and len(identity) <= 40:  # noqa: PLR2004 - plenty
        return identity
    return digest(os.fsencode(path.absolute())).hex()


def _place(root: Path, workbook: str) -> Path:
    return root / Path(workbook).name


def _folders(root: Path) -> Iterator[Path]:
    with contextlib.suppress(FileNotFoundError, NotADirectoryError):
        yield from (one for one in root.iterdir() if one.is_dir() and one.name != PICTURES)


def _files(folder: Path) -> Iterator[Path]:
    with contextlib.suppress(FileNotFoundError, NotADirectoryError):
        yield from (one for one in folder.iterdir() if one.is_file())


def _in_folder(folder: Path) -> list[Backup]:
    """Return the copies of one workbook, newest first."""
    found = [backup for path in _files(folder) if (backup := _backup(path))]
    return sorted(found, key=lambda backup: backup.path.name, reverse=True)


def _backup(path: Path) -> Backup | None:
    stamp, _, last_commit = path.stem.partition("-")
    try:
        made = datetime.datetime.strptime(stamp, STAMP).replace(tzinfo=datetime.UTC)
        size = path.stat().st_size
    except (ValueError, OSError):
        return None  # not one of ours, or just gone
    return Backup(path, path.parent.name, made, last_commit, size)


def _refusal(path: Path, error: OSError) -> LadderError:
    reason = reading_fault(error, path)
    return WorkbookFileError(
        N_("No backup copy of “{file}” could be made: {reason}"), file=path.name, reason=reason
    )
