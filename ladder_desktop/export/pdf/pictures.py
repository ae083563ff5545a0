"""Pictures on paper: as large as the column allows, never larger than they are sharp."""

import copy

from ladder_desktop.export.pdf.canvas import TaggedCanvas
from ladder_desktop.export.pdf.flow import Shrinking
from ladder_desktop.export.pdf.pixels import Pixels
from ladder_desktop.export.pdf.tagging import Element, figure_box

HIGHEST = 280.0  # points: a few lines and two pictures stand on one page
_PER_PIXEL = 0.75  # points: 96 px to the inch
# What a picture keeps at least of its height rather than go to the next page.
_LEAST_PART = 0.5


class PictureBox(Shrinking):
    """One picture; its height follows from the width of the column.

    Attributes:
        highest: how high it may be.
    """

    def __init__(
        self,
        element: Element,
        name: str,
        pixels: Pixels,
        indent: float,
        around: float,
        *,
        right_to_left: bool = False,
    ) -> None:
        super().__init__(around, around, keep=True)
        self.highest = HIGHEST
        self._element = element
        self._name = name
        self._pixels = pixels
        self._indent = indent
        self._right_to_left = right_to_left

    def height(self, width: float, /) -> float:
        """Return the height in a column of this width."""
        return self._size(width)[1]

    def shrunk(self, width: float, by: float, /) -> "PictureBox | None":
        """Return it so much lower, None where too little of it would be left."""
        high = self.height(width)
        if high - by < _LEAST_PART * high:
            return None
        smaller = copy.copy(self)
        smaller.highest = high - by
        return smaller

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, /) -> None:
        """Draw the picture where the lines of the text begin."""
        wide, high = self._size(width)
        left = x + width - self._indent - wide if self._right_to_left else x + self._indent
        self._element.attributes = figure_box(left, top - high, wide, high)
        with canvas.tagged(self._element):
            canvas.picture(self._name, self._pixels, (left, top - high, wide, high))

    def _size(self, width: float) -> tuple[float, float]:
        room = max(width - self._indent, 1.0)
        wide, high = self._pixels.width * _PER_PIXEL, self._pixels.height * _PER_PIXEL
        factor = min(room / wide, self.highest / high, 1.0)
        return wide * factor, high * factor
