"""A table with a fixed set of columns and any number of rows."""

from collections.abc import Iterator
from typing import Annotated

import msgspec

from ladder_desktop.blocks.block import (
    EducatorLevel,
    Fields,
    Id,
    Line,
    Question,
    Text,
    convert,
    refuse_unknown,
)

Row = dict[str, str]
TableAnswer = tuple[Row, ...]


class Column(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A column.

    Attributes:
        title: stands over the column.
        placeholder: a hint inside an empty cell.
        weight: its share of the width.
    """

    id: Id
    title: Line
    placeholder: Text = ""
    weight: Annotated[float, msgspec.Meta(gt=0, le=20)] = 1.0


class Table(Fields, frozen=True, kw_only=True, tag_field="kind", tag="table"):
    """The definition of a table; its answer is a row after the other, a value for each column.

    Attributes:
        title: what the table is about.
        row_name: what one row is, for "Add a …".
        rows: how many empty rows a new workbook starts with.
        columns: from the start of the line to its end.
    """

    title: Line
    row_name: Line
    rows: Annotated[int, msgspec.Meta(ge=0, le=100)] = 3
    columns: Annotated[tuple[Column, ...], msgspec.Meta(min_length=1, max_length=20)]

    @property
    def kind(self) -> str:
        """Return the name of the kind."""
        return "table"

    def ids(self) -> Iterator[str]:
        """Yield the ids of the columns."""
        yield from (column.id for column in self.columns)

    def empty(self) -> TableAnswer:
        """Return the empty rows that a new workbook starts with."""
        return tuple(self.empty_row() for _ in range(self.rows))

    def empty_row(self) -> Row:
        """Return one row with nothing in it."""
        return {column.id: "" for column in self.columns}

    def read(self, plain: object) -> TableAnswer:
        """Check a plain answer and complete its rows in the order of the columns."""
        rows = convert(plain, TableAnswer, self.id)
        known = [column.id for column in self.columns]
        for row in rows:
            refuse_unknown(row, known, self.id)
        return tuple({column: row.get(column, "") for column in known} for row in rows)

    def questions(self, answer: TableAnswer, _level: EducatorLevel | None) -> Iterator[Question]:
        """Yield the table itself: it is answered when one of its rows is filled."""
        yield Question("", self.title, any(not is_blank(row) for row in answer))


def is_blank(row: Row) -> bool:
    """Tell whether nothing is written in a row."""
    return not any(value.strip() for value in row.values())


Block = Table
