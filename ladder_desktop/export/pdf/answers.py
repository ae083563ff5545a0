"""Questions with what was written under them, or with room to write."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ladder_desktop.document.nodes import Answer, Detail, Field, Place
from ladder_desktop.export.pdf.blanks import RuledLines
from ladder_desktop.export.pdf.fields import TextBox
from ladder_desktop.export.pdf.flow import Flowable
from ladder_desktop.export.pdf.form import Entry
from ladder_desktop.export.pdf.kit import Kit
from ladder_desktop.export.pdf.tagging import Element
from ladder_desktop.export.pdf.text import Text

_RULED = {True: 6, False: 4}
_DISTANCE = 25.0
_FIELD_HEIGHT = 92.0
_SMALL_FIELD_HEIGHT = 46.0
_LINE_HEIGHT = 20.0
_MAIN_LEVEL = 3


def answer(kit: Kit, node: Answer, parent: Element, level: int) -> Iterator[Flowable]:
    """Yield a question, its guidance and its answer."""
    look = kit.look
    yield kit.text(node.question, look.question, parent.add(f"H{level}"))
    yield from kit.paragraphs(node.guidance, look.guidance, parent)
    main = level <= _MAIN_LEVEL
    if kit.form:
        height = _FIELD_HEIGHT if main else _SMALL_FIELD_HEIGHT
        yield text_box(kit, Entry(node.place, node.question, node.text), parent, height)
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
        entry,
        parent,
        look.palette,
        height=look.points(height),
        indent=indent,
        after=look.points(4),
    )


def detail(kit: Kit, node: Detail, parent: Element) -> list[Flowable]:
    """Return the value of one of the workbook's details."""
    if kit.form:
        entry = Entry(Place("details", node.id), node.label, node.value)
        return [text_box(kit, entry, parent, _LINE_HEIGHT)]
    if node.value.strip():
        return kit.paragraphs(node.value, kit.look.detail, parent)
    return [kit.text("" if kit.blank else "–", kit.look.detail_label, parent.add("P"))]


@dataclass(frozen=True, slots=True)
class Remarks:
    """The remarks of one item: where they are kept, and what they are about."""

    place: Place
    about: str
    fields: tuple[Field, ...]


def fields(kit: Kit, remarks: Remarks, parent: Element, indent: float) -> Iterator[Flowable]:
    """Yield labelled remarks; those that were not made take room only where there is to be some."""
    look = kit.look
    for node in remarks.fields:
        if not node.text.strip() and not kit.form and not kit.blank:
            continue
        label = replace(look.small_label, indent=indent)
        yield kit.text(node.label, label, parent.add("P"))
        if kit.form:
            label_said = kit.words("{about}: {label}", about=remarks.about, label=node.label)
            place = replace(remarks.place, column=node.column)
            entry = Entry(place, label_said, node.text)
            height = _LINE_HEIGHT * 1.6
            yield text_box(kit, entry, parent, height, indent=indent)
        elif kit.blank:
            colour = look.palette.border
            distance = look.points(_DISTANCE * 0.8)
            yield RuledLines(1, distance, colour, indent=indent, after=look.points(4))
        else:
            yield from kit.note(node.text, replace(look.answer, indent=indent, bar=False), parent)
