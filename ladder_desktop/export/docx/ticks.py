"""Things to tick and sources to read, with what was noted about them."""

from collections.abc import Iterator, Sequence

from ladder_desktop.document.clean import one_line
from ladder_desktop.document.nodes import Check, Checks, Field, Link, Links, Place
from ladder_desktop.export.docx.kit import Kit, Letters
from ladder_desktop.export.docx.notes import note
from ladder_desktop.export.docx.xml import Element, w, w14

TICKED, UNTICKED = "☒", "☐"
_FONT = "MS Gothic"  # Word's own choice for these two signs
_INDENT = 21.0
_LABEL = Letters(style="RemarkLabel")
_ROOM = "\u2003" * 3


def checks(kit: Kit, node: Checks) -> Iterator[Element]:
    """Yield things to tick, each with its remarks."""
    for check in node.items:
        place = Place(node.place.block, joined(node.place.item, check.item), column=node.column)
        yield _check(kit, check, place)
        yield from _remarks(kit, check.fields, place)


def links(kit: Kit, node: Links) -> Iterator[Element]:
    """Yield sources: title, who published them, where they lie, what was noted."""
    for link in node.items:
        place = Place(node.place.block, joined(node.place.item, link.item), column="read")
        yield _link(kit, link, place)
        yield from _remarks(kit, link.fields, place)


def joined(first: str, second: str) -> str:
    """Return the name of an item inside another."""
    return "/".join(part for part in (first, second) if part)


def _check(kit: Kit, check: Check, place: Place) -> Element:
    label = one_line(check.text)
    followed = _has_remarks(kit, check.fields)
    return _item(kit, label, list(kit.runs(label)), place, ticked=check.done, is_followed=followed)


def _link(kit: Kit, link: Link, place: Place) -> Element:
    title = one_line(link.title)
    followed = _has_remarks(kit, link.fields)
    rest = " · ".join(one_line(part) for part in (link.detail, link.publisher) if part.strip())
    inside = list(kit.runs(title, Letters(bold=True)))
    if rest:
        inside += kit.runs(f" · {rest}")
    if link.url:
        inside += [*kit.runs(" · "), *kit.link(one_line(link.url), link.url)]
    return _item(kit, title, inside, place, ticked=link.read, is_followed=followed)


def _item(
    kit: Kit,
    label: str,
    inside: Sequence[Element],
    place: Place,
    *,
    ticked: bool,
    is_followed: bool,
) -> Element:
    """Return an item: a box to click, then its text in the bookmark that names it."""
    indent = kit.look.length(_INDENT)
    stop = w("tabs", w("tab", val="left", pos=indent))
    hanging = w("ind", left=indent, hanging=indent)
    content = [
        _box(kit, label, ticked=ticked),
        w("r", w("tab")),
        *kit.marked(kit.names.tick(place), inside),
    ]
    joined_on = [w("keepNext")] if is_followed else []
    paragraph = kit.paragraph("TickedItem", content, label, *joined_on, stop)
    paragraph[0].append(hanging)
    return paragraph


def _has_remarks(kit: Kit, fields: Sequence[Field]) -> bool:
    return any(kit.look.invites or field.text.strip() for field in fields)


def _box(kit: Kit, label: str, *, ticked: bool) -> Element:
    """Return a box that a click ticks in Word and LibreOffice."""
    states = (
        w14("checked", val=int(ticked)),
        w14("checkedState", val=f"{ord(TICKED):04X}", font=_FONT),
        w14("uncheckedState", val=f"{ord(UNTICKED):04X}", font=_FONT),
    )
    fonts = w("rFonts", ascii=_FONT, hAnsi=_FONT, eastAsia=_FONT, hint="eastAsia")
    sign = w("t")
    sign.text = TICKED if ticked else UNTICKED
    content = w("sdtContent", w("r", w("rPr", fonts), sign))
    return w("sdt", w("sdtPr", *kit.titled(label), w14("checkbox", *states)), content)


def _remarks(kit: Kit, fields: Sequence[Field], place: Place) -> Iterator[Element]:
    """Yield the remarks that were made, then one line with room for the others."""
    for field in fields:
        if field.text.strip():
            yield from note(kit, field.text, "ItemRemark", *_label(kit, field, place))
    blank = [field for field in fields if not field.text.strip()]
    if blank and kit.look.invites:
        content: list[Element] = []
        for field in blank:
            content += [*_label(kit, field, place), *kit.runs(_ROOM)]
        yield kit.paragraph("ItemRemark", content, blank[0].label)


def _label(kit: Kit, field: Field, place: Place) -> list[Element]:
    name = kit.names.answer(Place(place.block, place.item, column=field.column))
    label = kit.words("{label}:", label=one_line(field.label))
    return [*kit.marked(name, kit.runs(label, _LABEL)), *kit.runs(" ")]
