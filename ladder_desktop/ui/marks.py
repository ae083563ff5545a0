"""Small signs, painted so that they are sharp at every zoom and need no font that has them."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ladder_desktop.widgets.scale import px

TICK = ((0.02, 0.55), (0.36, 0.88), (0.98, 0.14))


def paint_tick(painter: QPainter, box: QRect, colour: QColor) -> None:
    """Paint a tick into a box."""
    pen = QPen(colour, px(2))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    left, top, width, height = box.x(), box.y(), box.width(), box.height()
    painter.drawPolyline([QPointF(left + x * width, top + y * height) for x, y in TICK])


def paint_dot(painter: QPainter, box: QRect, colour: QColor) -> None:
    """Paint a round dot into the middle of a box."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    radius = box.width() / 4
    painter.drawEllipse(QPointF(box.center()) + QPointF(0.5, 0.5), radius, radius)
