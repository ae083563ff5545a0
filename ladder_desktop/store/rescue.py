"""The rescue file: what could not be saved, kept in the person's data folder meanwhile."""

import contextlib
import datetime
import os
from collections.abc import Callable
from pathlib import Path

import msgspec

from ladder_desktop.document.pictures import Picture, named_in
from ladder_desktop.paths import make_folder
from ladder_desktop.store.batch import Batch
from ladder_desktop.store.owner import now
from ladder_desktop.store.pictures import album
from ladder_desktop.store.pieces import digest
from ladder_desktop.store.texts import parts_of, texts_of
from ladder_desktop.workbook.loading import load
from ladder_desktop.workbook.workbook import Workbook

RESCUES = "rescue"


class Rescued(msgspec.Struct, frozen=True):
    """What a rescue file holds.

    Attributes:
        path: the workbook file that it belongs to.
        saved: when it was written, ISO in UTC.
        last_commit: the state of the workbook file that the changes follow on; None if unknown.
        changed: the texts that are not in the file, by name; None takes one away.
        whole: all texts of the workbook with those changes; empty where nobody knew them.
        pictures: those that are not in the file, by their ids.
    """

    path: str
    saved: str
    last_commit: str | None
    changed: dict[str, str | None]
    whole: dict[str, str] = {}
    pictures: dict[str, Picture] = {}

    @property
    def moment(self) -> datetime.datetime:
        """Return when it was written."""
        return datetime.datetime.fromisoformat(self.saved)

    def workbook(self) -> Workbook | None:
        """Return the whole workbook with its unsaved changes, where it is known."""
        if not self.whole:
            return None
        path = Path(self.path)
        workbook = load(parts_of(self.whole), path.name).workbook
        named = named_in([json for json in self.whole.values() if json is not None])
        pictures = album(path, named)
        for identity, picture in self.pictures.items():
            pictures = pictures.with_picture(identity, picture)
        return msgspec.structs.replace(workbook, pictures=pictures)


class Rescue:
    """Keeps the rescue file of one workbook file.

    Attributes:
        place: where the rescue file lies, to be named on screen.
    """

    def __init__(
        self, path: Path, folder: Path, whole: Callable[[], Workbook] | None = None
    ) -> None:
        """Begin without a file.

        Args:
            path: the workbook file.
            folder: `Places.data`, or the system's temporary folder in portable mode.
            whole: returns the workbook as it is on screen; called on the writer's thread.
        """
        self.place = _place(path, folder)
        self._path = path
        self._whole = whole

    def keep(self, batches: list[Batch], last_commit: str | None) -> bool:
        """Write what waits into the rescue file; tell whether that worked."""
        waiting = {name: text for batch in batches for name, text in batch.texts.items()}
        whole = texts_of(self._whole()) if self._whole else []
        rescued = Rescued(
            path=str(self._path.absolute()),
            saved=now(),
            last_commit=last_commit,
            changed={name: text and text.json for name, text in waiting.items()},
            whole={text.name: text.json for text in whole},
            pictures={name: one for batch in batches for name, one in batch.pictures.items()},
        )
        try:
            _write(self.place, msgspec.json.encode(rescued))
        except OSError:
            return False  # it stays in memory; what is wrong with the file was told
        return True

    def drop(self) -> None:
        """Remove the rescue file: everything is where it belongs."""
        with contextlib.suppress(OSError):
            self.place.unlink(missing_ok=True)


def find_rescue(path: Path, folder: Path) -> Rescued | None:
    """Return what an earlier session could not save into a workbook file."""
    return _read(_place(path, folder))


def rescues(folder: Path) -> list[Rescued]:
    """Return everything that earlier sessions could not save, newest first."""
    with contextlib.suppress(OSError):
        found = [_read(path) for path in (folder / RESCUES).iterdir()]
        return sorted((one for one in found if one), key=lambda one: one.saved, reverse=True)
    return []


def drop_rescue(path: Path, folder: Path) -> None:
    """Remove the rescue file of a workbook file."""
    Rescue(path, folder).drop()


def _place(path: Path, folder: Path) -> Path:
    name = os.path.normcase(path.absolute())
    return folder / RESCUES / f"{path.stem[:60]}-{digest(os.fsencode(name)).hex()[:12]}.json"


def _read(place: Path) -> Rescued | None:
    try:
        return msgspec.json.decode(place.read_bytes(), type=Rescued)
    except (OSError, msgspec.DecodeError, RecursionError):
        return None


def _write(place: Path, content: bytes) -> None:
    """Replace a file's content all at once, so that a crash leaves the old or the new."""
    make_folder(place.parent)
    temporary = place.with_suffix(".tmp")
    with temporary.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(place)
