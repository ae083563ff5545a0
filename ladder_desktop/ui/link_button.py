"""A muted line of text that can be clicked, and gives way when there is little room."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from ladder_desktop.widgets.beneath import beneath
from ladder_desktop.widgets.directions import paint_text, placed
from ladder_desktop.widgets.painting import chevron, colour, focus_ring
from ladder_desktop.widgets.scale import px

SIZE = 14
SIDE, HEIGHT = 6, 28
ARROW = 16
UNDERLINE = 2


class LinkButton(QAbstractButton):
    """A quiet way to more: underlined under the pointer, with an arrow when it has a menu.

    Args:
        menu: opened by a click.
        fill: fills a menu of the button's own, made at the first click, anew at each click.

    Attributes:
        menu: what was opened last, or will be; None for a button that only tells of its click.
        least: the width that it keeps in any case, in px at 100 %.
        elided: where a text that is too long is shortened.
        is_here: what it leads to is what is seen; marked as an open tab is.
    """

    def __init__(
        self,
        menu: QMenu | None = None,
        parent: QWidget | None = None,
        *,
        fill: Callable[[QMenu], None] | None = None,
    ) -> None:
        super().__init__(parent)
        self.menu = menu
        self._fill = fill
        self.least = 64
        self.elided = Qt.TextElideMode.ElideRight
        self.is_here = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open_menu)

    def show_text(self, text: str, explained: str = "") -> None:
        """Show a text; `explained` is what a screen reader tells instead."""
        self.setText(text)
        self.setAccessibleName(explained or text)
        self.setToolTip(explained)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for the whole text."""
        width = QFontMetrics(self._font()).horizontalAdvance(self.text()) + 1
        return QSize(width + 2 * px(SIDE) + self._arrow_room(), px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the room for a few letters."""
        return QSize(min(px(self.least), self.sizeHint().width()), px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint as much of the text as there is room for."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self._font()
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        role = QPalette.ColorRole
        shade = colour(self, role.WindowText if self.is_here else role.PlaceholderText)
        painter.setPen(shade)
        room = self.rect().adjusted(px(SIDE), 0, -px(SIDE) - self._arrow_room(), 0)
        room = placed(room, self.rect())
        text = QFontMetrics(font).elidedText(self.text(), self.elided, room.width())
        paint_text(painter, room, text)
        if self._opens_menu():
            self._paint_arrow(painter, QPen(shade, px(1.5)))
        if self.is_here:
            line = QRect(room.left(), self.height() - px(UNDERLINE), room.width(), px(UNDERLINE))
            painter.fillRect(line, colour(self, role.Highlight))
        focus_ring(self, painter)

    def _paint_arrow(self, painter: QPainter, pen: QPen) -> None:
        side = px(ARROW)
        left = px(SIDE) if self.isRightToLeft() else self.width() - px(SIDE) - side
        area = QRect(left, (self.height() - side) // 2 + px(1), side, side)
        chevron(painter, area, pen, is_open=True, mirrored=False)

    def _arrow_room(self) -> int:
        return px(ARROW + 2) if self._opens_menu() else 0

    def _opens_menu(self) -> bool:
        return bool(self.menu or self._fill)

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(px(SIZE))
        return font

    def _open_menu(self) -> None:
        if self._fill:
            self.menu = self.menu or QMenu(self)
            self.menu.clear()
            self._fill(self.menu)
        if self.menu is None:
            return
        self.menu.popup(beneath(self, self.menu.sizeHint()))
