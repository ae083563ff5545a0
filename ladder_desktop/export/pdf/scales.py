"""Ratings: in words, with every level there was to choose from."""

from collections.abc import Iterator

from ladder_desktop.document.nodes import Level, Scale
from ladder_desktop.export.pdf.flow import Flowable
from ladder_desktop.export.pdf.kit import Kit
from ladder_desktop.export.pdf.rows import CellBox, Row, RowShape
from ladder_desktop.export.pdf.stack import Stack
from ladder_desktop.export.pdf.tagging import Element

_SIDE_BY_SIDE = 4


def scale(kit: Kit, node: Scale, parent: Element, level: int) -> Iterator[Flowable]:
    """Yield a question, its rating in words, and the levels."""
    look = kit.look
    yield kit.text(node.question, look.question, parent.add(f"H{level}"))
    yield kit.text(in_words(kit, node), look.rating, parent.add("P"))
    yield from _levels(kit, node, parent)


def in_words(kit: Kit, node: Scale) -> str:
    """Return the rating as people say it, such as ``Rating: 2 of 3 – Basic``."""
    chosen = next((each for each in node.levels if each.value == node.chosen), None)
    if chosen is None:
        return kit.words("Not rated yet")
    most = max(each.value for each in node.levels)
    return kit.words(
        "Rating: {value} of {most} – {label}", value=chosen.value, most=most, label=chosen.label
    )


def _levels(kit: Kit, node: Scale, parent: Element) -> Iterator[Flowable]:
    """Yield the levels, side by side where there are few, as a list for the ear."""
    look = kit.look
    levels = parent.add("L", attributes="/O /List /ListNumbering /None")
    boxes = [_level(kit, node, level, levels) for level in node.levels]
    across = len(boxes) if len(boxes) <= _SIDE_BY_SIDE else 1
    shape = RowShape((1.0,) * across, look.points(8), look.points(7), look.points(8))
    for start in range(0, len(boxes), across):
        last = start + across >= len(boxes)
        yield Row(shape, boxes[start : start + across], after=look.points(12 if last else 4))


def _level(kit: Kit, node: Scale, level: Level, parent: Element) -> CellBox:
    """Return the box of one level; the chosen one is named so, tinted and framed."""
    look, palette = kit.look, kit.look.palette
    chosen = level.value == node.chosen
    body = parent.add("LI").add("LBody")
    name = f"{level.value}  {level.label}"
    if chosen:
        name = kit.words("{level} (chosen)", level=name)
    inside = [
        *kit.paragraphs(name, look.level_name, body),
        *kit.paragraphs(level.meaning, look.level_chosen if chosen else look.level, body),
    ]
    if chosen:
        return CellBox(Stack(inside), palette.tint, palette.accent, 1.2)
    return CellBox(Stack(inside), None, palette.hairline)
