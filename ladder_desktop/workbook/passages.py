"""What a person wrote into a workbook, passage by passage, for whoever looks for it."""

from collections.abc import Iterator

import msgspec

from ladder_desktop.document.nodes import Answer, Checks, Field, Grid, Heading, Links, Node
from ladder_desktop.document.pictures import described
from ladder_desktop.words import Words
from ladder_desktop.workbook.printing import NO_LONGER_ASKED, printed
from ladder_desktop.workbook.workbook import Workbook


class Passage(msgspec.Struct, frozen=True):
    """One text that somebody wrote.

    Attributes:
        section: the title of its section; blank for the details.
        block: the id of its block; blank where no block can be shown.
        question: what was asked.
        text: what was written.
    """

    section: str
    block: str
    question: str
    text: str


def passages(workbook: Workbook, words: Words) -> Iterator[Passage]:
    """Yield the details as one passage, then everything written, in the order of the workbook.

    What the template says is not among it, and nothing blank.
    """
    document = printed(workbook, words)
    details = " · ".join(detail.value for detail in document.details if detail.value.strip())
    yield Passage("", "", "", " · ".join(part for part in (details, document.title) if part))
    for section in document.sections:
        heading = ""
        for node in section.nodes:
            if isinstance(node, Heading) and node.level == 1:
                heading = node.text
            for block, question, text in _written(node, heading):
                if text.strip():
                    shown = "" if section.id == NO_LONGER_ASKED else block
                    yield Passage(section.title, shown, question, described(text))


def _written(node: Node, heading: str) -> Iterator[tuple[str, str, str]]:
    """Yield block, question and text of what was written into a node."""
    match node:
        case Answer(place=place, question=question, text=text, is_added=is_added):
            # the practice tells what “General notes” are about
            is_part = bool(place.item) and "/" not in place.item
            asked = " · ".join(part for part in (heading if is_part else "", question) if part)
            yield place.block, asked, f"{question}\n{text}" if is_added else text
        case Grid(place=place, caption=caption) if not place.item:
            yield from ((place.block, caption, text) for text in _rows(node))
        case Checks(place=place, items=checks):
            for check in checks:
                yield place.block, check.text, _remarks(check.fields)
        case Links(place=place, items=links):
            for link in links:
                yield place.block, link.title, _remarks(link.fields)


def _rows(grid: Grid) -> Iterator[str]:
    for row in grid.rows:
        pairs = zip(grid.columns, row, strict=True)
        written = (cell.text for column, cell in pairs if not (column.is_fixed or cell.is_given))
        yield " · ".join(text for text in written if text.strip())


def _remarks(fields: tuple[Field, ...]) -> str:
    return " · ".join(field.text for field in fields if field.text.strip())
