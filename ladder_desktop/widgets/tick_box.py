"""A box to tick, with a text that wraps."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from ladder_desktop.widgets.buttons import click_by_enter
from ladder_desktop.widgets.directions import paint_text
from ladder_desktop.widgets.painting import border_width, colour, focus_ring, tick
from ladder_desktop.widgets.scale import px

SIDE = 20
LEAST = 32
PADDING = 6
ANY_HEIGHT = 100_000


class TickBox(QCheckBox):
    """A tick box whose whole line can be clicked; at least 24 px high at every zoom from 80 %.

    `clicked` is a person's doing; `setChecked` emits only `toggled`.
    """

    def __init__(self, text: str, question: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(f"{question}: {text}" if question else text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Tell that the text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped text."""
        return max(px(LEAST), self._wrapped(width).height() + 2 * px(PADDING))

    def sizeHint(self) -> QSize:
        """Return the size of the text on one line."""
        width = self.fontMetrics().horizontalAdvance(self.text()) + self._lead() + px(12)
        return QSize(width, px(LEAST))

    def minimumSizeHint(self) -> QSize:
        """Return the size of the box and a few letters."""
        return QSize(self._lead() + px(40), px(LEAST))

    def hitButton(self, place: QPoint) -> bool:  # noqa: N802 - Qt's name
        """Take clicks anywhere on the line."""
        return self.rect().contains(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Enter as well as with Space."""
        if not click_by_enter(event, self):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint box, tick and text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_box(painter)
        role = QPalette.ColorRole.Text
        painter.setPen(colour(self, role))
        area = self._wrapped(self.width())
        area.moveTop((self.height() - area.height()) // 2)
        top = Qt.AlignmentFlag.AlignTop
        paint_text(painter, self._placed(area), self.text(), wraps=True, at=top)
        focus_ring(self, painter, self._used(painter, area))

    def _lead(self) -> int:
        return px(SIDE + 16)

    def _wrapped(self, width: int) -> QRect:
        """Return the area of the text, from the lead to the end."""
        room = QRect(self._lead(), 0, max(1, width - self._lead() - px(8)), ANY_HEIGHT)
        needed = self.fontMetrics().boundingRect(
            room, Qt.TextFlag.TextWordWrap.value, self.text() or "x"
        )
        room.setHeight(needed.height())
        return room

    def _used(self, painter: QPainter, area: QRect) -> QRect:
        """Return the part of the line that box and text take."""
        flags = Qt.TextFlag.TextWordWrap.value
        width = painter.fontMetrics().boundingRect(area, flags, self.text()).width()
        return self._placed(QRect(0, 0, self._lead() + width + px(8), self.height()))

    def _placed(self, area: QRect) -> QRect:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            area.moveLeft(self.width() - area.right() - 1)
        return area

    def _paint_box(self, painter: QPainter) -> None:
        """Paint the box beside the first line of the text."""
        side = px(SIDE)
        first_line = min(self.height(), self.fontMetrics().lineSpacing() + 2 * px(PADDING))
        top = max(px(4), (first_line - side) // 2)
        if self.height() < px(LEAST) + px(PADDING):
            top = (self.height() - side) // 2
        box = self._placed(QRect(px(6), top, side, side))
        self._paint_square(painter, box)
        if self.isChecked():
            pen = QPen(colour(self, QPalette.ColorRole.HighlightedText), px(2.4))
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            tick(painter, box, pen)

    def _paint_square(self, painter: QPainter, box: QRect) -> None:
        role = QPalette.ColorRole
        lit = self.isChecked() or self.underMouse()
        painter.setPen(
            QPen(colour(self, role.Highlight if lit else role.Dark), border_width(focused=False))
        )
        painter.setBrush(colour(self, role.Highlight if self.isChecked() else role.Base))
        painter.drawRoundedRect(box.adjusted(0, 0, -1, -1).toRectF().translated(0.5, 0.5), 4, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)
