"""Ratings: in words, to choose from a list, with what every level means."""

from collections.abc import Iterator

from ladder_desktop.document.clean import one_line
from ladder_desktop.document.nodes import Level, Scale
from ladder_desktop.export.docx import tables
from ladder_desktop.export.docx.kit import PLACEHOLDER, Kit, Letters
from ladder_desktop.export.docx.xml import Element, w

_SIDE_BY_SIDE = 4
_RATING = Letters(style="Rating")
_BOX = "☐"


def scale(kit: Kit, node: Scale) -> Iterator[Element]:
    """Yield a question, its rating in words, and the levels there are."""
    yield kit.printed("Question", node.question, kit.names.answer(node.place))
    if not kit.look.blank:
        yield _rating(kit, node)
    yield from _levels(kit, node)


def in_words(kit: Kit, node: Scale, level: Level) -> str:
    """Return a level as people say it, such as ``2 of 3 – Basic``."""
    most = max(each.value for each in node.levels)
    return kit.words(
        "{value} of {most} – {label}", value=level.value, most=most, label=one_line(level.label)
    )


def _rating(kit: Kit, node: Scale) -> Element:
    """Return the rating as a control with every level to choose from."""
    chosen = next((each for each in node.levels if each.value == node.chosen), None)
    said = in_words(kit, node, chosen) if chosen else kit.words("Not rated yet")
    entries = (
        w("listItem", displayText=in_words(kit, node, each), value=each.value)
        for each in node.levels
    )
    properties = kit.titled(node.question)
    if chosen is None:
        properties.append(w("showingPlcHdr"))
    content = w("sdtContent", *kit.runs(said, _RATING if chosen else PLACEHOLDER))
    control = w("sdt", w("sdtPr", *properties, w("dropDownList", *entries)), content)
    return kit.paragraph("Answer", (control,), said, w("keepNext"))


def _levels(kit: Kit, node: Scale) -> Iterator[Element]:
    """Yield what the levels mean; side by side where there are few."""
    box = f"{_BOX}  " if kit.look.blank else ""
    named = [(f"{box}{each.value}  {each.label}", each.meaning) for each in node.levels]
    values = [each.value for each in node.levels]
    if len(named) <= _SIDE_BY_SIDE:
        chosen = values.index(node.chosen) if node.chosen in values else None
        yield from tables.columns(kit, named, chosen)
        return
    for name, meaning in named:
        yield kit.printed("Level", f"{name} – {meaning}")
