"""Reads answers from a PDF: the workbook that it carries, or the fields of a filled form."""

import re
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf

from ladder_desktop.blocks.block import Block, plain
from ladder_desktop.blocks.cells import Cell, CellError, parse, shown
from ladder_desktop.document.clean import cleaned
from ladder_desktop.document.nodes import Place
from ladder_desktop.errors import N_, AnswerError, LadderError
from ladder_desktop.export.pdf.form_reading import read_form
from ladder_desktop.intake.placing import check_value_at, paths_of, value_at, with_value
from ladder_desktop.paths import resources
from ladder_desktop.words import words_for
from ladder_desktop.workbook.details import DETAILS, LEVELS, read_details
from ladder_desktop.workbook.interchange import parse_interchange
from ladder_desktop.workbook.workbook import Workbook

CARRIED = "workbook.json"
LARGEST = 50_000_000  # bytes of a carried workbook
MOST_ROWS = 5_000
DUE = "due"  # the remark of a checklist that is a day
DAY = Cell(type="date")
COUNT = Cell(type="integer")
SHARE = re.compile(r"\s*\([^()]*\)\s*\Z")


class UnplacedError(LadderError):
    """Why the value of a field has no place in the workbook."""


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A field of a form that could not be placed: its name, its value, and why."""

    name: str
    text: str
    reason: LadderError


@dataclass(frozen=True, slots=True)
class Answers:
    """Details and answers as plain data for `workbook.interchange.filled`, and what is left."""

    whole: dict[str, Any]
    unplaced: tuple[Unplaced, ...]


def read(path: Path, workbook: Workbook) -> Answers:
    """Return the answers in a PDF; a carried workbook goes before the fields of a form.

    Raises:
        LadderError: it can't be read, or holds neither.
    """
    if (text := carried(path)) is not None:
        return Answers(parse_interchange(text, path.name), ())
    return _from_form(path, workbook)


def carried(path: Path) -> str | None:
    """Return the JSON interchange that a PDF carries, or None.

    Raises:
        AnswerError: what it carries is too large, or no text.
    """
    try:
        with pikepdf.open(path) as pdf:
            if CARRIED not in pdf.attachments:
                return None
            return _unpacked(pdf.attachments[CARRIED].get_file().obj).decode()
    except pikepdf.PasswordError:
        raise AnswerError(
            N_("{file} is locked with a password. Save it without one first."), file=path.name
        ) from None
    except (UnicodeDecodeError, zlib.error):
        message = N_("The workbook that “{file}” carries can't be read. Ask for the file again.")
        raise AnswerError(message, file=path.name) from None
    except (pikepdf.PdfError, OSError, ValueError):
        return None  # the form's reader says what is wrong with the file


def _unpacked(stream: pikepdf.Object) -> bytes:
    """Return what is attached, if it is as large as a workbook may be; a trap is far larger."""
    packed = stream.read_raw_bytes()
    found: Any = stream.get("/Filter", [])
    filters = [str(one) for one in found] if isinstance(found, pikepdf.Array | list) else [found]
    if not filters:
        return packed
    unpacking = zlib.decompressobj()
    data = unpacking.decompress(packed, LARGEST)
    if filters != ["/FlateDecode"] or unpacking.unconsumed_tail:
        raise zlib.error  # no program that writes such files packs them so
    return data


def _from_form(path: Path, workbook: Workbook) -> Answers:
    form = read_form(path)
    reader = _Reader(workbook)
    for place, value in form.values.items():
        reader.take(place, value)
    strange = (
        Unplaced(name, "", UnplacedError(N_("it is no field of this program's forms.")))
        for name in form.strange
    )
    return Answers(reader.whole(), (*reader.unplaced, *strange))


class _Reader:
    """Puts the values of fields into plain answers, one after the other.

    Attributes:
        unplaced: what could not be placed.
    """

    def __init__(self, workbook: Workbook) -> None:
        self.unplaced: list[Unplaced] = []
        self._workbook = workbook
        # the form was printed in the language of its template
        self._words = words_for(workbook.template.header.language, resources() / "translations")
        self._details: dict[str, Any] = {}
        self._answers: dict[str, Any] = {}

    def whole(self) -> dict[str, Any]:
        """Return what was placed."""
        return {DETAILS: self._details, "answers": self._answers}

    def take(self, place: Place, value: Any) -> None:
        """Place one value, or note that it has no place; an empty field changes nothing."""
        if value in ("", None, False):
            return
        block = self._workbook.template.block(place.block)
        if place.block == DETAILS:
            self._take_detail(place, value)
        elif block is None:
            self._leave(place, value, UnplacedError(N_("this workbook has no such question.")))
        else:
            self._take_answer(block, place, value)

    def _take_detail(self, place: Place, value: Any) -> None:
        text = " ".join(str(value).split())
        name = place.item or place.column
        try:
            meant = self._detail(name, text)
            read_details({name: meant})
        except (AnswerError, CellError) as error:
            self._leave(place, value, error)
        else:
            self._details[name] = meant

    def _detail(self, name: str, text: str) -> Any:
        """Return what a person means by a detail; the level and the day are printed in words.

        Raises:
            CellError: it is no day.
        """
        if name == "date":
            return parse(DAY, text, self._words)
        if name == "level":
            names = {self._words(label).casefold(): level for level, label in LEVELS.items()}
            return names.get(text.casefold(), text.lower())
        return text

    def _take_answer(self, block: Block, place: Place, value: Any) -> None:
        if block.id in self._answers:
            answer = self._answers[block.id]
        else:
            answer = plain(self._workbook.answers[block.id])
        paths = _paths(answer, place)
        try:
            former = value_at(answer, paths[0]) if paths else None
            value = self._typed(block, place, value, former)
        except CellError as error:
            self._leave(place, value, error)
            return
        reason: LadderError = UnplacedError(N_("this workbook has no such question."))
        for path in paths:
            changed = with_value(answer, path, value)
            try:
                check_value_at(block, changed, path)
            except AnswerError as error:
                reason = error
            else:
                self._answers[block.id] = changed
                return
        self._leave(place, value, reason)

    def _typed(self, block: Block, place: Place, value: Any, former: Any) -> Any:
        """Return what a person means by a text in a cell: an amount, a day, a choice, a count.

        What still reads as it was printed is the former value.

        Raises:
            CellError: it does not fit there.
        """
        if place.column == DUE and not place.row and isinstance(value, str):
            return parse(DAY, cleaned(value), self._words)
        if not place.row or not isinstance(value, str):
            return value
        types = {column.id: column.cell for column in getattr(block, "stored", ())}
        if not types:  # counts, which are printed with their shares
            return parse(COUNT, SHARE.sub("", cleaned(value)), self._words)
        cell = types.get(place.column)
        if cell is None or shown(cell, former, self._words) == value:
            return value if cell is None else former
        return parse(cell, cleaned(value), self._words)

    def _leave(self, place: Place, value: Any, reason: LadderError) -> None:
        name = "/".join(
            part for part in (place.block, place.item, str(place.row or ""), place.column) if part
        )
        self.unplaced.append(Unplaced(name, str(value), reason))


def _paths(answer: Any, place: Place) -> list[tuple[str | int, ...]]:
    """Return where a place may be kept in an answer: a cell by its row, the rest by its ids."""
    if isinstance(answer, list) and 1 <= place.row <= MOST_ROWS:
        return [(place.row - 1, place.column)]
    if isinstance(answer, dict) and 1 <= place.row <= len(answer):
        return [(list(answer)[place.row - 1], place.column)]
    return list(paths_of(answer, place))
