"""The font in which people type into a form: embedded, with the letters of Western Europe.

Readers that are given another letter take it from a font of their own.
"""

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

from ladder_desktop.export.pdf.fonts import Face
from ladder_desktop.export.pdf.program import metrics

FONT = "Typing"
_FIRST, _LAST = 32, 255
_NONSYMBOLIC = 32
# The codes that WinAnsiEncoding leaves undefined (PDF 32000-1, annex D.2, note 3: a bullet).
_BULLET = "\u2022"


def typing_font(document: pdfdoc.PDFDocument, face: Face) -> pdfdoc.PDFObjectReference:
    """Add the font to a document and return what refers to it."""
    subset = _subset(face)
    data = bytes(subset.blob.data)
    stream = pdfdoc.PDFStream(content=data, filters=[pdfdoc.PDFZCompress])
    stream.dictionary["Length1"] = len(data)
    name = f"TYPING+{face.name}"
    descriptor = metrics(face, name)
    descriptor |= {"Flags": _NONSYMBOLIC, "FontFile2": document.Reference(stream)}
    entries = {
        "Type": pdfdoc.PDFName("Font"),
        "Subtype": pdfdoc.PDFName("TrueType"),
        "BaseFont": pdfdoc.PDFName(name),
        "FirstChar": _FIRST,
        "LastChar": _LAST,
        "Widths": pdfdoc.PDFArray([_width(face, code) for code in range(_FIRST, _LAST + 1)]),
        "Encoding": pdfdoc.PDFName("WinAnsiEncoding"),
        "FontDescriptor": document.Reference(pdfdoc.PDFDictionary(descriptor)),
    }
    font: pdfdoc.PDFObjectReference = document.Reference(pdfdoc.PDFDictionary(entries))
    return font


def _subset(face: Face) -> hb.Face:
    """Return the font with these letters only, and with the map by which readers find them."""
    wanted = hb.SubsetInput()
    wanted.unicode_set.update(ord(_sign(code)) for code in range(_FIRST, _LAST + 1))
    wanted.flags = hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NO_HINTING
    if face.axes:
        wanted.pin_all_axes_to_default(face.face)
        for tag, value in face.axes.items():
            wanted.pin_axis_location(face.face, tag, value)
    return hb.SubsetPlan(face.face, wanted).execute()


def _sign(code: int) -> str:
    try:
        return bytes([code]).decode("cp1252")
    except UnicodeDecodeError:
        return _BULLET


def _width(face: Face, code: int) -> int:
    glyph = face.font.get_nominal_glyph(ord(_sign(code))) or 0
    advance: int = face.font.get_glyph_h_advance(glyph)
    return round(advance * 1000 / face.upem)
