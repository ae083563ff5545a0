"""Finds what was written at the bookmarks that this program left in a Word document."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ladder_desktop.export.docx.anchors import Anchor, read_name
from ladder_desktop.intake.marking import marked_line
from ladder_desktop.intake.word_text import Bookmark, Content, Line, Piece, Row, Table

_TICK = re.compile(r"[☑☒✓✔✗✘✕🗸🗹🗷■]|\b[xX]\b")
_HEADS_STAND_IN = 3  # rows in which a table's head is looked for


@dataclass(frozen=True, slots=True)
class Written:
    """What stands at one bookmark.

    Attributes:
        anchor: which one; None for text that stands at none.
        text: what was written, with light marks.
        ticked: whether the box is ticked, for ticks.
        after: the printed words before it, by which a person finds it.
    """

    anchor: Anchor | None
    text: str
    ticked: bool = False
    after: str = ""


@dataclass(frozen=True, slots=True)
class WrittenTable:
    """A table's rows: for each row, the text under each column's bookmark."""

    anchors: tuple[Anchor, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(slots=True)
class Finder:
    """Walks through a document and gathers what was written.

    Attributes:
        invitations: words that this program prints where nothing is written.
    """

    invitations: frozenset[str] = frozenset()
    _anchor: Anchor | None = None
    _lines: list[str] = field(default_factory=list)
    _after: str = ""

    def find(self, content: tuple[Content, ...]) -> Iterator[Written | WrittenTable]:
        """Yield everything that was written, in reading order."""
        for each in content:
            yield from self._content(each)
        yield from self._finished(None)

    def _content(self, content: Content) -> Iterator[Written | WrittenTable]:
        if isinstance(content, Line):
            yield from self._line(content)
            return
        heads = _heads(content)
        if heads:
            yield from self._finished(None)
            yield _written_table(content, heads)
            return
        for row in content.rows:
            for cell in row.cells:
                for inside in cell.content:
                    yield from self._content(inside)

    def _line(self, line: Line) -> Iterator[Written]:
        """Follow one line: what stands between our bookmarks was printed, all else written."""
        waiting: list[Piece] = []
        ending = ""
        is_whole = True
        for part in line.parts:
            if isinstance(part, Piece):
                waiting.append(part)
            elif part.number == ending and not part.name:
                self._after, ending = _text(waiting) or self._after, ""
                waiting = []
            elif not ending and (anchor := read_name(part.name)):
                before = self._kept(waiting)
                yield from self._begun(anchor, line, before)
                waiting, ending, is_whole = [], part.number, False
        if ending:
            self._after, waiting = _text(waiting) or self._after, []
        self._add(line, self._kept(waiting), is_whole=is_whole)

    def _begun(self, anchor: Anchor, line: Line, before: list[Piece]) -> Iterator[Written]:
        """Begin what follows a bookmark; what stands before it ends what came earlier."""
        if anchor.what == "T":
            yield from self._finished(None)
            yield Written(anchor, "", ticked=bool(_TICK.search(_text(before))), after=self._after)
            return
        if _text(before).strip():
            self._add(line, before, is_whole=False)
        yield from self._finished(anchor if anchor.what == "A" else None)

    def _finished(self, following: Anchor | None) -> Iterator[Written]:
        text = "\n".join(self._lines).strip("\n")
        if self._anchor is not None or text.strip():
            yield Written(self._anchor, text if text.strip() else "", after=self._after)
        self._anchor, self._lines = following, []

    def _add(self, line: Line, pieces: list[Piece], *, is_whole: bool) -> None:
        if is_whole:
            self._lines.append(marked_line(line) if pieces else "")
        elif _text(pieces).strip():
            self._lines.append(marked_line(line, pieces).strip())

    def _kept(self, pieces: list[Piece]) -> list[Piece]:
        """Return letters without an invitation to write that is still there."""
        first = next((piece for piece in pieces if piece.text.strip()), None)
        if first is not None and first.text.strip() in self.invitations:
            return [piece for piece in pieces if piece is not first]
        return pieces


def _text(pieces: list[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def _heads(table: Table) -> dict[int, Anchor]:
    """Return for each place in a row the bookmark that heads its column."""
    for row in table.rows[:_HEADS_STAND_IN]:
        found: dict[int, Anchor] = {}
        place = 0
        for cell in row.cells:
            for anchor in _anchors(cell.lines):
                if anchor.what == "C":
                    found[place] = anchor
            place += cell.span
        if found:
            return found
    return {}


def _anchors(lines: tuple[Line, ...]) -> Iterator[Anchor]:
    for line in lines:
        for part in line.parts:
            if isinstance(part, Bookmark) and (anchor := read_name(part.name)):
                yield anchor


def _written_table(table: Table, heads: dict[int, Anchor]) -> WrittenTable:
    rows = [row for row in table.rows if not _is_printed(row)]
    return WrittenTable(tuple(heads.values()), tuple(_values(row, heads) for row in rows))


def _is_printed(row: Row) -> bool:
    """Tell whether a row is the head or the totals: these have bookmarks of ours."""
    return any(True for cell in row.cells for _ in _anchors(cell.lines))


def _values(row: Row, heads: dict[int, Anchor]) -> tuple[str, ...]:
    found: dict[int, str] = {}
    place = 0
    for cell in row.cells:
        found[place] = "\n".join(marked_line(line) for line in cell.lines).strip("\n")
        place += cell.span
    return tuple(found.get(each, "") for each in heads)
