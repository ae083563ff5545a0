"""Things to tick and sources to read, with what was noted about them."""

from collections.abc import Iterator
from dataclasses import replace

from ladder_desktop.document.nodes import Check, Checks, Link, Links
from ladder_desktop.export.pdf import answers
from ladder_desktop.export.pdf.flow import Flowable
from ladder_desktop.export.pdf.kit import Kit
from ladder_desktop.export.pdf.look import TextStyle
from ladder_desktop.export.pdf.shaping import Run
from ladder_desktop.export.pdf.tagging import Element
from ladder_desktop.export.pdf.text import Mark, Text

_LIST = "/O /List /ListNumbering /None"
_TICKED, _UNTICKED = "\u2611", "\u2610"


def checks(kit: Kit, node: Checks, parent: Element, level: int) -> Iterator[Flowable]:
    """Yield a list of things to tick."""
    if node.title.strip():
        yield kit.text(node.title, kit.look.subpart, parent.add(f"H{level}"))
    items = parent.add("L", attributes=_LIST)
    for check in node.items:
        yield from _check(kit, check, items)


def _check(kit: Kit, node: Check, parent: Element) -> Iterator[Flowable]:
    body, mark = _ticked(kit, parent, done=node.done)
    style = _item_style(kit, followed=any(field.text.strip() for field in node.fields))
    yield kit.text(node.text, style, body, mark=mark)
    yield from answers.fields(kit, node.fields, body, mark.indent)


def links(kit: Kit, node: Links, parent: Element, level: int) -> Iterator[Flowable]:
    """Yield a list of sources."""
    if node.title.strip():
        yield kit.text(node.title, kit.look.subpart, parent.add(f"H{level}"))
    items = parent.add("L", attributes=_LIST)
    for link in node.items:
        yield from _link(kit, link, items)


def _link(kit: Kit, node: Link, parent: Element) -> Iterator[Flowable]:
    """Yield one source: title, who published it, where it lies, what was noted."""
    look = kit.look
    body, mark = _ticked(kit, parent, done=node.read)
    remarks = " · ".join(part for part in (node.publisher, node.detail) if part.strip())
    style = replace(_item_style(kit, followed=bool(remarks or node.url)), bold=True)
    yield kit.text(node.title, style, body, mark=mark)
    below = replace(look.guidance, indent=mark.indent, after=0, keep=False)
    if remarks:
        yield kit.text(remarks, replace(below, keep=bool(node.url)), body.add("P"))
    if node.url:
        address = (Run(node.url, link=_safe(node.url)),)
        yield Text(kit.typesetter, below, body.add("P"), address, look.palette.accent)
    yield from answers.fields(kit, node.fields, body, mark.indent)


def _ticked(kit: Kit, parent: Element, *, done: bool) -> tuple[Element, Mark]:
    """Return the body of a new item and its box, ticked or not."""
    item = parent.add("LI")
    mark = Mark(_TICKED if done else _UNTICKED, kit.look.points(18), item.add("Lbl"))
    return item.add("LBody"), mark


def _item_style(kit: Kit, *, followed: bool) -> TextStyle:
    return replace(kit.look.item, before=kit.look.points(7), keep=followed)


def _safe(url: str) -> str:
    """Return an address that may be followed from paper, or blank."""
    return url if url.lower().startswith(("http://", "https://", "mailto:")) else ""
