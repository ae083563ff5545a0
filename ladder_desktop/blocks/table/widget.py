"""A table on screen: a card for each row of texts, a grid for typed columns."""

from collections.abc import Callable, Sequence
from functools import cache, partial

from PySide6.QtWidgets import QWidget

from ladder_desktop.blocks.columns import Column as TableColumn
from ladder_desktop.blocks.table.model import Row, Table, TableAnswer, is_blank
from ladder_desktop.paths import ENGLISH, resources
from ladder_desktop.widgets.block_editor import BlockEditor
from ladder_desktop.widgets.boxes import Column, in_line
from ladder_desktop.widgets.grid.grid_editor import GridEditor
from ladder_desktop.widgets.labels import Guidance, Title
from ladder_desktop.widgets.reveal import reveal
from ladder_desktop.widgets.rows.row_card import RowColumn, RowKind
from ladder_desktop.widgets.rows.rows_editor import RowsEditor
from ladder_desktop.words import Words
from ladder_desktop.workbook.roles import read_roles

MOST_SIDE_BY_SIDE = 3


class TableEditor(BlockEditor):
    """The editor of a table.

    Attributes:
        rows: its rows, as cards where all columns are texts that fit beside each other.
    """

    def __init__(self, block: Table, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.rows: RowsEditor | GridEditor
        self._language = ENGLISH
        if has_cards(block):
            self.rows = RowsEditor(words, self.undo_stack, _row_kind(block, self.offered), self)
        else:
            self.rows = GridEditor(block, words, self.undo_stack, self.offered, self)
        self._heading = Column(gap=4)
        self._heading.addWidget(Title(block.title, self))
        if block.guidance:
            self._heading.addWidget(Guidance(block.guidance, self))
        self.column.addLayout(self._heading)
        self.column.addWidget(self.rows)
        self.rows.edited.connect(self.answered)
        self.rows.removed.connect(self.removed)

    def load(self, answer: TableAnswer) -> None:
        """Show the rows of an answer."""
        self.undo_stack.clear()
        if isinstance(self.rows, GridEditor):
            self.rows.set_rows(list(answer))
        else:
            self.rows.set_rows([_texts(row) for row in answer])

    def set_language(self, language: str) -> None:
        """Offer roles by their names in the workbook's language."""
        self._language = language

    def offered(self, column: TableColumn) -> Sequence[str]:
        """Return what a column suggests; typing something else is always fine."""
        return _roles(self._language) if column.suggest == "roles" else ()

    def answer(self) -> list[Row]:
        """Return the rows as they stand."""
        return [{**row} for row in self.rows.rows()]

    def show_item(self, _item: str) -> None:
        """Put the caret into the first row that is empty, or else into the last."""
        rows = self.answer()
        if not rows:
            reveal(self.rows.add)
            return
        blank = [number for number, row in enumerate(rows) if is_blank(row)]
        number = blank[0] if blank else len(rows) - 1
        if isinstance(self.rows, GridEditor):
            reveal(self.rows.view)
            self.rows.go_to(number)
        else:
            reveal(next(iter(self.rows.cards[number].cells.values())))

    def wanted_width(self) -> int:
        """Return the width at which all columns of a grid are in sight."""
        return self.rows.view.wanted_width() if isinstance(self.rows, GridEditor) else 0

    def set_beyond(self, beyond: int) -> None:
        """Leave so many px free behind the heading; a grid takes the whole width."""
        if isinstance(self.rows, GridEditor):
            self._heading.setContentsMargins(*in_line(self, 0, beyond))
        else:
            super().set_beyond(beyond)

    def set_read_only(self) -> None:
        """Let the rows be read and copied, and nothing be changed."""
        super().set_read_only()
        if isinstance(self.rows, GridEditor):
            self.rows.set_read_only()


def has_cards(block: Table) -> bool:
    """Tell whether the rows are shown as cards: plain texts, few enough to stand in a line."""
    types = {column.type for column in block.columns}
    return types <= {"text", "long"} and len(block.columns) <= MOST_SIDE_BY_SIDE


@cache  # the catalogue is part of the program and never changes while it runs
def _roles(language: str) -> tuple[str, ...]:
    return tuple(role.name for role in read_roles(resources(), language))


def _row_kind(block: Table, offered: Callable[[TableColumn], Sequence[str]]) -> RowKind:
    columns = tuple(
        RowColumn(
            column.id,
            column.title,
            column.placeholder,
            column.weight,
            offered=partial(offered, column),
        )
        for column in block.columns
    )
    return RowKind(block.title, block.row_name, columns)


def _texts(row: Row) -> dict[str, str]:
    return {name: str(value or "") for name, value in row.items()}


Editor = TableEditor
