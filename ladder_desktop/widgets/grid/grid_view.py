"""The table that people see: cells to move through, rows to move, copy, paste and sort."""

from collections.abc import Container, Mapping

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QWidget

from ladder_desktop.blocks.cells import TEXTS, CellType
from ladder_desktop.widgets.buttons import ENTER
from ladder_desktop.widgets.grid.card_table import CardTable
from ladder_desktop.widgets.grid.clipboard_rows import from_text, to_text
from ladder_desktop.widgets.grid.column_widths import ColumnWidths
from ladder_desktop.widgets.grid.found_cells import FoundCells
from ladder_desktop.widgets.grid.grid_header import HEADER_PADDING, HEADER_SIZE, GridHeader
from ladder_desktop.widgets.grid.grid_model import GridModel, Index
from ladder_desktop.widgets.reveal import keep_visible
from ladder_desktop.widgets.scale import px

EDGES = 8  # the frame of a table, on both sides
HEIGHT = 720
MOST_WHOLE = 60
FITS = 3  # times that a table is fitted at most before it is shown
STANDARD = QKeySequence.StandardKey
UNDO_KEYS = (STANDARD.Undo, STANDARD.Redo)
OWN_KEYS = (STANDARD.Copy, STANDARD.Cut, STANDARD.Paste, STANDARD.SelectAll, *UNDO_KEYS)


class GridView(CardTable):
    """A table that is as high as its rows, up to a limit; where it is narrow, these are cards.

    Signals:
        pasted: rows of texts are to be put in from the current cell on.
        cleared: the chosen cells are to be emptied.
        row_moved: the current row is to be moved by -1 or 1.
        unwanted: the chosen rows are to be deleted.
        given: a picture, or a file, was dropped or pasted; carries what, and the cell's index.
        menu_wanted: the context menu is wanted at this point of the screen.
        scrolled: columns stand elsewhere now.
    """

    pasted = Signal(object)
    cleared = Signal()
    row_moved = Signal(int)
    unwanted = Signal()
    given = Signal(QMimeData, QModelIndex)
    menu_wanted = Signal(QPoint)
    scrolled = Signal()

    def __init__(self, model: GridModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._model = model
        self._is_fitting = False
        self._has_width = False  # it is laid out when it is given its width, not before
        self._widths = ColumnWidths(model)
        self._found = FoundCells(model)
        self._dress()
        model.modelReset.connect(self.fit)
        model.dataChanged.connect(self._on_changed)
        self.horizontalScrollBar().valueChanged.connect(self.scrolled)
        # once the bar has come or gone; at once would be in the midst of Qt's own layout
        self.horizontalScrollBar().rangeChanged.connect(
            lambda: QTimer.singleShot(0, self, self._fit_height)
        )
        self.verticalScrollBar().valueChanged.connect(self._fit_seen)

    def chosen_rows(self) -> list[int]:
        """Return the numbers of the rows in which something is chosen, from 0."""
        rows = {index.row() for index in self.selectedIndexes()}
        if not rows and self.currentIndex().isValid():
            rows = {self.currentIndex().row()}
        return sorted(rows)

    def go_to(self, row: int, column: int = 0) -> None:
        """Make a cell the current one, without opening it."""
        index = self._model.index(row, column)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def choose(self, area: QRect) -> None:
        """Choose the cells from the area's left and top to its right and bottom."""
        first = self._model.index(area.top(), area.left())
        last = self._model.index(area.bottom(), area.right())
        # all at once: cell by cell, thousands of rows would take their time
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().select(QItemSelection(first, last), flag)

    def cells_with(self, wanted: str) -> list[tuple[int, int]]:
        """Return row and column of every cell that shows a text."""
        return self._found.cells_with(wanted)

    def columns_of(self, types: Container[CellType]) -> list[int]:
        """Return the numbers of the columns of some types, from 0."""
        columns = enumerate(self._model.rules.columns)
        return [number for number, column in columns if column.type in types]

    def free_text(self, row: int, column: int) -> str | None:
        """Return what stands in a cell that takes any text; None for other cells."""
        index = self._model.index(row, column)
        if self._model.column(index).type not in TEXTS:
            return None
        is_free = self._model.flags(index) & Qt.ItemFlag.ItemIsEditable
        return str(self._model.value(index) or "") if is_free else None

    def change_texts(self, texts: Mapping[tuple[int, int], str]) -> None:
        """Put texts into cells that take any, by row and column, as one step to undo."""
        rows = self._model.rows()
        for (row, column), text in texts.items():
            rows[row] = rows[row] | {self._model.rules.columns[column].id: text}
        self._model.wanted.emit(rows)

    def shown_at(self, row: int, column: int) -> QRect:
        """Scroll to a cell, and return its place in the viewport."""
        index = self._model.index(row, column)
        self.scrollTo(index)
        return self.visualRect(index)

    def copy(self) -> None:
        """Copy the chosen cells as spreadsheets understand them."""
        chosen = self.selectedIndexes()
        if not chosen:
            return
        columns = sorted({index.column() for index in chosen})
        cells = {(index.row(), index.column()): self._model.shown(index) for index in chosen}
        rows = [[cells.get((row, at), "") for at in columns] for row in self.chosen_rows()]
        QGuiApplication.clipboard().setText(to_text(rows))

    def cut(self) -> None:
        """Copy the chosen cells and empty them."""
        self.copy()
        self.cleared.emit()

    def paste(self) -> None:
        """Put in the rows on the clipboard, from the current cell on; or a picture."""
        clipboard = QGuiApplication.clipboard()
        if text := clipboard.text():
            self.pasted.emit(from_text(text))
        elif clipboard.mimeData().hasImage():
            self.given.emit(clipboard.mimeData(), self.currentIndex())

    def fit(self) -> None:
        """Give columns and rows the room they need."""
        if self._is_fitting:
            return
        self._is_fitting = True
        width = -1
        # a scroll bar that goes while the rows are fitted leaves room for the columns
        for _ in range(FITS):
            if width == self.viewport().width():
                break
            width = self.viewport().width()
            self._fit_once()
        self._is_fitting = False
        self.scrolled.emit()

    def fit_row(self, row: int) -> None:
        """Give a row the height that it needs now."""
        if 0 <= row < self._model.rowCount():
            self.forget_heights(row, row)
            self.resizeRowToContents(row)
            self._fit_height()

    def make_room(self, sums: list[int]) -> None:
        """Let each column be as wide as its sum, whose width in px is given."""
        if sums != self._widths.sums:
            self._widths.sums = sums
            is_cut = any(width > self.columnWidth(at) for at, width in enumerate(sums))
            if is_cut and not self.is_carded:
                self.fit()

    def wanted_width(self) -> int:
        """Return the width in px at which no column is out of sight, and no word broken."""
        columns = sum(self._widths.wanted(self.fontMetrics()))
        return columns + self._number_width() + px(EDGES)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome pictures and texts; other files are for the window behind."""
        self._welcome(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Welcome them wherever they are carried."""
        self._welcome(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Put a picture or a text into the cell where it is dropped, as a copy of its file."""
        self._welcome(event)
        if event.isAccepted():
            self.given.emit(event.mimeData(), self.indexAt(event.position().toPoint()))

    def event(self, event: QEvent) -> bool:
        """Claim the clipboard's keys before any menu does."""
        is_claim = event.type() == QEvent.Type.ShortcutOverride
        if is_claim and isinstance(event, QKeyEvent) and _matches(event, OWN_KEYS):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit, copy, move rows; leave undoing to the block."""
        key = event.key()
        is_end = key in ENTER
        with_alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        is_editing = self.state() == QAbstractItemView.State.EditingState
        if _matches(event, UNDO_KEYS) or (is_end and is_editing):
            event.ignore()
        elif event.matches(STANDARD.Copy):
            self.copy()
        elif event.matches(STANDARD.Cut):
            self.cut()
        elif event.matches(STANDARD.Paste):
            self.paste()
        elif with_alt and key == Qt.Key.Key_Delete:
            self.unwanted.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.cleared.emit()
        elif is_end:
            self.edit(self.currentIndex())
        elif with_alt and key in MOVES:
            self.row_moved.emit(MOVES[Qt.Key(key)])
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu, at the cell where keys called it."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        here = self.visualRect(self.currentIndex()).center()
        place = event.globalPos() if by_mouse else self.viewport().mapToGlobal(here)
        self.menu_wanted.emit(place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first cell."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.rowCount():
            self.go_to(0)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        """Keep the current cell in view on the page."""
        super().currentChanged(current, previous)
        if self.hasFocus():
            keep_visible(self.viewport(), self.visualRect(current))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page where the table shows all its rows."""
        sideways = abs(event.angleDelta().x()) > abs(event.angleDelta().y())
        if sideways or self.verticalScrollBar().maximum() > 0:
            super().wheelEvent(event)
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width out."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width() or not self._has_width:
            self._has_width = True
            self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the zoom."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.fit()

    def _welcome(self, event: QDropEvent) -> None:
        # few people ever drop anything
        from ladder_desktop.widgets.note.note_pictures import goes_in  # noqa: PLC0415

        if goes_in(event.mimeData()) and not self._model.is_read_only:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed
        )
        self.setAcceptDrops(True)
        self.setAccessibleName(self._model.rules.title)
        self.setCornerButtonEnabled(True)
        header = GridHeader(Qt.Orientation.Horizontal, self)
        self.setHorizontalHeader(header)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignBottom)
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        rows.setHighlightSections(False)

    def _fit_once(self) -> None:
        self.verticalHeader().setMinimumWidth(self._number_width())
        self.updateGeometries()
        if self._is_narrow():
            self.show_cards(self._widths.wanted(self.fontMetrics()))
        else:
            self.show_columns()
            self._fit_columns()
        if self._model.rowCount() <= MOST_WHOLE:
            self.resizeRowsToContents()
        self._fit_seen()
        self._fit_height()

    def _is_narrow(self) -> bool:
        """Tell whether columns would be too narrow to be read."""
        room = self.width() - px(EDGES) - self._number_width()
        return self._has_width and room < self._widths.readable(self.fontMetrics())

    def _fit_columns(self) -> None:
        """Give each column its share, at least its need."""
        shared = self._widths.shared(self.fontMetrics(), self.viewport().width())
        for number, width in enumerate(shared):
            self.setColumnWidth(number, width)
        self.horizontalHeader().setFixedHeight(self.horizontalHeader().sizeHint().height())

    def _number_width(self) -> int:
        """Return the width in px of the numbers before the rows."""
        font = QFont(self.font())
        font.setPixelSize(px(HEADER_SIZE))
        longest = QFontMetrics(font).horizontalAdvance(str(self._model.rowCount()))
        return max(longest + px(HEADER_PADDING), self.verticalHeader().sizeHint().width())

    def _fit_seen(self) -> None:
        """Give the rows in view the height of their texts; the others get it when seen."""
        if self._model.rowCount() <= MOST_WHOLE:
            return
        first = max(self.rowAt(0), 0)
        room = self.viewport().height() - self.rowViewportPosition(first)
        for row in range(first, min(self._model.rowCount(), first + MOST_WHOLE)):
            self.resizeRowToContents(row)
            room -= self.rowHeight(row)
            if room < 0:
                break

    def _fit_height(self) -> None:
        """Be as high as the rows; a long table scrolls inside itself."""
        around = self.height() - self.viewport().height()
        is_wide = self.horizontalHeader().length() > self.viewport().width()
        if self.horizontalScrollBar().isVisible() != is_wide:
            bar = self.horizontalScrollBar().sizeHint().height()
            around += bar if is_wide else -bar
        height = self.verticalHeader().length()
        self.setFixedHeight(around + (min(height, px(HEIGHT)) if self._is_long() else height))

    def _is_long(self) -> bool:
        return self._model.rowCount() > MOST_WHOLE

    def _on_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        """Fit the rows that changed; many at once are fitted together later."""
        self.forget_heights(first.row(), last.row())
        if last.row() - first.row() > MOST_WHOLE:
            self._fit_seen()
        else:
            for row in range(first.row(), last.row() + 1):
                self.resizeRowToContents(row)
        self._fit_height()


def _matches(event: QKeyEvent, keys: tuple[STANDARD, ...]) -> bool:
    return any(event.matches(key) for key in keys)


MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
