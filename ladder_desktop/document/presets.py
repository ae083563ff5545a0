"""What of a document is printed: pure functions from document to document."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace

from ladder_desktop.document.nodes import (
    Answer,
    Cell,
    Chart,
    Checks,
    Document,
    Field,
    Grid,
    Heading,
    Links,
    Node,
    Paragraph,
    Scale,
    followed,
    is_article,
)
from ladder_desktop.document.pictures import described

# Rows to write in by hand, where a table has fewer.
_BLANK_ROWS = 5


def only_sections(document: Document, ids: Collection[str]) -> Document:
    """Return the document with these sections only, in its own order."""
    sections = (section for section in document.sections if section.id in ids)
    return replace(document, sections=tuple(sections))


def summed(document: Document) -> Document:
    """Return the document without totals of nothing: “Total” without any figure tells nobody."""
    return _each(document, lambda node: _summed(node) if isinstance(node, Grid) else node)


def answered(document: Document) -> Document:
    """Return the document without what is unanswered, and without headings left alone by that."""
    return _without_empty(_each(document, _answered))


def answers_only(document: Document) -> Document:
    """Return the questions with their answers: no guidance, nothing that is unanswered."""
    sections = (
        replace(section, nodes=tuple(_without_articles(section.nodes)))
        for section in document.sections
    )
    return answered(_each(replace(document, sections=tuple(sections)), _without_guidance))


def tightened(document: Document, most: int) -> Document:
    """Return the document with answers of at most about so many letters, and few rows.

    What was cut ends in an ellipsis, and so does a table of which rows were cut; of remarks only
    short ones stay.
    """
    return _each(document, lambda node: _tight(node, most))


def shortened(text: str, most: int) -> str:
    """Return a text of at most about `most` letters, cut at the end of a word.

    Of pictures the description stays.
    """
    text = described(text)
    if len(text) <= most:
        return text
    words = text[:most].rsplit(None, 1) or [""]
    return f"{words[0]} …"


def short_table(grid: Grid, rows: int, most: int) -> Grid:
    """Return a table of at most so many rows, with at most about `most` letters in a cell."""
    kept = [
        tuple(replace(cell, text=shortened(cell.text, most), plain="") for cell in row)
        for row in grid.rows[:rows]
    ]
    if len(grid.rows) > rows:
        kept.append((Cell("…"), *(Cell("") for _ in grid.columns[1:])))
    return replace(grid, rows=tuple(kept))


def blank(document: Document) -> Document:
    """Return the document as it was before anything was written, with room in its tables."""
    details = tuple(replace(detail, value="") for detail in document.details)
    return replace(_each(document, _blank), author="", details=details)


def _each(document: Document, change: Callable[[Node], Node | None]) -> Document:
    """Return the document with every node changed, those left out that become None."""
    sections = []
    for section in document.sections:
        changed = (change(node) for node in section.nodes)
        nodes = tuple(node for node in changed if node is not None)
        sections.append(replace(section, nodes=nodes))
    return replace(document, sections=tuple(sections))


def _tight(node: Node, most: int) -> Node:
    match node:
        case Answer():
            return replace(node, text=shortened(node.text, most))
        case Grid():
            return short_table(node, max(most // 40, 1), max(most // 3, 20))
        case Checks():
            items = tuple(
                replace(
                    each,
                    fields=tuple(
                        replace(field, text=shortened(field.text, min(most // 3, 36)))
                        for field in each.fields
                        if field.is_short
                    ),
                )
                for each in node.items
            )
            return replace(node, items=items)
        case Links():
            return replace(node, items=tuple(replace(each, fields=()) for each in node.items))
        case _:
            return node


def _without_articles(nodes: tuple[Node, ...]) -> Iterator[Node]:
    """Yield the nodes without what is only to be read, and without the headings over it."""
    for node, following in followed(nodes):
        if not is_article(node) and not (isinstance(node, Heading) and is_article(following)):
            yield node


def _without_guidance(node: Node) -> Node | None:
    match node:
        case Paragraph():
            return None
        case Answer() | Grid() | Checks() | Links():
            return replace(node, guidance="")
        case _:
            return node


def _answered(node: Node) -> Node | None:
    """Return what of a node is answered, or None."""
    match node:
        case Answer() if not node.text.strip():
            return None
        case Scale() if node.chosen is None:
            return None
        case Grid():
            return _answered_grid(node)
        case Checks():
            checks = tuple(each for each in node.items if each.done or _has_text(each.fields))
            return replace(node, items=checks) if checks else None
        case Links():
            links = tuple(each for each in node.items if each.read or _has_text(each.fields))
            return replace(node, items=links) if links else None
        case _:
            return node


def _answered_grid(grid: Grid) -> Grid | None:
    """Return the rows in which somebody wrote, all that have text where they make up a total."""
    grid = _summed(grid)
    written = tuple(row for row in grid.rows if any(_is_written(cell) for cell in row))
    if not written:
        return None
    full = tuple(row for row in grid.rows if any(cell.text.strip() for cell in row))
    return replace(grid, rows=full if grid.totals else written)


def _summed(grid: Grid) -> Grid:
    return grid if any(_is_written(cell) for cell in grid.totals) else replace(grid, totals=())


def _is_written(cell: Cell) -> bool:
    return bool(cell.text.strip()) and not cell.is_given


def _has_text(fields: Iterable[Field]) -> bool:
    return any(field.text.strip() for field in fields)


def _without_empty(document: Document) -> Document:
    """Return the document without headings, and sections, that have nothing under them."""
    sections = []
    for section in document.sections:
        nodes = _without_lone_headings(section.nodes)
        if any(not isinstance(node, Heading | Paragraph) for node in nodes):
            sections.append(replace(section, nodes=nodes))
    details = tuple(detail for detail in document.details if detail.value.strip())
    return replace(document, sections=tuple(sections), details=details)


def _without_lone_headings(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """Return the nodes without each heading that is followed by none of its own."""
    kept: list[Node] = []
    for node in reversed(nodes):
        if isinstance(node, Heading) and not _has_own(node, kept):
            continue
        kept.append(node)
    return tuple(reversed(kept))


def _has_own(heading: Heading, after: list[Node]) -> bool:
    """Tell whether what follows (nearest last) begins with something of the heading's."""
    if not after:
        return False
    nearest = after[-1]
    return not isinstance(nearest, Heading) or nearest.level > heading.level


def _blank(node: Node) -> Node | None:  # noqa: PLR0911 - one for each sort of node
    match node:
        case Answer():
            return None if node.is_added else replace(node, text="")
        case Scale():
            return replace(node, chosen=None)
        case Grid():
            return _blank_grid(node)
        case Checks():
            checks = tuple(
                replace(each, done=False, fields=_blank_fields(each.fields)) for each in node.items
            )
            return replace(node, items=checks)
        case Links():
            links = tuple(
                replace(each, read=False, fields=_blank_fields(each.fields)) for each in node.items
            )
            return replace(node, items=links)
        case Chart():
            return None
        case _:
            return node


def _blank_grid(grid: Grid) -> Grid | None:
    """Return a table with what the template says in it, and rows to write in if it had any."""
    if all(column.is_fixed for column in grid.columns):
        return None
    grid = replace(grid, guidance=_choices_told(grid))
    given = [
        tuple(cell if cell.is_given else Cell("") for cell in row)
        for row in grid.rows
        if any(cell.is_given and cell.text for cell in row)
    ]
    said = tuple(
        Cell(cell.text if cell.is_given else "", is_given=cell.is_given) for cell in grid.totals
    )
    totals = said if any(cell.is_given for cell in said) else ()
    # rows that are asked about one by one, as in a survey, are all there are
    count = 0 if grid.columns[0].is_fixed else max(len(grid.rows), _BLANK_ROWS) - len(given)
    empty = tuple(Cell("") for _ in grid.columns)
    return replace(grid, rows=(*given, *(empty,) * count), totals=totals)


def _choices_told(grid: Grid) -> str:
    """Return the guidance with what can be chosen, which no list on the paper opens to show."""
    told = [
        f"{column.title}: {' · '.join(column.choices)}"
        for column in grid.columns
        if column.choices and not column.is_fixed
    ]
    return "\n".join(line for line in (grid.guidance, *told) if line)


def _blank_fields(fields: tuple[Field, ...]) -> tuple[Field, ...]:
    return tuple(replace(field, text="") for field in fields)
