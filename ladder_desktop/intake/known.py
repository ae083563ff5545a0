"""What this program prints at which bookmark, and what stands there in a workbook by now."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ladder_desktop.blocks.block import Block, plain
from ladder_desktop.blocks.table.sheet import SUBTOTALS
from ladder_desktop.document.nodes import (
    Answer,
    Checks,
    Detail,
    Document,
    Field,
    Grid,
    Links,
    Node,
    Place,
    Scale,
)
from ladder_desktop.export.docx.anchors import Anchor, key_of
from ladder_desktop.export.docx.ticks import joined
from ladder_desktop.intake.placing import added_places
from ladder_desktop.workbook.workbook import Workbook

DETAILS = "details"


@dataclass(frozen=True, slots=True)
class Known:
    """What one bookmark means.

    Attributes:
        place: where its value is kept.
        node: what prints it; None for what the workbook does not print yet: an entry that people
            added, or totals of choices that nobody has made in it.
    """

    place: Place
    node: Node | Field | Detail | None


class Register:
    """All bookmarks that a document made from a workbook may have."""

    def __init__(self, document: Document, workbook: Workbook) -> None:
        self._known: dict[tuple[str, str], list[Known]] = defaultdict(list)
        for detail in document.details:
            self._add("A", Place(DETAILS, detail.id), detail)
        for section in document.sections:
            for node in section.nodes:
                for what, place, source in _bookmarks(node):
                    self._add(what, place, source)
        for block in workbook.template.blocks():
            self._add_subtotals(block)
            self._add_entries(block.id, plain(workbook.answers[block.id]))

    def find(self, anchor: Anchor) -> Known | None:
        """Return what a bookmark means; nothing for one of another template."""
        found = self._known.get((anchor.what, anchor.key), [])
        return found[anchor.turn - 1] if anchor.turn <= len(found) else None

    def _add(self, what: str, place: Place, source: Node | Field | Detail | None) -> None:
        self._known[what, key_of(place)].append(Known(place, source))

    def _add_subtotals(self, block: Block) -> None:
        for column in getattr(block, "columns", ()):
            place = Place(block.id, SUBTOTALS, column=column.id)
            if ("C", key_of(place)) not in self._known:
                self._add("C", place, None)

    def _add_entries(self, block: str, answer: Any) -> None:
        for place in added_places(answer, block):
            for column in ("question", "notes"):
                full = Place(place.block, place.item, column=column)
                if ("A", key_of(full)) not in self._known:
                    self._add("A", full, None)


def _bookmarks(node: Node) -> Iterator[tuple[str, Place, Node | Field]]:
    """Yield the bookmarks of a node, as the export names them."""
    match node:
        case Answer():
            if node.is_added:
                yield "A", Place(node.place.block, node.place.item, column="question"), node
            yield "A", node.place, node
        case Scale():
            yield "A", node.place, node
        case Grid():
            for column in node.columns:
                yield "C", Place(node.place.block, node.place.item, column=column.id), node
        case Checks():
            for check in node.items:
                item = joined(node.place.item, check.item)
                yield from _ticked(node, node.place.block, item, node.column, check.fields)
        case Links():
            for link in node.items:
                item = joined(node.place.item, link.item)
                yield from _ticked(node, node.place.block, item, "read", link.fields)


def _ticked(
    node: Node, block: str, item: str, column: str, fields: tuple[Field, ...]
) -> Iterator[tuple[str, Place, Node | Field]]:
    yield "T", Place(block, item, column=column), node
    for field in fields:
        yield "A", Place(block, item, column=field.column), field
