"""The rows of a table with typed columns, as Qt's views ask for them."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any, Protocol

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QPalette

from ladder_desktop.blocks import cells
from ladder_desktop.blocks.cells import FIGURES, CellError, Choice, Value
from ladder_desktop.blocks.columns import Column
from ladder_desktop.document.pictures import MARKER
from ladder_desktop.words import Words

Row = dict[str, Value]
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
PICTURE = "\ufffc"  # stands for an object in a text
ICON = PICTURE + "\u00a0" * 5  # which leave room for it, and no line ends there


class Group(Protocol):
    """The rows of one choice; the choice is None where nothing was chosen yet."""

    @property
    def choice(self) -> Choice | None:
        """Return the choice."""
        ...

    @property
    def rows(self) -> tuple[Row, ...]:
        """Return its rows."""
        ...


class Rules(Protocol):
    """What a table knows about its rows."""

    @property
    def title(self) -> str:
        """Return what the table is about."""
        ...

    @property
    def row_name(self) -> str:
        """Return what one row is."""
        ...

    @property
    def columns(self) -> tuple[Column, ...]:
        """Return the columns."""
        ...

    @property
    def subtotals(self) -> str | None:
        """Return the choice column by which the totals are broken down."""
        ...

    @property
    def totalled(self) -> tuple[Column, ...]:
        """Return the columns that are summed up."""
        ...

    def empty_row(self) -> Row:
        """Return a row with nothing in it."""
        ...

    def figure(self, column: Column, row: Row) -> Decimal | None:
        """Return the figure of a column in a row."""
        ...

    def total(self, column: Column, rows: tuple[Row, ...]) -> Decimal | None:
        """Return the sum of a column."""
        ...

    def broken_down(self, rows: tuple[Row, ...]) -> tuple[Group, ...]:
        """Return the rows by the choices of the subtotals' column."""
        ...

    def missing(self, row: Row) -> tuple[Column, ...]:
        """Return the required columns that a begun row lacks."""
        ...


class GridModel(QAbstractTableModel):
    """The rows of a table; every change by a person is offered before it is made.

    Rows are never changed in place: a changed row is another one, so that earlier lists of rows
    stay what they were.

    Attributes:
        rules: what the table knows about its rows.
        is_read_only: nothing can be written into the cells.

    Signals:
        wanted: a person wants these rows instead of the present ones.
        refused: what was typed does not fit; says what to write instead.
    """

    wanted = Signal(object)  # a list; Qt's own kind of list would copy every row
    refused = Signal(str)

    def __init__(self, rules: Rules, words: Words, palette: Callable[[], QPalette]) -> None:
        super().__init__()
        self.rules = rules
        self.is_read_only = False
        self._words = words
        self._palette = palette
        self._rows: list[Row] = []

    @property
    def language(self) -> str:
        """Return the language in which values are shown."""
        return self._words.language

    def rows(self) -> list[Row]:
        """Return the rows as they stand."""
        return list(self._rows)

    def set_rows(self, rows: list[Row]) -> None:
        """Show other rows; where only cells differ, the view keeps its place."""
        before, self._rows = self._rows, list(rows)
        if len(before) != len(rows):
            self.beginResetModel()
            self.endResetModel()
            return
        pairs = enumerate(zip(before, rows, strict=True))
        if changed := [number for number, (old, new) in pairs if old is not new]:
            first, last = self.index(changed[0], 0), self.index(changed[-1], 0)
            self.dataChanged.emit(first, last.siblingAtColumn(len(self.rules.columns) - 1))

    def column(self, index: Index) -> Column:
        """Return the column of a cell."""
        return self.rules.columns[index.column()]

    def value(self, index: Index) -> Value:
        """Return the plain value of a cell, computed where it has to be."""
        column, row = self.column(index), self._rows[index.row()]
        if not column.is_computed:
            return row[column.id]
        number = self.rules.figure(column, row)
        return None if number is None else cells.figure_value(column.cell, number)

    def shown(self, index: Index) -> str:
        """Return a cell's text as people read it."""
        return cells.shown(self.column(index).cell, self.value(index), self._words)

    def painted(self, index: Index) -> str:
        """Return a cell's text with a place for an icon before what each picture shows."""
        text = self.shown(index)
        if "](picture:" not in text:
            return text
        nameless = self._words("Picture without a description")
        return MARKER.sub(lambda one: f"{ICON}{one['said'] or nameless}", text)

    def in_words(self, index: Index) -> str:
        """Return a cell's text with what its pictures show in the place of each."""
        text = self.shown(index)
        if "](picture:" not in text:
            return text
        return MARKER.sub(
            lambda one: self._words("[Picture: {description}]", description=one["said"]), text
        )

    def typed(self, text: str, index: Index) -> Value:
        """Return the value of a text typed into a cell.

        Raises:
            CellError: it does not fit.
        """
        return cells.parse(self.column(index).cell, text, self._words)

    def rowCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.rules.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let people write into everything that is not computed."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_fixed = self.is_read_only or not index.isValid() or self.column(index).is_computed
        return flags if is_fixed else flags | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a view asks about a cell."""
        answers: dict[int, Callable[[Index], Any]] = {
            Qt.ItemDataRole.DisplayRole: lambda at: self.in_words(at) or self._hint(at),
            Qt.ItemDataRole.EditRole: self.shown,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            Qt.ItemDataRole.TextAlignmentRole: self._alignment,
            Qt.ItemDataRole.ForegroundRole: self._foreground,
        }
        answer = answers.get(role)
        return answer(index) if answer and index.isValid() else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802 - Qt's name
        """Offer the text that a person typed as the cell's new value."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        try:
            new = self.typed(str(value), index)
        except CellError as error:
            said = self._words(
                "“{text}” was not taken over: {reason}",
                text=value,
                reason=error.worded(self._words),
            )
            self.refused.emit(said)
            return False
        if new != self.value(index):
            row = self._rows[index.row()] | {self.column(index).id: new}
            rows = self.rows()
            rows[index.row()] = row
            self.wanted.emit(rows)
        return True

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the title of a column, or the number of a row."""
        if role == Qt.ItemDataRole.DisplayRole:
            is_title = orientation == Qt.Orientation.Horizontal
            return self.rules.columns[section].title if is_title else str(section + 1)
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation == Qt.Orientation.Horizontal:
            is_figure = self.rules.columns[section].type in FIGURES
            side = Qt.AlignmentFlag.AlignTrailing if is_figure else Qt.AlignmentFlag.AlignLeading
            return int(side | Qt.AlignmentFlag.AlignBottom) | Qt.TextFlag.TextWordWrap.value
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Offer the rows in the order of a column; empty cells come last in both directions."""
        keys = [(self._key(number, column), row) for number, row in enumerate(self._rows)]
        filled = [(key, row) for key, row in keys if key is not None]
        filled.sort(key=lambda pair: pair[0], reverse=order == Qt.SortOrder.DescendingOrder)
        rows = [row for _, row in filled] + [row for key, row in keys if key is None]
        if any(new is not old for new, old in zip(rows, self._rows, strict=True)):
            self.wanted.emit(rows)

    def is_missing(self, index: Index) -> bool:
        """Tell whether a required cell is empty in a row that was begun."""
        return self.column(index) in self.rules.missing(self._rows[index.row()])

    def _key(self, row: int, column: int) -> Any:
        """Return what a cell is sorted by, None for an empty one."""
        index = self.index(row, column)
        value, cell = self.value(index), self.column(index).cell
        if cells.is_blank(value):
            return None
        if cell.type == "choice":
            return [choice.id for choice in cell.choices].index(str(value))
        figure = cells.figure(cell, value)
        return str(value).casefold() if figure is None else figure

    def _hint(self, index: Index) -> str:
        if self.is_missing(index):
            return self._words("Still needed")
        return self.column(index).placeholder

    def _spoken(self, index: Index) -> str:
        """Return what is read out: the question, the column, the row and what stands there."""
        text = self.in_words(index) or self._hint(index) or self._words("empty")
        return self._words(
            "{title}: {column}, {name} {number}: {text}",
            title=self.rules.title,
            column=self.column(index).title,
            name=self.rules.row_name,
            number=index.row() + 1,
            text=text,
        )

    def _alignment(self, index: Index) -> int:
        is_figure = self.column(index).type in FIGURES
        side = Qt.AlignmentFlag.AlignTrailing if is_figure else Qt.AlignmentFlag.AlignLeading
        return int(side | Qt.AlignmentFlag.AlignTop)

    def _foreground(self, index: Index) -> Any:
        if not cells.is_blank(self.value(index)):
            return None
        role = QPalette.ColorRole.PlaceholderText
        if self.is_missing(index):
            role = QPalette.ColorRole.BrightText  # holds the colour of warnings
        return self._palette().color(role)
