"""Rows: cells side by side, which break over pages and bring their table's head along."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ladder_desktop.export.pdf.canvas import TaggedCanvas
from ladder_desktop.export.pdf.flow import Whole
from ladder_desktop.export.pdf.look import Colour
from ladder_desktop.export.pdf.stack import Stack

# A row up to this height goes to the next page whole; a higher one may be split.
_KEPT_WHOLE = 200.0
# A head higher than this would leave too little of each page to what it heads.
_HIGHEST_HEAD = 160.0


@dataclass(frozen=True, slots=True)
class CellBox:
    """One cell: what stands in it, its ground and frame, and more room before its text."""

    inside: Stack
    fill: Colour | None = None
    frame: Colour | None = None
    thickness: float = 0.6
    lead: float = 0.0

    def draw_ground(self, canvas: TaggedCanvas, box: tuple[float, float, float, float]) -> None:
        """Draw the ground and the frame into a box (left, bottom, width, height)."""
        if self.fill or self.frame:
            canvas.box(*box, fill=self.fill, stroke=self.frame, thickness=self.thickness)


@dataclass(frozen=True, slots=True)
class RowShape:
    """What the rows of one table share; lengths in points.

    Attributes:
        shares: each cell's share of the width.
        across: padding left and right inside a cell.
        down: padding above and below.
        gap: room between cells.
        rule: the colour of the line below each row, or None.
        parted: lines between the cells, too, for those who write by hand.
        mirrored: the first cell stands to the right, as in scripts that begin there.
        reach: how far the row goes into each margin of the page.
    """

    shares: tuple[float, ...]
    across: float
    down: float
    gap: float = 0.0
    rule: Colour | None = None
    parted: bool = False
    mirrored: bool = False
    reach: float = 0.0

    def widths(self, width: float) -> list[float]:
        """Return each cell's width."""
        free = width + 2 * self.reach - self.gap * (len(self.shares) - 1)
        total = sum(self.shares)
        return [free * share / total for share in self.shares]

    def places(self, x: float, width: float) -> list[tuple[float, float]]:
        """Return where each cell begins, and its width."""
        result: list[tuple[float, float]] = []
        left = x - self.reach
        for own in self.widths(width):
            result.append((2 * x + width - left - own if self.mirrored else left, own))
            left += own + self.gap
        return result


class Row:
    """One row.

    Attributes:
        before: room above.
        after: room below.
        keep: stay with what follows.
    """

    def __init__(
        self,
        shape: RowShape,
        cells: Sequence[CellBox],
        *,
        head: "Row | None" = None,
        before: float = 0.0,
        after: float = 0.0,
        keep: bool = False,
        least_height: float = 0.0,
    ) -> None:
        self._shape = shape
        self._cells = tuple(cells)
        self._head = head
        self._least_height = least_height
        self._cut = False
        self.before = before
        self.after = after
        self.keep = keep

    def height(self, width: float) -> float:
        """Return the height of the highest cell with its padding."""
        return max(self._least_height, self._inside(width) + 2 * self._shape.down)

    def _inside(self, width: float) -> float:
        return max(
            cell.inside.height(room)
            for cell, room in zip(self._cells, self._rooms(width), strict=True)
        )

    def _rooms(self, width: float) -> list[float]:
        """Return the width that each cell has inside its padding."""
        across = 2 * self._shape.across
        widths = self._shape.widths(width)
        return [own - across - cell.lead for cell, own in zip(self._cells, widths, strict=True)]

    def least(self, width: float) -> float:
        """Return the height of the smallest part that a page may hold."""
        height = self.height(width)
        if height <= _KEPT_WHOLE:
            return height
        rooms = zip(self._cells, self._rooms(width), strict=True)
        return max(cell.inside.least(room) for cell, room in rooms) + 2 * self._shape.down

    def split(self, width: float, room: float) -> "tuple[Row, Row] | None":
        """Return the part of every cell that fits, and the rest, for high rows only."""
        if self.height(width) <= _KEPT_WHOLE or room < self.least(width):
            return None
        inner = room - 2 * self._shape.down
        heads: list[CellBox] = []
        tails: list[CellBox] = []
        for cell, own in zip(self._cells, self._rooms(width), strict=True):
            parts = cell.inside.split(own, inner) or (Stack([]), cell.inside)
            heads.append(replace(cell, inside=parts[0]))
            tails.append(replace(cell, inside=parts[1]))
        if all(not cell.inside.filled for cell in heads):
            return None
        first = Row(self._shape, heads, head=self._head, before=self.before)
        first._cut = True
        rest = Row(self._shape, tails, head=self._head, after=self.after, keep=self.keep)
        return first, rest

    def repeated(self) -> "Repeated | None":
        """Return the table's head, to be drawn again at the top of a page."""
        return Repeated(self._head) if self._head else None

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw grounds and frames as artifacts, then the cells."""
        height = self.height(width)
        places = self._shape.places(x, width)
        with canvas.artifact():
            for cell, (left, own) in zip(self._cells, places, strict=True):
                cell.draw_ground(canvas, (left, top - height, own, height))
        across, down = self._shape.across, self._shape.down
        for cell, (left, own) in zip(self._cells, places, strict=True):
            start = left + across + (0 if self._shape.mirrored else cell.lead)
            cell.inside.draw(canvas, start, top - down, own - 2 * across - cell.lead)
        if self._shape.rule:
            with canvas.artifact():
                self._draw_rules(canvas, places, top - height, height)

    def _draw_rules(
        self,
        canvas: TaggedCanvas,
        places: list[tuple[float, float]],
        bottom: float,
        height: float,
    ) -> None:
        """Draw the line below, but not where the row goes on, and those between the cells."""
        colour = self._shape.rule
        if colour is None:
            return
        start = min(left for left, _ in places)
        if not self._cut:
            canvas.rule(start, bottom, max(left + own for left, own in places) - start, colour)
        if self._shape.parted:
            for left, _ in places:
                if left > start:
                    canvas.box(left, bottom, 0, height, stroke=colour)


class Repeated(Whole):
    """A table's head at the top of a further page: an artifact, as it was read before."""

    def __init__(self, head: Row) -> None:
        super().__init__(keep=True)
        self._head = head

    def height(self, width: float, /) -> float:
        """Return the head's height, 0 where it is too high to be repeated."""
        height = self._head.height(width)
        return height if height <= _HIGHEST_HEAD else 0.0

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, /) -> None:
        """Draw the head again."""
        if self.height(width):
            with canvas.repeating():
                self._head.draw(canvas, x, top, width)
