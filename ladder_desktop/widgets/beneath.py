"""Where a menu opens under the control that it belongs to."""

from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QWidget


def beneath(control: QWidget, size: QSize) -> QPoint:
    """Return the global place for something of a size under a control, or over it at the foot.

    It begins where the lines of the control begin, at the left or at the right.
    """
    across = control.width() - size.width() if control.isRightToLeft() else 0
    below = control.mapToGlobal(QPoint(across, control.height()))
    fits = below.y() + size.height() <= control.screen().availableGeometry().bottom()
    return below if fits else control.mapToGlobal(QPoint(across, -size.height()))
