"""Makes blocks of a document's tables: tables to fill in, ratings, questions beside a space."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from ladder_desktop.blocks.rubric.model import LEAST_LEVELS, MOST_LEVELS
from ladder_desktop.intake.outlining import Part, parts_of
from ladder_desktop.intake.proposal import (
    USUAL_SCALE,
    Column,
    EducatorLevel,
    Entry,
    Level,
    ProposedBlock,
    Source,
    unnamed_levels,
)
from ladder_desktop.intake.word_controls import Control
from ladder_desktop.intake.word_text import Cell, Row, Table
from ladder_desktop.intake.wording import is_question, level_in, only_for

Mode = Literal["practice", "questions", "evidence", "rating", "notes"]

_RATING = re.compile(r"\b(?:rating|rate|score|level|points)\b|\bout of \d+", re.IGNORECASE)
_OUT_OF = re.compile(r"\bout of (\d{1,2})\b|\b1\s*[-–—]\s*(\d{1,2})\b", re.IGNORECASE)
_QUESTIONS = re.compile(r"(?:guiding |reflection |key )?questions?\b", re.IGNORECASE)
_EVIDENCE = re.compile(
    r"(?:sample |possible |suggested )?(?:evidence|artifacts?|look[ -]fors?)\b", re.IGNORECASE
)
_NOTES = re.compile(r"notes?\b|comments?\b|reflections?\b", re.IGNORECASE)
_NUMBERED = re.compile(r"(?P<number>\d{1,3})[.)]\s*(?P<text>.*)", re.DOTALL)
_SCALE = re.compile(
    r"\d|(?:strongly |somewhat )?(?:dis)?agree|never|rarely|sometimes|often|always|yes|no|not yet|"
    r"neutral|n/?a|emerging|developing|proficient|accomplished|basic|advanced|limited",
    re.IGNORECASE,
)
_BOXES = tuple("☐☑☒□❏❑⬜")
_LEAST_SCALE = 3
_MOST_COLUMNS, _MOST_ROWS, _MOST_START = 20, 100, 200
_MOST_CELLS = 60  # of a row; a template takes fewer
_LONGEST_LABEL = 40


def block_of_table(part: Part, title: str, levels: tuple[Level, ...]) -> ProposedBlock | None:
    """Return the block that a table makes; None where it only lays out text.

    Args:
        part: the table.
        title: what stands over it.
        levels: a scale that stands before it, or nothing.
    """
    if part.table is None or not part.table.rows:
        return None
    grid = _Grid.of(part.table)
    source = Source(part.number, " | ".join(text for text in grid.texts[0] if text)[:200])
    if grid.rating is not None:
        return _rubric(grid, title, levels, source)
    if grid.is_scale:
        return _statements(grid, title, source)
    return _table(grid, title, source)


def questions_of_table(part: Part) -> Iterator[Part]:
    """Yield the questions of a table that has them at the left and empty cells at the right."""
    if part.table is None or not part.table.rows:
        return
    grid = _Grid.of(part.table)
    if grid.width != 2 or grid.has_head or grid.rating is not None:  # noqa: PLR2004 - left, right
        return
    if all(row[0] for row in grid.texts) and not any(row[1] for row in grid.texts):
        for (text, _), (_, room) in zip(grid.texts, grid.cells, strict=True):
            controls = _controls([room])
            lists = tuple(each.choices for each in controls if each.choices)
            yield Part(part.number, "text", text, lists=lists)


@dataclass(frozen=True, slots=True)
class _Grid:
    """A table's texts, row by row, each row as wide as the widest."""

    texts: list[list[str]]
    cells: list[list[Cell | None]]
    has_head: bool

    @classmethod
    def of(cls, table: Table) -> "_Grid":
        cells = [_places(row) for row in table.rows]
        width = max(len(row) for row in cells)
        cells = [row + [None] * (width - len(row)) for row in cells]
        texts = [[_text(cell) for cell in row] for row in cells]
        is_head = table.rows[0].is_head or _looks_like_head(cells)
        return cls(texts, cells, is_head)

    @property
    def width(self) -> int:
        """Return how many columns there are."""
        return len(self.texts[0])

    @property
    def head(self) -> list[str]:
        """Return the texts over the columns."""
        return self.texts[0] if self.has_head else [""] * self.width

    @property
    def body(self) -> list[list[str]]:
        """Return the rows under the head."""
        return self.texts[int(self.has_head) :]

    @property
    def rating(self) -> int | None:
        """Return the column in which ratings are written, None where there is none."""
        for place, text in enumerate(self.head):
            is_short = len(text) <= _LONGEST_LABEL
            if is_short and _RATING.search(text) and not any(_figures(self.body, place)):
                return place
        return None

    @property
    def is_scale(self) -> bool:
        """Tell whether one of the columns is to be chosen for the statement in each row."""
        heads = self.head[1:]
        return (
            len(heads) >= _LEAST_SCALE
            and all(_SCALE.match(head) and len(head) <= _LONGEST_LABEL for head in heads)
            and all(row[0] and not any(row[1:]) for row in self.body)
        )


def _figures(rows: list[list[str]], place: int) -> Iterator[bool]:
    return (len(row[place]) > _LONGEST_LABEL for row in rows)


def _places(row: Row) -> list[Cell | None]:
    """Return a row's cells, one for each column; a wide cell stands in its first one."""
    found: list[Cell | None] = []
    for cell in row.cells[:_MOST_CELLS]:
        found.append(None if cell.continues else cell)
        found += [None] * (min(cell.span, _MOST_COLUMNS) - 1)
    return found[:_MOST_CELLS]


def _text(cell: Cell | None) -> str:
    """Return the words of a cell; a box to tick alone is room, as an empty cell is."""
    lines = [] if cell is None else [" ".join(line.text.split()) for line in cell.lines]
    text = "\n".join(line for line in lines if line)
    return "" if text in _BOXES else text


def _looks_like_head(cells: list[list[Cell | None]]) -> bool:
    """Tell whether the first row heads the columns: bold, or full with empty cells below it.

    The corner over a column of names may be empty.
    """
    if len(cells) == 1:
        return False
    heads = [cell for cell in cells[0] if cell is not None]
    if len(heads) > 2 and not _text(heads[0]):  # noqa: PLR2004 - a corner and several titles
        heads = heads[1:]
    is_full = len(heads) > 1 and all(_text(cell) for cell in heads)
    has_space = any(not _text(cell) for row in cells[1:] for cell in row)
    return all(_is_bold(cell) for cell in heads) or (is_full and has_space)


def _is_bold(cell: Cell) -> bool:
    letters = [piece for line in cell.lines for piece in line.pieces if piece.text.strip()]
    return bool(letters) and all(piece.bold for piece in letters)


def _table(grid: _Grid, title: str, source: Source) -> ProposedBlock:
    """Return a table to fill in; what stands in its rows from the beginning stays there."""
    width = min(grid.width, _MOST_COLUMNS)
    heads = grid.head[:width]
    columns = tuple(_column(grid, place, head) for place, head in enumerate(heads))
    rows = [_unnumbered(row[:width]) for row in grid.body]
    start = tuple(tuple(row) for row in rows if any(row))[:_MOST_START]
    return ProposedBlock(
        "table",
        title,
        columns=columns,
        rows=min(max(len(rows), 1), _MOST_ROWS),
        start=start,
        source=source,
    )


def _column(grid: _Grid, place: int, head: str) -> Column:
    """Return a column; what the fields of a form in it offer can be chosen."""
    controls = _controls(row[place] for row in grid.cells[int(grid.has_head) :])
    offered = [choice for each in controls for choice in each.choices]
    written = [row[place] for row in grid.body if row[place]] if offered else []
    choices = tuple(dict.fromkeys([*offered, *written]))
    holds_days = any(each.kind == "date" for each in controls)
    return Column(head or f"{place + 1}", choices, holds_days)


def _controls(cells: Iterable[Cell | None]) -> list[Control]:
    """Return the fields of a form that stand in cells."""
    lines = (line for cell in cells if cell is not None for line in cell.lines)
    return [each for line in lines for each in line.controls]


def _unnumbered(row: list[str]) -> list[str]:
    """Return a row without the number that stands before its first cell's text."""
    found = _NUMBERED.fullmatch(row[0])
    is_number = found is not None or row[0].isdigit()
    if is_number and not any(row[1:]):
        return [found["text"] if found else "", *row[1:]]
    return row


def _statements(grid: _Grid, title: str, source: Source) -> ProposedBlock:
    """Return statements with one choice each."""
    choice = Column(title, tuple(dict.fromkeys(grid.head[1:])))
    columns = (Column(grid.head[0] or title), choice)
    start = tuple((row[0], "") for row in grid.body)[:_MOST_START]
    return ProposedBlock("table", title, columns=columns, start=start, source=source)


def _rubric(
    grid: _Grid, title: str, levels: tuple[Level, ...], source: Source
) -> ProposedBlock | None:
    practices = tuple(_Practices(grid).read())
    offered = _column(grid, grid.rating or 0, "").choices
    levels = levels or tuple(Level(value, each, each) for value, each in enumerate(offered, 1))
    most = _most(grid, levels)
    if not practices:
        return _table(grid, title, source)
    if not LEAST_LEVELS <= most <= MOST_LEVELS:
        return _rated_table(grid, title, practices, most, source)
    chosen = levels or unnamed_levels(most)
    return ProposedBlock("rubric", title, entries=practices, levels=chosen, source=source)


def _most(grid: _Grid, levels: tuple[Level, ...]) -> int:
    """Return how many levels the scale has."""
    if levels:
        return len(levels)
    found = _OUT_OF.search(grid.head[grid.rating or 0])
    return int(found[1] or found[2]) if found else USUAL_SCALE


def _rated_table(
    grid: _Grid, title: str, practices: tuple[Entry, ...], most: int, source: Source
) -> ProposedBlock:
    """Return practices on a scale that a rubric does not have: a table with choices."""
    offered = _column(grid, grid.rating or 0, "").choices
    choices = offered or tuple(str(value) for value in range(1, min(most, 10) + 1))
    rating = grid.head[grid.rating or 0]
    name = next((head for head in grid.head if head and head != rating), title)
    columns = (Column(name), Column(rating, choices))
    start = tuple((practice.text, "") for practice in practices)[:_MOST_START]
    return ProposedBlock("table", title, columns=columns, start=start, source=source)


@dataclass(slots=True)
class _Draft:
    """A practice that is being read."""

    text: str
    number: int
    level: EducatorLevel | None
    questions: list[str] = field(default_factory=list)
    evidence: list[str] = field(default_factory=list)

    def entry(self) -> Entry:
        return Entry(
            self.text,
            number=self.number,
            level=self.level,
            questions=tuple(self.questions),
            evidence=tuple(self.evidence),
        )


class _Practices:
    """Reads the practices of a rubric, with the questions and evidence under each of them."""

    def __init__(self, grid: _Grid) -> None:
        self._grid = grid
        self._drafts: list[_Draft] = []
        self._modes: list[Mode] = [_mode_of_head(head) for head in grid.head]

    def read(self) -> list[Entry]:
        """Return the practices in order."""
        for row in self._grid.cells[int(self._grid.has_head) :]:
            for place, cell in enumerate(row):
                if cell is not None and place != self._grid.rating:
                    self._cell(cell, self._modes[place])
        return [draft.entry() for draft in self._drafts]

    def _cell(self, cell: Cell, mode: Mode) -> None:
        for part in parts_of(cell.lines):
            if part.role == "space" or not part.text:
                continue
            label = _mode_of_label(part)
            if label is not None:
                mode = label
            elif mode == "practice":
                mode = self._under_practice(part)
            elif mode in ("questions", "evidence") and self._drafts:
                self._add(part, mode)

    def _under_practice(self, part: Part) -> Mode:
        """Take a line that stands where practices do; return what the next lines are."""
        if part.role == "item" and part.mark == "bullet" and self._drafts:
            self._add(part, "questions" if is_question(part.text) else "evidence")
        elif level_in(part.text) is None:
            text, number = part.text, part.ordinal or len(self._drafts) + 1
            self._drafts.append(_Draft(text, number, only_for(text)))
        return "practice"

    def _add(self, part: Part, mode: Mode) -> None:
        entries = self._drafts[-1].questions if mode == "questions" else self._drafts[-1].evidence
        entries.append(part.text)


def _mode_of_head(head: str) -> Mode:
    if _QUESTIONS.match(head):
        return "questions"
    if _EVIDENCE.match(head):
        return "evidence"
    return "notes" if _NOTES.match(head) else "practice"


def _mode_of_label(part: Part) -> Mode | None:
    """Return what a label such as ``Sample Evidence:`` says about the lines after it."""
    text = part.text.rstrip(" :")
    is_label = part.text.endswith(":") or part.is_bold or part.role == "heading"
    if len(text) > _LONGEST_LABEL or not is_label:
        return None
    mode = _mode_of_head(text)
    return None if mode == "practice" else mode
