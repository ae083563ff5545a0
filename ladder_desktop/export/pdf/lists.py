"""Things to tick and sources to read, with what was noted about them."""

from collections.abc import Iterator
from dataclasses import replace

from ladder_desktop.document.nodes import Check, Checks, Field, Link, Links, Place
from ladder_desktop.export.pdf import answers
from ladder_desktop.export.pdf.answers import Remarks
from ladder_desktop.export.pdf.canvas import TaggedCanvas
from ladder_desktop.export.pdf.fields import WithButton
from ladder_desktop.export.pdf.flow import Flowable
from ladder_desktop.export.pdf.form import Box
from ladder_desktop.export.pdf.kit import Kit
from ladder_desktop.export.pdf.look import TextStyle
from ladder_desktop.export.pdf.qr import LONGEST, QrCode
from ladder_desktop.export.pdf.rows import CellBox, Row, RowShape
from ladder_desktop.export.pdf.shaping import Run
from ladder_desktop.export.pdf.stack import Stack
from ladder_desktop.export.pdf.tagging import Element
from ladder_desktop.export.pdf.text import Mark, Text

_LIST = "/O /List /ListNumbering /None"
_TICKED, _UNTICKED = "\u2611", "\u2610"
_INDENT, _BOX, _CODE = 18.0, 11.0, 50.0
_FEW = 1  # remarks that leave an item low


def checks(kit: Kit, node: Checks, parent: Element, level: int) -> Iterator[Flowable]:
    """Yield a list of things to tick."""
    if node.title.strip():
        yield kit.text(node.title, kit.look.subpart, parent.add(f"H{level}"))
    yield from kit.paragraphs(node.guidance, kit.look.guidance, parent)
    items = parent.add("L", attributes=_LIST)
    for number, check in enumerate(node.items, start=1):
        parts = list(_check(kit, node, check, items))
        parts[-1].keep = _has_company(kit, number, len(node.items), check.fields)
        yield from parts


def _check(kit: Kit, checks: Checks, node: Check, parent: Element) -> Iterator[Flowable]:
    place = _place(checks.place, node.item)
    item = _Item(kit, parent.add("LI"), replace(place, column=checks.column), node.text, node.done)
    followed = _has_remarks(kit, node.fields)
    yield item.first(node.text, _item_style(kit, followed=followed))
    remarks = Remarks(place, node.text, node.fields)
    yield from answers.fields(kit, remarks, item.body, kit.look.points(_INDENT))


def links(kit: Kit, node: Links, parent: Element, level: int) -> Iterator[Flowable]:
    """Yield a list of sources."""
    if node.title.strip():
        yield kit.text(node.title, kit.look.subpart, parent.add(f"H{level}"))
    yield from kit.paragraphs(node.guidance, kit.look.guidance, parent)
    items = parent.add("L", attributes=_LIST)
    for number, link in enumerate(node.items, start=1):
        parts = list(_link(kit, node, link, items))
        parts[-1].keep = _has_company(kit, number, len(node.items), link.fields)
        yield from parts


def _has_company(kit: Kit, number: int, count: int, fields: tuple[Field, ...]) -> bool:
    """Tell whether an item stays with the next one: a low first or last one is never alone.

    One with room for several remarks fills enough of a page by itself.
    """
    if len(fields) > _FEW and (kit.form is not None or kit.blank):
        return False
    return number in {1, count - 1} and number < count and all(map(answers.is_low, fields))


def _link(kit: Kit, links: Links, node: Link, parent: Element) -> Iterator[Flowable]:
    """Yield one source: title, who published it, where it lies, what was noted."""
    place = _place(links.place, node.item)
    item = _Item(kit, parent.add("LI"), replace(place, column="read"), node.title, node.read)
    source = list(_source(kit, node, item))
    if _has_remarks(kit, node.fields):
        source[-1].keep = True
    if _safe(node.url) and len(node.url) <= LONGEST:
        yield _with_code(kit, node, source, item)
    else:
        yield from source
    remarks = Remarks(place, node.title, node.fields)
    yield from answers.fields(kit, remarks, item.body, kit.look.points(_INDENT))


def _source(kit: Kit, node: Link, item: "_Item") -> Iterator[Flowable]:
    """Yield what a source is, a line for each thing that is known of it."""
    look = kit.look
    remarks = " · ".join(part for part in (node.publisher, node.detail) if part.strip())
    style = replace(_item_style(kit, followed=bool(remarks or node.url)), bold=True)
    yield item.first(node.title, style)
    below = replace(look.guidance, indent=look.points(_INDENT), after=0, keep=False)
    if remarks:
        remark = replace(below, keep=bool(node.url))
        yield kit.text(remarks, remark, item.body.add("P"))
    if node.url:
        address = (Run(node.url, link=_safe(node.url)),)
        yield Text(kit.typesetter, below, item.body.add("P"), address, look.palette.accent)


def _with_code(kit: Kit, node: Link, source: list[Flowable], item: "_Item") -> Row:
    """Return a source with a code beside it that leads a phone to its address."""
    look = kit.look
    said = kit.words("Code to scan that leads to {address}", address=node.url)
    figure = item.body.add("Figure", alternative=said)
    code = QrCode(figure, node.url, look.points(_CODE), look.palette.ink)
    shape = RowShape((0.86, 0.14), 0, 0, mirrored=kit.right_to_left)
    cells = [CellBox(Stack(source)), CellBox(Stack([code]))]
    return Row(
        shape,
        cells,
        before=look.points(8),
        after=look.points(2),
        keep=_has_remarks(kit, node.fields),
    )


class _Item:
    """One item of a list: its box and its body.

    Attributes:
        body: the element that everything about the item stands in.
    """

    def __init__(self, kit: Kit, element: Element, place: Place, label: str, done: bool) -> None:  # noqa: FBT001 - a tick
        self._kit = kit
        self._place = place
        self._label = label
        self._done = done
        self._mark = element.add("Lbl")
        self.body = element.add("LBody")

    def first(self, text: str, style: TextStyle) -> Flowable:
        """Return the item's first line with its box, ticked or not, or with a field to tick."""
        kit, look = self._kit, self._kit.look
        if kit.form:
            own = replace(style, indent=look.points(_INDENT))
            inner = kit.text(text, own, self.body)
            return WithButton(inner, self._field, look.points(_BOX), look.points(1.8))
        sign = _TICKED if self._done else _UNTICKED
        mark = Mark(sign, look.points(_INDENT), self._mark)
        return kit.text(text, style, self.body, mark=mark)

    def _field(self, canvas: TaggedCanvas, box: Box) -> None:
        form = self._kit.form
        if form is None:
            return
        with canvas.artifact():
            canvas.box(*box, stroke=self._kit.look.palette.border)
        form.tick(canvas, self._mark, self._place, self._label, box, on=self._done)


def _place(place: Place, item: str) -> Place:
    """Return the place of an item of a list."""
    return Place(place.block, "/".join(part for part in (place.item, item) if part))


def _item_style(kit: Kit, *, followed: bool) -> TextStyle:
    return replace(kit.look.item, before=kit.look.points(7), keep=followed)


def _has_remarks(kit: Kit, fields: tuple[Field, ...]) -> bool:
    """Tell whether anything is printed below an item."""
    writes = kit.form is not None or kit.blank
    return any(writes or field.text.strip() for field in fields)


def _safe(url: str) -> str:
    """Return an address that may be followed from paper, or blank."""
    return url if url.lower().startswith(("http://", "https://", "mailto:")) else ""
