"""A picture from a PNG file, carried over as it is: a PDF packs its rows in the same way."""

import struct
from dataclasses import dataclass
from pathlib import Path

from reportlab.pdfbase import pdfdoc

from ladder_desktop.export.pdf.canvas import TaggedCanvas
from ladder_desktop.export.pdf.flow import Whole
from ladder_desktop.export.pdf.look import Colour
from ladder_desktop.export.pdf.tagging import Element, figure_box

# PNG, section 5.2: how a file begins; 11.2.1: what its first part holds.
_START = b"\x89PNG\r\n\x1a\n"
_HEAD = struct.Struct(">IIBBBBB")
_PALETTE, _COLOURS, _GREYS = 3, 2, 0
_PARTS = {_PALETTE: 1, _COLOURS: 3, _GREYS: 1}  # of each point
_ANY_ROW = 15  # PDF 32000-1, table 8: each row tells how it is packed, as in PNG


@dataclass(frozen=True, slots=True)
class Png:
    """What a PNG file holds; points that show what is behind them are not among it.

    Attributes:
        width: in points.
        height: in points.
        depth: bits of each part of a point.
        kind: of its points, by PNG's number.
        palette: the colours that points are numbers of; empty for other kinds.
        rows: all of them, packed.
    """

    width: int
    height: int
    depth: int
    kind: int
    palette: bytes
    rows: bytes


class Picture(Whole):
    """A picture in the middle of its column; `element` is a figure that says what it shows."""

    def __init__(
        self, element: Element, path: Path, height: float, frame: Colour, before: float = 0.0
    ) -> None:
        super().__init__(before)
        self._frame = frame
        self._element = element
        self._height = height
        self._png = read_png(path)
        self._name = f"{path.parent.name}-{path.stem}"

    def height(self, width: float, /) -> float:
        """Return the wanted height, or the one that goes with the width if that is less."""
        return min(self._height, width * self._png.height / self._png.width)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, /) -> None:
        """Draw the picture."""
        height = self.height(width)
        own = height * self._png.width / self._png.height
        left = x + (width - own) / 2
        if not canvas.hasForm(self._name):  # the same may stand on several sheets
            canvas.document.addForm(self._name, _stream(self._png))
        self._element.attributes = figure_box(left, top - height, own, height)
        with canvas.tagged(self._element):
            canvas.draw(f"q {own:.2f} 0 0 {height:.2f} {left:.2f} {top - height:.2f} cm")
            canvas.doForm(self._name)
            canvas.draw("Q")
        with canvas.artifact():
            canvas.box(left, top - height, own, height, stroke=self._frame)


def read_png(path: Path) -> Png:
    """Read a picture of the program's own.

    Raises:
        ValueError: it is of a kind that is not carried over.
    """
    data = path.read_bytes()
    palette, rows, place = b"", b"", len(_START)
    width, height, depth, kind, _, _, interlaced = _HEAD.unpack_from(data, place + 8)
    if not data.startswith(_START) or kind not in _PARTS or interlaced:
        raise ValueError(path.name)
    while place < len(data):
        (length,) = struct.unpack_from(">I", data, place)
        name, content = data[place + 4 : place + 8], data[place + 8 : place + 8 + length]
        if name == b"PLTE":
            palette = content
        elif name == b"IDAT":
            rows += content
        place += length + 12
    return Png(width, height, depth, kind, palette, rows)


def _stream(png: Png) -> pdfdoc.PDFStream:
    """Return a picture as an object of a PDF."""
    packed = {
        "Predictor": _ANY_ROW,
        "Colors": _PARTS[png.kind],
        "BitsPerComponent": png.depth,
        "Columns": png.width,
    }
    stream = pdfdoc.PDFStream(content=png.rows, filters=[])
    for name, value in {
        "Type": pdfdoc.PDFName("XObject"),
        "Subtype": pdfdoc.PDFName("Image"),
        "Width": png.width,
        "Height": png.height,
        "BitsPerComponent": png.depth,
        "ColorSpace": _colours(png),
        "Filter": pdfdoc.PDFName("FlateDecode"),
        "DecodeParms": pdfdoc.PDFDictionary(packed),
    }.items():
        stream.dictionary[name] = value
    return stream


def _colours(png: Png) -> object:
    if png.kind != _PALETTE:
        return pdfdoc.PDFName("DeviceRGB" if png.kind == _COLOURS else "DeviceGray")
    last = len(png.palette) // 3 - 1
    return pdfdoc.PDFArray(
        [pdfdoc.PDFName("Indexed"), pdfdoc.PDFName("DeviceRGB"), last, f"<{png.palette.hex()}>"]
    )
