"""A table with a fixed set of typed columns and any number of rows."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Any

import msgspec

from ladder_desktop.blocks import cells
from ladder_desktop.blocks.block import (
    EducatorLevel,
    Fault,
    Fields,
    Id,
    Line,
    Question,
    convert,
    refuse_unknown,
)
from ladder_desktop.blocks.cells import Choice, Value
from ladder_desktop.blocks.columns import Column, faults_of_column
from ladder_desktop.blocks.reasons import Reason
from ladder_desktop.errors import N_, AnswerError

Row = dict[str, Value]
TableAnswer = tuple[Row, ...]
HUNDRED = Decimal(100)


class Subtotal(msgspec.Struct, frozen=True):
    """The rows of one choice; the choice is None for rows where nothing was chosen yet."""

    choice: Choice | None
    rows: tuple[Row, ...]


class Table(Fields, frozen=True, kw_only=True, tag_field="kind", tag="table"):
    """The definition of a table; its answer is a row after the other, a value for each column.

    Attributes:
        title: what the table is about.
        row_name: what one row is, for "Add a …".
        rows: how many rows a new workbook starts with, at least; those of `start` come first.
        start: what stands in the first rows from the beginning.
        subtotals: the choice column by which the totals are broken down.
        columns: from the start of the line to its end.
    """

    title: Line
    row_name: Line
    rows: Annotated[int, msgspec.Meta(ge=0, le=100)] = 3
    start: Annotated[tuple[Row, ...], msgspec.Meta(max_length=200)] = ()
    subtotals: Id | None = None
    columns: Annotated[tuple[Column, ...], msgspec.Meta(min_length=1, max_length=20)]

    @property
    def kind(self) -> str:
        """Return the name of the kind."""
        return "table"

    @property
    def stored(self) -> tuple[Column, ...]:
        """Return the columns that people fill in."""
        return tuple(column for column in self.columns if not column.is_computed)

    @property
    def totalled(self) -> tuple[Column, ...]:
        """Return the columns that are summed up."""
        return tuple(column for column in self.columns if column.total)

    def ids(self) -> Iterator[str]:
        """Yield the ids of the columns."""
        yield from (column.id for column in self.columns)

    def column(self, column_id: str) -> Column | None:
        """Return the column with this id."""
        return next((column for column in self.columns if column.id == column_id), None)

    def empty(self) -> TableAnswer:
        """Return the rows that a new workbook starts with."""
        first = tuple(self.empty_row() | row for row in self.start)
        return first + tuple(self.empty_row() for _ in range(self.rows - len(first)))

    def empty_row(self) -> Row:
        """Return one row with nothing in it."""
        return {column.id: cells.empty(column.cell) for column in self.stored}

    def read(self, plain: object) -> TableAnswer:
        """Check a plain answer and complete its rows in the order of the columns."""
        rows = convert(plain, tuple[dict[str, Any], ...], self.id)
        empty = self.empty_row()
        known = {column.id: column.cell for column in self.stored}
        for number, row in enumerate(rows, start=1):
            refuse_unknown(row, list(known), self.id)
            for name, value in row.items():
                if reason := cells.fault(known[name], value):
                    raise self._misfit(number, name, reason)
        return tuple(empty | row for row in rows)

    def questions(self, answer: TableAnswer, _level: EducatorLevel | None) -> Iterator[Question]:
        """Yield the table itself: it is answered when a person wrote into one of its rows."""
        given = [self.empty_row() | row for row in self.start]
        filled = any(not is_blank(row) and row not in given for row in answer)
        yield Question("", self.title, filled)

    def figure(self, column: Column, row: Row) -> Decimal | None:
        """Return the figure of a column in a row, computed where it has to be.

        A sum or difference takes missing figures for 0 unless all are missing; a product needs
        every one.
        """
        if not column.is_computed:
            return cells.figure(column.cell, row[column.id])
        parts = [self._operand(column, name, row) for name in column.operands]
        known = [part for part in parts if part is not None]
        if not known or (column.product and len(known) < len(parts)):
            return None
        if column.product:
            return _rounded(column, known[0] * known[1])
        if column.difference:
            return (parts[0] or Decimal(0)) - (parts[1] or Decimal(0))
        return sum(known, Decimal(0))

    def total(self, column: Column, rows: tuple[Row, ...]) -> Decimal | None:
        """Return the sum of a column, None where it holds no figure at all."""
        figures = [self.figure(column, row) for row in rows]
        known = [figure for figure in figures if figure is not None]
        return sum(known, Decimal(0)) if known else None

    def broken_down(self, rows: tuple[Row, ...]) -> tuple[Subtotal, ...]:
        """Return the rows of each choice of the subtotals' column, without empty groups."""
        column = self.column(self.subtotals) if self.subtotals else None
        if column is None:
            return ()
        filled = [row for row in rows if not is_blank(row)]
        groups = (
            Subtotal(choice, tuple(row for row in filled if row[column.id] == choice_id))
            for choice, choice_id in [*((each, each.id) for each in column.choices), (None, None)]
        )
        return tuple(group for group in groups if group.rows)

    def missing(self, row: Row) -> tuple[Column, ...]:
        """Return the required columns that are empty in a row that was begun."""
        if is_blank(row):
            return ()
        return tuple(
            column for column in self.stored if column.required and cells.is_blank(row[column.id])
        )

    def next_round(self, answer: TableAnswer) -> TableAnswer:
        """Return the rows that the next round begins with."""
        carried = tuple(self._carried(row) for row in answer if not is_blank(row))
        return tuple(row for row in carried if not is_blank(row)) or self.empty()

    def faults(self) -> Iterator[Fault]:
        """Yield what does not go together, such as subtotals by a column that is not there."""
        earlier: dict[str, Column] = {}
        for number, column in enumerate(self.columns):
            for key, reason in faults_of_column(column, earlier, self.columns):
                yield ("columns", number, key), reason
            earlier[column.id] = column
        by = self.column(self.subtotals) if self.subtotals else None
        if self.subtotals and (by is None or by.type != "choice"):
            message = N_("“{name}” has to be the id of a column of type “choice”.")
            yield ("subtotals",), Reason(message, name=self.subtotals)
        for number, row in enumerate(self.start):
            for name, reason in self._start_faults(row):
                yield ("start", number, name), reason

    def _carried(self, row: Row) -> Row:
        new = self.empty_row()
        for column in self.stored:
            if column.carries and not column.becomes:
                new[column.id] = row[column.id]
        for column in self.stored:
            if column.becomes and not cells.is_blank(row[column.id]):
                new[column.becomes] = row[column.id]
        return new

    def _operand(self, column: Column, name: str, row: Row) -> Decimal | None:
        operand = self.column(name)
        figure = None if operand is None else self.figure(operand, row)
        if figure is None or operand is None:
            return None
        return figure / HUNDRED if column.product and operand.type == "percent" else figure

    def _start_faults(self, row: Row) -> Iterator[tuple[str, Reason]]:
        known = {column.id: column.cell for column in self.stored}
        for name, value in row.items():
            if name not in known:
                message = N_("“{name}” is no column that can be filled. There are: {known}.")
                yield name, Reason(message, name=name, known=", ".join(known))
            elif reason := cells.fault(known[name], value):
                yield name, reason

    def _misfit(self, number: int, name: str, reason: Reason) -> AnswerError:
        column = self.column(name)
        message = N_("The answer to “{block}” does not fit in row {row}, “{column}”: {reason}")
        title = name if column is None else column.title
        return AnswerError(message, block=self.id, row=number, column=title, reason=reason)


def is_blank(row: Row) -> bool:
    """Tell whether nothing is written in a row."""
    return all(cells.is_blank(value) for value in row.values())


def _rounded(column: Column, number: Decimal) -> Decimal:
    """Return a computed figure as exact as the column's type shows it."""
    value = cells.figure_value(column.cell, number)
    return Decimal(0) if value is None else Decimal(value)


Block = Table
