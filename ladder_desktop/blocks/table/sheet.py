"""A table on paper: its filled rows under a header."""

from ladder_desktop.blocks.table.model import Table, TableAnswer
from ladder_desktop.document.nodes import Cell, Column, Grid, Node, Paragraph, Place
from ladder_desktop.words import Words


def sheet(block: Table, answer: TableAnswer, _words: Words) -> tuple[Node, ...]:
    """Return the table with all its rows; empty ones show where something is open."""
    columns = tuple(
        Column(column.id, column.title, weight=column.weight) for column in block.columns
    )
    rows = tuple(tuple(Cell(row[column.id]) for column in block.columns) for row in answer)
    grid = Grid(Place(block.id), block.title, columns, rows)
    return (Paragraph(block.guidance), grid) if block.guidance else (grid,)
