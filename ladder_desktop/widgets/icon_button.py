"""A small button with an icon only, and a name that is read out and shown on pointing."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QPushButton, QWidget

from ladder_desktop.widgets.scale import px

ICON = 18
SIDE = 28


class IconButton(QPushButton):
    """An icon to press; the icon is drawn at the first paint, and again for another theme."""

    def __init__(self, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._drawn_for: tuple[str, int, float] | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_meaning(self, meaning: str, question: str = "") -> None:
        """Say what the button does; the question it belongs to is read out before it."""
        self.setAccessibleName(f"{question}: {meaning}" if question else meaning)
        self.setToolTip(meaning)

    def sizeHint(self) -> QSize:
        """Return a square that is easy to hit."""
        return QSize(px(SIDE), px(SIDE))

    def minimumSizeHint(self) -> QSize:
        """Return the same square."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon when the colours or the zoom are others than before, then paint."""
        self._draw_icon()
        super().paintEvent(event)

    def _draw_icon(self) -> None:
        role = (
            QPalette.ColorRole.Highlight
            if self.underMouse()
            else QPalette.ColorRole.PlaceholderText
        )
        colour = self.palette().color(role)
        wanted = (colour.name(), px(ICON), self.devicePixelRatio())
        if wanted != self._drawn_for:
            # the first icon loads Qt's SVG library, which a page without icons does not need
            from ladder_desktop.widgets.icons import icon  # noqa: PLC0415

            self._drawn_for = wanted
            self.setIconSize(QSize(px(ICON), px(ICON)))
            self.setIcon(icon(self._icon_name, colour, px(ICON), self.devicePixelRatio()))
