"""A line to type in that stands in a bar among buttons."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit, QWidget

from ladder_desktop.widgets.scale import px

WIDTH = 280


class BarLine(QLineEdit):
    """A line as wide as a few words, at every zoom.

    Where there is less room than that, `fit` says so.
    """

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most: int | None = None
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)

    def fit(self, most: int | None) -> None:
        """Take no more than so many px; None for as many as it likes."""
        self._most = most
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the room for a few words."""
        width = px(WIDTH) if self._most is None else min(px(WIDTH), self._most)
        return QSize(width, super().sizeHint().height())
