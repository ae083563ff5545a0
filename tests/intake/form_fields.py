"""The fields of Word forms, as Word writes them: python-docx makes none."""

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.table import _Cell
from docx.text.paragraph import Paragraph

CHECKED = "http://schemas.microsoft.com/office/word/2010/wordml"
INVITATION = "Choose an item."


def drop_down(*choices: str, chosen: str = "", kind: str = "dropDownList") -> str:
    """Return what makes a control a list to choose from; a combo box takes other texts, too."""
    items = "".join(f'<w:listItem w:displayText="{each}" w:value="{each}"/>' for each in choices)
    first = f'<w:listItem w:displayText="{INVITATION}" w:value=""/>'
    return _properties(f"<w:{kind}>{first}{items}</w:{kind}>", chosen)


def text_field(*, written: str = "", is_plain: bool = True) -> str:
    """Return what makes a control room for a text, plain or rich."""
    return _properties("<w:text/>" if is_plain else "<w:richText/>", written)


def day_field(picked: str = "") -> str:
    """Return what makes a control one in which a day is picked."""
    return _properties('<w:date><w:dateFormat w:val="M/d/yyyy"/></w:date>', picked)


def tick_field(*, is_ticked: bool = False) -> str:
    """Return what makes a control a box to tick."""
    state = f'<w14:checkbox xmlns:w14="{CHECKED}"><w14:checked w14:val="{int(is_ticked)}"/>'
    return f"<w:sdtPr>{state}</w14:checkbox></w:sdtPr>"


def add_field(paragraph: Paragraph, properties: str, shown: str = INVITATION) -> None:
    """Put a control at the end of a paragraph."""
    paragraph._p.append(_control(properties, f"<w:r><w:t>{shown}</w:t></w:r>"))


def add_below(document: WordDocument, properties: str, shown: str = INVITATION) -> None:
    """Put a control at the end of a document, with a paragraph in it."""
    control = _control(properties, f"<w:p><w:r><w:t>{shown}</w:t></w:r></w:p>")
    document.element.body.insert_element_before(control, "w:sectPr")


def put_around(cell: _Cell, properties: str, shown: str = INVITATION) -> None:
    """Put a control around a cell, as Word does where it is the cell's only content."""
    cell.text = shown
    inside = cell._tc
    row = inside.getparent()
    assert row is not None
    control = _control(properties, "")
    row.replace(inside, control)
    control[-1].append(inside)


def _properties(kind: str, written: str) -> str:
    placeholder = "" if written else "<w:showingPlcHdr/>"
    return f"<w:sdtPr>{placeholder}{kind}</w:sdtPr>"


def _control(properties: str, content: str) -> BaseOxmlElement:
    return parse_xml(
        f"<w:sdt {nsdecls('w')}>{properties}<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )
