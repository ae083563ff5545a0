"""Bars of one moment, or of two moments above each other, with their figures beside them."""

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

from ladder_desktop.widgets.directions import is_mirrored, paint_text
from ladder_desktop.widgets.painting import colour
from ladder_desktop.widgets.scale import px

GAP, BETWEEN = 14, 12
NOW, THEN, APART = 14, 8, 3  # the heights of the bars, and what parts them
LABEL_SHARE = 0.44
FIGURE, FIGURE_SHARE = 84, 0.4  # room for a figure: in px at 100 % at least, as a share at most


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of the chart.

    Attributes:
        label: what was measured.
        share: from 0 to 1; None where there is nothing.
        figure: the value as people read it.
        before: the share at the earlier moment.
        before_figure: the value at the earlier moment; blank where none is compared.
    """

    label: str
    share: float | None
    figure: str
    before: float | None = None
    before_figure: str = ""

    @property
    def told(self) -> str:
        """Return the figures of both moments, the earlier one first."""
        if not self.before_figure:
            return self.figure
        return f"{self.before_figure} → {self.figure}"

    @property
    def painted(self) -> str:
        """Return the same with an arrow that points to where people read on."""
        return self.told.replace("→", "←") if is_mirrored() else self.told


class BarChart(QWidget):
    """A chart of horizontal bars; a thin one over each shows the earlier moment.

    Attributes:
        bars: what is shown, from top to bottom.
    """

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._compares = False
        self.bars: tuple[Bar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_bars(self, bars: tuple[Bar, ...], *, compares: bool = False) -> None:
        """Show other bars, of one moment or, where it compares, of two."""
        self.bars = bars
        self._compares = compares
        said = "; ".join(f"{bar.label.rstrip('.')}: {bar.told}" for bar in bars)
        self.setAccessibleName(f"{self._title}. {said}")
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
        """Paint label, bars and figures of each line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = 0
        for bar in self.bars:
            height = self._height(bar)
            self._paint_line(painter, bar, QRect(0, top, self.width(), height))
            top += height + px(GAP)

    def _paint_line(self, painter: QPainter, bar: Bar, line: QRect) -> None:
        label, figures = self._label_width(), self._figures_width()
        middle = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(colour(self, QPalette.ColorRole.Text))
        painter.setFont(self.font())
        wrapped = middle | Qt.TextFlag.TextWordWrap
        area = self._placed(QRect(0, line.top(), label, line.height()))
        paint_text(painter, area, bar.label, wraps=True)
        painter.setFont(self._figure_font())
        area = QRect(self.width() - figures, line.top(), figures, line.height())
        painter.drawText(self._placed(area), wrapped, bar.painted)
        start = label + px(BETWEEN)
        room = QRect(start, 0, self.width() - start - figures - px(BETWEEN), self._bars_height())
        room.moveTop(line.top() + (line.height() - room.height()) // 2)
        self._paint_bars(painter, bar, room)

    def _paint_bars(self, painter: QPainter, bar: Bar, room: QRect) -> None:
        now = QRect(room)
        if self._compares:
            then = QRect(room)
            then.setHeight(px(THEN))
            self._paint_bar(painter, bar.before, then, QPalette.ColorRole.Dark)
            now.setTop(then.bottom() + 1 + px(APART))
        self._paint_bar(painter, bar.share, now, QPalette.ColorRole.Highlight)

    def _paint_bar(
        self, painter: QPainter, share: float | None, track: QRect, role: QPalette.ColorRole
    ) -> None:
        """Paint the track, and over it as much as the share fills."""
        placed = QRectF(self._placed(track)).adjusted(0.5, 0.5, -0.5, -0.5)
        outline = QPainterPath()
        outline.addRoundedRect(placed, placed.height() / 2, placed.height() / 2)
        painter.fillPath(outline, colour(self, QPalette.ColorRole.AlternateBase))
        if share:
            filled = QRectF(placed)
            filled.setWidth(placed.width() * min(share, 1))
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                filled.moveRight(placed.right())
            painter.save()
            painter.setClipPath(outline)
            painter.fillRect(filled, colour(self, role))
            painter.restore()
        painter.setPen(QPen(colour(self, QPalette.ColorRole.Dark), px(1)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(outline)

    def _placed(self, area: QRect) -> QRect:
        """Mirror an area where people read from right to left."""
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            area.moveLeft(self.width() - area.right() - 1)
        return area

    def _label_width(self) -> int:
        return round(self.width() * LABEL_SHARE)

    def _figure_font(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _figures_width(self) -> int:
        """Return the room beside the bars in which no figure is cut."""
        metrics = QFontMetrics(self._figure_font(), self)
        widest = max((metrics.horizontalAdvance(bar.told) for bar in self.bars), default=0)
        return min(max(px(FIGURE), widest + 1), round(self.width() * FIGURE_SHARE))

    def _bars_height(self) -> int:
        return px(NOW) + (px(THEN) + px(APART) if self._compares else 0)

    def _height(self, bar: Bar) -> int:
        wrap = Qt.TextFlag.TextWordWrap
        metrics = self.fontMetrics()
        label = QRect(0, 0, max(self._label_width(), 1), 1 << 20)
        figures = QRect(0, 0, max(self._figures_width(), 1), 1 << 20)
        bold = QFontMetrics(self._figure_font(), self)
        return max(
            metrics.boundingRect(label, wrap, bar.label).height(),
            bold.boundingRect(figures, wrap, bar.told).height(),
            self._bars_height(),
        )

    def _fit(self) -> None:
        heights = [self._height(bar) + px(GAP) for bar in self.bars]
        wanted = max(sum(heights) - px(GAP), 0)
        if wanted != self.height():
            self.setFixedHeight(wanted)
