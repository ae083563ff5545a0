"""What an answer says, as a list of short facts, and how two of them differ.

The facts come from the sheets that print an answer, so no kind needs a word about this.
"""

from collections.abc import Iterator
from typing import Any

import msgspec

from ladder_desktop.blocks.block import Block
from ladder_desktop.blocks.sheets import sheet
from ladder_desktop.document.nodes import (
    Answer,
    Check,
    Checks,
    Field,
    Grid,
    Heading,
    Link,
    Links,
    Node,
    Place,
    Scale,
)
from ladder_desktop.words import Words
from ladder_desktop.workbook.comparing import Run, compare_texts


class Fact(msgspec.Struct, frozen=True):
    """One thing that an answer says.

    Attributes:
        key: the same for the same thing in another version of the answer.
        label: what it is about.
        text: what is said; blank for nothing.
    """

    key: str
    label: str
    text: str


class Difference(msgspec.Struct, frozen=True):
    """One thing that two versions of an answer say differently, with what to mark."""

    label: str
    runs: tuple[Run, ...]


def facts(block: Block, answer: Any, words: Words) -> list[Fact]:
    """Return what a typed answer says, in the order of paper; what is empty is left out."""
    found: list[Fact] = []
    heading = ""
    for node in sheet(block.kind).sheet(block, answer, words):
        if isinstance(node, Heading) and node.level == 1:
            heading = node.text
        found += [fact for fact in _facts(node, heading, words) if fact.text.strip()]
    return found


def differences(
    block: Block, old: Any, new: Any, words: Words, *, both: bool = False
) -> list[Difference]:
    """Return what differs between two typed answers to a block; with `both` also what does not."""
    before = {fact.key: fact for fact in facts(block, old, words)}
    after = {fact.key: fact for fact in facts(block, new, words)}
    found = []
    for key in [*after, *(key for key in before if key not in after)]:
        first, second = before.get(key), after.get(key)
        label = (second or first or Fact("", "", "")).label
        texts = first.text if first else "", second.text if second else ""
        if both or texts[0] != texts[1]:
            found.append(Difference(label, tuple(compare_texts(*texts))))
    return found


def _facts(node: Node, heading: str, words: Words) -> Iterator[Fact]:
    match node:
        case Answer():
            yield Fact(_key(node.place), _under(heading, node.question), node.text)
        case Scale():
            level = next((one for one in node.levels if one.value == node.chosen), None)
            rated = f"{level.value} – {level.label}" if level else ""
            yield Fact(_key(node.place), _under(heading, node.question), rated)
        case Grid():
            rows = (" | ".join(cell.text for cell in row) for row in node.rows)
            text = "\n".join(row for row in rows if row.strip(" |"))
            yield Fact(_key(node.place), node.caption or heading, text)
        case Checks():
            for check in node.items:
                yield from _ticked(node.place, check, check.done, words)
        case Links():
            for link in node.items:
                yield from _ticked(node.place, link, link.read, words)


def _ticked(place: Place, one: Check | Link, is_ticked: bool, words: Words) -> Iterator[Fact]:  # noqa: FBT001 - a plain fact
    label = one.text if isinstance(one, Check) else one.title
    key = f"{_key(place)}/{one.item}"
    yield Fact(key, label, words("Ticked") if is_ticked else "")
    for field in one.fields:
        yield _field(key, label, field)


def _field(key: str, label: str, field: Field) -> Fact:
    return Fact(f"{key}/{field.column}", f"{label}: {field.label}", field.text)


def _under(heading: str, question: str) -> str:
    return f"{heading}: {question}" if heading and heading != question else question


def _key(place: Place) -> str:
    return f"{place.block}/{place.item}/{place.row}/{place.column}"
