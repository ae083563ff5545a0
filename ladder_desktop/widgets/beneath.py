"""Where a menu opens under the control that it belongs to."""

from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QWidget


def beneath(control: QWidget, size: QSize) -> QPoint:
    """Return the global place for something of a size under a control, or over it at the foot.

    It begins where the lines of the control begin, at the left or at the right. What fits neither
    under nor over it lies over a part of it, whole: a menu by itself would have its end cut off.
    """
    across = control.width() - size.width() if control.isRightToLeft() else 0
    place = control.mapToGlobal(QPoint(across, control.height()))
    screen = control.screen().availableGeometry()
    if place.y() + size.height() > screen.bottom() + 1:
        place = control.mapToGlobal(QPoint(across, -size.height()))
    place.setY(max(screen.top(), min(place.y(), screen.bottom() + 1 - size.height())))
    return place
