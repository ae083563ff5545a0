"""Reads the answers back from a Word document that this program made and people filled in."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ladder_desktop.blocks import cells
from ladder_desktop.blocks.block import Block, plain
from ladder_desktop.blocks.cells import Cell, CellError
from ladder_desktop.document.clean import cleaned
from ladder_desktop.document.nodes import Grid, Scale
from ladder_desktop.errors import N_, AnswerError, LadderError
from ladder_desktop.intake.anchored import Finder, Written, WrittenTable
from ladder_desktop.intake.known import DETAILS, Known, Register
from ladder_desktop.intake.placing import check_value_at, paths_of, value_at, with_value
from ladder_desktop.intake.reading_back import ReadingBack
from ladder_desktop.intake.word_file import WordFile, open_word
from ladder_desktop.intake.word_text import read_text
from ladder_desktop.words import Words
from ladder_desktop.workbook.details import LEVELS
from ladder_desktop.workbook.printing import printed
from ladder_desktop.workbook.workbook import Workbook

_NUMBER = re.compile(r"\d{1,3}")
COUNT = re.compile(r"\s*(\d{1,7})\b(?!\d)")
_DAY = Cell(type="date")


class UnplacedError(LadderError):
    """Why something that was written has no place in the workbook; stands inside lists."""


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Something in a document that could not be placed.

    Attributes:
        text: what is written there.
        after: the printed words before it, by which a person finds it.
        reason: why it has no place.
    """

    text: str
    after: str
    reason: LadderError


@dataclass(frozen=True, slots=True)
class Answers:
    """What was read from a filled document.

    Attributes:
        whole: details and answers as plain data, for `workbook.interchange.filled`.
        unplaced: what could not be placed, in the order of the document.
        identity: the short id of the workbook that the document was made from, or blank.
        is_ours: whether the document has the bookmarks that this program leaves.
    """

    whole: dict[str, Any]
    unplaced: tuple[Unplaced, ...]
    identity: str
    is_ours: bool


def read(path: Path, workbook: Workbook, words: Words) -> Answers:
    """Read a filled document that was made from this workbook, or another of its template.

    Args:
        path: a Word document, as Word or LibreOffice saved it.
        workbook: what it is read for; answers that the document does not ask for stay out.
        words: the words of the workbook's language.

    Raises:
        DocumentError: the document can't be read.
    """
    return answers_in(open_word(path), workbook, words)


def answers_in(file: WordFile, workbook: Workbook, words: Words) -> Answers:
    """Return the answers in a document that was opened."""
    reader = _Reader(workbook, words)
    for found in Finder(invitations(words)).find(read_text(file)):
        reader.take(found)
    return Answers(
        reader.whole(),
        tuple(reader.unplaced),
        file.properties.get("identifier", ""),
        reader.is_ours,
    )


def invitations(words: Words) -> frozenset[str]:
    """Return what the export prints where nothing is written; a copy may keep it as text."""
    return frozenset({words("No answer yet"), words("Not rated yet")})


@dataclass(slots=True)
class _Reader:
    """Puts what was found into plain answers, one piece after the other."""

    workbook: Workbook
    words: Words
    unplaced: list[Unplaced] = field(default_factory=list)
    is_ours: bool = False
    _answers: dict[str, Any] = field(default_factory=dict)
    _details: dict[str, Any] = field(default_factory=dict)
    _register: Register = field(init=False)
    _back: ReadingBack = field(init=False)

    def __post_init__(self) -> None:
        self._register = Register(printed(self.workbook, self.words), self.workbook)
        self._back = ReadingBack(self.words)

    def whole(self) -> dict[str, Any]:
        """Return what was placed."""
        found: dict[str, Any] = {}
        if self._details:
            found[DETAILS] = self._details
        if self._answers:
            found["answers"] = self._answers
        return found

    def take(self, found: Written | WrittenTable) -> None:
        """Place one thing, or note that it has no place."""
        if isinstance(found, WrittenTable):
            self._take_table(found)
            return
        known = None if found.anchor is None else self._register.find(found.anchor)
        self.is_ours = self.is_ours or found.anchor is not None
        if found.anchor is not None and known is not None:
            self._take_known(known, found, found.anchor.turn)
        elif found.text.strip():
            self._leave(found.text, found.after, _no_question())

    def _take_known(self, known: Known, found: Written, turn: int) -> None:
        place = known.place
        if place.block == DETAILS:
            self._take_detail(place.item, found)
            return
        block = self.workbook.template.block(place.block)
        if block is None:
            return
        answer = self._answer(block)
        paths = paths_of(answer, place)
        if not paths or (known.node is None and not found.text.strip()):
            return
        path = paths[min(turn, len(paths)) - 1]
        former = value_at(answer, path)
        if found.anchor is not None and found.anchor.what == "T":
            self._put(block, path, found.ticked, found)
        elif isinstance(known.node, Scale):
            self._put(block, path, self._rating(known.node, found), found)
        elif former is None or isinstance(former, str):
            self._take_text(block, path, found)

    def _take_text(self, block: Block, path: tuple[str | int, ...], found: Written) -> None:
        former = value_at(self._answer(block), path)
        text = cleaned(found.text)
        if self._back.is_unchanged(former or "", text):
            return
        if self._fits(block, path, text if text or isinstance(former, str) else None):
            self._put(block, path, text if text or isinstance(former, str) else None, found)
        else:
            self._put(block, path, self._day(text, found), found)

    def _put(self, block: Block, path: tuple[str | int, ...], value: Any, found: Written) -> None:
        """Put a value in, where it fits."""
        answer = with_value(self._answer(block), path, value)
        try:
            check_value_at(block, answer, path)
        except AnswerError as error:
            self._leave(found.text, found.after, error)
        else:
            self._answers[block.id] = answer

    def _fits(self, block: Block, path: tuple[str | int, ...], value: Any) -> bool:
        try:
            check_value_at(block, with_value(self._answer(block), path, value), path)
        except AnswerError:
            return False
        return True

    def _answer(self, block: Block) -> Any:
        """Return a block's answer as far as it was read, begun with what the workbook has."""
        if block.id not in self._answers:
            self._answers[block.id] = _without_blanks(plain(self.workbook.answers[block.id]))
        return self._answers[block.id]

    def _rating(self, scale: Scale, found: Written) -> int | None:
        """Return the level that a text names, by its number or by its name."""
        text = found.text.strip()
        if not text:
            return None
        figure = _NUMBER.search(text)
        for level in scale.levels:
            if figure and int(figure[0]) == level.value:
                return level.value
        named = [level.value for level in scale.levels if level.label.casefold() in text.casefold()]
        if len(named) == 1:
            return named[0]
        message = N_("It names no level of the scale from {least} to {most}.")
        values = [level.value for level in scale.levels]
        self._leave(text, found.after, UnplacedError(message, least=min(values), most=max(values)))
        return scale.chosen

    def _day(self, text: str, found: Written) -> str | None:
        try:
            return str(cells.parse(_DAY, text, self.words) or "") or None
        except CellError as error:
            self._leave(found.text, found.after, error)
            return None

    def _take_detail(self, name: str, found: Written) -> None:
        former = getattr(self.workbook.details, name)
        text = " ".join(cleaned(found.text).split())
        if name == "date":
            self._details[name] = self._day(text, found) if text else None
        elif name == "level":
            self._details[name] = self._level(text, found)
        else:
            self._details[name] = former if self._back.is_unchanged(former, text) else text

    def _level(self, text: str, found: Written) -> str | None:
        for level, label in LEVELS.items():
            if text.casefold() in (level, self.words(label).casefold()):
                return level
        if text:
            self._leave(found.text, found.after, _no_question())
        return self.workbook.details.level if text else None

    def _take_table(self, table: WrittenTable) -> None:
        self.is_ours = True
        found = [self._register.find(anchor) for anchor in table.anchors]
        self._leave_columns([known is None for known in found], table.rows)
        grid = next((known.node for known in found if known is not None), None)
        if not isinstance(grid, Grid) or grid.place.item:
            return  # what is summed up is never stored
        block = self.workbook.template.block(grid.place.block)
        columns = ["" if known is None else known.place.column for known in found]
        if block is None:
            return
        if isinstance(self._answer(block), list):
            self._take_rows(block, grid, columns, table.rows)
        else:
            self._take_counts(block, columns, table.rows)

    def _leave_columns(self, unknown: list[bool], rows: tuple[tuple[str, ...], ...]) -> None:
        """List what stands in columns that the workbook does not have."""
        for number, texts in enumerate(rows, start=1):
            for is_unknown, text in zip(unknown, texts, strict=True):
                if is_unknown and text.strip():
                    self._leave(text, self.words("row {row}", row=number), _no_question())

    def _take_rows(
        self, block: Block, grid: Grid, columns: list[str], rows: tuple[tuple[str, ...], ...]
    ) -> None:
        """Put the rows of a table in place of the former ones."""
        types = {column.id: column.cell for column in getattr(block, "stored", ())}
        former = self._answer(block)
        made: list[dict[str, Any]] = []
        for number, texts in enumerate(rows):
            before = former[number] if number < len(former) else {}
            shown = grid.rows[number] if number < len(grid.rows) else ()
            kept = dict(zip([column.id for column in grid.columns], shown, strict=False))
            made.append({})
            for name, text in zip(columns, texts, strict=True):
                if name not in types:
                    continue
                is_same = name in kept and self._back.is_unchanged(kept[name].text, text)
                made[-1][name] = (
                    before.get(name) if is_same else self._cell(types[name], text, number + 1)
                )
        self._answers[block.id] = made

    def _cell(self, cell: Cell, text: str, row: int) -> cells.Value:
        try:
            return cells.parse(cell, cleaned(text), self.words)
        except CellError as error:
            self._leave(text, self.words("row {row}", row=row), error)
            return cells.empty(cell)

    def _take_counts(
        self, block: Block, columns: list[str], rows: tuple[tuple[str, ...], ...]
    ) -> None:
        """Put figures in, where each row of a table is an item of the answer."""
        answer = self._answer(block)
        for item, texts in zip(list(answer), rows, strict=False):
            for name, text in zip(columns, texts, strict=True):
                if name in answer[item]:
                    count = COUNT.match(text)
                    found = Written(None, text, after=item)
                    if text.strip() and not count:
                        self._leave(text, item, UnplacedError(N_("It is no whole number.")))
                        continue
                    self._put(block, (item, name), int(count[1]) if count else None, found)

    def _leave(self, text: str, after: str, reason: LadderError) -> None:
        self.unplaced.append(Unplaced(text, after, reason))


def _no_question() -> UnplacedError:
    return UnplacedError(N_("It stands under no question of this workbook."))


def _without_blanks(answer: Any) -> Any:
    """Return an answer without blank entries in the lists inside it: they are not printed."""
    if isinstance(answer, list):
        return answer
    if not isinstance(answer, dict):
        return answer
    return {name: _inner(value) for name, value in answer.items()}


def _inner(value: Any) -> Any:
    if isinstance(value, list):
        return [each for each in value if not _is_blank(each)]
    return _without_blanks(value)


def _is_blank(entry: Any) -> bool:
    values = entry.values() if isinstance(entry, dict) else [entry]
    return not any(str(value or "").strip() for value in values)
