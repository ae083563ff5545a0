"""Questions with what was written under them, or with room to write."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ladder_desktop.document.nodes import Answer, Detail, Field, Place
from ladder_desktop.document.pictures import parted
from ladder_desktop.export.pdf.blanks import RuledLines
from ladder_desktop.export.pdf.fields import TextBox
from ladder_desktop.export.pdf.flow import Flowable
from ladder_desktop.export.pdf.form import Entry
from ladder_desktop.export.pdf.kit import Kit
from ladder_desktop.export.pdf.rows import CellBox, Row, RowShape
from ladder_desktop.export.pdf.stack import Stack
from ladder_desktop.export.pdf.tagging import Element
from ladder_desktop.export.pdf.text import Text

_RULED = {True: 6, False: 4}
_DISTANCE = 25.0
_FIELD_HEIGHT = 92.0
_SMALL_FIELD_HEIGHT = 46.0
_LINE_HEIGHT = 20.0
_MAIN_LEVEL = 3
# Remarks of so few letters may stand side by side, two of them.
_SHORT, _PAIR = 40, 2
# A remark of so many letters and lines stays on the page of the next one.
_LOW, _LOW_LINES = 240, 4


def answer(kit: Kit, node: Answer, parent: Element, level: int) -> Iterator[Flowable]:
    """Yield a question, its guidance and its answer."""
    look = kit.look
    is_written = kit.form is not None and node.is_added
    asked = kit.words("Your own question") if is_written else node.question
    yield kit.text(asked, look.question, parent.add(f"H{level}"))
    if is_written:
        own = Entry(replace(node.place, column="question"), asked, node.question)
        yield text_box(kit, own, parent, _SMALL_FIELD_HEIGHT)
    yield from kit.paragraphs(node.guidance, look.guidance, parent)
    main = level <= _MAIN_LEVEL
    if kit.form:
        height = _FIELD_HEIGHT if main else _SMALL_FIELD_HEIGHT
        yield text_box(kit, Entry(node.place, node.question, node.text), parent, height)
        yield from kit.figures(node.text, look.answer, parent)
    elif kit.blank:
        distance = look.points(_DISTANCE)
        yield RuledLines(_RULED[main], distance, look.palette.border, after=look.points(8))
    else:
        for flowable in written(kit, node.text, parent):
            if isinstance(flowable, Text):
                flowable.place = node.place
            yield flowable


def written(kit: Kit, text: str, parent: Element) -> Iterator[Flowable]:
    """Yield what was written, or that nothing was."""
    if text.strip():
        yield from kit.note(text, kit.look.answer, parent)
        return
    said = kit.words("No answer yet")
    yield kit.text(said, kit.look.unanswered, parent.add("P"))


def text_box(
    kit: Kit, entry: Entry, parent: Element, height: float, *, indent: float = 0.0
) -> TextBox:
    """Return a box to type in."""
    if kit.form is None:
        raise ValueError("only a form has boxes to type in")
    look = kit.look
    return TextBox(
        kit.form,
        replace(entry, value=parted(entry.value)[0]),
        parent,
        look.palette,
        height=look.points(height),
        indent=indent,
        after=look.points(4),
    )


def detail(kit: Kit, node: Detail, parent: Element) -> list[Flowable]:
    """Return the value of one of the workbook's details."""
    if kit.form:
        entry = Entry(Place("details", node.id), node.label, node.value, node.choices)
        return [text_box(kit, entry, parent, _LINE_HEIGHT)]
    if node.value.strip():
        return kit.paragraphs(node.value, kit.look.detail, parent)
    # by hand, one of the choices is circled
    empty = " · ".join(node.choices) if kit.blank else "–"
    return [kit.text(empty, kit.look.detail_label, parent.add("P"))]


@dataclass(frozen=True, slots=True)
class Remarks:
    """The remarks of one item: where they are kept, and what they are about."""

    place: Place
    about: str
    fields: tuple[Field, ...]


def fields(kit: Kit, remarks: Remarks, parent: Element, indent: float) -> Iterator[Flowable]:
    """Yield labelled remarks; those that were not made take room only where there is to be some.

    Two short ones stand side by side. All stay on one page unless they are long.
    """
    writes = kit.form is not None or kit.blank
    shown = [node for node in remarks.fields if writes or node.text.strip()]
    short = [node for node in shown if node.is_short and len(node.text) <= _SHORT]
    if len(short) == _PAIR:
        shown = [node for node in shown if node not in short]
        row = _side_by_side(kit, remarks, short, parent, indent)
        row.keep = bool(shown)
        yield row
    for number, node in enumerate(shown, start=1):
        parts = list(_field(kit, remarks, node, parent, indent))
        if writes or is_low(node):
            for part in parts if number < len(shown) else parts[:-1]:
                part.keep = True
        yield from parts


def is_low(node: Field) -> bool:
    """Tell whether a remark is low enough to be kept on the page of its neighbour."""
    return len(node.text) <= _LOW and node.text.count("\n") < _LOW_LINES


def _side_by_side(
    kit: Kit, remarks: Remarks, pair: list[Field], parent: Element, indent: float
) -> Row:
    """Return two short remarks beside each other."""
    gap = kit.look.points(12)
    half = (kit.column - indent - gap) / _PAIR
    shape = RowShape((indent + half, half), 0, 0, gap, mirrored=kit.right_to_left)
    cells = [
        CellBox(Stack(list(_field(kit, remarks, node, parent, own, height=_LINE_HEIGHT))))
        for node, own in zip(pair, (indent, 0.0), strict=True)
    ]
    around = kit.look.points(5)
    return Row(shape, cells, before=around, after=around)


def _field(
    kit: Kit,
    remarks: Remarks,
    node: Field,
    parent: Element,
    indent: float,
    *,
    height: float = _LINE_HEIGHT * 1.6,
) -> Iterator[Flowable]:
    """Yield a remark under its label."""
    look = kit.look
    yield kit.text(node.label, replace(look.small_label, indent=indent), parent.add("P"))
    if kit.form:
        said = kit.words("{about}: {label}", about=remarks.about, label=node.label)
        entry = Entry(replace(remarks.place, column=node.column), said, node.text)
        yield text_box(kit, entry, parent, height, indent=indent)
        shown = replace(look.answer, indent=indent, bar=False)
        yield from kit.figures(node.text, shown, parent)
    elif kit.blank:
        colour, distance = look.palette.border, look.points(_DISTANCE * 0.8)
        yield RuledLines(1, distance, colour, indent=indent, after=look.points(4))
    else:
        yield from kit.note(node.text, replace(look.answer, indent=indent, bar=False), parent)
