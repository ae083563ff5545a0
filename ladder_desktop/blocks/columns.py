"""The columns of tables: typed, some of them computed from others."""

from collections.abc import Iterator
from typing import Annotated, Literal

import msgspec

from ladder_desktop.blocks import cells
from ladder_desktop.blocks.block import Id, Line, Text
from ladder_desktop.blocks.cells import FIGURES, Cell, CellType, Choice
from ladder_desktop.blocks.reasons import Reason
from ladder_desktop.errors import N_


class Column(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A column.

    Attributes:
        title: stands over the column.
        placeholder: a hint inside an empty cell.
        weight: its share of the width.
        type: what may stand in its cells.
        choices: what can be chosen in it.
        currency: the sign before its amounts of money.
        total: sum it up under the table.
        required: a row that was begun should have it.
        suggest: which catalogue offers completions.
        sum: compute it as the sum of these columns, which stand before it; it is never stored.
        difference: compute it as the first of these columns less the second.
        product: compute it as these columns multiplied; a percent counts as a hundredth.
        carries: it goes along when the table is carried into the next round.
        becomes: in the next round its value stands in this column.
    """

    id: Id
    title: Line
    placeholder: Text = ""
    weight: Annotated[float, msgspec.Meta(gt=0, le=20)] = 1.0
    type: CellType = "text"
    choices: Annotated[tuple[Choice, ...], msgspec.Meta(max_length=100)] = ()
    currency: Annotated[str, msgspec.Meta(max_length=10)] = "$"
    total: bool = False
    required: bool = False
    suggest: Literal["roles"] | None = None
    sum: Annotated[tuple[Id, ...], msgspec.Meta(min_length=2, max_length=20)] = ()
    difference: Annotated[tuple[Id, ...], msgspec.Meta(min_length=2, max_length=2)] = ()
    product: Annotated[tuple[Id, ...], msgspec.Meta(min_length=2, max_length=2)] = ()
    carries: bool = True
    becomes: Id | None = None

    @property
    def cell(self) -> Cell:
        """Return what the column says about its cells."""
        return Cell(type=self.type, choices=self.choices, currency=self.currency)

    @property
    def operands(self) -> tuple[str, ...]:
        """Return the columns that it is computed from; none for what people fill in."""
        return self.sum or self.difference or self.product

    @property
    def is_computed(self) -> bool:
        """Tell whether its values follow from other columns."""
        return bool(self.operands)


def faults_of_column(
    column: Column, earlier: dict[str, Column], every: tuple[Column, ...]
) -> Iterator[tuple[str, Reason]]:
    """Yield what is wrong with a column among the others, with the field it is wrong in."""
    is_choice = column.type == "choice"
    if is_choice != bool(column.choices):
        message = N_("only a column of type “choice” has choices.")
        if is_choice:
            message = N_("a column of type “choice” needs “choices” to choose from.")
        yield "choices", Reason(message)
    if column.total and column.type not in FIGURES:
        yield "total", Reason(N_("only integers, money and percents have a total."))
    if column.suggest and column.type not in cells.TEXTS:
        yield "suggest", Reason(N_("only texts have suggestions."))
    if column.becomes and column.becomes not in [each.id for each in every]:
        message = N_("there is no column “{name}” that it could become.")
        yield "becomes", Reason(message, name=column.becomes)
    yield from _formula_faults(column, earlier)


def _formula_faults(column: Column, earlier: dict[str, Column]) -> Iterator[tuple[str, Reason]]:
    formulas = [key for key in ("sum", "difference", "product") if getattr(column, key)]
    if len(formulas) > 1:
        message = N_("a column is computed in one way only, but here are: {formulas}.")
        yield formulas[1], Reason(message, formulas=", ".join(formulas))
    if formulas and column.type not in FIGURES:
        message = N_("a computed column has the type “integer”, “money” or “percent”.")
        yield formulas[0], Reason(message)
    for name in column.operands:
        operand = earlier.get(name)
        if operand is None:
            message = N_("“{name}” is no column that stands before this one.")
            yield formulas[0], Reason(message, name=name)
        elif operand.type not in FIGURES or (not column.product and operand.type != column.type):
            message = N_("“{name}” has another type than this column.")
            yield formulas[0], Reason(message, name=name)
