"""The titles over the columns of a table, and the numbers before its rows."""

from typing import Protocol

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QHeaderView, QTableView

from ladder_desktop.widgets.scale import px

HEADER_SIZE = 13
HEADER_PADDING = 16
NUMBERS = 30  # the width in px at 100 % that numbers of cards have at least
ABOVE, THICK = 6, 3  # px at 100 %: the middle between two cards, and the line that is there
NOTHING = -1


class GridHeader(QHeaderView):
    """The titles of the columns, on as many lines as they need."""

    def sectionSizeFromContents(self, section: int) -> QSize:  # noqa: N802 - Qt's name
        """Return the room that a title needs at the width of its column."""
        size = super().sectionSizeFromContents(section)
        titles = self.model()  # there is none while the window is being taken down
        title = str(titles.headerData(section, self.orientation())) if titles else ""
        inside = QRect(0, 0, max(self.sectionSize(section) - px(HEADER_PADDING), 1), 1 << 20)
        font = QFont(self.font())
        font.setPixelSize(px(HEADER_SIZE))
        wrapped = QFontMetrics(font).boundingRect(inside, Qt.TextFlag.TextWordWrap, title)
        return QSize(size.width(), wrapped.height() + px(HEADER_PADDING))


class Numbered(Protocol):
    """Whoever paints the numbers of cards."""

    def paint_number(self, painter: QPainter, area: QRect, row: int) -> None:
        """Paint the number of a row."""
        ...


class Carded(Protocol):
    """A table whose rows may be cards."""

    @property
    def is_carded(self) -> bool:
        """Tell whether they are."""
        ...

    @property
    def cards(self) -> Numbered:
        """Return who paints them."""
        ...


class RowNumbers(QHeaderView):
    """The numbers before the rows; those of cards are part of the cards, which hang on them.

    Signals:
        carried: a card that is held is over another place.
        dropped: a card was let go elsewhere; carries the number of its row, and its new one.
    """

    carried = Signal()
    dropped = Signal(int, int)

    def __init__(self, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, table)
        self._table: Carded = table  # type: ignore[assignment]
        self._held = self._aim = NOTHING
        self.setSectionsClickable(True)

    def take_cursor(self) -> None:
        """Show a hand over cards: they can be carried."""
        shape = Qt.CursorShape
        self.viewport().setCursor(
            shape.OpenHandCursor if self._table.is_carded else shape.ArrowCursor
        )

    def sizeHint(self) -> QSize:
        """Return the room that the numbers need."""
        size = super().sizeHint()
        return size.expandedTo(QSize(px(NUMBERS), 0)) if self._table.is_carded else size

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a card in hand."""
        super().mousePressEvent(event)
        if self._table.is_carded and event.button() == Qt.MouseButton.LeftButton:
            self._held = self.logicalIndexAt(event.position().toPoint())
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where the card would go."""
        if self._held == NOTHING:
            super().mouseMoveEvent(event)
            return
        self._aim = self._gap_at(round(event.position().y()))
        self.viewport().update()
        self.carried.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the card go."""
        super().mouseReleaseEvent(event)
        held, aim = self._held, self._aim
        self._held = self._aim = NOTHING
        self.take_cursor()
        if aim == NOTHING:
            return
        self.viewport().update()
        self.carried.emit()
        there = aim - 1 if aim > held else aim
        if there != held:
            self.dropped.emit(held, there)

    def paintSection(self, painter: QPainter, area: QRect, row: int) -> None:  # noqa: N802
        """Paint the number of a row."""
        if self._table.is_carded:
            painter.save()
            self._table.cards.paint_number(painter, area, row)
            painter.restore()
        else:
            super().paintSection(painter, area, row)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the numbers, and where the card in hand would go."""
        super().paintEvent(event)
        self.paint_aim(QPainter(self.viewport()))

    def paint_aim(self, painter: QPainter) -> None:
        """Paint a line where the card in hand would go."""
        if self._aim == NOTHING:
            return
        end = self.length() - self.offset()
        below = end if self._aim == self.count() else self.sectionViewportPosition(self._aim)
        area = QRect(0, max(below - px(ABOVE) - px(THICK) // 2, 0), 1 << 14, px(THICK))
        painter.fillRect(area, QApplication.palette().color(QPalette.ColorRole.Accent))

    def _gap_at(self, y: int) -> int:
        """Return before which row a card goes that is let go there."""
        row = self.logicalIndexAt(y)
        if row < 0:
            return 0 if y < 0 else self.count()
        middle = self.sectionViewportPosition(row) + self.sectionSize(row) // 2
        return row + 1 if y > middle else row
