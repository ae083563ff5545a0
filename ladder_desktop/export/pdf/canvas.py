"""A ReportLab canvas that tells what it draws.

Everything that leans on ReportLab's inside stands here and in `embedding` and `tagging`; a test
(`test_reportlab_inside`) fails as soon as another release changes one of these things.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import BinaryIO
from urllib.parse import quote
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from ladder_desktop.document.clean import one_line
from ladder_desktop.export.pdf.look import Colour
from ladder_desktop.export.pdf.pixels import Pixels
from ladder_desktop.export.pdf.tagging import Annotated, Element, Marked, Tree, hex_string

_PRINTED = 4
_URI_SIGNS = "%:/?#[]@!$&'()*+,;=-._~"


class TaggedCanvas(Canvas):
    """Draws pages whose every part is either tagged or an artifact.

    Attributes:
        tree: the structure of the document.
    """

    # What ReportLab keeps for itself and its published types leave out.
    _doc: pdfdoc.PDFDocument
    _code: list[str]
    _filename: BinaryIO
    _formsinuse: list[str]
    _annotationCount: int  # noqa: N815 - ReportLab names it so
    _annotationrefs: list[pdfdoc.PDFObjectReference]
    _addAnnotation: Callable[[pdfdoc.PDFDictionary, str], None]  # noqa: N815 - likewise

    def __init__(self, target: BinaryIO, width: float, height: float, language: str) -> None:
        self.tree = Tree()
        self._owners: list[Element] = []
        self._bookmarks = 0
        self._repeating = False
        self._pictures: dict[str, str] = {}
        super().__init__(
            target,
            pagesize=(width, height),
            pageCompression=1,
            invariant=1,
            pdfVersion=(1, 7),
            lang=language,
        )
        self.setViewerPreference("DisplayDocTitle", "true")

    def _make_preamble(self) -> None:
        """Begin a page with nothing: the usual beginning names a font that is not embedded."""
        self._preamble = ""

    @property
    def page_name(self) -> str:
        """Return the name of the page that is being drawn."""
        return str(self._doc.thisPageName())

    @property
    def document(self) -> pdfdoc.PDFDocument:
        """Return the document that the canvas builds."""
        return self._doc

    @property
    def _catalog(self) -> pdfdoc.PDFCatalog:
        catalog: pdfdoc.PDFCatalog = vars(self._doc)["Catalog"]
        return catalog

    def draw(self, operators: str) -> None:
        """Add PDF operators to the page."""
        self._code.append(operators)

    @contextmanager
    def tagged(self, element: Element) -> Iterator[None]:
        """Mark what is drawn as the element's content."""
        if self._repeating:
            yield
            return
        number = len(self._owners)
        self._owners.append(element)
        element.kids.append(Marked(self.page_name, number))
        self._code.append(f"/{element.kind} <</MCID {number}>> BDC")
        yield
        self._code.append("EMC")

    @contextmanager
    def artifact(self, kind: str = "Layout") -> Iterator[None]:
        """Mark what is drawn as no part of the text: a line, a ground, the foot of the page."""
        if self._repeating:
            yield
            return
        self._code.append(f"/Artifact <</Type /{kind}>> BDC")
        yield
        self._code.append("EMC")

    @contextmanager
    def repeating(self) -> Iterator[None]:
        """Draw something again that was read before: it is no part of the text any more."""
        with self.artifact("Pagination"):
            self._repeating = True
            yield
            self._repeating = False

    def rule(
        self, x: float, y: float, length: float, colour: Colour, thickness: float = 0.6
    ) -> None:
        """Draw a horizontal line from a point to the right."""
        self._code.append(
            f"q {rgb(colour)} RG {thickness:g} w {x:.2f} {y:.2f} m {x + length:.2f} {y:.2f} l S Q"
        )

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: Colour | None = None,
        stroke: Colour | None = None,
        thickness: float = 0.6,
    ) -> None:
        """Draw a rectangle whose lower left corner is the point."""
        paint = {(True, True): "B", (True, False): "f", (False, True): "S"}[
            fill is not None, stroke is not None
        ]
        colours = (f" {rgb(fill)} rg" if fill else "") + (
            f" {rgb(stroke)} RG {thickness:g} w" if stroke else ""
        )
        self._code.append(f"q{colours} {x:.2f} {y:.2f} {width:.2f} {height:.2f} re {paint} Q")

    def picture(self, name: str, pixels: Pixels, box: tuple[float, float, float, float]) -> None:
        """Draw a picture into a box (left, bottom, width, height); the file holds it once."""
        if name not in self._pictures:
            self._pictures[name] = f"picture{len(self._pictures) + 1}"
            named = pdfdoc.xObjectName(self._pictures[name])
            if pixels.mask:
                self._doc.Reference(_mask(pixels), f"{named}.mask")
            stream = pdfdoc.PDFStream(_picture_entries(pixels, named), pixels.data, filters=[])
            self._doc.Reference(stream, named)
        own = self._pictures[name]
        if own not in self._formsinuse:
            self._formsinuse.append(own)
        left, bottom, width, height = box
        self._code.append(
            f"q {width:.2f} 0 0 {height:.2f} {left:.2f} {bottom:.2f} cm"
            f" /{pdfdoc.xObjectName(own)} Do Q"
        )

    def link(self, element: Element, url: str, box: tuple[float, float, float, float]) -> None:
        """Make a box of the page lead to an address; the link belongs to the element."""
        if self._repeating:
            return
        action = {"S": pdfdoc.PDFName("URI"), "URI": pdfdoc.PDFString(_ascii_address(url))}
        entries = {
            "Type": pdfdoc.PDFName("Annot"),
            "Subtype": pdfdoc.PDFName("Link"),
            "Rect": pdfdoc.PDFArray([round(edge, 2) for edge in box]),
            "Border": pdfdoc.PDFArray([0, 0, 0]),
            "Contents": TextString(url),
            "F": _PRINTED,
            "A": pdfdoc.PDFDictionary(action),
        }
        self.annotate(element, pdfdoc.PDFDictionary(entries))

    def annotate(self, element: Element, annotation: pdfdoc.PDFDictionary) -> str:
        """Put an annotation on the page that belongs to the element; return its name."""
        annotation["StructParent"] = self.tree.annotation_key(element)
        name = f"note{self._annotationCount + 1}"
        self._addAnnotation(annotation, name)
        full = str(self._doc.annotationName(name))
        element.kids.append(Annotated(self.page_name, full))
        return full

    def bookmark(self, title: str, level: int, top: float) -> None:
        """Add an entry to the outline that leads to this height of the page."""
        self._bookmarks += 1
        key = f"b{self._bookmarks}"
        self.bookmarkPage(key, fit="XYZ", left=0, top=top)
        self.addOutlineEntry(one_line(title), key, level)

    def _setAnnotations(self, page: pdfdoc.PDFPage) -> None:  # noqa: N802 - ReportLab's own name
        """Give a finished page its annotations and its key in the structure tree."""
        vars(page).update(
            __NoDefault__=[*page.__NoDefault__, "StructParents", "Tabs"],
            Annots=self._annotationrefs,
            # Packed by the last pass, which does it once for all streams.
            Contents=pdfdoc.PDFStream(content=page.stream, filters=[]),
            StructParents=self.tree.page_key(self._owners),
            Tabs=pdfdoc.PDFName("S"),
        )
        self._owners = []

    def set_form(self, form: pdfdoc.PDFDictionary) -> None:
        """Make the document a fillable form."""
        vars(self._catalog)["AcroForm"] = form

    def describe(self, title: str, author: str, language: str) -> None:
        """Put title, author and language into the metadata, and the claim of PDF/UA-1."""
        self.setTitle(one_line(title))
        self.setAuthor(one_line(author))
        self.setSubject("")
        self.setCreator("Ladder Desktop")
        self.setProducer("Ladder Desktop")
        packet = _metadata(one_line(title), one_line(author), language)
        vars(self._catalog)["Metadata"] = pdfdoc.PDFStream(
            pdfdoc.PDFDictionary(
                {"Type": pdfdoc.PDFName("Metadata"), "Subtype": pdfdoc.PDFName("XML")}
            ),
            packet,
            filters=[],
        )

    def finish(self) -> None:
        """Write the file; every page has been shown."""
        vars(self._catalog).update(
            StructTreeRoot=self.tree.add_to(self._doc),
            MarkInfo=pdfdoc.PDFDictionary({"Marked": "true"}),
            PageMode=pdfdoc.PDFName("UseOutlines" if self._bookmarks else "UseNone"),
        )
        self._doc.SaveToFile(self._filename, self)


class TextString(pdfdoc.PDFObject):
    """A text in the document's own objects, in any script."""

    def __init__(self, text: str) -> None:
        self._text = text

    def format(self, _document: pdfdoc.PDFDocument) -> bytes:
        """Return the text as a PDF string."""
        return hex_string(self._text).encode("ascii")


class _Written(pdfdoc.PDFObject):
    """An entry that is written as PDF already."""

    def __init__(self, text: str) -> None:
        self._text = text

    def format(self, _document: pdfdoc.PDFDocument) -> bytes:
        """Return the entry."""
        return self._text.encode("ascii")


def _picture_entries(pixels: Pixels, named: str) -> pdfdoc.PDFDictionary:
    entries = _image(pixels, pixels.filter, pixels.bits)
    entries["ColorSpace"] = _Written(pixels.colours)
    if pixels.extra:
        key, _, value = pixels.extra.removeprefix("/").partition(" ")
        entries[key] = _Written(value)
    if pixels.mask:
        entries["SMask"] = pdfdoc.PDFObjectReference(f"{named}.mask")
    return pdfdoc.PDFDictionary(entries)


def _mask(pixels: Pixels) -> pdfdoc.PDFStream:
    """Return the image that tells how much each pixel covers."""
    entries = _image(pixels, "FlateDecode", 8)
    entries["ColorSpace"] = pdfdoc.PDFName("DeviceGray")
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), pixels.mask, filters=[])


def _image(pixels: Pixels, packing: str, bits: int) -> dict[str, object]:
    name = pdfdoc.PDFName
    return {
        "Type": name("XObject"),
        "Subtype": name("Image"),
        "Width": pixels.width,
        "Height": pixels.height,
        "BitsPerComponent": bits,
        "Filter": name(packing),
    }


def rgb(colour: Colour) -> str:
    """Return a colour's operands."""
    return f"{colour[0]:g} {colour[1]:g} {colour[2]:g}"


def _ascii_address(url: str) -> str:
    """Return an address as PDF wants it: ASCII, the rest as percent signs and digits."""
    return quote(url, safe=_URI_SIGNS)


def _metadata(title: str, author: str, language: str) -> bytes:
    """Return the XMP packet (ISO 14289-1, 7.1 asks for title and part)."""
    creator = f"<dc:creator><rdf:Seq><rdf:li>{escape(author)}</rdf:li></rdf:Seq></dc:creator>"
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">'
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(title)}</rdf:li></rdf:Alt>'
        f"</dc:title>{creator if author else ''}"
        f"<dc:language><rdf:Bag><rdf:li>{escape(language)}</rdf:li></rdf:Bag></dc:language>"
        "<pdfuaid:part>1</pdfuaid:part>"
        '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()
