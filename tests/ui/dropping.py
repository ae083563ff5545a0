"""Files that are dropped on a window, as a file manager does it."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from ladder_desktop.ui.menu_plan import Doers


def drop(doers: Doers, path: Path) -> bool:
    """Drop a file on the window; tell whether it was welcome."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    plain = Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(200, 200), copy, data, left, plain)
    entering.ignore()
    QApplication.sendEvent(doers.window, entering)
    dropping = QDropEvent(QPointF(200, 200), copy, data, left, plain)
    QApplication.sendEvent(doers.window, dropping)
    return entering.isAccepted()
