"""A table on screen: a card for each row."""

from PySide6.QtWidgets import QWidget

from ladder_desktop.blocks.table.model import Row, Table, TableAnswer, is_blank
from ladder_desktop.widgets.block_editor import BlockEditor
from ladder_desktop.widgets.boxes import Column
from ladder_desktop.widgets.labels import Guidance, Title
from ladder_desktop.widgets.reveal import reveal
from ladder_desktop.widgets.row_card import RowColumn, RowKind
from ladder_desktop.widgets.rows_editor import RowsEditor
from ladder_desktop.words import Words


class TableEditor(BlockEditor):
    """The editor of a table.

    Attributes:
        rows: its rows.
    """

    def __init__(self, block: Table, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        columns = tuple(
            RowColumn(column.id, column.title, column.placeholder, column.weight)
            for column in block.columns
        )
        kind = RowKind(block.title, block.row_name, columns)
        self.rows = RowsEditor(words, self.undo_stack, kind, self)
        heading = Column(gap=4)
        heading.addWidget(Title(block.title, self))
        if block.guidance:
            heading.addWidget(Guidance(block.guidance, self))
        self.column.addLayout(heading)
        self.column.addWidget(self.rows)
        self.rows.edited.connect(self.answered)
        self.rows.removed.connect(self.removed)

    def load(self, answer: TableAnswer) -> None:
        """Show the rows of an answer."""
        self.undo_stack.clear()
        self.rows.set_rows(
            [{name: str(value or "") for name, value in row.items()} for row in answer]
        )

    def answer(self) -> list[Row]:
        """Return the rows as they stand."""
        return [{**row} for row in self.rows.rows()]

    def show_item(self, _item: str) -> None:
        """Put the caret into the first row that is empty, or else into the last."""
        cards = self.rows.cards
        if not cards:
            reveal(self.rows.add)
            return
        blank = [card for card in cards if is_blank({**card.texts()})]
        reveal(next(iter((blank or cards[-1:])[0].cells.values())))


Editor = TableEditor
