"""A part of a document as lines of text, each under the words of what was asked."""

from collections.abc import Iterable, Iterator

from ladder_desktop.document.nodes import (
    Answer,
    Checks,
    Field,
    Grid,
    Heading,
    Links,
    Node,
    Scale,
)
from ladder_desktop.words import Words


def told(nodes: Iterable[Node], words: Words) -> Iterator[str]:
    """Yield what is written into nodes, line by line, without what was computed from it."""
    for node in nodes:
        match node:
            case Heading():
                yield node.text
            case Answer():
                yield _under(node.question, node.text)
            case Scale():
                yield from _rating(node, words)
            case Grid() if not node.place.item:
                yield from _rows(node)
            case Checks():
                for check in node.items:
                    yield from _item(check.text, check.fields, words("Ticked") * check.done)
            case Links():
                for link in node.items:
                    yield from _item(link.title, link.fields, words("Read") * link.read)


def _rating(scale: Scale, words: Words) -> Iterator[str]:
    most = max(level.value for level in scale.levels)
    for level in scale.levels:
        if level.value == scale.chosen:
            yield words(
                "Rating: {value} of {most} – {label}",
                value=level.value,
                most=most,
                label=level.label,
            )


def _rows(grid: Grid) -> Iterator[str]:
    """Yield a line for each cell, with a gap between rows of several."""
    gap = False
    for row in grid.rows:
        pairs = zip(grid.columns, row, strict=True)
        lines = [_under(column.title, cell.text) for column, cell in pairs if cell.text.strip()]
        if gap:
            yield ""
        yield from lines
        gap = len(lines) > 1


def _item(text: str, fields: tuple[Field, ...], mark: str) -> Iterator[str]:
    yield f"{mark}: {text}" if mark else text
    yield from (_under(field.label, field.text) for field in fields if field.text.strip())


def _under(label: str, text: str) -> str:
    """Return a text after its label; after a question, or of several lines, it begins anew."""
    return f"{label}\n{text}" if label.endswith("?") or "\n" in text else f"{label}: {text}"
