"""Paints one place where words were found, in an answer of one of all workbooks."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QPalette,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QApplication,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ladder_desktop.store.searching import Hit
from ladder_desktop.ui.start_page.found_model import FoundModel, Index
from ladder_desktop.widgets.directions import direction_of, leading, paint_text
from ladder_desktop.widgets.scale import px
from ladder_desktop.words import Words

NAME, TEXT, SMALL = 16, 15, 13  # type sizes
SIDE, INSIDE, GAP, APART = 12, 8, 4, 12
LINES = 3  # of an excerpt
RADIUS = 8
Format = QTextLayout.FormatRange


class FoundRow(QStyledItemDelegate):
    """Whose workbook over its first place; section, question and excerpt of each place."""

    def __init__(self, model: FoundModel, words: Words, view: QListView) -> None:
        super().__init__(view)
        self._model = model
        self._words = words
        self._view = view

    def height(self, row: int, width: int) -> int:
        """Return the height of a row in a list of this width."""
        return self._head_height(row) + self._place_height(row, width) + self._foot_height(row)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room of a row."""
        width = self._view.viewport().width()
        return QSize(width, self.height(index.row(), width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        row, area = index.row(), QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        head = QRect(area)
        head.setHeight(self._head_height(row))
        if self._model.is_first(row):
            self._paint_head(painter, head, row)
        place = QRect(area)
        place.setTop(area.top() + head.height())
        place.setHeight(self._place_height(row, area.width()))
        self._paint_ground(painter, option, place)
        self._paint_place(painter, place, row)
        if left_out := self._model.left_out(row):
            foot = area.adjusted(px(SIDE), place.bottom() + 1 - area.top(), -px(SIDE), 0)
            text = self._words.plural(
                "and {number} more place", "and {number} more places", left_out
            )
            self._paint_line(painter, foot, text, _font(self._view, SMALL), muted=True)
        painter.restore()

    def _head_height(self, row: int) -> int:
        if not self._model.is_first(row):
            return 0
        apart = px(APART) if row else px(GAP)
        return apart + QFontMetrics(_font(self._view, NAME)).height() + px(GAP)

    def _foot_height(self, row: int) -> int:
        small = QFontMetrics(_font(self._view, SMALL)).height()
        return small + px(GAP) if self._model.left_out(row) else 0

    def _place_height(self, row: int, width: int) -> int:
        small = QFontMetrics(_font(self._view, SMALL)).height()
        return small + round(self._laid_out(row, width).boundingRect().height()) + 2 * px(INSIDE)

    def _paint_head(self, painter: QPainter, area: QRect, row: int) -> None:
        line = area.adjusted(px(SIDE), px(APART) if row else px(GAP), -px(SIDE), -px(GAP))
        bold = _font(self._view, NAME, QFont.Weight.DemiBold)
        name = QFontMetrics(bold).elidedText(
            self._model.name(row), Qt.TextElideMode.ElideRight, line.width()
        )
        self._paint_line(painter, line, name, bold)
        used = QFontMetrics(bold).horizontalAdvance(name) + px(APART)
        is_mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        rest = line.adjusted(0 if is_mirrored else used, 0, -used if is_mirrored else 0, 0)
        self._paint_line(
            painter, rest, self._model.about(row), _font(self._view, SMALL), muted=True
        )

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect) -> None:
        palette, role, state = QApplication.palette(), QPalette.ColorRole, QStyle.StateFlag
        is_marked = bool(option.state & state.State_Selected)
        if not (is_marked or option.state & state.State_MouseOver):
            return
        width = 2 * px(1) if is_marked and self._view.hasFocus() else 0
        painter.setBrush(palette.color(role.AlternateBase))
        painter.setPen(QPen(palette.color(role.Highlight), width) if width else Qt.PenStyle.NoPen)
        inset = max(width / 2, 1)
        frame = QRectF(area).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, px(RADIUS), px(RADIUS))

    def _paint_place(self, painter: QPainter, area: QRect, row: int) -> None:
        inner = area.adjusted(px(SIDE), px(INSIDE), -px(SIDE), -px(INSIDE))
        small = _font(self._view, SMALL)
        line = QRect(inner)
        line.setHeight(QFontMetrics(small).height())
        self._paint_line(painter, line, self._model.where(row), small, muted=True)
        painter.setPen(QApplication.palette().color(QPalette.ColorRole.Text))
        layout = self._laid_out(row, area.width())
        layout.draw(painter, QPointF(inner.left(), line.bottom() + 1))

    def _paint_line(
        self, painter: QPainter, area: QRect, text: str, font: QFont, *, muted: bool = False
    ) -> None:
        role = QPalette.ColorRole.PlaceholderText if muted else QPalette.ColorRole.Text
        painter.setFont(font)
        painter.setPen(QApplication.palette().color(role))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        paint_text(painter, area, shown)

    def _laid_out(self, row: int, width: int) -> QTextLayout:
        """Return an excerpt in its lines, the words that were found standing out."""
        _, hit = self._model.row(row)
        layout = QTextLayout(hit.excerpt, _font(self._view, TEXT))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(direction_of(hit.excerpt))
        option.setAlignment(leading())
        layout.setTextOption(option)
        layout.setFormats(self._marks(hit))
        layout.beginLayout()
        top = 0.0
        for _ in range(LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(width - 2 * px(SIDE), 1))
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        return layout

    def _marks(self, hit: Hit) -> list[Format]:
        look = QTextCharFormat()
        look.setFontWeight(QFont.Weight.Bold)
        look.setForeground(QApplication.palette().color(QPalette.ColorRole.Highlight))
        look.setBackground(QApplication.palette().color(QPalette.ColorRole.AlternateBase))
        found = []
        for start, end in hit.marks:
            mark = Format()
            mark.start, mark.length = _units(hit.excerpt[:start]), _units(hit.excerpt[start:end])
            mark.format = look
            found.append(mark)
        return found


def _font(widget: QWidget, size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    font = QFont(widget.font())
    font.setPixelSize(px(size))
    font.setWeight(weight)
    return font


def _units(text: str) -> int:
    """Return the length of a text in UTF-16 units, as Qt counts."""
    return len(text) + sum(letter > "\uffff" for letter in text)
