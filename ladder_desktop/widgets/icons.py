"""The project's own icons: SVG files whose one colour follows the theme."""

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ladder_desktop.paths import resources

PLACEHOLDER = "currentColor"


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
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return QIcon(picture)
