"""Tables: any number of rows, cells of any length, heads on every page."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ladder_desktop.document.nodes import Cell, Column, Grid
from ladder_desktop.export.columns import widths
from ladder_desktop.export.pdf.answers import text_box
from ladder_desktop.export.pdf.flow import Flowable
from ladder_desktop.export.pdf.form import PADDING, Entry
from ladder_desktop.export.pdf.kit import Kit
from ladder_desktop.export.pdf.look import TextStyle, scaled
from ladder_desktop.export.pdf.rows import CellBox, Row, RowShape
from ladder_desktop.export.pdf.stack import Stack
from ladder_desktop.export.pdf.tagging import Element

_LEAST_SHARE = 0.1
# Padding left and right of a cell's text, and from how many columns on it is less.
_ACROSS, _ACROSS_MANY, _MANY = 7.0, 4.0, 5
# What parts a text from the figures before it, which end where their column does.
_LEAD = 5.0
# How far a table goes into the margins where its words would not fit otherwise.
_REACH = 24.0
# Totals of so many choices stand on one page.
_FEW_ROWS = 10
# The sizes of letters that are tried until the words fit into their columns.
_SIZES = (1.0, 0.92, 0.85, 0.78)
# In larger print, this is still the size of usual print.
_LARGE_SIZES = (*_SIZES, 0.7)
# Enough rows, and enough of a long text, to know a column's words.
_LOOKED_AT = 400
# No word, however long, takes more than this part of the page in a table of many columns.
_FAIREST = 4
_ROW, _WRITTEN_ROW, _NARROW_ROW, _FIELD = 24.0, 50.0, 62.0, 34.0
# Letters in a cell that fill a few lines, and those that a line break stands for.
_LOW, _LINE = 120, 30
_LOW_ROW = 64.0  # points
_HEAD = "/O /Table /Scope /Column"


def grid(kit: Kit, node: Grid, parent: Element) -> Iterator[Flowable]:
    """Yield a table's caption, its head and its rows."""
    if node.caption.strip():
        yield from kit.paragraphs(node.caption, kit.look.caption, parent)
    yield from kit.paragraphs(node.guidance, kit.look.guidance, parent)
    if node.columns:
        yield from _Table(kit, node, parent.add("Table")).rows()


class _Table:
    """Makes the rows of one table."""

    def __init__(self, kit: Kit, node: Grid, element: Element) -> None:
        self._kit = kit
        self._node = node
        self._element = element
        self._across = kit.look.points(_ACROSS if len(node.columns) <= _MANY else _ACROSS_MANY)
        before = (None, *node.columns)
        self._leads = [
            kit.look.points(_LEAD) if left and (left.align, own.align) == ("end", "start") else 0.0
            for left, own in zip(before, node.columns, strict=False)
        ]
        self._reach = 0.0
        self._cell, self._strong, self._heads = self._styles()
        look = kit.look
        self._shape = RowShape(
            widths(self._shares(), self._least(), kit.column + 2 * self._reach),
            self._across,
            look.points(6),
            rule=look.palette.hairline,
            parted=kit.blank,
            mirrored=kit.right_to_left,
            reach=self._reach,
        )

    def _styles(self) -> tuple[TextStyle, TextStyle, TextStyle]:
        """Return the styles of cells, totals and heads.

        Where words would not fit, the table goes into the margins, then its letters are smaller.
        So it does where many columns are to be written in.
        """
        look = self._kit.look
        is_narrow = len(self._node.columns) > _MANY and (self._kit.blank or self._kit.form)
        styles = (look.cell, look.cell_strong, look.head)
        for factor in _LARGE_SIZES if self._kit.options.large else _SIZES:
            self._cell, self._strong, self._heads = (scaled(style, factor) for style in styles)
            needed = sum(self._least())
            self._reach = _REACH if is_narrow or needed > self._kit.column else 0.0
            if needed <= self._kit.column + 2 * self._reach:
                break
        return self._cell, self._strong, self._heads

    def _shares(self) -> list[float]:
        return [max(column.weight, _LEAST_SHARE) for column in self._node.columns]

    def _least(self) -> list[float]:
        """Return the width of each column's longest word, with its padding.

        Words that are longer than a fair part of the page are broken instead.
        """
        kit, node = self._kit, self._node
        fair = kit.column / min(max(len(node.columns), 2), _FAIREST)
        result = []
        for index, column in enumerate(node.columns):
            texts = [row[index].text for row in node.rows[:_LOOKED_AT]]
            if node.totals:
                texts.append(node.totals[index].text)
            longest = max(
                kit.longest_word(column.title, self._heads),
                max((kit.longest_word(text[:_LOOKED_AT], self._cell) for text in texts), default=0),
            )
            around = self._across + (PADDING if kit.form and not column.is_fixed else 0)
            result.append(min(longest, fair) + 2 * around + self._leads[index] + 1)
        return result

    def rows(self) -> Iterator[Row]:
        """Yield the head, the rows and the totals."""
        head = self._head()
        yield head
        last = len(self._node.rows)
        is_sum = all(column.is_fixed for column in self._node.columns) and last <= _FEW_ROWS
        for number, cells in enumerate(self._node.rows, start=1):
            row = self._row(cells, self._cell, head, number)
            parted = number == last if self._node.totals else 1 < number == last - 1
            row.keep = (parted or 1 == number < last or is_sum) and self._is_low(row, cells)
            yield row
        if self._node.totals and not self._is_typed_sum():
            yield self._row(self._node.totals, self._strong, head)

    def _is_low(self, row: Row, cells: Sequence[Cell]) -> bool:
        """Tell whether a row is low enough to be kept on the page of its neighbour."""
        if max(len(cell.text) + _LINE * cell.text.count("\n") for cell in cells) > _LOW:
            return False  # to be set only when its page is
        return row.height(self._kit.column) <= self._kit.look.points(_LOW_ROW)

    def _is_typed_sum(self) -> bool:
        """Tell whether sums would have to be typed: a form computes none, and asks for none."""
        sums = (cell for cell in self._node.totals if not cell.is_given)
        return self._kit.form is not None and not any(cell.text.strip() for cell in sums)

    def _head(self) -> Row:
        """Return the row of the columns' titles."""
        kit = self._kit
        line = self._element.add("TR")
        boxes = []
        for column, lead in zip(self._node.columns, self._leads, strict=True):
            element = line.add("TH", attributes=_HEAD)
            style = replace(self._heads, end=column.align == "end")
            text = kit.paragraphs(column.title, style, element)
            boxes.append(CellBox(Stack(text), fill=kit.look.palette.tint, lead=lead))
        return Row(self._shape, boxes, before=kit.look.points(6), keep=True)

    def _row(self, cells: Sequence[Cell], style: TextStyle, head: Row, number: int = 0) -> Row:
        """Return one row; the totals have no number and are never typed."""
        line = self._element.add("TR")
        kit = self._kit
        boxes = []
        for column, cell, lead in zip(self._node.columns, cells, self._leads, strict=True):
            element = line.add("TD")
            if kit.form and number and not column.is_fixed:
                field = self._field(column, cell, number, element)
                figures = kit.figures(cell.text, style, element)
                boxes.append(CellBox(Stack([field, *figures]), lead=lead))
            else:
                shown = replace(style, end=column.align == "end")
                boxes.append(CellBox(Stack(kit.note(cell.text, shown, element)), lead=lead))
        written = _WRITTEN_ROW if len(self._node.columns) <= _MANY else _NARROW_ROW
        least = kit.look.points(written if kit.blank else _ROW)
        return Row(self._shape, boxes, head=head, least_height=least)

    def _field(self, column: Column, cell: Cell, number: int, element: Element) -> Flowable:
        """Return the box to type a cell's text in."""
        place = replace(self._node.place, row=number, column=column.id)
        label = self._kit.words("{column}, row {number}", column=column.title, number=number)
        # a count is typed without the share that was computed from it
        typed = cell.plain if cell.text.startswith(f"{cell.plain}\u00a0(") else cell.text
        entry = Entry(place, label, typed, column.choices, self._cell.size)
        return text_box(self._kit, entry, element, _FIELD)
