"""Ratings: in words, with every level there was to choose from."""

from collections.abc import Iterator
from dataclasses import replace

from ladder_desktop.document.nodes import Level, Scale
from ladder_desktop.export.pdf.canvas import TaggedCanvas
from ladder_desktop.export.pdf.fields import WithButton
from ladder_desktop.export.pdf.flow import Flowable
from ladder_desktop.export.pdf.form import Box, Form
from ladder_desktop.export.pdf.kit import Kit
from ladder_desktop.export.pdf.rows import CellBox, Row, RowShape
from ladder_desktop.export.pdf.stack import Stack
from ladder_desktop.export.pdf.tagging import Element
from ladder_desktop.export.pdf.text import Mark

_SIDE_BY_SIDE = 4
_LIST = "/O /List /ListNumbering /None"
_EMPTY_BOX = "\u2610"
_BUTTON, _BUTTON_INDENT = 11.0, 17.0


def scale(kit: Kit, node: Scale, parent: Element, level: int) -> Iterator[Flowable]:
    """Yield a question, its rating in words, and the levels."""
    look = kit.look
    is_told = not kit.blank and not kit.form
    rating = look.rating if kit.options.preset == "full" else replace(look.rating, keep=False)
    says_it_all = node.question == kit.words("Rating out of {most}", most=len(node.levels))
    if is_told and node.chosen is not None and says_it_all:
        rating = replace(rating, before=look.question.before)
        yield kit.text(in_words(kit, node), rating, parent.add(f"H{level}"))
    else:
        yield kit.text(node.question, look.question, parent.add(f"H{level}"))
        if is_told:
            yield kit.text(in_words(kit, node), rating, parent.add("P"))
    if kit.options.preset in {"full", "blank"} or kit.form:
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
    if not node.levels:
        return
    look = kit.look
    levels = parent.add("L", attributes=_LIST)
    boxes = [_level(kit, node, level, levels) for level in node.levels]
    across = len(boxes) if len(boxes) <= _SIDE_BY_SIDE else 1
    shape = RowShape(
        (1.0,) * across, look.points(8), look.points(7), look.points(8), mirrored=kit.right_to_left
    )
    for start in range(0, len(boxes), across):
        last = start + across >= len(boxes)
        yield Row(shape, boxes[start : start + across], after=look.points(12 if last else 4))


def _level(kit: Kit, node: Scale, level: Level, parent: Element) -> CellBox:
    """Return the box of one level; the chosen one is named so, tinted and framed."""
    look, palette = kit.look, kit.look.palette
    chosen = level.value == node.chosen and not kit.form and not kit.blank
    body = parent.add("LI").add("LBody")
    inside = [
        _name(kit, node, level, body, chosen=chosen),
        *kit.paragraphs(level.meaning, look.level_chosen if chosen else look.level, body),
    ]
    if chosen:
        return CellBox(Stack(inside), palette.tint, palette.accent, 1.2)
    return CellBox(Stack(inside), None, palette.hairline)


def _name(kit: Kit, node: Scale, level: Level, body: Element, *, chosen: bool) -> Flowable:
    """Return a level's name, with a box to tick or a button where it is to be chosen yet."""
    look = kit.look
    name = f"{level.value}  {level.label}"
    element = body.add("P")
    if kit.form:
        style = replace(look.level_name, indent=look.points(_BUTTON_INDENT))
        button = _Button(kit.form, node, level, body)
        side = look.points(_BUTTON)
        return WithButton(kit.text(name, style, element), button.draw, side, look.points(1))
    if kit.blank:
        mark = Mark(_EMPTY_BOX, look.points(_BUTTON_INDENT), element)
        return kit.text(name, look.level_name, element, mark=mark)
    if chosen:
        name = kit.words("{level} (chosen)", level=name)
    return kit.text(name, look.level_name, element)


class _Button:
    """The button of one level in a form."""

    def __init__(self, form: Form, node: Scale, level: Level, parent: Element) -> None:
        self._form = form
        self._node = node
        self._level = level
        self._parent = parent

    def draw(self, canvas: TaggedCanvas, box: Box) -> None:
        """Draw the button's ring and put the field into it."""
        node, level = self._node, self._level
        self._form.ring(canvas, box)
        self._form.choice(
            canvas,
            self._parent,
            node.place,
            (node.question, f"{level.value} {level.label}"),
            box,
            value=level.value,
            chosen=node.chosen,
        )
