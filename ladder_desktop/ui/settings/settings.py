"""What the window remembers, in one plain file; it holds no answers."""

import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec

from ladder_desktop.paths import make_folder

FILE = "settings.json"
MOST_RECENT = 20
SMALLEST, USUAL, LARGEST = 80, 100, 300  # zoom, in percent

Appearance = Literal["system", "light", "dark", "contrast"]
SpellingChoice = Literal["text", "en", "es", "off"]
Zoom = Annotated[int, msgspec.Meta(ge=SMALLEST, le=LARGEST)]


class Recent(msgspec.Struct, frozen=True):
    """A workbook that was open, as the start page lists it.

    Attributes:
        path: where its file lay.
        name: who fills it in; blank when nobody said.
        template: the title of its template.
        done: how many questions were answered.
        total: how many there were.
        opened: when it was open last, as ISO local time.
    """

    path: str
    name: str = ""
    template: str = ""
    done: int = 0
    total: int = 0
    opened: str = ""


class Caret(msgspec.Struct, frozen=True):
    """Where the caret was on a page.

    Attributes:
        block: the id of the block.
        control: which of its controls, counted from 0.
        at: the place in its text, in characters.
    """

    block: str
    control: Annotated[int, msgspec.Meta(ge=0)] = 0
    at: Annotated[int, msgspec.Meta(ge=0)] = 0


class Spot(msgspec.Struct, frozen=True):
    """Where a person was in a workbook.

    Attributes:
        section: the id of the open tab.
        scrolled: how far each tab was scrolled, in pixels at 100 %.
        carets: where the caret was in each tab.
    """

    section: str = ""
    scrolled: dict[str, int] = {}
    carets: dict[str, Caret] = {}


class KeptExport(msgspec.Struct, frozen=True):
    """What was chosen for the last export; a password is never kept.

    Attributes:
        kind: the format.
        preset: how much was printed.
        paper: the size of the pages; blank for the usual one of the region.
        ticked: the names of the options that were on.
        left_out: ids of the sections that were left out.
    """

    kind: str = "pdf"
    preset: str = "full"
    paper: str = ""
    ticked: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


class Settings(msgspec.Struct, frozen=True):
    """Everything that is remembered.

    Attributes:
        language: of the interface; blank for as the system has it.
        zoom: of the whole interface, in percent.
        appearance: light, dark, or as the system has it.
        geometry: the window's place and size, as Qt saves it, in base64.
        recent: the workbooks that were open, newest first.
        spots: for each workbook's path where its person was.
        hinted: whether the hint for the first start was put away.
        export: what was chosen for the last export.
        folder: where new workbooks are kept; blank for the usual folder.
        spelling: the language that spelling is checked in: that of the text, or a certain one.
        backups: whether copies of a workbook are kept while it is written.
        search: whether all workbooks are searched, for which an index of them is kept.
    """

    language: str = ""
    zoom: Zoom = USUAL
    appearance: Appearance = "system"
    geometry: str = ""
    recent: tuple[Recent, ...] = ()
    spots: dict[str, Spot] = {}
    hinted: bool = False
    export: KeptExport = KeptExport()
    folder: str = ""
    spelling: SpellingChoice = "text"
    backups: bool = True
    search: bool = True

    def with_recent(self, recent: Recent) -> "Settings":
        """Return the settings with a workbook put at the top of the recent ones."""
        others = tuple(other for other in self.recent if other.path != recent.path)
        kept = (recent, *others)[:MOST_RECENT]
        paths = {one.path for one in kept}
        spots = {path: spot for path, spot in self.spots.items() if path in paths}
        return msgspec.structs.replace(self, recent=kept, spots=spots)

    def without_recent(self, path: str) -> "Settings":
        """Return the settings without a workbook that is to be forgotten."""
        kept = tuple(recent for recent in self.recent if recent.path != path)
        spots = {other: spot for other, spot in self.spots.items() if other != path}
        return msgspec.structs.replace(self, recent=kept, spots=spots)

    def with_spot(self, path: str, spot: Spot) -> "Settings":
        """Return the settings with the place kept where a person was in a workbook."""
        return msgspec.structs.replace(self, spots=self.spots | {path: spot})

    def moved(self, old: str, new: str) -> "Settings":
        """Return the settings after a workbook's file got another path."""
        recent = tuple(
            msgspec.structs.replace(one, path=new) if one.path == old else one
            for one in self.recent
            if one.path != new
        )
        spots = {new if path == old else path: spot for path, spot in self.spots.items()}
        return msgspec.structs.replace(self, recent=recent, spots=spots)


def _readable(data: bytes) -> Settings:
    """Return those settings that can be read, as a newer program or a person wrote them."""
    found: dict[str, Any] = {}
    with suppress(msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        given = msgspec.json.decode(data, type=dict[str, msgspec.Raw])
        for name in given.keys() & set(Settings.__struct_fields__):
            with suppress(msgspec.DecodeError, RecursionError):
                alone = b'{"%s": %s}' % (name.encode(), bytes(given[name]))
                found[name] = getattr(msgspec.json.decode(alone, type=Settings), name)
    return Settings(**found)


class SettingsFile:
    """The settings on disk; several windows share them, so each change reads them afresh."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE

    def read(self) -> Settings:
        """Return what is remembered; the usual settings where nothing can be read."""
        try:
            data = self._path.read_bytes()
        except OSError:
            return Settings()
        try:
            return msgspec.json.decode(data, type=Settings)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            return _readable(data)

    def change(self, change: Callable[[Settings], Settings]) -> None:
        """Remember something else; a folder that can't be written is no trouble worth a word.

        Nor is a file whose name is no text, as old disks have some: it is not remembered.
        """
        changed = change(self.read())
        with suppress(OSError, UnicodeEncodeError):
            self._write(msgspec.json.format(msgspec.json.encode(changed)))

    def _write(self, data: bytes) -> None:
        make_folder(self._path.parent)
        handle, name = tempfile.mkstemp(dir=self._path.parent, prefix=".settings-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(name).replace(self._path)
        except OSError:
            with suppress(OSError):
                Path(name).unlink()
            raise
