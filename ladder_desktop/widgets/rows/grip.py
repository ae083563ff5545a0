"""The grip by which a row is dragged to another place."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QWidget

from ladder_desktop.widgets.painting import colour, focus_ring, grip_dots
from ladder_desktop.widgets.scale import px


class Grip(QAbstractButton):
    """Six dots to drag; with the focus, the Up and Down keys move the row.

    It is no stop for Tab: Alt+Up and Alt+Down do the same from any cell of the row.

    Signals:
        dragged: the mouse was moved to this point of the screen with the row in hand.
        dropped: the row was let go.
        moved: a key asks to move by -1 or 1.
    """

    dragged = Signal(QPoint)
    dropped = Signal()
    moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_dragging = False
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """Return a size that is easy to hit."""
        return QSize(px(28), px(32))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the row in hand."""
        super().mousePressEvent(event)
        self._is_dragging = event.button() == Qt.MouseButton.LeftButton
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry the row along."""
        if self._is_dragging:
            self.dragged.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the row go."""
        super().mouseReleaseEvent(event)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        if self._is_dragging:
            self._is_dragging = False
            event.accept()
            self.dropped.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the row by keys."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dots."""
        painter = QPainter(self)
        role = QPalette.ColorRole.Highlight if self.underMouse() else QPalette.ColorRole.Dark
        grip_dots(painter, QRectF(self.rect()).center(), colour(self, role))
        focus_ring(self, painter)
