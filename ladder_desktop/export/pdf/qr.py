"""Codes to scan with a phone, so that an address on paper need not be typed."""

from itertools import groupby

import segno

from ladder_desktop.export.pdf.canvas import TaggedCanvas, rgb
from ladder_desktop.export.pdf.flow import Whole
from ladder_desktop.export.pdf.look import Colour
from ladder_desktop.export.pdf.tagging import Element, figure_box

# A code for more than this would have modules too small to scan at the size it is printed.
LONGEST = 300


class QrCode(Whole):
    """A QR code as vectors; `element` is a figure that says in words where the code leads."""

    def __init__(self, element: Element, address: str, side: float, ink: Colour) -> None:
        super().__init__()
        self._element = element
        self._side = side
        self._ink = ink
        self._rows = [list(row) for row in segno.make_qr(address, error="m").matrix]

    def height(self, _width: float, /) -> float:
        """Return the code's side."""
        return self._side

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, /) -> None:
        """Draw the code at the right edge of its column."""
        left, bottom = x + width - self._side, top - self._side
        self._element.attributes = figure_box(left, bottom, self._side, self._side)
        with canvas.tagged(self._element):
            canvas.draw(f"q {rgb(self._ink)} rg {self._modules(left, top)} f Q")

    def _modules(self, left: float, top: float) -> str:
        """Return the dark modules of each row as rectangles."""
        unit = self._side / len(self._rows)
        parts: list[str] = []
        for number, row in enumerate(self._rows, start=1):
            at = 0
            for dark, group in groupby(row):
                length = len(list(group))
                if dark:
                    x, y = left + at * unit, top - number * unit
                    parts.append(f"{x:.3f} {y:.3f} {length * unit:.3f} {unit:.3f} re")
                at += length
        return " ".join(parts)
