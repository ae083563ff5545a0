"""Bars with their figures beside them, in the colours of the theme."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ladder_desktop.widgets.painting import colour
from ladder_desktop.widgets.scale import px

GAP = 12
BAR = 14
LABEL_SHARE = 0.42
FIGURE = 108
FIGURE_SHARE = 0.4  # at most


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what it stands for, its value (None where there is none yet), and its figure."""

    label: str
    value: float | None
    figure: str


class BarChart(QWidget):
    """A chart of horizontal bars from 0 to a maximum; every figure is written beside its bar.

    Attributes:
        bars: what is shown, from top to bottom.
    """

    def __init__(self, title: str, maximum: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._maximum = maximum
        self.bars: tuple[Bar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_bars(self, bars: tuple[Bar, ...]) -> None:
        """Show other bars."""
        self.bars = bars
        said = "; ".join(f"{bar.label} {bar.figure}" for bar in bars)
        self.setAccessibleName(f"{self._title}: {said}")
        self._fit()
        self.update()

    def sizeHint(self) -> QSize:
        """Return a reading width, and the height of all bars."""
        return QSize(px(480), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the labels anew."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the zoom."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint label, bar and figure of each line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = 0
        for bar in self.bars:
            height = self._height(bar)
            self._paint_line(painter, bar, QRect(0, top, self.width(), height))
            top += height + px(GAP)

    def _paint_line(self, painter: QPainter, bar: Bar, line: QRect) -> None:
        label, figure = self._label_width(), self._figure_width()
        track = QRect(label + px(GAP), 0, self.width() - label - figure - 2 * px(GAP), px(BAR))
        track.moveTop(line.top() + (line.height() - px(BAR)) // 2)
        start = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(colour(self, QPalette.ColorRole.Text))
        painter.setFont(self.font())
        flags = start | Qt.TextFlag.TextWordWrap
        painter.drawText(self._placed(QRect(0, line.top(), label, line.height())), flags, bar.label)
        self._paint_bar(painter, bar, track)
        painter.setFont(self._figure_font())
        painter.setPen(colour(self, QPalette.ColorRole.Text))
        area = QRect(self.width() - figure, line.top(), figure, line.height())
        painter.drawText(self._placed(area), start, bar.figure)

    def _paint_bar(self, painter: QPainter, bar: Bar, track: QRect) -> None:
        """Paint the track, and over it as much as the value fills."""
        placed = QRectF(self._placed(track)).adjusted(0.5, 0.5, -0.5, -0.5)
        outline = QPainterPath()
        outline.addRoundedRect(placed, px(BAR) / 2, px(BAR) / 2)
        painter.fillPath(outline, colour(self, QPalette.ColorRole.AlternateBase))
        if bar.value:
            filled = QRectF(placed)
            filled.setWidth(placed.width() * min(bar.value / self._maximum, 1))
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                filled.moveRight(placed.right())
            painter.save()
            painter.setClipPath(outline)
            painter.fillRect(filled, colour(self, QPalette.ColorRole.Highlight))
            painter.restore()
        painter.setPen(QPen(colour(self, QPalette.ColorRole.Dark), px(1)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(outline)

    def _placed(self, area: QRect) -> QRect:
        """Mirror an area where people read from right to left."""
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            area.moveLeft(self.width() - area.right() - 1)
        return area

    def _figure_font(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _figure_width(self) -> int:
        """Return the room beside the bars in which no figure is cut."""
        metrics = QFontMetrics(self._figure_font(), self)
        widest = max((metrics.horizontalAdvance(bar.figure) for bar in self.bars), default=0)
        return min(max(px(FIGURE), widest + 1), round(self.width() * FIGURE_SHARE))

    def _label_width(self) -> int:
        return round(self.width() * LABEL_SHARE)

    def _height(self, bar: Bar) -> int:
        around = QRect(0, 0, max(self._label_width(), 1), 1 << 20)
        wrapped = self.fontMetrics().boundingRect(around, Qt.TextFlag.TextWordWrap, bar.label)
        return max(wrapped.height(), px(BAR))

    def _fit(self) -> None:
        heights = [self._height(bar) + px(GAP) for bar in self.bars]
        wanted = max(sum(heights) - px(GAP), 0)
        if wanted != self.height():
            self.setFixedHeight(wanted)
