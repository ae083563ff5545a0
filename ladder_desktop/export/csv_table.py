"""Writes all values of a workbook as one long CSV table, for spreadsheets and scripts."""

import csv
import io
import re
from collections.abc import Iterator

from ladder_desktop.document.nodes import (
    Answer,
    Checks,
    Document,
    Field,
    Grid,
    Links,
    Node,
    Place,
    Scale,
)
from ladder_desktop.document.pictures import described
from ladder_desktop.export.options import Job
from ladder_desktop.export.target import write_text

HEADER = ("section", "block", "item", "row", "column", "value")
BYTE_ORDER_MARK = "\ufeff"  # Excel reads UTF-8 only with it
RISKY = ("=", "+", "-", "@", "\t", "\r")
NUMBER = re.compile(r"[+-]?\d[\d.,]*%?")

Value = tuple[Place, str]


def write(job: Job) -> None:
    """Write every place of the chosen sections with its value."""
    write_text(job.target, BYTE_ORDER_MARK + _table(job))


def _table(job: Job) -> str:
    text = io.StringIO(newline="")
    rows = csv.writer(text)
    rows.writerow(HEADER)
    for section, (place, value) in _values(job.document):
        if value.strip() or not job.options.without_unanswered:
            row = place.row or ""
            shown = _safe(described(value))
            rows.writerow((section, place.block, place.item, row, place.column, shown))
    return text.getvalue()


def _safe(value: str) -> str:
    """Return the value so that no spreadsheet takes it for a formula (CWE-1236)."""
    value = value.replace("\0", "")
    risky = value.startswith(RISKY) and not NUMBER.fullmatch(value)
    return f"'{value}" if risky else value


def _values(document: Document) -> Iterator[tuple[str, Value]]:
    for detail in document.details:
        yield "", (Place("details", detail.id), detail.value)
    for section in document.sections:
        for node in section.nodes:
            for value in _of_node(node):
                yield section.id, value


def _of_node(node: Node) -> Iterator[Value]:
    match node:
        case Answer():
            yield from _of_answer(node)
        case Scale():
            yield node.place, str(node.chosen or "")
        case Grid():
            yield from _of_grid(node)
        case Checks():
            for check in node.items:
                place = Place(node.place.block, _join(node.place.item, check.item))
                yield from _of_item(place, node.column, check.done, check.fields)
        case Links():
            for link in node.items:
                place = Place(node.place.block, _join(node.place.item, link.item))
                yield from _of_item(place, "read", link.read, link.fields)


def _of_answer(answer: Answer) -> Iterator[Value]:
    if answer.is_added:
        yield Place(answer.place.block, answer.place.item, column="question"), answer.question
    yield answer.place, answer.text


def _of_grid(grid: Grid) -> Iterator[Value]:
    """Yield the cells; a table of nothing but sums says nothing that does not stand elsewhere."""
    if all(column.is_fixed for column in grid.columns):
        return
    for number, row in enumerate(grid.rows, start=1):
        for column, cell in zip(grid.columns, row, strict=True):
            place = Place(grid.place.block, grid.place.item, number, column.id)
            yield place, cell.plain or cell.text


def _of_item(place: Place, column: str, ticked: bool, fields: tuple[Field, ...]) -> Iterator[Value]:  # noqa: FBT001 - a value of the table
    yield Place(place.block, place.item, column=column), "yes" if ticked else "no"
    for field in fields:
        yield Place(place.block, place.item, column=field.column), field.plain or field.text


def _join(first: str, second: str) -> str:
    return "/".join(part for part in (first, second) if part)
