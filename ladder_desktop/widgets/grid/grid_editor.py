"""A table with typed columns: cells, totals, and everything that can be done to its rows."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QWidget

from ladder_desktop.blocks import cells
from ladder_desktop.blocks.cells import CellError
from ladder_desktop.blocks.columns import Column as TableColumn
from ladder_desktop.errors import N_
from ladder_desktop.widgets.announce import announce
from ladder_desktop.widgets.beneath import beneath
from ladder_desktop.widgets.boxes import Column
from ladder_desktop.widgets.buttons import LongButton
from ladder_desktop.widgets.grid.cell_delegate import CellDelegate
from ladder_desktop.widgets.grid.cell_editors import CellNote
from ladder_desktop.widgets.grid.grid_menu import grid_menu, order_menu
from ladder_desktop.widgets.grid.grid_model import GridModel, Row, Rules
from ladder_desktop.widgets.grid.grid_view import GridView
from ladder_desktop.widgets.grid.totals_bar import Subtotals, TotalsBar
from ladder_desktop.widgets.labels import Trouble
from ladder_desktop.widgets.note.commands import change
from ladder_desktop.widgets.reveal import keep_visible
from ladder_desktop.widgets.rows.rows_editor import add_label
from ladder_desktop.widgets.wrapping import WrappingLine
from ladder_desktop.words import Words

MOST_SHOWN = 60
COUNTING_MS = 150
Suggest = Callable[[TableColumn], Sequence[str]]


class GridEditor(QWidget):
    """The rows of one table.

    Attributes:
        model: the rows.
        view: the cells.
        add: the button that adds a row.
        delete: the button that deletes the chosen rows.
        order: the button that sorts cards, over which no titles stand.
        trouble: what could not be taken over, and what to write instead.

    Signals:
        edited: a person changed something, or is typing it.
        removed: rows were deleted, and can come back; says which.
    """

    edited = Signal()
    removed = Signal(str)

    def __init__(
        self,
        rules: Rules,
        words: Words,
        undo_stack: QUndoStack,
        suggest: Suggest,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._rules = rules
        self._words = words
        self._undo_stack = undo_stack
        self._suggest = suggest
        self.model = GridModel(rules, words, self.palette)
        self.view = GridView(self.model, self)
        self.delegate = CellDelegate(self.model, words, self._completions, self.view)
        self.totals = TotalsBar(self.view, rules, words, self)
        self.subtotals = Subtotals(rules, words, self)
        self.trouble = Trouble("", self)
        self.add = LongButton(add_label(words, rules.row_name), self)
        self.delete = LongButton(words("Delete row"), self)
        self.order = LongButton(words("Sort…"), self)
        # sums of thousands of rows follow the keys, they do not hold them up
        self._counting = QTimer(self, singleShot=True, interval=COUNTING_MS)
        # what is written may have made its row higher, which comes first
        self._following = QTimer(self, singleShot=True, interval=0)
        self._sorted: tuple[int, Qt.SortOrder] | None = None
        self._build()
        self._listen()

    def rows(self) -> list[Row]:
        """Return the rows as they stand, with what is being typed where it fits."""
        rows = self.model.rows()
        if pending := self.delegate.pending():
            row, column, value = pending
            rows[row] = rows[row] | {column: value}
        return [dict(row) for row in rows]

    def set_rows(self, rows: list[Row]) -> None:
        """Show other rows, without a signal; the undo stack has to be cleared before."""
        self.model.set_rows(rows)
        self._sum_up()
        self._say("")

    def set_read_only(self) -> None:
        """Let the rows be read and copied, and nothing be changed."""
        self.model.is_read_only = True
        self.add.setEnabled(False)
        self.delete.setEnabled(False)
        self.order.setEnabled(False)

    def add_row(self) -> None:
        """Add an empty row at the end and go to it."""
        rows = self.model.rows()
        self._change([*rows, self._rules.empty_row()])
        self.go_to(len(rows))

    def insert_row(self) -> None:
        """Add an empty row above the current one."""
        rows, here = self.model.rows(), max(self.view.currentIndex().row(), 0)
        self._change([*rows[:here], self._rules.empty_row(), *rows[here:]])
        self.go_to(here)

    def delete_rows(self) -> None:
        """Delete the rows in which something is chosen; undoing brings them back."""
        chosen = self.view.chosen_rows()
        if not chosen:
            return
        rows = self.model.rows()
        self._change([row for number, row in enumerate(rows) if number not in set(chosen)])
        if left := self.model.rowCount():
            self.go_to(min(chosen[0], left - 1))
        name = self._rules.row_name[:1].upper() + self._rules.row_name[1:]
        message = self._words("{name} {number} deleted", name=name, number=chosen[0] + 1)
        if len(chosen) > 1:
            message = self._words.plural(
                "{number} row deleted", "{number} rows deleted", len(chosen)
            )
        self.removed.emit(message)

    def move_row(self, step: int) -> None:
        """Move the current row up or down by so many places; it stays the current one."""
        here, column = self.view.currentIndex().row(), self.view.currentIndex().column()
        there, rows = here + step, self.model.rows()
        if here < 0 or not 0 <= there < len(rows):
            return
        rows.insert(there, rows.pop(here))
        self._change(rows)
        self.go_to(there, column)
        name = self._rules.row_name
        announce(self, self._words("{name} moved to place {number}", name=name, number=there + 1))

    def clear_cells(self) -> None:
        """Empty the chosen cells."""
        rows = self.model.rows()
        for index in self.view.selectedIndexes():
            column = self.model.column(index)
            if not column.is_computed:
                rows[index.row()] = rows[index.row()] | {column.id: cells.empty(column.cell)}
        self._change(rows)

    def paste(self, texts: list[list[str]]) -> None:
        """Put texts into cells from the current one on, all of them or none.

        A first line that repeats the titles is left out; rows are added where there are too few.
        """
        here = self.view.currentIndex()
        top, left = max(here.row(), 0), max(here.column(), 0)
        columns = list(self._rules.columns[left:])
        if texts and self._is_titles(texts[0], columns):
            texts = texts[1:]
        rows = self.model.rows()
        rows += [self._rules.empty_row() for _ in range(top + len(texts) - len(rows))]
        for number, line in enumerate(texts):
            try:
                rows[top + number] = rows[top + number] | self._read(line, columns, number)
            except CellError as error:
                self._say(error.worded(self._words))
                return
        self._change(rows)
        width = max((len(line) for line in texts), default=1)
        self.view.choose(QRect(left, top, min(width, len(columns)), len(texts)))

    def take(self, source: QMimeData, index: QModelIndex) -> None:
        """Put a picture, or the text of a file, into the long text where it was dropped."""
        note = self._open_note(index)
        if note and note.pictures().takes(source):
            note.pictures().take(source)
            return
        long = [column.title for column in self._rules.columns if column.type == "long"]
        message = self._words("Pictures go into a note, not into this table.")
        if long:
            message = self._words(
                "Pictures and files go into “{column}”. Drop or paste it there.", column=long[0]
            )
        self._say(message)

    def takes_picture(self) -> bool:
        """Tell whether a picture can go into the current cell."""
        here = self.view.currentIndex()
        is_long = here.isValid() and self.model.column(here).type == "long"
        return is_long and not self.model.is_read_only

    def add_picture(self) -> None:
        """Have the person choose a picture for the current cell, a long text."""
        if note := self._open_note(self.view.currentIndex()):
            note.add_picture()

    def sort(self, column: int) -> None:
        """Sort the rows by a column; by the same once more, the other way round."""
        order = Qt.SortOrder.AscendingOrder
        if self._sorted == (column, order):
            order = Qt.SortOrder.DescendingOrder
        self._sorted = column, order
        self.model.sort(column, order)
        announce(self, self._words("Sorted by {column}", column=self._rules.columns[column].title))

    def go_to(self, row: int, column: int = 0) -> None:
        """Put the focus into a cell and bring it into view."""
        self.view.setFocus()
        self.view.go_to(row, column)
        keep_visible(self.view.viewport(), self.view.visualRect(self.view.currentIndex()))

    def _build(self) -> None:
        column = Column(self, gap=8)
        column.addWidget(self.view)
        column.addWidget(self.totals)
        self.totals.hide()
        column.addWidget(self.trouble)
        self.trouble.hide()
        column.addLayout(self._build_foot())
        column.addWidget(self.subtotals)
        self.view.setItemDelegate(self.delegate)
        self.setFocusProxy(self.view)

    def _build_foot(self) -> WrappingLine:
        foot = WrappingLine(gap=12, at_start=True)
        for button in (self.add, self.delete, self.order):
            button.setAccessibleName(f"{self._rules.title}: {button.text()}")
            foot.addWidget(button)
        self.order.setVisible(self.view.is_carded)
        return foot

    def _listen(self) -> None:
        self._counting.timeout.connect(self._sum_up)
        self.model.wanted.connect(self._change)
        self.model.refused.connect(self._say)
        self.delegate.typing.connect(self._on_typing)
        self.delegate.ended.connect(self._on_ended)
        self.delegate.grown.connect(self.view.fit_row)
        self.delegate.grown.connect(lambda _row: self._following.start())
        self.delegate.reached.connect(self._following.start)
        self._following.timeout.connect(self._follow_caret)
        self.add.clicked.connect(self.add_row)
        self.delete.clicked.connect(self.delete_rows)
        self.order.clicked.connect(self._offer_orders)
        self.view.carded.connect(lambda: self.order.setVisible(self.view.is_carded))
        self.view.pasted.connect(self.paste)
        self.view.cleared.connect(self.clear_cells)
        self.view.row_moved.connect(self.move_row)
        self.view.numbers.dropped.connect(self._on_dropped)
        self.view.unwanted.connect(self.delete_rows)
        self.view.given.connect(self.take)
        self.view.menu_wanted.connect(self._open_menu)
        self.view.horizontalHeader().sectionClicked.connect(self.sort)

    def _open_note(self, index: QModelIndex) -> CellNote | None:
        """Open a cell for a long text; None where another one is meant."""
        if not index.isValid():
            return None
        self.go_to(index.row(), index.column())
        if not self.takes_picture():
            return None
        if self.delegate.note() is None:
            self.view.edit(self.view.currentIndex())
        return self.delegate.note()

    def _on_dropped(self, row: int, there: int) -> None:
        """Have a card that was carried elsewhere stay there."""
        if not self.model.is_read_only:
            self.go_to(row, max(self.view.currentIndex().column(), 0))
            self.move_row(there - row)

    def _open_menu(self, place: QPoint) -> None:
        menu = grid_menu(self, self._undo_stack, self._words)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _offer_orders(self) -> None:
        """Offer the columns by which the cards can be sorted."""
        menu = order_menu(self.order, self._rules.columns, self.sort)
        menu.popup(beneath(self.order, menu.sizeHint()))

    def _change(self, rows: list[Row]) -> None:
        """Make other rows the present ones, as one step that can be undone."""
        if self.model.is_read_only:
            return
        self._undo_stack.push(change(self._show, self.model.rows(), rows))

    def _show(self, rows: list[Row]) -> None:
        here = self.view.currentIndex()
        row, column = here.row(), here.column()
        self.model.set_rows(rows)
        if row >= 0 and not self.view.currentIndex().isValid() and rows:
            self.view.go_to(min(row, len(rows) - 1), column)
        self._sum_up()
        self._say("")
        self.edited.emit()

    def _sum_up(self) -> None:
        rows = self.rows()
        self.totals.show_rows(rows)
        self.subtotals.show_rows(rows)

    def _follow_caret(self) -> None:
        if note := self.delegate.note():
            self.view.follow_caret(note)

    def _on_typing(self) -> None:
        self._say("")
        self._counting.start()
        self.edited.emit()

    def _on_ended(self) -> None:
        """Count again what stands in the cells: an editor may have been left without a change."""
        self._sum_up()
        self.edited.emit()

    def _say(self, message: str) -> None:
        self.trouble.setText(message)
        self.trouble.setVisible(bool(message))

    def _completions(self, column: TableColumn) -> Sequence[str]:
        """Return what can be suggested: the catalogue's entries, and names used in the table."""
        if column.type != "person":
            return self._suggest(column)
        people = [each.id for each in self._rules.columns if each.type == "person"]
        names = {str(row[person]).strip() for row in self.model.rows() for person in people}
        return sorted(names - {""}, key=str.casefold)

    def _is_titles(self, line: list[str], columns: list[TableColumn]) -> bool:
        titles = [column.title.casefold() for column in columns[: len(line)]]
        return [text.strip().casefold() for text in line[: len(titles)]] == titles

    def _read(self, line: list[str], columns: list[TableColumn], number: int) -> Row:
        """Return the values of a pasted line; computed columns are skipped.

        Raises:
            CellError: one of its texts does not fit.
        """
        row: Row = {}
        for text, column in zip(line, columns, strict=False):
            if column.is_computed:
                continue
            try:
                row[column.id] = cells.parse(column.cell, text, self._words)
            except CellError as error:
                raise CellError(
                    N_("Nothing was pasted. Line {line}, “{column}”, “{text}”: {reason}"),
                    line=number + 1,
                    column=column.title,
                    text=text[:MOST_SHOWN],
                    reason=error,
                ) from None
        return row
