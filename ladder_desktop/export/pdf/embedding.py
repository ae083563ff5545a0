"""Put the letters that a document uses into it, and nothing more of their fonts.

A font goes in as a subset that HarfBuzz makes, addressed by codes of two bytes. Every pair of
a shape and the text it stands for has a code of its own, so that text is copied out as it was
typed even where one glyph serves for several characters, or several glyphs for one.
"""

import hashlib
import struct
from collections.abc import Iterable, Iterator
from typing import cast

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

from ladder_desktop.export.pdf.fonts import Face
from ladder_desktop.export.pdf.program import Part, Program, Shape, metrics

_ENTRIES_IN_A_BLOCK = 100


class EmbeddedFace:
    """A face and the codes by which one document speaks of its glyphs.

    Attributes:
        face: the face.
        resource: its name in the document's resources, such as ``G1``.
    """

    def __init__(self, face: Face, resource: str) -> None:
        self.face = face
        self.resource = resource
        self._codes: dict[tuple[Shape, str], int] = {}
        self._advances: dict[int, int] = {}
        self._simple: dict[tuple[int, str], tuple[str, int]] = {}

    @property
    def composes(self) -> bool:
        """Tell whether several glyphs can be put together into one."""
        return self.face.outlines == "glyf"

    def code(self, shape: Shape, text: str) -> str:
        """Return four hexadecimal digits that stand for a shape meaning a text."""
        code = self._codes.setdefault((shape, text), len(self._codes) + 1)
        return f"{code:04X}"

    def simple(self, glyph: int, sign: str) -> tuple[str, int]:
        """Return the code of a single glyph that means a character, and the glyph's advance."""
        found = self._simple.get((glyph, sign))
        if found is None:
            parts = ((glyph, 0, 0),)
            advance = self.advance(parts, 0)
            found = self.code(Shape(parts, advance), sign), advance
            self._simple[glyph, sign] = found
        return found

    def advance(self, parts: tuple[Part, ...], wanted: int) -> int:
        """Return how far a shape moves the pen: a single glyph as the font says, not as wanted."""
        if len(parts) > 1:
            return wanted
        glyph = parts[0][0]
        advance = self._advances.get(glyph)
        if advance is None:
            advance = self._advances[glyph] = int(self.face.font.get_glyph_h_advance(glyph))
        return advance

    def add_to(self, document: pdfdoc.PDFDocument) -> None:
        """Add the font's objects to a document, and its name to the resources of all pages."""
        shapes = [shape for shape, _ in self._codes]
        plan = _plan(self.face, {part[0] for shape in shapes for part in shape.parts})
        program = Program(plan.execute(), plan.old_to_new_glyph_mapping)
        places = [0, *(program.place(shape) for shape in shapes)]
        name = f"{_tag(self.face.name, self._codes)}+{self.face.name}"
        descendant = self._descendant(document, program, places, name)
        font = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("Type0"),
                "BaseFont": pdfdoc.PDFName(name),
                "Encoding": self._encoding(document, places),
                "DescendantFonts": pdfdoc.PDFArray([document.Reference(descendant)]),
                "ToUnicode": document.Reference(_stream(self._to_unicode())),
            }
        )
        fonts = cast("pdfdoc.PDFDictionary", document.idToObject["BasicFonts"])
        fonts[self.resource] = document.Reference(font, self.resource)

    def _descendant(
        self, document: pdfdoc.PDFDocument, program: Program, places: list[int], name: str
    ) -> pdfdoc.PDFDictionary:
        """Return the CIDFont: the letters, their widths and which glyph is which."""
        glyf = self.face.outlines == "glyf"
        entries = {
            "Type": pdfdoc.PDFName("Font"),
            "Subtype": pdfdoc.PDFName("CIDFontType2" if glyf else "CIDFontType0"),
            "BaseFont": pdfdoc.PDFName(name),
            "CIDSystemInfo": _system_info(),
            "FontDescriptor": document.Reference(self._descriptor(document, program, name)),
            "W": pdfdoc.PDFArray(self._widths(places)),
            "DW": 0,
        }
        if glyf:
            table = struct.pack(f">{len(places)}H", *places)
            entries["CIDToGIDMap"] = document.Reference(_stream(table))
        return pdfdoc.PDFDictionary(entries)

    def _widths(self, places: list[int]) -> list[object]:
        """Return the widths by CID: by code for TrueType, by new glyph for CFF."""
        thousandth = 1000 / self.face.upem
        advances = [self.advance(((0, 0, 0),), 0), *(shape.advance for shape, _ in self._codes)]
        widths = [round(advance * thousandth, 2) for advance in advances]
        if self.face.outlines == "glyf":
            return [0, pdfdoc.PDFArray([_number(width) for width in widths])]
        by_place = dict(zip(places, widths, strict=True))
        return [
            item
            for place in sorted(by_place)
            for item in (place, pdfdoc.PDFArray([_number(by_place[place])]))
        ]

    def _encoding(self, document: pdfdoc.PDFDocument, places: list[int]) -> object:
        """Return how codes become CIDs: as they are for TrueType, by a table for CFF."""
        if self.face.outlines == "glyf":
            return pdfdoc.PDFName("Identity-H")
        lines = (f"<{code:04X}> {place}" for code, place in enumerate(places))
        stream = _stream(_cmap("Ladder-H", "cid", lines))
        stream.dictionary["Type"] = pdfdoc.PDFName("CMap")
        stream.dictionary["CMapName"] = pdfdoc.PDFName("Ladder-H")
        stream.dictionary["CIDSystemInfo"] = _system_info()
        return document.Reference(stream)

    def _to_unicode(self) -> bytes:
        """Return the table from codes to the text they stand for."""
        lines = (
            f"<{code:04X}> <{text.encode('utf-16-be', 'surrogatepass').hex().upper()}>"
            for (_, text), code in self._codes.items()
        )
        return _cmap("Adobe-Identity-UCS", "bf", lines)

    def _descriptor(
        self, document: pdfdoc.PDFDocument, program: Program, name: str
    ) -> pdfdoc.PDFDictionary:
        """Return the font's descriptor with the subset in it."""
        entries = metrics(self.face, name)
        return pdfdoc.PDFDictionary({**entries, **self._file(document, program)})

    def _file(self, document: pdfdoc.PDFDocument, program: Program) -> dict[str, object]:
        """Return the descriptor's entry for the subset's file."""
        if self.face.outlines == "glyf":
            data = program.truetype()
            stream = _stream(data)
            stream.dictionary["Length1"] = len(data)
            return {"FontFile2": document.Reference(stream)}
        stream = _stream(program.cff())
        stream.dictionary["Subtype"] = pdfdoc.PDFName("CIDFontType0C")
        return {"FontFile3": document.Reference(stream)}


class Embedder:
    """The faces of one document."""

    def __init__(self) -> None:
        self._by_face: dict[Face, EmbeddedFace] = {}

    @property
    def faces(self) -> Iterator[EmbeddedFace]:
        """Yield the faces in use, in the order of first use."""
        yield from self._by_face.values()

    def embedded(self, face: Face) -> EmbeddedFace:
        """Return the document's view of a face."""
        found = self._by_face.get(face)
        if found is None:
            found = EmbeddedFace(face, f"G{len(self._by_face) + 1}")
            self._by_face[face] = found
        return found


def _plan(face: Face, glyphs: Iterable[int]) -> hb.SubsetPlan:
    """Return HarfBuzz's plan for a font with these glyphs only, at the face's weight."""
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.flags = (
        hb.SubsetFlags.NO_LAYOUT_CLOSURE
        | hb.SubsetFlags.NO_HINTING
        | hb.SubsetFlags.NOTDEF_OUTLINE
        | hb.SubsetFlags.CFF_IDENTITY_CHARSET
        | hb.SubsetFlags.DOWNGRADE_CFF2
        | hb.SubsetFlags.DESUBROUTINIZE
    )
    # Shaping is over: a PDF reader needs neither layout nor names nor a character map.
    wanted.drop_table_tag_set.update(
        [int.from_bytes(tag, "big") for tag in (b"GSUB", b"GPOS", b"GDEF", b"BASE", b"STAT")]
    )
    if face.axes:
        wanted.pin_all_axes_to_default(face.face)
        for tag, value in face.axes.items():
            wanted.pin_axis_location(face.face, tag, value)
    return hb.SubsetPlan(face.face, wanted)


def _cmap(name: str, kind: str, lines: Iterable[str]) -> bytes:
    """Return a CMap of codes of two bytes (PDF 32000-1, 9.7.5 and 9.10.3)."""
    entries = list(lines)
    text = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> def",
        f"/CMapName /{name} def /CMapType {1 if kind == 'cid' else 2} def /WMode 0 def",
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
    ]
    for start in range(0, len(entries), _ENTRIES_IN_A_BLOCK):
        block = entries[start : start + _ENTRIES_IN_A_BLOCK]
        text += [f"{len(block)} begin{kind}char", *block, f"end{kind}char"]
    text.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return "\n".join(text).encode("ascii")


def _stream(content: bytes) -> pdfdoc.PDFStream:
    return pdfdoc.PDFStream(content=content, filters=[pdfdoc.PDFZCompress])


def _system_info() -> pdfdoc.PDFDictionary:
    return pdfdoc.PDFDictionary(
        {
            "Registry": pdfdoc.PDFString("Adobe"),
            "Ordering": pdfdoc.PDFString("Identity"),
            "Supplement": 0,
        }
    )


def _number(value: float) -> float | int:
    return int(value) if value == int(value) else value


def _tag(name: str, codes: dict[tuple[Shape, str], int]) -> str:
    """Return the six letters that mark a subset, the same for the same letters."""
    parts = [(shape.parts, text) for shape, text in codes]
    digest = hashlib.sha256(repr((name, parts)).encode("utf-8", "surrogatepass")).digest()
    return "".join(chr(65 + byte % 26) for byte in digest[:6])
