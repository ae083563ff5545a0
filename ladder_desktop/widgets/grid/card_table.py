"""A table that shows its rows as cards where its columns would be too narrow to read."""

from typing import Protocol

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QPlainTextEdit,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ladder_desktop.widgets.grid.grid_header import RowNumbers
from ladder_desktop.widgets.grid.grid_model import NOWHERE, GridModel, Index
from ladder_desktop.widgets.scale import px

CORNER = 7  # px at 100 %: the corner of the table's frame, on its inner side
TRIES = 4  # rows that come into view take other heights and may push the wanted one out again
Action = QAbstractItemView.CursorAction
Plain = Qt.KeyboardModifier


class Cards(Protocol):
    """Whoever knows where everything stands on the cards."""

    def plan(self, width: int, wanted: list[int]) -> None:
        """Share out the width of a card; all heights follow anew."""
        ...

    def forget(self, first: int, last: int) -> None:
        """Measure these rows anew when they are asked for."""
        ...

    def height(self, row: int) -> int:
        """Return the height of a card with the space under it."""
        ...

    def area(self, row: int, column: int) -> QRect:
        """Return the place of a value on its card."""
        ...

    def caption(self, row: int, column: int) -> QRect:
        """Return the place of the title over a value on its card."""
        ...

    def column_at(self, row: int, place: QPoint) -> int:
        """Return the column whose value, or title, is at a place on a card; -1 for none."""
        ...

    def beyond(self, column: int, step: int) -> int | None:
        """Return the column over or under another; None where the card ends."""
        ...

    def entry(self, column: int, step: int) -> int:
        """Return the column at the top or foot of a card that is nearest to another."""
        ...

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, row: int, dirty: QRect
    ) -> None:
        """Paint what is dirty of a row."""
        ...

    def paint_number(self, painter: QPainter, area: QRect, row: int) -> None:
        """Paint the number of a row."""
        ...


class CardTable(QTableView):
    """A table whose sections of rows are, if it is told so, cards with all values of a row.

    Only where things are and how they are painted differs: cells, choosing, editing and what is
    read out are the table's own. So an open editor stays open when columns become cards.

    Attributes:
        is_carded: whether the rows are cards now.
        numbers: stand before the rows; on cards, rows are carried by them.

    Signals:
        carded: rows became cards, or columns again.
    """

    carded = Signal()

    def __init__(self, model: GridModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_carded = False
        self._cards: Cards | None = None
        self._rows = model
        self.setModel(model)
        self.numbers = RowNumbers(self)
        self.setVerticalHeader(self.numbers)
        self.numbers.carried.connect(self.viewport().update)

    @property
    def cards(self) -> "Cards":
        """Where everything stands on the cards, and how they are painted."""
        if self._cards is None:
            # the first paint of most windows has none
            from ladder_desktop.widgets.grid.card_painting import PaintedCards  # noqa: PLC0415

            self._cards = PaintedCards(self, self._rows)
        return self._cards

    def forget_heights(self, first: int, last: int) -> None:
        """Measure the cards of these rows anew when their heights are asked for."""
        if self._cards:
            self._cards.forget(first, last)

    def show_cards(self, wanted: list[int]) -> None:
        """Show the rows as cards, with the width that each column would like to have."""
        # before they are shown: an open editor without a place would be closed
        self._plan(wanted)
        self._set_carded(is_carded=True)

    def show_columns(self) -> None:
        """Show the rows in columns."""
        self._set_carded(is_carded=False)

    def sizeHintForRow(self, row: int) -> int:  # noqa: N802 - Qt's name, as those below
        """Return the height that a row needs."""
        return self.cards.height(row) if self.is_carded else super().sizeHintForRow(row)

    def visualRect(self, index: Index) -> QRect:  # noqa: N802
        """Return where a value stands in the viewport."""
        if not self.is_carded or not index.isValid():
            return super().visualRect(index)
        area = self.cards.area(index.row(), index.column())
        return area.translated(0, self.rowViewportPosition(index.row()))

    def indexAt(self, place: QPoint) -> QModelIndex:  # noqa: N802
        """Return the cell at a place of the viewport; none between the values of a card."""
        row = self.rowAt(place.y())
        if not self.is_carded or row < 0:
            return super().indexAt(place)
        on_card = place - QPoint(0, self.rowViewportPosition(row))
        column = self.cards.column_at(row, on_card)
        return NOWHERE if column < 0 else self.model().index(row, column)

    def scrollTo(  # noqa: N802
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a value, with its title, into view."""
        if not self.is_carded or not index.isValid():
            super().scrollTo(index, hint)
            return
        for _ in range(TRIES):
            self.resizeRowToContents(index.row())
            self.updateGeometries()
            title = self.cards.caption(index.row(), index.column()).height()
            area = self.visualRect(index).adjusted(0, -title - px(4), 0, px(4))
            by = min(max(0, area.bottom() - self.viewport().height()), area.top())
            by = area.top() if area.top() < 0 else by
            if not by:
                break
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + by)

    def follow_caret(self, box: QPlainTextEdit) -> None:
        """Scroll a long table, which scrolls inside itself, to the caret of the open editor."""
        self.updateGeometries()  # a row may have grown just now
        bar, height = self.verticalScrollBar(), self.viewport().height()
        caret = box.cursorRect().translated(box.pos())
        if bar.maximum() > 0:
            bar.setValue(bar.value() + min(caret.top(), 0) + max(caret.bottom() + 1 - height, 0))

    def moveCursor(self, action: Action, modifiers: Plain) -> QModelIndex:  # noqa: N802
        """Return the cell that a key leads to: as the eye finds it on the cards."""
        here = self.currentIndex()
        if not self.is_carded or not here.isValid():
            return super().moveCursor(action, modifiers)
        with_control = bool(modifiers & Plain.ControlModifier)
        row, column = self._moved(action, here.row(), here.column(), with_control=with_control)
        last = self.model().rowCount() - 1
        return self.model().index(min(max(row, 0), last), column)

    def setSelection(  # noqa: N802
        self, area: QRect, flag: QItemSelectionModel.SelectionFlag
    ) -> None:
        """Choose from the cell at one corner to the one at the other."""
        if not self.is_carded:
            super().setSelection(area, flag)
            return
        first, last = self.indexAt(area.topLeft()), self.indexAt(area.bottomRight())
        if first.isValid() and last.isValid():
            rows = sorted((first.row(), last.row()))
            columns = sorted((first.column(), last.column()))
            model = self.model()
            corners = (model.index(*pair) for pair in zip(rows, columns, strict=True))
            self.selectionModel().select(QItemSelection(*corners), flag)
        elif not first.isValid():
            self.selectionModel().select(QItemSelection(), flag)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:  # noqa: N802
        """Return what is to be painted anew when the choice changes."""
        if not self.is_carded:
            return super().visualRegionForSelection(selection)
        region = QRegion()
        for part in (selection.at(number) for number in range(selection.count())):
            # of one row, as most are: value by value
            if part.height() > 1:
                return QRegion(self.viewport().rect())
            for index in part.indexes():
                region |= QRegion(self.visualRect(index))
        return region

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cards that can be seen."""
        if not self.is_carded:
            super().paintEvent(event)
            return
        painter = QPainter(self.viewport())
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.palette = QApplication.palette()  # the style sheet's ground is that around cards
        row = max(self.rowAt(event.rect().top()), 0)
        while row < self.model().rowCount():
            if self.rowViewportPosition(row) > event.rect().bottom():
                break
            self.cards.paint(painter, option, row, event.rect())
            row += 1
        self.numbers.paint_aim(painter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is shown within the frame."""
        super().resizeEvent(event)
        self._keep_in_frame()

    def _keep_in_frame(self) -> None:
        """Leave the last hairlines out, which the frame would double, and its round corner free."""
        shown = self.viewport().rect()
        if self.is_carded or shown.isEmpty():
            self.viewport().clearMask()
            return
        line, side = px(1), px(CORNER)
        is_mirrored = self.isRightToLeft()
        shown.adjust(line if is_mirrored else 0, 0, 0 if is_mirrored else -line, -line)
        square = QRect(0, 0, side, side)
        square.moveBottom(shown.bottom())
        disc = QRect(square.left(), square.top() - side, 2 * side, 2 * side)
        if is_mirrored:
            square.moveLeft(shown.left())
            disc.moveLeft(shown.left())
        else:
            square.moveRight(shown.right())
            disc.moveRight(shown.right())
        corner = QRegion(square) - QRegion(disc, QRegion.RegionType.Ellipse)
        self.viewport().setMask(QRegion(shown) - corner)

    def _plan(self, wanted: list[int]) -> None:
        """Share the width of the cards out; their heights are asked for when they are seen."""
        width = self.viewport().width()
        self.cards.plan(width, wanted)
        columns = self.model().columnCount()
        if self.model().rowCount():  # rows that were not seen yet are taken for such as the first
            self.verticalHeader().setDefaultSectionSize(self.cards.height(0))
        for column in range(columns):  # so that nothing is to be scrolled sideways
            self.setColumnWidth(column, max(width // columns, 1))

    def _set_carded(self, *, is_carded: bool) -> None:
        if is_carded == self.is_carded:
            return
        self.is_carded = is_carded
        self.setProperty("cards", is_carded)
        self.style().unpolish(self)
        self.style().polish(self)
        self.horizontalHeader().setVisible(not is_carded)
        self.numbers.take_cursor()
        self.setShowGrid(not is_carded)
        self._keep_in_frame()
        if not is_carded:
            self.verticalHeader().resetDefaultSectionSize()
        self.carded.emit()

    def _moved(
        self, action: Action, row: int, column: int, *, with_control: bool
    ) -> tuple[int, int]:
        """Return row and column that a key leads to; the row may be none of the table's."""
        last = self.model().columnCount() - 1
        if self.isRightToLeft():
            action = MIRRORED.get(action, action)
        match action:
            case Action.MoveUp | Action.MoveDown:
                return self._moved_up_or_down(row, column, 1 if action == Action.MoveDown else -1)
            case Action.MovePageUp | Action.MovePageDown:
                return row + (1 if action == Action.MovePageDown else -1), column
            case Action.MoveHome:
                return (0 if with_control else row), 0
            case Action.MoveEnd:
                return (self.model().rowCount() - 1 if with_control else row), last
            case Action.MoveLeft | Action.MoveRight:
                step = 1 if action == Action.MoveRight else -1
                return row, min(max(column + step, 0), last)
        return self._next(row, column, 1 if action == Action.MoveNext else -1)

    def _moved_up_or_down(self, row: int, column: int, step: int) -> tuple[int, int]:
        beyond = self.cards.beyond(column, step)
        if beyond is not None:
            return row, beyond
        if not 0 <= row + step < self.model().rowCount():
            return row, column
        return row + step, self.cards.entry(column, step)

    def _next(self, row: int, column: int, step: int) -> tuple[int, int]:
        """Return the next cell, or the one before, on whichever card that is."""
        columns = self.model().columnCount()
        place = row * columns + column + step
        return divmod(min(max(place, 0), columns * self.model().rowCount() - 1), columns)


MIRRORED = {Action.MoveLeft: Action.MoveRight, Action.MoveRight: Action.MoveLeft}
