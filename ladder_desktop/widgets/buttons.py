"""Buttons of three weights; a plain `QPushButton` is the middle one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget


class PrimaryButton(QPushButton):
    """What most people want to do here: filled with the accent. At most one a screen."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)


class QuietButton(QPushButton):
    """A small thing beside something larger: no border until it is pointed at or has focus."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
