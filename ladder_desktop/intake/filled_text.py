"""Brings along the answers of a filled document that this program did not make.

What the blank document, or the template made from it, lacks is answer; where it stands tells to
which question.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ladder_desktop.blocks import cells
from ladder_desktop.blocks.block import plain
from ladder_desktop.blocks.cells import CellError
from ladder_desktop.document.clean import cleaned
from ladder_desktop.document.nodes import Grid, Place
from ladder_desktop.errors import N_, AnswerError, LadderError
from ladder_desktop.intake.docx_answers import (
    COUNT,
    Answers,
    Unplaced,
    UnplacedError,
    answers_in,
    invitations,
)
from ladder_desktop.intake.docx_template import proposal_for
from ladder_desktop.intake.marking import marked_line
from ladder_desktop.intake.outlining import words_of
from ladder_desktop.intake.placing import check_value_at, paths_of, with_value
from ladder_desktop.intake.questions_known import Printed, Target, key_of
from ladder_desktop.intake.template_writing import template_text
from ladder_desktop.intake.word_file import WordFile, open_word
from ladder_desktop.intake.word_text import Cell, Content, Line, Row, Table, lines_of, read_text
from ladder_desktop.words import Words
from ladder_desktop.workbook.details import DETAILS, LABELS
from ladder_desktop.workbook.printing import printed
from ladder_desktop.workbook.template import Template, read_template
from ladder_desktop.workbook.workbook import Workbook, new_workbook

_TICK = re.compile(r"\s*(?:[•·*-]\s*)?(?:[☑☒✓✔✗✘✕🗹■]|\[[xX]\])")
_RATING = re.compile(r"\s*(?P<value>\d{1,2})\s*(?:/\s*\d{1,2}|out of \d{1,2}|of \d{1,2})?\s*\.?\s*")
_RATED = re.compile(r"\s*(\d{1,2})\b")
_LONGEST_HEAD = 40
_PLAIN_DETAILS = ("name", "role", "organization", "workshop", "facilitator")
_ROW_NUMBER = re.compile(r"\s*\d{1,3}[.)]\s*")


def answers_from(filled: Path, blank: Path | Template, words: Words) -> Answers:
    """Return the answers of a filled document, read beside its blank one or a template.

    Args:
        filled: the document that was filled in.
        blank: the document before that, or the template that was made from it.
        words: the words of the template's language.

    Raises:
        DocumentError: a document can't be read.
        TemplateError: the blank document makes no template.
    """
    lines: list[str] = []
    if isinstance(blank, Template):
        template = blank
    else:
        file = open_word(blank)
        template = read_template(template_text(proposal_for(file, blank.stem)), blank.name)
        lines = _lines_in(file)
    return _read("", read_text(open_word(filled)), template, lines, words)


def answers_beside(filled: Path, blank: Path, template: Template, words: Words) -> Answers:
    """Return the answers of a filled document for a template that was made from its blank one.

    What a person left out of the template is still no answer: it stands in the blank document.

    Raises:
        DocumentError: a document can't be read.
    """
    lines = _lines_in(open_word(blank))
    return _read("", read_text(open_word(filled)), template, lines, words)


def _lines_in(file: WordFile) -> list[str]:
    return [words_of(line) for line in lines_of(read_text(file))]


def read_filled(path: Path, workbook: Workbook, words: Words) -> Answers:
    """Read a filled document for a workbook: by its bookmarks, or else by its questions.

    Google Docs, for one, takes bookmarks out; the questions are still there.

    Raises:
        DocumentError: the document can't be read.
    """
    file = open_word(path)
    found = answers_in(file, workbook, words)
    if found.is_ours:
        return found
    content = read_text(file)
    details, rest = _details(content, words)
    beside = _read(file.properties.get("identifier", ""), rest, workbook.template, [], words)
    return replace(beside, whole=beside.whole | details)


def _details(
    content: tuple[Content, ...], words: Words
) -> tuple[dict[str, Any], tuple[Content, ...]]:
    """Return the details from this program's table of them, and the document without it."""
    labels = {words(label): name for name, label in LABELS.items() if name in _PLAIN_DETAILS}
    for place, each in enumerate(content):
        if isinstance(each, Table):
            rows = [[_text(cell) for cell in row.cells] for row in each.rows]
            if {row[0] for row in rows} & labels.keys() == labels.keys():
                found = {labels[row[0]]: row[1] for row in rows if row[0] in labels and row[1:]}
                return {DETAILS: found}, content[:place] + content[place + 1 :]
    return {}, content


def _read(
    identity: str, content: tuple[Content, ...], template: Template, blank: list[str], words: Words
) -> Answers:
    workbook = new_workbook(template)
    header = template.header
    other = (*header.summary.split("\n"), *header.credits.split("\n"), *invitations(words))
    reader = _Reader(workbook, words, Printed.of(printed(workbook, words), blank, other))
    reader.read(content)
    answers = reader.answers()
    whole = {"answers": answers} if answers else {}
    return Answers(whole, tuple(reader.unplaced), identity, is_ours=False)


@dataclass(slots=True)
class _Reader:
    """Follows a filled document from question to question.

    Attributes:
        unplaced: what stands under no question.
    """

    workbook: Workbook
    words: Words
    known: Printed
    unplaced: list[Unplaced] = field(default_factory=list)
    _current: Target | None = None
    _after: str = ""
    _texts: dict[Place, list[str]] = field(default_factory=lambda: defaultdict(list))
    _values: dict[Place, Any] = field(default_factory=dict)
    _rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    def read(self, content: tuple[Content, ...]) -> None:
        """Read all of it."""
        for each in content:
            if isinstance(each, Line):
                self._line(each)
            else:
                self._table(each)

    def answers(self) -> dict[str, Any]:
        """Return the plain answers of every block for which something was found."""
        found: dict[str, Any] = dict(self._rows)
        texts = {place: "\n".join(lines).strip("\n") for place, lines in self._texts.items()}
        values = {place: text for place, text in texts.items() if text.strip()} | self._values
        for place, value in values.items():
            self._put(found, place, value)
        return found

    def _put(self, found: dict[str, Any], place: Place, value: Any) -> None:
        """Put one value into the answer of its block, where it fits."""
        block = self.workbook.template.block(place.block)
        if block is None:
            return
        answer = found[block.id] if block.id in found else plain(self.workbook.answers[block.id])
        for path in paths_of(answer, place)[:1]:
            changed = with_value(answer, path, value)
            try:
                check_value_at(block, changed, path)
            except AnswerError as error:
                self._leave(str(value), error)
            else:
                found[block.id] = changed

    def _line(self, line: Line) -> None:
        """Take one line: a question, something printed, or something written."""
        text = words_of(line)
        if not text:
            self._write("")
        elif chosen := self._chosen(line, text):
            asked, choice = chosen
            self._ask(asked, text.removesuffix(choice))
            self._write(choice)
        elif target := self.known.target(text):
            self._ask(target, text)
            self._tick(line)
        elif self.known.is_printed(text):
            self._current, self._after = None, text
        elif begun := self.known.begun(text):
            target, rest = begun
            self._ask(target, text.removesuffix(rest))
            self._tick(line)
            self._write(rest)
        else:
            self._write(cleaned(marked_line(line)))

    def _chosen(self, line: Line, text: str) -> tuple[Target, str] | None:
        """Return what a form's line asks for, and what was chosen from the list in it."""
        for choice in (choice for each in line.controls for choice in each.choices):
            label = text.removesuffix(choice)
            if label.strip() and label != text and (target := self.known.target(label)):
                return target, choice
        return None

    def _ask(self, target: Target, text: str) -> None:
        self._current, self._after = target, text.strip()

    def _tick(self, line: Line) -> None:
        if self._current is not None and self._current.tick and _TICK.match(line.text):
            self._values[self._current.tick] = True

    def _write(self, text: str) -> None:
        """Take what was written as part of the answer to the question before it."""
        current = self._current
        rated = (
            _RATED.match(text.strip("* "))
            if current is not None and current.notes is None
            else None
        )
        if current is not None and current.cell is not None:
            self._choose(current.cell, text)
        elif current is not None and current.rating is not None and rated:
            self._values[current.rating] = int(rated[1])
        elif current is not None and current.notes is not None:
            place, rest = _remark(current, text)
            self._texts[place or current.notes].append(rest)
        elif text.strip():
            self._leave(text, UnplacedError(N_("It stands under no question of this template.")))

    def _choose(self, place: Place, text: str) -> None:
        """Take what was chosen for a line."""
        if not text.strip():
            return
        rows = self._rows.setdefault(place.block, plain(self.workbook.answers[place.block]))
        types = self._types(place.block)
        rows[place.row - 1][place.column] = self._cell(types[place.column], text, place.row)
        self._current = None

    def _types(self, block_id: str) -> dict[str, cells.Cell]:
        """Return what may stand in the columns of a table."""
        block = self.workbook.template.block(block_id)
        return {column.id: column.cell for column in getattr(block, "stored", ())}

    def _table(self, table: Table) -> None:
        grid = self._grid(table)
        if grid is not None:
            self._take_rows(grid, table)
            self._current = None
            return
        for number, row in enumerate(table.rows):
            if number or not self._is_head_of_ratings(table):
                self._row(row)

    def _is_head_of_ratings(self, table: Table) -> bool:
        """Tell whether the first row only heads practices: a template does not keep it."""
        head, body = table.rows[0], table.rows[1:]
        is_short = all(len(_text(cell)) <= _LONGEST_HEAD for cell in head.cells)
        has_practices = any(self._own_practice(row) for row in body)
        return is_short and has_practices and self._own_practice(head) is None

    def _grid(self, table: Table) -> Grid | None:
        """Return the table of the template whose heads a table has; each only once."""
        heads = tuple(key_of(_text(cell)) for cell in table.rows[0].cells) if table.rows else ()
        waiting = self.known.grids.get(heads, [])
        return waiting.pop(0) if waiting else None

    def _row(self, row: Row) -> None:
        """Read the cells of a row; a figure beside a practice is its rating."""
        practice = self._practice(row)
        for cell in row.cells:
            figure = _RATING.fullmatch(_text(cell))
            if figure and practice and practice.rating:
                self._values[practice.rating] = int(figure["value"])
                continue
            for each in cell.content:
                if isinstance(each, Line):
                    self._line(each)
                else:
                    self._table(each)

    def _practice(self, row: Row) -> Target | None:
        """Return the practice that a row is about: its own, or the one above it."""
        own = self._own_practice(row)
        current = self._current
        is_open = current is not None and current.rating not in self._values
        return own or (current if is_open else None)

    def _own_practice(self, row: Row) -> Target | None:
        for cell in row.cells:
            for line in cell.lines:
                target = self.known.peek(words_of(line))
                if target is not None and target.rating and target.notes:
                    return target
        return None

    def _take_rows(self, grid: Grid, table: Table) -> None:
        answer = plain(self.workbook.answers[grid.place.block])
        if isinstance(answer, dict):
            self._take_counts(grid, answer, table)
            return
        types = self._types(grid.place.block)
        rows: list[dict[str, Any]] = []
        for number, row in enumerate(table.rows[1:], start=1):
            texts = [_written(cell) for cell in row.cells]
            texts[:1] = [_ROW_NUMBER.sub("", text, count=1) for text in texts[:1]]
            self._tell_of_tables(row, number)
            pairs = zip(grid.columns, texts, strict=False)
            rows.append(
                {
                    column.id: self._cell(types[column.id], text, number)
                    for column, text in pairs
                    if column.id in types
                }
            )
        if any(any(row.values()) for row in rows):
            self._rows[grid.place.block] = rows

    def _tell_of_tables(self, row: Row, number: int) -> None:
        """Say which cells held a table of their own: its words are lines of the cell now."""
        for cell in row.cells:
            if any(isinstance(each, Table) for each in cell.content):
                self._after = self.words("row {row}", row=number)
                self._leave(
                    _text(cell),
                    UnplacedError(
                        N_("A table stood in this cell. Its words are in the cell, line by line.")
                    ),
                )

    def _take_counts(self, grid: Grid, answer: dict[str, Any], table: Table) -> None:
        """Take figures from a table in which each row is an item of the answer."""
        block = grid.place.block
        for item, row in zip(answer, table.rows[1:], strict=False):
            for column, cell in zip(grid.columns, row.cells, strict=False):
                count = COUNT.match(_text(cell))
                if count and column.id in answer[item]:
                    self._values[Place(block, item, column=column.id)] = int(count[1])

    def _cell(self, cell: cells.Cell, text: str, row: int) -> cells.Value:
        try:
            return cells.parse(cell, cleaned(text), self.words)
        except CellError as error:
            self._after = self.words("row {row}", row=row)
            self._leave(text, error)
            return cells.empty(cell)

    def _leave(self, text: str, reason: LadderError) -> None:
        self.unplaced.append(Unplaced(text, self._after, reason))


def _remark(target: Target, text: str) -> tuple[Place | None, str]:
    """Return which remark a line such as ``Owner: Ada`` makes, and what it says."""
    for label, place in target.remarks:
        if text.strip("* ").startswith(f"{label}:"):
            return place, text.partition(":")[2].strip("* ")
    return None, text


def _text(cell: Cell) -> str:
    return " ".join(" ".join(line.text for line in cell.lines).split())


def _written(cell: Cell) -> str:
    return "\n".join(marked_line(line) for line in cell.lines).strip("\n")
