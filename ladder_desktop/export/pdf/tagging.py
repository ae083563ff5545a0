"""The structure tree: what every part of the page is, in reading order (PDF 32000-1, 14.7)."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from reportlab.pdfbase import pdfdoc


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of a page's content that belongs to an element."""

    page: str
    number: int


@dataclass(frozen=True, slots=True)
class Annotated:
    """A link or a field of a form that belongs to an element."""

    page: str
    annotation: str


@dataclass(slots=True, eq=False)
class Element:
    """One element of the structure tree.

    Attributes:
        kind: a standard structure type, such as ``P`` or ``TH``.
        alternative: what it shows, in words, for those who can't see it.
        attributes: the entries of its attribute dictionary, written as PDF.
        identity: a name by which header cells are known.
        kids: elements, and pieces of content, in reading order.
        name: how the document's objects refer to it.
    """

    kind: str
    alternative: str = ""
    attributes: str = ""
    identity: str = ""
    kids: list["Element | Marked | Annotated"] = field(default_factory=list)
    parent: "Element | None" = None
    name: str = ""

    def add(
        self, kind: str, *, alternative: str = "", attributes: str = "", identity: str = ""
    ) -> "Element":
        """Add an element inside this one, after what is there."""
        kid = Element(kind, alternative, attributes, identity, parent=self)
        self.kids.append(kid)
        return kid


class Tree:
    """All elements of a document, and which content of which page belongs to which of them.

    Attributes:
        root: the document element.
    """

    def __init__(self) -> None:
        self.root = Element("Document")
        self._parents: list[list[Element] | Element] = []

    def page_key(self, owners: list[Element]) -> int:
        """Note the owners of a page's marked content; return the page's key."""
        self._parents.append(owners)
        return len(self._parents) - 1

    def annotation_key(self, owner: Element) -> int:
        """Note the owner of an annotation; return the annotation's key."""
        self._parents.append(owner)
        return len(self._parents) - 1

    def add_to(self, document: pdfdoc.PDFDocument) -> pdfdoc.PDFObjectReference:
        """Add every element that has content to a document; return the tree's root."""
        _prune(self.root)
        root = pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("StructTreeRoot")})
        top: pdfdoc.PDFObjectReference = document.Reference(root, "StructTreeRoot")
        elements = list(_walk(self.root))
        for number, element in enumerate(elements):
            element.name = f"SE{number}"
            document.Reference(_ElementObject(element), element.name)
        root.dict["K"] = pdfdoc.PDFObjectReference(self.root.name)
        root.dict["ParentTree"] = document.Reference(_ParentTree(self._parents))
        root.dict["ParentTreeNextKey"] = len(self._parents)
        return top


def _prune(root: Element) -> None:
    """Take out the elements that hold nothing."""
    for element in reversed(list(_walk(root))):
        if not element.kids and element.parent and element.kind not in {"TD", "TH"}:
            element.parent.kids.remove(element)


def _walk(root: Element) -> Iterator[Element]:
    """Yield an element and all inside it, in reading order."""
    stack = [root]
    while stack:
        element = stack.pop()
        yield element
        stack += [kid for kid in reversed(element.kids) if isinstance(kid, Element)]


class _ElementObject(pdfdoc.PDFObject):
    """An element as the document writes it; written by hand, for there are very many."""

    __RefOnly__ = 1

    def __init__(self, element: Element) -> None:
        self._element = element

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """Return the element's dictionary."""
        element = self._element
        parent = element.parent.name if element.parent else "StructTreeRoot"
        text = f"<< /Type /StructElem /S /{element.kind} /P {_reference(document, parent)}"
        text += _kids(document, element)
        if element.alternative:
            text += f" /Alt {hex_string(element.alternative)}"
        if element.attributes:
            text += f" /A << {element.attributes} >>"
        if element.identity:
            text += f" /ID {hex_string(element.identity)}"
        return (text + " >>").encode("ascii")


class _ParentTree(pdfdoc.PDFObject):
    """The way back from content to elements."""

    __RefOnly__ = 1

    def __init__(self, parents: list[list[Element] | Element]) -> None:
        self._parents = parents

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """Return the number tree."""
        entries: list[str] = []
        for key, owner in enumerate(self._parents):
            if isinstance(owner, Element):
                entries.append(f"{key} {_reference(document, owner.name)}")
            else:
                owners = " ".join(_reference(document, element.name) for element in owner)
                entries.append(f"{key} [{owners}]")
        return f"<< /Nums [{' '.join(entries)}] >>".encode("ascii")


def figure_box(x: float, bottom: float, width: float, height: float) -> str:
    """Return the attributes that say where a figure stands on its page."""
    box = f"{x:.2f} {bottom:.2f} {x + width:.2f} {bottom + height:.2f}"
    return f"/O /Layout /Placement /Block /BBox [{box}]"


def hex_string(text: str) -> str:
    """Return a text as a PDF string that any reader takes as Unicode."""
    return f"<FEFF{text.encode('utf-16-be', 'surrogatepass').hex().upper()}>"


def _kids(document: pdfdoc.PDFDocument, element: Element) -> str:
    """Return the entries for an element's page and content."""
    page = next((kid.page for kid in element.kids if isinstance(kid, Marked)), "")
    parts = [_kid(document, kid, page) for kid in element.kids]
    own = f" /Pg {_reference(document, page)}" if page else ""
    if not parts:
        return own
    return f"{own} /K {parts[0] if len(parts) == 1 else '[' + ' '.join(parts) + ']'}"


def _kid(document: pdfdoc.PDFDocument, kid: Element | Marked | Annotated, page: str) -> str:
    """Return what refers to one kid; content of the element's own page needs only its number."""
    if isinstance(kid, Element):
        return _reference(document, kid.name)
    where = _reference(document, kid.page)
    if isinstance(kid, Annotated):
        return f"<< /Type /OBJR /Pg {where} /Obj {_reference(document, kid.annotation)} >>"
    if kid.page == page:
        return str(kid.number)
    return f"<< /Type /MCR /Pg {where} /MCID {kid.number} >>"


def _reference(document: pdfdoc.PDFDocument, name: str) -> str:
    """Return the reference to an object of the document by its name."""
    number, version = document.idToObjectNumberAndVersion[name]
    return f"{number} {version} R"
