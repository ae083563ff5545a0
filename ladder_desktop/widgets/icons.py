"""The project's own icons: SVG files whose one colour follows the theme."""

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from ladder_desktop.paths import resources

PLACEHOLDER = "currentColor"
MIRRORED = {"list", "left"}  # show lines, which begin at the right in some languages


def icon(name: str, colour: QColor, size: int, ratio: float) -> QIcon:
    """Return an icon of `resources/icons` in a colour.

    Args:
        name: the file's name without ``.svg``.
        colour: what its lines are drawn in.
        size: the side in px, zoom included.
        ratio: how many dots of the screen make one px, so that it is sharp.
    """
    drawing = (resources() / "icons" / f"{name}.svg").read_text("utf-8")
    renderer = QSvgRenderer(QByteArray(drawing.replace(PLACEHOLDER, colour.name()).encode()))
    side = round(size * ratio)
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    if name in MIRRORED and QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        painter.setTransform(QTransform(-1, 0, 0, 1, side, 0))
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return QIcon(picture)
