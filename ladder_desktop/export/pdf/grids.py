"""Tables: any number of rows, cells of any length, heads on every page."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ladder_desktop.document.nodes import Cell, Grid
from ladder_desktop.export.pdf.flow import Flowable
from ladder_desktop.export.pdf.kit import Kit
from ladder_desktop.export.pdf.look import TextStyle
from ladder_desktop.export.pdf.rows import CellBox, Row, RowShape
from ladder_desktop.export.pdf.stack import Stack
from ladder_desktop.export.pdf.tagging import Element

_LEAST_SHARE = 0.1
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
        shares = tuple(max(column.weight, _LEAST_SHARE) for column in node.columns)
        self._shape = RowShape(shares, look.points(7), look.points(6), rule=look.palette.hairline)

    def rows(self) -> Iterator[Row]:
        """Yield the head, the rows and the totals."""
        head = self._head()
        yield head
        for cells in self._node.rows:
            yield self._row(cells, self._kit.look.cell, head)
        if self._node.totals:
            yield self._row(self._node.totals, self._kit.look.cell_strong, head)

    def _head(self) -> Row:
        """Return the row of the columns' titles."""
        kit = self._kit
        line = self._element.add("TR")
        boxes = []
        for column in self._node.columns:
            element = line.add("TH", attributes=_HEAD)
            text = kit.paragraphs(column.title, kit.look.head, element)
            boxes.append(CellBox(Stack(text), fill=kit.look.palette.tint))
        return Row(self._shape, boxes, before=kit.look.points(6), keep=True)

    def _row(self, cells: Sequence[Cell], style: TextStyle, head: Row) -> Row:
        """Return one row."""
        line = self._element.add("TR")
        boxes = []
        for column, cell in zip(self._node.columns, cells, strict=True):
            shown = replace(style, end=column.align == "end")
            boxes.append(CellBox(Stack(self._kit.note(cell.text, shown, line.add("TD")))))
        return Row(self._shape, boxes, head=head, least_height=self._kit.look.points(24))
