"""Painting that several controls share."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from ladder_desktop.widgets.scale import px

RING_RADIUS = 6


def border_width(*, focused: bool) -> int:
    """Return the width of a border in px: 1 px at 100 %, 2 px with the focus."""
    return px(1) * 2 if focused else px(1)


def frame(widget: QWidget, radius: int, area: QRect | None = None) -> QPainterPath:
    """Return the middle of a border inside a control, or inside a part of it."""
    inset = border_width(focused=widget.hasFocus()) / 2
    path = QPainterPath()
    outline = QRectF(widget.rect() if area is None else area)
    path.addRoundedRect(outline.adjusted(inset, inset, -inset, -inset), px(radius), px(radius))
    return path


def colour(widget: QWidget, role: QPalette.ColorRole) -> QColor:
    """Return a colour of the theme; the table in `theme` says which role is which."""
    return widget.palette().color(role)


def border(widget: QWidget, *, chosen: bool = False) -> QPen:
    """Return the pen of a control's border: 2 px of accent with the focus."""
    lit = widget.hasFocus() or chosen
    role = QPalette.ColorRole.Highlight if lit else QPalette.ColorRole.Dark
    return QPen(colour(widget, role), border_width(focused=widget.hasFocus()))


def focus_ring(widget: QWidget, painter: QPainter, area: QRect | None = None) -> None:
    """Paint the border of a control that has one only with the focus."""
    if widget.hasFocus():
        painter.setPen(border(widget))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(frame(widget, RING_RADIUS, area))


def grip_dots(painter: QPainter, middle: QPointF, ink: QColor) -> None:
    """Paint the six dots by which something is dragged."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    dot, gap = px(3.4), px(6.5)
    for x in (-0.5, 0.5):
        for y in (-1, 0, 1):
            area = QRectF(0, 0, dot, dot)
            area.moveCenter(middle + QPointF(round(x * gap), round(y * gap)))
            painter.drawEllipse(area)


def chevron(painter: QPainter, area: QRect, pen: QPen, *, is_open: bool, mirrored: bool) -> None:
    """Paint an arrow head: down when open, else to the end of the line."""
    reach = area.width() / 4
    centre = QRectF(area).center()
    if is_open:
        corners = ((-reach, -reach / 2), (0.0, reach / 2), (reach, -reach / 2))
    else:
        side = -1 if mirrored else 1
        corners = ((-side * reach / 2, -reach), (side * reach / 2, 0.0), (-side * reach / 2, reach))
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF([centre + QPointF(x, y) for x, y in corners]))


def tick(painter: QPainter, area: QRect, pen: QPen) -> None:
    """Paint a tick into a square area."""
    corners = ((0.24, 0.52), (0.43, 0.71), (0.77, 0.31))
    points = [
        QPointF(area.x() + x * area.width(), area.y() + y * area.height()) for x, y in corners
    ]
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF(points))
