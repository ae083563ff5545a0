"""Things one below the other in a column: the inside of a table's cell, gaps and lines."""

from collections.abc import Sequence

from ladder_desktop.export.pdf.canvas import TaggedCanvas
from ladder_desktop.export.pdf.flow import Flowable, Whole
from ladder_desktop.export.pdf.look import Colour
from ladder_desktop.export.pdf.text import draw_bar

_ROUNDING = 0.01


class Gap(Whole):
    """Empty room, such as a blank line in a note."""

    def __init__(
        self, height: float, bar: Colour | None = None, *, right_to_left: bool = False
    ) -> None:
        super().__init__()
        self._height = height
        self._right_to_left = right_to_left
        self._bar = bar

    def height(self, _width: float, /) -> float:
        """Return the height of the gap."""
        return self._height

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, /) -> None:
        """Draw the bar of the answer that the gap belongs to."""
        if self._bar:
            box = (x, top - self._height, width, self._height)
            draw_bar(canvas, box, self._bar, right_to_left=self._right_to_left)


class Rule(Whole):
    """A line across the column, or shorter."""

    def __init__(
        self,
        colour: Colour,
        *,
        before: float = 0.0,
        after: float = 0.0,
        length: float = 0.0,
        thickness: float = 0.6,
        keep: bool = False,
        right_to_left: bool = False,
    ) -> None:
        super().__init__(before, after, keep=keep)
        self._colour = colour
        self._right_to_left = right_to_left
        self._length = length
        self._thickness = thickness

    def height(self, _width: float, /) -> float:
        """Return the line's thickness."""
        return self._thickness

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, /) -> None:
        """Draw the line."""
        with canvas.artifact():
            y, length = top - self._thickness / 2, self._length or width
            left = x + width - length if self._right_to_left else x
            canvas.rule(left, y, length, self._colour, self._thickness)


class Stack:
    """Flowables one below the other.

    Attributes:
        before: always 0.
        after: always 0.
        keep: never.
    """

    def __init__(self, items: Sequence[Flowable]) -> None:
        self._items = list(items)
        self._known: tuple[float, float] | None = None
        self.before = self.after = 0.0
        self.keep = False

    @property
    def filled(self) -> bool:
        """Tell whether anything stands here."""
        return bool(self._items)

    def height(self, width: float) -> float:
        """Return the height of everything with the room between."""
        if self._known is None or self._known[0] != width:
            total, gap = 0.0, 0.0
            for index, item in enumerate(self._items):
                total += (max(gap, item.before) if index else 0.0) + item.height(width)
                gap = item.after
            self._known = (width, total)
        return self._known[1]

    def least(self, width: float) -> float:
        """Return the height of the first thing's smallest part."""
        return self._items[0].least(width) if self._items else 0.0

    def split(self, width: float, room: float) -> "tuple[Stack, Stack] | None":
        """Return what fits into the room, and the rest; None if nothing fits."""
        used, gap = 0.0, 0.0
        for index, item in enumerate(self._items):
            top = used + (max(gap, item.before) if index else 0.0)
            height = item.height(width)
            if top + height <= room + _ROUNDING:
                used, gap = top + height, item.after
                continue
            parts = item.split(width, room - top)
            if parts is not None:
                head = [*self._items[:index], parts[0]]
                rest = [] if parts[1] is None else [parts[1]]
                return Stack(head), Stack([*rest, *self._items[index + 1 :]])
            cut = index
            while cut and self._items[cut - 1].keep:
                cut -= 1
            cut = cut or index
            return (Stack(self._items[:cut]), Stack(self._items[cut:])) if cut else None
        return self, Stack([])

    def repeated(self) -> None:
        """Return nothing."""
        return

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw everything from top to bottom."""
        gap = 0.0
        for index, item in enumerate(self._items):
            top -= max(gap, item.before) if index else 0.0
            item.draw(canvas, x, top, width)
            top -= item.height(width)
            gap = item.after
