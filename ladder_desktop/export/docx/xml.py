"""Elements of WordprocessingML, made directly: python-docx looks through the document too often.

The names and the order of children are those of ISO/IEC 29500-1, chapter 17.
"""

from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element  # noqa: SLF001 - the stubs' only name for an element

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
PLACED = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
XML = "http://www.w3.org/XML/1998/namespace"
_DRAWING_PREFIXES = {"a": DRAWING, "wp": PLACED, "pic": PICTURE, "r": RELATIONS}
_PREFIXES = {"w": WORD, "w14": WORD_2010, "r": RELATIONS}


def w(name: str, /, *children: Element, **attributes: object) -> Element:
    """Return an element of the main namespace; its attributes are in the same one."""
    values = {f"{{{WORD}}}{key}": str(value) for key, value in attributes.items()}
    element = etree.Element(f"{{{WORD}}}{name}", values, _PREFIXES)
    element.extend(children)
    return element


def w14(name: str, /, *children: Element, **attributes: object) -> Element:
    """Return an element of Word 2010's namespace."""
    values = {f"{{{WORD_2010}}}{key}": str(value) for key, value in attributes.items()}
    element = etree.Element(f"{{{WORD_2010}}}{name}", values, _PREFIXES)
    element.extend(children)
    return element


def a(name: str, /, *children: Element, **attributes: object) -> Element:
    """Return an element of DrawingML; its attributes are in no namespace."""
    return _drawn(DRAWING, name, children, attributes)


def wp(name: str, /, *children: Element, **attributes: object) -> Element:
    """Return an element that places a drawing in a text."""
    return _drawn(PLACED, name, children, attributes)


def pic(name: str, /, *children: Element, **attributes: object) -> Element:
    """Return an element of a picture."""
    return _drawn(PICTURE, name, children, attributes)


def _drawn(
    space: str, name: str, children: tuple[Element, ...], attributes: dict[str, object]
) -> Element:
    values = {key: str(value) for key, value in attributes.items()}
    element = etree.Element(f"{{{space}}}{name}", values, _DRAWING_PREFIXES)
    element.extend(children)
    return element


def text(name: str, content: str) -> Element:
    """Return an element of the main namespace that holds text, its blanks kept."""
    element = etree.Element(f"{{{WORD}}}{name}", {f"{{{XML}}}space": "preserve"}, _PREFIXES)
    element.text = content
    return element


def qualified(name: str) -> str:
    """Return the full name of an element or attribute of the main namespace."""
    return f"{{{WORD}}}{name}"
