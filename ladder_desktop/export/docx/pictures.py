"""Pictures in a Word document: each file of them once, each place with words for the ear."""

from collections.abc import Iterator

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from ladder_desktop.document import marks
from ladder_desktop.document.image_data import ENDINGS, Facts, facts
from ladder_desktop.export.docx.kit import Kit
from ladder_desktop.export.docx.look import TWENTIETHS
from ladder_desktop.export.docx.xml import RELATIONS, Element, a, pic, wp
from ladder_desktop.export.docx.xml import w as word

HIGHEST = 280.0  # points
_PER_PIXEL = 0.75  # points: 96 px to the inch
_UNITS = 12_700  # to the point: Word measures drawings in these
_DESCRIBING = {
    "TableCell": "CellPictureDescription",
    "NarrowTableCell": "CellPictureDescription",
    "ItemRemark": "ItemPictureDescription",
}
_PICTURES = "http://schemas.openxmlformats.org/drawingml/2006/picture"


def figure(kit: Kit, span: marks.Span, style: str, room: float) -> Iterator[Element]:
    """Yield a picture and its description below it, or a sentence where there is no picture.

    Args:
        kit: the tools.
        span: names and describes it.
        style: of the text that it belongs to.
        room: the width of the column in points.
    """
    said = span.text or kit.words("Picture without a description")
    below = _DESCRIBING.get(style, "PictureDescription")
    picture = kit.pictures.get(span.picture)
    found = facts(picture.data) if picture else None
    if found is None:
        missing = kit.words("{description} (this picture can't be shown)", description=said)
        yield kit.printed(below, missing)
        return
    relation = kit.shown.setdefault(span.picture, f"rIdPicture{len(kit.shown) + 1}")
    drawing = word("r", word("drawing", _inline(kit, relation, said, found, room)))
    inside = kit.marked(kit.names.printed(), [drawing])
    yield kit.paragraph(style, inside, "", word("keepNext"))
    yield kit.printed(below, said)


def add_files(made: WordDocument, kit: Kit) -> None:
    """Put the files of all shown pictures into the document."""
    for number, (identity, relation) in enumerate(kit.shown.items(), start=1):
        if picture := kit.pictures.get(identity):
            name = PackURI(f"/word/media/picture{number}{ENDINGS[picture.type]}")
            part = Part(name, picture.type, picture.data, made.part.package)
            made.part.rels.add_relationship(RELATIONSHIP_TYPE.IMAGE, part, relation)


def _inline(kit: Kit, relation: str, said: str, found: Facts, room: float) -> Element:
    wide, high = found.width * _PER_PIXEL, found.height * _PER_PIXEL
    factor = min(room / wide, HIGHEST / high, 1.0)
    size = {"cx": int(wide * factor * _UNITS), "cy": int(high * factor * _UNITS)}
    number = kit.names.number()
    blip = a("blip")
    blip.set(f"{{{RELATIONS}}}embed", relation)
    shape = pic(
        "pic",
        pic("nvPicPr", pic("cNvPr", id=number, name=f"Picture {number}", descr=said),
            pic("cNvPicPr")),
        pic("blipFill", blip, a("stretch", a("fillRect"))),
        pic("spPr", a("xfrm", a("off", x=0, y=0), a("ext", **size)),
            a("prstGeom", a("avLst"), prst="rect")),
    )  # fmt: skip
    return wp(
        "inline",
        wp("extent", **size),
        wp("docPr", id=number, name=f"Picture {number}", descr=said),
        wp("cNvGraphicFramePr", a("graphicFrameLocks", noChangeAspect=1)),
        a("graphic", a("graphicData", shape, uri=_PICTURES)),
        distT=0, distB=0, distL=0, distR=0,
    )  # fmt: skip


def column(kit: Kit) -> float:
    """Return the width of the page's text in points."""
    return kit.look.column / TWENTIETHS
