"""How the rows of a table are painted as cards."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPalette, QPen
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem

from ladder_desktop.blocks.cells import FIGURES
from ladder_desktop.widgets.directions import paint_text
from ladder_desktop.widgets.grid.grid_cards import BETWEEN, GridCards
from ladder_desktop.widgets.grid.grid_model import Index
from ladder_desktop.widgets.painting import grip_dots
from ladder_desktop.widgets.scale import px

RADIUS = 12
BOX_RADIUS = 8
GRIP = 44  # px at 100 % from the top of a card to the middle of its grip
Role = QPalette.ColorRole


class PaintedCards(GridCards):
    """Cards as they are painted on the viewport of a table, and their numbers on its header."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, row: int, dirty: QRect
    ) -> None:
        """Paint what is dirty of a row: values, each in a box under its title."""
        top = self._view.rowViewportPosition(row)
        frame = QRect(0, top, self.width, self._view.rowHeight(row) - px(BETWEEN))
        is_mirrored = self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._frame(painter, frame, to_the_right=is_mirrored)
        for column in range(self._model.columnCount()):
            title, value = (at(row, column).translated(0, top) for at in (self.caption, self.area))
            if not dirty.intersects(title | value):
                continue
            index = self._model.index(row, column)
            self._paint_title(painter, title, index)
            option.rect = value
            self._paint_value(painter, option, index)

    def paint_number(self, painter: QPainter, area: QRect, row: int) -> None:
        """Paint the part of a card that is on the header: the number of its row, and a grip."""
        is_mirrored = self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft
        frame = area.adjusted(0, 0, 0, -px(BETWEEN))
        self._frame(painter, frame, to_the_right=not is_mirrored)
        painter.setFont(self.caption_font())
        painter.setPen(_colour(Role.PlaceholderText))
        middle = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(frame.adjusted(0, px(BETWEEN), 0, 0), middle, str(row + 1))
        if not self._model.is_read_only:
            dots = QPointF(frame.center().x(), frame.top() + px(GRIP))
            grip_dots(painter, dots, _colour(Role.Dark))

    def _frame(self, painter: QPainter, area: QRect, *, to_the_right: bool) -> None:
        """Paint the ground and border of a card, one end of which goes on out of sight."""
        beyond = 2 * px(RADIUS)
        left, right = (0, beyond) if to_the_right else (-beyond, 0)
        outline = area.adjusted(left, 0, right, 0).toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
        path = QPainterPath()
        path.addRoundedRect(outline, px(RADIUS), px(RADIUS))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(_colour(Role.Base))
        painter.setPen(QPen(_colour(Role.Mid), px(1)))
        painter.drawPath(path)

    def _paint_title(self, painter: QPainter, area: QRect, index: Index) -> None:
        column = self._model.column(index)
        painter.setFont(self.caption_font())
        painter.setPen(_colour(Role.PlaceholderText))
        if column.type in FIGURES:  # whose ends are in line, as under a title of a column
            end = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignTop
            painter.drawText(area, Qt.TextFlag.TextWordWrap | end, column.title)
        else:
            paint_text(painter, area, column.title, wraps=True, at=Qt.AlignmentFlag.AlignTop)

    def _paint_value(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        pen = self._border(index)
        inset = (pen.widthF() if pen else 1) / 2  # nothing is painted beyond a value's place
        box = QPainterPath()
        outline = option.rect.toRectF().adjusted(inset, inset, -inset, -inset)
        box.addRoundedRect(outline, px(BOX_RADIUS), px(BOX_RADIUS))
        state = QStyle.StateFlag
        option.state = state.State_Enabled
        if self._view.selectionModel().isSelected(index):
            option.state |= state.State_Selected
        painter.save()
        painter.setClipPath(box, Qt.ClipOperation.IntersectClip)
        self._view.itemDelegate().paint(painter, option, index)
        painter.restore()
        if pen:
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(box)

    def _border(self, index: Index) -> QPen | None:
        """Return what draws the border of a value: none around what is computed."""
        if index == self._view.currentIndex() and self._view.hasFocus():
            return QPen(_colour(Role.Accent), 2 * px(1))
        if self._view.selectionModel().isSelected(index):
            return QPen(_colour(Role.Accent), px(1))
        if self._model.column(index).is_computed:
            return None
        return QPen(_colour(Role.Dark), px(1))


def _colour(role: QPalette.ColorRole) -> QColor:
    """Return a colour of the theme; the style sheet gives a table others for some roles."""
    return QApplication.palette().color(role)
