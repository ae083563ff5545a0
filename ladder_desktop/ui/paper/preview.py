"""The preview of an export: its pages under each other, as wide as there is room."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from ladder_desktop.ui.paper.page_pictures import POINTS
from ladder_desktop.ui.paper.previewing import Previewing
from ladder_desktop.widgets.painting import colour, focus_ring
from ladder_desktop.widgets.scale import px
from ladder_desktop.words import Words

GAP, MARGIN = 16, 20
KEPT = 12  # pictures
SETTLING = 120  # milliseconds after the last change of size
WIDEST = 1.6  # dots to the point: a page larger than paper is no use


class Preview(QAbstractScrollArea):
    """Shows pages; what is in sight is drawn, and little more."""

    def __init__(self, previewing: Previewing, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._previewing = previewing
        self._words = words
        self._number = 0
        self._sizes: list[tuple[float, float]] = []
        self._pictures: dict[int, QImage] = {}
        self._text = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(words("Preview"))
        self._settled = QTimer(self, interval=SETTLING, singleShot=True)
        self._settled.timeout.connect(self._ask)
        previewing.laid_out.connect(self._on_laid_out)
        previewing.pictured.connect(self._on_pictured)
        previewing.written.connect(self._on_written)
        self.verticalScrollBar().valueChanged.connect(self._settled.start)

    def sizeHint(self) -> QSize:
        """Return the room in which a page can be read."""
        return QSize(px(560), px(600))

    def expect(self, number: int) -> None:
        """Wait for the pages of another wish; the former ones stay until they come."""
        self._number = number
        self.viewport().update()

    def say(self, text: str) -> None:
        """Show a text in place of pages."""
        self._number, self._text = 0, text
        self._sizes, self._pictures = [], {}
        self._fit()

    def page_count(self) -> int:
        """Return how many pages there are."""
        return len(self._sizes)

    def is_drawn(self) -> bool:
        """Tell whether every page in sight is drawn."""
        return bool(self._sizes) and all(number in self._pictures for number in self._in_sight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to another width."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pages in sight, or the text."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.viewport().rect(), colour(self, QPalette.ColorRole.Window))
        if self._sizes:
            for number in self._in_sight():
                self._paint_page(painter, number)
        else:
            self._paint_text(painter)
        if self.hasFocus():
            focus_ring(self.viewport(), painter)

    def _paint_page(self, painter: QPainter, number: int) -> None:
        area = self._area(number)
        painter.fillRect(area, QColor("white"))
        if picture := self._pictures.get(number):
            painter.drawImage(QRectF(area), picture)
        painter.setPen(colour(self, QPalette.ColorRole.Mid))
        painter.drawRect(area)

    def _paint_text(self, painter: QPainter) -> None:
        painter.setPen(colour(self, QPalette.ColorRole.PlaceholderText))
        area = self.viewport().rect().adjusted(px(24), px(24), -px(24), -px(24))
        text = self._text or self._words("The preview is on its way…")
        painter.drawText(area, Qt.TextFlag.TextWordWrap.value, text)

    def _on_laid_out(self, number: int, sizes: list[tuple[float, float]]) -> None:
        if number != self._number:
            return
        self._sizes, self._pictures, self._text = sizes, {}, ""
        pages = self._words.plural("{number} page", "{number} pages", len(sizes))
        self.setAccessibleDescription(pages)
        self._fit()
        self._ask()

    def _on_pictured(self, number: int, page: int, picture: QImage) -> None:
        if number != self._number:
            return
        self._pictures.pop(page, None)
        self._pictures[page] = picture
        for old in list(self._pictures)[:-KEPT]:
            del self._pictures[old]
        self.viewport().update()

    def _on_written(self, number: int, text: str) -> None:
        if number == self._number:
            self.say(text)

    def _fit(self) -> None:
        """Tell the scroll bar how high all pages are."""
        bar = self.verticalScrollBar()
        height = self._top(len(self._sizes)) if self._sizes else 0
        bar.setRange(0, max(0, height - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(px(40))
        self.viewport().update()
        self._settled.start()

    def _scale(self) -> float:
        """Return the px to the point at which the widest page fits."""
        widest = max((width for width, _ in self._sizes), default=1.0)
        room = self.viewport().width() - 2 * px(MARGIN)
        return min(max(room / widest, 0.1), WIDEST * px(100) / 100 * 96 / POINTS)

    def _top(self, number: int) -> int:
        """Return where a page begins, all of them laid under each other."""
        scale, gap = self._scale(), px(GAP)
        return px(MARGIN) + sum(round(high * scale) + gap for _, high in self._sizes[:number])

    def _area(self, number: int) -> QRect:
        width, height = (round(side * self._scale()) for side in self._sizes[number])
        left = (self.viewport().width() - width) // 2
        top = self._top(number) - self.verticalScrollBar().value()
        return QRect(left, top, width, height)

    def _in_sight(self) -> list[int]:
        """Return the pages that are to be seen."""
        scale, gap = self._scale(), px(GAP)
        first, last = self.verticalScrollBar().value(), 0
        last = first + self.viewport().height()
        top, found = px(MARGIN), []
        for number, (_, high) in enumerate(self._sizes):
            bottom = top + round(high * scale)
            if bottom >= first and top <= last:
                found.append(number)
            top = bottom + gap
        return found

    def _ask(self) -> None:
        """Ask for the pages in sight that are not drawn in this size."""
        if not self._sizes:
            return
        ratio = self.devicePixelRatio()
        wanted = {
            number: self._scale() * ratio
            for number in self._in_sight()
            if not self._fits(number, ratio)
        }
        if wanted:
            self._previewing.ask_pages(wanted)

    def _fits(self, number: int, ratio: float) -> bool:
        picture = self._pictures.get(number)
        wanted = self._sizes[number][0] * self._scale() * ratio
        return picture is not None and abs(picture.width() - wanted) <= ratio + 1
