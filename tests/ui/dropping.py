"""Files that are dropped on a window, as a file manager does it."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from ladder_desktop.ui.menu_plan import Doers


def drop(
    doers: Doers, path: Path, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> bool:
    """Drop a file on the window; tell whether it was welcome, which is only ever to be copied."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    offered = copy | Qt.DropAction.MoveAction
    entering = QDragEnterEvent(QPoint(200, 200), offered, data, left, keys)
    entering.ignore()
    QApplication.sendEvent(doers.window, entering)
    dropping = QDropEvent(QPointF(200, 200), offered, data, left, keys)
    QApplication.sendEvent(doers.window, dropping)
    if entering.isAccepted():
        assert [entering.dropAction(), dropping.dropAction()] == [copy, copy]
    return entering.isAccepted()
