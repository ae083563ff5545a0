"""A table on paper: its rows under a header, with totals below."""

from collections.abc import Sequence

from ladder_desktop.blocks import cells, columns
from ladder_desktop.blocks.table.model import Row, Subtotal, Table, TableAnswer
from ladder_desktop.document.nodes import Cell, Column, Grid, Node, Place
from ladder_desktop.words import Words

SUBTOTALS = "subtotals"
# what fits on a page of letter paper, and what usually stands in a cell
LETTERS_IN_A_LINE = 90
AROUND_A_CELL = 2.5
LETTERS: dict[cells.CellType, int] = {
    "text": 8,
    "long": 9,
    "integer": 4,
    "money": 9,
    "percent": 5,
    "date": 9,
    "choice": 5,
    "person": 8,
}


def sheet(block: Table, answer: TableAnswer, words: Words) -> tuple[Node, ...]:
    """Return the table with all its rows; empty ones show where something is open."""
    heads = _heads(block.columns)
    rows = tuple(
        tuple(_cell(block, column, row, words, given) for column in block.columns)
        for row, given in zip(answer, _given(block, len(answer)), strict=True)
    )
    totals = _totals(block, block.columns, answer, words)
    nodes: list[Node] = [Grid(Place(block.id), block.title, heads, rows, totals, block.guidance)]
    if groups := [group for group in block.broken_down(answer) if _has_figure(block, group.rows)]:
        nodes.append(_subtotals(block, groups, answer, words))
    return tuple(nodes)


def _given(block: Table, count: int) -> tuple[Row, ...]:
    """Return for each of so many rows what the template says in it."""
    given = block.start[:count]
    return (*given, *({},) * (count - len(given)))


def _heads(shown: tuple[columns.Column, ...], *, are_fixed: bool = False) -> tuple[Column, ...]:
    """Return the columns, each wide enough for its words and figures before it gets its share."""
    least = [_least(column) for column in shown]
    room = max(LETTERS_IN_A_LINE - sum(least), 0)
    weights = sum(column.weight for column in shown)
    return tuple(
        Column(
            column.id,
            column.title,
            "end" if column.type in cells.FIGURES else "start",
            width + room * column.weight / weights,
            is_fixed=column.is_computed or are_fixed,
            choices=tuple(choice.title for choice in column.choices),
        )
        for column, width in zip(shown, least, strict=True)
    )


def _least(column: columns.Column) -> float:
    """Return how many letters' room a column needs, so that no usual word or figure is parted."""
    said = " ".join((column.title, *(choice.title for choice in column.choices)))
    longest = max(len(word) for word in said.replace("/", " ").split())
    return max(longest, LETTERS[column.type]) + AROUND_A_CELL


def _cell(block: Table, column: columns.Column, row: Row, words: Words, given: Row) -> Cell:
    if column.is_computed:
        number = block.figure(column, row)
        value = None if number is None else cells.figure_value(column.cell, number)
    else:
        value = row[column.id]
    text = cells.shown(column.cell, value, words)
    plain = "" if value is None else str(value)
    is_given = column.id in given and given[column.id] == value
    return Cell(text, plain if plain != text else "", is_given)


def _totals(
    block: Table, shown: tuple[columns.Column, ...], rows: TableAnswer, words: Words
) -> tuple[Cell, ...]:
    """Return the last row, or nothing where no column has a total."""
    if not block.totalled:
        return ()
    found = [_total(block, column, rows, words) for column in shown]
    if not shown[0].total:
        found[0] = Cell(words("Total"), is_given=True)
    return tuple(found)


def _total(block: Table, column: columns.Column, rows: TableAnswer, words: Words) -> Cell:
    number = block.total(column, rows) if column.total else None
    return Cell("" if number is None else cells.shown_figure(column.cell, number, words))


def _has_figure(block: Table, rows: TableAnswer) -> bool:
    return any(block.total(column, rows) is not None for column in block.totalled)


def _subtotals(block: Table, groups: Sequence[Subtotal], answer: TableAnswer, words: Words) -> Grid:
    """Return the totals once more, for each choice."""
    by = next(column for column in block.columns if column.id == block.subtotals)
    shown = (by, *block.totalled)
    rows = tuple(
        (
            Cell(words("Not chosen yet") if group.choice is None else group.choice.title),
            *(_total(block, column, group.rows, words) for column in block.totalled),
        )
        for group in groups
    )
    return Grid(
        Place(block.id, SUBTOTALS),
        words("{title}: totals by {column}", title=block.title, column=by.title),
        _heads(shown, are_fixed=True),
        rows,
        _totals(block, shown, answer, words),
    )
