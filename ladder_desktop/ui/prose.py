"""Where prose stands in a workbook, in the order in which it is read: notes and cells of tables."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from ladder_desktop.document.pictures import parted
from ladder_desktop.widgets.block_editor import BlockEditor
from ladder_desktop.widgets.grid.cell_delegate import CellDelegate
from ladder_desktop.widgets.grid.cell_editors import CellNote
from ladder_desktop.widgets.grid.grid_spelling import PROSE
from ladder_desktop.widgets.grid.grid_view import GridView
from ladder_desktop.widgets.note.note_editor import NoteEditor
from ladder_desktop.widgets.note.note_spelling import lines_of
from ladder_desktop.widgets.note.spelt_box import Piece, signs, units
from ladder_desktop.widgets.note.spelt_line import SpeltLine
from ladder_desktop.widgets.reveal import reveal


class Prose(Protocol):
    """A text that a person wrote."""

    @property
    def control(self) -> QWidget:
        """Return what it stands in."""
        ...

    def lines(self) -> list[Piece]:
        """Return its paragraphs."""
        ...

    def passed(self, focused: QWidget | None) -> int | None:
        """Return the place of the caret, in Qt's units; None where the focus is elsewhere."""
        ...

    def open(self) -> NoteEditor | SpeltLine | None:
        """Give it the focus, and return the box that it can be changed in."""
        ...


@dataclass(frozen=True, slots=True)
class NoteProse:
    """The text of a note.

    Attributes:
        control: the note.
    """

    control: NoteEditor

    def lines(self) -> list[Piece]:
        """Return its paragraphs."""
        return list(lines_of(self.control.document()))

    def passed(self, focused: QWidget | None) -> int | None:
        """Return the place of the caret, in Qt's units; None where the focus is elsewhere."""
        return self.control.textCursor().selectionEnd() if focused is self.control else None

    def open(self) -> NoteEditor | None:
        """Give it the focus, and return it."""
        if not isValid(self.control):
            return None
        reveal(self.control)
        return self.control


@dataclass(frozen=True, slots=True)
class CellProse:
    """The text of a cell.

    Attributes:
        control: the table.
        row: the number of the cell's row, from 0.
        column: that of its column.
    """

    control: GridView
    row: int
    column: int

    def lines(self) -> list[Piece]:
        """Return its paragraphs, as its editor will have them."""
        return list(_paragraphs(parted(self.control.free_text(self.row, self.column) or "")[0]))

    def passed(self, focused: QWidget | None) -> int | None:
        """Return the place of the caret, in Qt's units; None where the focus is elsewhere."""
        here = self.control.currentIndex()
        if focused is None or (here.row(), here.column()) != (self.row, self.column):
            return None
        match focused:
            case CellNote() if self.control.isAncestorOf(focused):
                return focused.textCursor().selectionEnd()
            case SpeltLine() if self.control.isAncestorOf(focused):
                return max(focused.selectionEnd(), focused.cursorPosition())
        return 0 if focused is self.control else None

    def open(self) -> NoteEditor | SpeltLine | None:
        """Open its editor, and return that."""
        if not isValid(self.control) or self.control.free_text(self.row, self.column) is None:
            return None
        if (box := self._box()) is None:
            reveal(self.control)
            self.control.go_to(self.row, self.column)
            self.control.edit(self.control.currentIndex())
            box = self._box()
        return box

    def _box(self) -> NoteEditor | SpeltLine | None:
        """Return the editor that is open in this cell."""
        here, delegate = self.control.currentIndex(), self.control.itemDelegate()
        if (here.row(), here.column()) != (self.row, self.column):
            return None
        box = delegate.editor() if isinstance(delegate, CellDelegate) else None
        return box if isinstance(box, NoteEditor | SpeltLine) else None


def prose_in(pages: Sequence[QWidget]) -> list[Prose]:
    """Return what can be changed on some pages, block by block."""
    return [
        prose for page in pages for block in page.findChildren(BlockEditor) for prose in _of(block)
    ]


def _of(block: BlockEditor) -> Iterator[Prose]:
    """Yield what can be changed in a block."""
    for note in block.findChildren(NoteEditor):
        if not note.isReadOnly() and not isinstance(note, CellNote):
            yield NoteProse(note)
    for table in block.findChildren(GridView):
        columns, rows = table.columns_of(PROSE), range(table.model().rowCount())
        for row in rows:
            for column in columns:
                if table.free_text(row, column):
                    yield CellProse(table, row, column)


@dataclass(frozen=True, slots=True)
class Searched:
    """A paragraph to look for mistakes in.

    Attributes:
        prose: which of the texts it is in, counted from 0.
        line: the paragraph.
        skipped: how many of its letters are left out at its beginning.
    """

    prose: int
    line: Piece
    skipped: int = 0


def lines_from(texts: Sequence[Prose], focused: QWidget | None) -> list[Searched]:
    """Return the paragraphs of some texts, from the caret on and round to it again."""
    carets = ((number, prose.passed(focused)) for number, prose in enumerate(texts))
    start, caret = next(((at, place) for at, place in carets if place is not None), (0, 0))
    before: list[Searched] = []
    after: list[Searched] = []
    for line in texts[start].lines() if texts else ():
        rest = caret - line.start
        if rest > units(line.text, len(line.text)):
            before.append(Searched(start, line))
        elif rest > 0:
            after.append(Searched(start, line, signs(line.text, rest)))
            before.append(Searched(start, line))
        else:
            after.append(Searched(start, line))
    others = [
        Searched(number, line)
        for number in (*range(start + 1, len(texts)), *range(start))
        for line in texts[number].lines()
    ]
    return [*after, *others, *before]


def _paragraphs(text: str) -> Iterator[Piece]:
    start = 0
    for paragraph in text.split("\n"):
        yield Piece(start, paragraph)
        start += units(paragraph, len(paragraph)) + 1
