"""Tables: any number of rows, cells of any length, heads on every page."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ladder_desktop.document.nodes import Cell, Column, Grid
from ladder_desktop.export.pdf.answers import text_box
from ladder_desktop.export.pdf.flow import Flowable
from ladder_desktop.export.pdf.form import Entry
from ladder_desktop.export.pdf.kit import Kit
from ladder_desktop.export.pdf.look import TextStyle
from ladder_desktop.export.pdf.rows import CellBox, Row, RowShape
from ladder_desktop.export.pdf.stack import Stack
from ladder_desktop.export.pdf.tagging import Element

_LEAST_SHARE = 0.1
_ROW, _WRITTEN_ROW, _FIELD = 24.0, 50.0, 34.0
# So many columns share a page only in smaller letters and with less room around them.
_MANY = 7
_SMALLER = 0.86
_HEAD = "/O /Table /Scope /Column"


def grid(kit: Kit, node: Grid, parent: Element) -> Iterator[Flowable]:
    """Yield a table's caption, its head and its rows."""
    if node.caption.strip():
        yield from kit.paragraphs(node.caption, kit.look.caption, parent)
    yield from _Table(kit, node, parent.add("Table")).rows()


class _Table:
    """Makes the rows of one table."""

    def __init__(self, kit: Kit, node: Grid, element: Element) -> None:
        self._kit = kit
        self._node = node
        self._element = element
        look = kit.look
        self._scale = _SMALLER if len(node.columns) >= _MANY else 1.0
        shares = tuple(max(column.weight, _LEAST_SHARE) for column in node.columns)
        self._shape = RowShape(
            shares,
            look.points(7 if self._scale == 1 else 5),
            look.points(6),
            rule=look.palette.hairline,
            parted=kit.blank,
        )

    def rows(self) -> Iterator[Row]:
        """Yield the head, the rows and the totals."""
        head = self._head()
        yield head
        for number, cells in enumerate(self._node.rows, start=1):
            yield self._row(cells, self._kit.look.cell, head, number)
        if self._node.totals:
            yield self._row(self._node.totals, self._kit.look.cell_strong, head)

    def _head(self) -> Row:
        """Return the row of the columns' titles."""
        kit = self._kit
        line = self._element.add("TR")
        boxes = []
        for column in self._node.columns:
            element = line.add("TH", attributes=_HEAD)
            style = self._style(kit.look.head, column)
            text = kit.paragraphs(column.title, style, element)
            boxes.append(CellBox(Stack(text), fill=kit.look.palette.tint))
        return Row(self._shape, boxes, before=kit.look.points(6), keep=True)

    def _row(self, cells: Sequence[Cell], style: TextStyle, head: Row, number: int = 0) -> Row:
        """Return one row; the totals have no number and are never typed."""
        line = self._element.add("TR")
        kit = self._kit
        boxes = []
        for column, cell in zip(self._node.columns, cells, strict=True):
            element = line.add("TD")
            if kit.form and number:
                boxes.append(CellBox(Stack([self._field(column, cell, number, element)])))
            else:
                shown = self._style(style, column)
                boxes.append(CellBox(Stack(kit.note(cell.text, shown, element))))
        least = kit.look.points(_WRITTEN_ROW if kit.blank else _ROW)
        return Row(self._shape, boxes, head=head, least_height=least)

    def _style(self, style: TextStyle, column: Column) -> TextStyle:
        """Return a style for the cells of a column."""
        size, leading = style.size * self._scale, style.leading * self._scale
        return replace(style, size=size, leading=leading, end=column.align == "end")

    def _field(self, column: Column, cell: Cell, number: int, element: Element) -> Flowable:
        """Return the box to type a cell's text in."""
        place = replace(self._node.place, row=number, column=column.id)
        label = self._kit.words("{column}, row {number}", column=column.title, number=number)
        return text_box(self._kit, Entry(place, label, cell.text), element, _FIELD)
