"""A card that is one large button."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ladder_desktop.widgets.boxes import Column
from ladder_desktop.widgets.buttons import click_by_enter
from ladder_desktop.widgets.scale import px


class CardButton(QAbstractButton):
    """A card that is clicked as a whole, by mouse, Space or Enter.

    Attributes:
        column: where its texts go.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.column = Column(self, gap=4, margins=(20, 16, 20, 16))

    def sizeHint(self) -> QSize:
        """Return the room for what is in it."""
        return self.column.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter for a click, too: a card is more than a button to whoever sees it."""
        if not click_by_enter(event, self):
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Light up under the pointer."""
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the surface, and the border that tells focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role, palette = QPalette.ColorRole, self.palette()
        lit = self.underMouse() or self.isDown()
        painter.setBrush(palette.color(role.AlternateBase if self.isDown() else role.Base))
        width = 2 if self.hasFocus() else 1
        border = role.Highlight if self.hasFocus() or lit else role.Mid
        painter.setPen(QPen(palette.color(border), width))
        inset = width / 2
        frame = self.rect().toRectF().adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, px(12), px(12))
