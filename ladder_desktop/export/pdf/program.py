"""A subset of a font, with the shapes in it that a document puts together."""

import io
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

from ladder_desktop.export.pdf.fonts import Face

# A component's offset is two words, counted in units of the font (OpenType, table "glyf").
_FLAGS = 0x0003
_SYMBOLIC, _ITALIC = 4, 64
# Table "head": xMin, yMin, xMax, yMax stand at byte 36.
_BOX_AT = 36

# A glyph of a font, and how far right and up it stands, in units of the font.
Part = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Shape:
    """What one code draws: a glyph, or several put together into one.

    Attributes:
        parts: the glyphs.
        advance: how far the shape moves the pen, in units of the font.
    """

    parts: tuple[Part, ...]
    advance: int


class Program:
    """The font program that goes into a document."""

    def __init__(self, subset: hb.Face, places: Mapping[int, int]) -> None:
        self._subset = subset
        self._places = places
        self._count: int = subset.glyph_count
        self._composed: dict[Shape, int] = {}

    def place(self, shape: Shape) -> int:
        """Return the number of the glyph that draws a shape; make room for a composed one."""
        if len(shape.parts) == 1:
            return self._places[shape.parts[0][0]]
        return self._composed.setdefault(shape, self._count + len(self._composed))

    def cff(self) -> bytes:
        """Return the outlines of a font that has them in PostScript's way."""
        # Imported here, for it is slow to load and only East Asian text needs it.
        from fontTools.ttLib import TTFont  # noqa: PLC0415

        font = TTFont(io.BytesIO(self._subset.blob.data), recalcBBoxes=False)
        select = getattr(font["CFF "].cff[0], "FDSelect", None)
        if select is not None:
            # The plain form of this table: there are checkers that misread the other.
            select.format = 0
        return bytes(font["CFF "].compile(font))

    def truetype(self) -> bytes:
        """Return the font file, with the composed glyphs behind the others."""
        data = bytes(self._subset.blob.data)
        return self._with_composites(data) if self._composed else data

    def _with_composites(self, data: bytes) -> bytes:
        # Imported here, for it is slow to load and only accents and dots need it.
        from fontTools.ttLib import TTFont  # noqa: PLC0415

        font = TTFont(io.BytesIO(data), recalcTimestamp=False)
        order = [f"g{number}" for number in range(self._count + len(self._composed))]
        font.setGlyphOrder(order[: self._count])
        outlines, metrics = font["glyf"], font["hmtx"]
        for shape, place in self._composed.items():
            name = order[place]
            outlines.glyphs[name] = self._composite(shape)
            metrics.metrics[name] = (shape.advance, 0)
        outlines.setGlyphOrder(order)
        font.setGlyphOrder(order)
        for shape, place in self._composed.items():
            outlines[order[place]].recalcBounds(outlines)
            metrics.metrics[order[place]] = (shape.advance, outlines[order[place]].xMin)
        target = io.BytesIO()
        font.save(target, reorderTables=False)
        return target.getvalue()

    def _composite(self, shape: Shape) -> Any:
        """Return a glyph that shows others at their places."""
        from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent  # noqa: PLC0415 - as above

        glyph = Glyph()
        glyph.numberOfContours = -1
        glyph.components = []
        for number, right, up in shape.parts:
            component = GlyphComponent()
            component.glyphName = f"g{self._places[number]}"
            component.x, component.y = right, up
            component.flags = _FLAGS
            glyph.components.append(component)
        return glyph


def metrics(face: Face, name: str) -> dict[str, object]:
    """Return the entries of a font descriptor, in thousandths of the em (PDF 32000-1, 9.8.1)."""
    thousandth = 1000 / face.upem
    extents = face.font.get_font_extents("ltr")
    box = struct.unpack_from(">4h", face.face.reference_table("head").data, _BOX_AT)
    italic = "Italic" in face.name
    return {
        "Type": pdfdoc.PDFName("FontDescriptor"),
        "FontName": pdfdoc.PDFName(name),
        "Flags": _SYMBOLIC | (_ITALIC if italic else 0),
        "FontBBox": pdfdoc.PDFArray([round(edge * thousandth) for edge in box]),
        "ItalicAngle": -12 if italic else 0,
        "Ascent": round(extents.ascender * thousandth),
        "Descent": round(extents.descender * thousandth),
        "CapHeight": round(extents.ascender * thousandth * 0.67),
        "StemV": 140 if "Bold" in face.name else 80,
    }
