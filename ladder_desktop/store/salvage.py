"""Makes a new workbook file from what can still be read of a damaged one."""

import contextlib
import datetime
import sqlite3
from collections.abc import Container, Iterator, Sequence
from pathlib import Path

import msgspec

from ladder_desktop.document.pictures import named_in
from ladder_desktop.errors import N_, TemplateError, WorkbookFileError
from ladder_desktop.paths import is_there
from ladder_desktop.store.carving import Pages, Row
from ladder_desktop.store.connection import UNSEEN, connect_reading
from ladder_desktop.store.faults import TROUBLES, DamagedError, reading_fault
from ladder_desktop.store.history import GONE
from ladder_desktop.store.making import build, fill
from ladder_desktop.store.pictures import INSERT, PictureRow, row_of, sound
from ladder_desktop.store.pieces import DIGEST_SIZE, digest, split_digests, unpacked
from ladder_desktop.store.reading import beside, recovered_copy
from ladder_desktop.store.texts import IDENTITY, TEMPLATE, Text, is_answer, parts_of, text
from ladder_desktop.workbook.loading import load
from ladder_desktop.workbook.template import Template

Dated = tuple[Text, datetime.datetime | None]  # a version of a text, and when it was kept


class Salvaged(msgspec.Struct, frozen=True):
    """What came out of a damaged file.

    Attributes:
        path: the new workbook file.
        missing: the ids of the blocks whose answer could not be read, and “details”.
        older: for each block's id whose last answer could not be read the moment of the earlier
            one that was taken instead.
        borrowed: the title of the template that serves in place of the file's own; blank where
            the file's own could be read.
    """

    path: Path
    missing: tuple[str, ...]
    older: dict[str, datetime.datetime | None]
    borrowed: str = ""


class _Found:
    """Everything that looks like a row of a workbook file.

    Attributes:
        texts: for each name its candidates: the rowid and the text.
        versions: for each name its versions: entry, digest of the whole, size, pieces.
        pieces: the packed pieces by their digest.
        entries: when each entry was made.
    """

    def __init__(self) -> None:
        self.texts: dict[str, list[tuple[int, Text]]] = {}
        self.versions: dict[str, list[tuple[int, bytes, int, bytes]]] = {}
        self.pieces: dict[bytes, bytes] = {}
        self.entries: dict[int, str] = {}

    def note(self, row: Row) -> None:
        """Sort in a row by the shape of its columns."""
        match row.values:
            case (str() as name, str() as json, int() as crc):
                one = Text(name, json)
                if one.crc == crc:
                    self.texts.setdefault(name, []).append((row.number, one))
            case (
                int() as entry,
                str() as name,
                bytes() as whole,
                int(),
                int() as size,
                bytes() as p,
            ):
                self.versions.setdefault(name, []).append((entry, whole, size, p))
            case (bytes() as key, bytes() as packed) if len(key) == DIGEST_SIZE:
                self.pieces[key] = packed
            case (None, str(), str() as made, str(), str()):
                self.entries[row.number] = made

    def earlier_than(self, current: Container[str]) -> dict[str, Dated]:
        """Return the newest version of each text of which nothing current was found."""
        names = (name for name in self.versions if name not in current)
        return {name: version for name in names if (version := self._earlier(name))}

    def _earlier(self, name: str) -> Dated | None:
        """Return the newest version of a text that can be put together, and when it was kept."""
        for entry, whole, size, pieces in sorted(self.versions.get(name, ()), reverse=True):
            if size == GONE:
                return None
            data = b"".join(self._piece(piece) for piece in split_digests(pieces))
            if digest(data) == whole:
                return Text(name, data.decode()), _time(self.entries.get(entry, ""))
        return None

    def _piece(self, key: bytes) -> bytes:
        try:
            return unpacked(self.pieces.get(key, b""))
        except ValueError:
            return b""


def salvage(path: Path, target: Path, fallbacks: Sequence[Template] = ()) -> Salvaged:
    """Put what can be read of a damaged workbook file into a new one; the old one stays as it is.

    Args:
        path: the damaged file.
        target: where the new one is to lie; nothing may be there.
        fallbacks: where the file's own template is lost, the first of these serves that asks for
            most of the answers that were found.

    Raises:
        DamagedError: nothing can be read, not even the questions.
        WorkbookFileError: the file can't be reached, or the new one can't be made.
    """
    if is_there(beside(path, "journal")):
        with contextlib.suppress(WorkbookFileError), recovered_copy(path) as copy:
            return _salvage(copy, target, fallbacks)
    return _salvage(path, target, fallbacks)


def _salvage(path: Path, target: Path, fallbacks: Sequence[Template]) -> Salvaged:
    found = _find(path)
    texts = _current(found, path)
    older = found.earlier_than(texts)
    texts |= {name: one for name, (one, _moment) in older.items()}
    borrowed = None if TEMPLATE in texts else _fitting(fallbacks, texts)
    if borrowed is not None:
        texts[TEMPLATE] = text(TEMPLATE, borrowed.text)
    missing = _missing(texts, path)
    _build(target, list(texts.values()), path)
    return Salvaged(
        target,
        missing,
        {name.strip("/"): moment for name, (_one, moment) in older.items()},
        borrowed.title if borrowed else "",
    )


def _find(path: Path) -> _Found:
    """Sort in every row that can be made out, wherever it lies in the file."""
    found = _Found()
    try:
        with contextlib.closing(Pages(path)) as pages:
            for row in pages.rows():
                found.note(row)
    except OSError as error:
        raise reading_fault(error, path) from None
    return found


def _build(target: Path, texts: list[Text], path: Path) -> None:
    """Make the new file, with the pictures of the damaged one that the texts name."""
    named = frozenset(named_in([one.json for one in texts]))

    def write(conn: sqlite3.Connection) -> None:
        conn.executemany(INSERT, _pictures(path, named))
        fill(conn, texts)

    build(target, write)


def _fitting(templates: Sequence[Template], texts: dict[str, Text]) -> Template | None:
    """Return the template that asks for most of what was answered; None where none does."""
    answered = {name for name in texts if is_answer(name)}

    def asked(template: Template) -> int:
        return len(answered & {block.id for block in template.blocks()})

    best = max(templates, key=asked, default=None)
    return best if best is not None and asked(best) else None


def _pictures(path: Path, wanted: frozenset[str]) -> Iterator[PictureRow]:
    """Yield the pictures that the texts name, one after the other: together they may be large."""
    if not wanted:
        return
    with contextlib.closing(Pages(path)) as pages:
        for row in pages.rows():
            match row.values:
                case (str() as name, str() as kind, int() as size, bytes() as data) if (
                    name in wanted and (picture := sound(name, kind, size, data))
                ):
                    yield row_of(name, picture)


def _current(found: _Found, path: Path) -> dict[str, Text]:
    """Return the newest candidate of each text; SQLite says which are live, where it can."""
    live = _live_rows(path)
    newest = {}
    for name, candidates in found.texts.items():
        numbers = live.get(name, ())
        best = [one for number, one in candidates if number in numbers]
        newest[name] = best[-1] if best else max(candidates)[1]
    return newest


def _live_rows(path: Path) -> dict[str, set[int]]:
    """Return where SQLite finds each text, as far as it gets."""
    numbers: dict[str, set[int]] = {}
    with (
        contextlib.suppress(*TROUBLES, AttributeError),
        contextlib.closing(connect_reading(path, UNSEEN)) as conn,
    ):
        for number, name in conn.execute("SELECT rowid, name FROM texts NOT INDEXED"):
            numbers.setdefault(name.decode(), set()).add(number)
    return numbers


def _missing(texts: dict[str, Text], path: Path) -> tuple[str, ...]:
    """Return the names of what a whole workbook would have and this one has not.

    Raises:
        DamagedError: without a template there is no workbook.
    """
    try:
        parts = parts_of({name: one.json for name, one in texts.items()})
        template = load(parts, path.name).workbook.template
    except TemplateError:
        raise DamagedError(
            N_(
                "Nothing in “{file}” can be read any more. Look for another copy or a backup of it."
            ),
            file=path.name,
        ) from None
    texts.setdefault(IDENTITY, text(IDENTITY, ""))
    names = ["/details", *(block.id for block in template.blocks())]
    missing = tuple(name.strip("/") for name in names if name not in texts)
    texts.setdefault("/details", text("/details", {}))
    return missing


def _time(made: str) -> datetime.datetime | None:
    try:
        return datetime.datetime.fromisoformat(made)
    except ValueError:
        return None
