"""A line to type in that stands in a bar among buttons."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit, QWidget

from ladder_desktop.widgets.scale import px

WIDTH = 280


class BarLine(QLineEdit):
    """A line as wide as a few words, at every zoom."""

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)

    def sizeHint(self) -> QSize:
        """Return the room for a few words."""
        return QSize(px(WIDTH), super().sizeHint().height())
