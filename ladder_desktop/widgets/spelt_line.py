"""A line of text in which misspelt words are shown."""

from typing import Protocol

from PySide6.QtCore import QPointF
from PySide6.QtGui import QContextMenuEvent, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QLineEdit

from ladder_desktop.widgets.painting import colour
from ladder_desktop.widgets.scale import px


class Spelling(Protocol):
    """Whoever knows what is misspelt in a line."""

    def give_menu(self, event: QContextMenuEvent) -> bool:
        """Show a menu for the word that is asked about; tell whether there is one."""
        ...

    def places(self) -> list[tuple[int, int]]:
        """Return where misspelt words begin and end, in Qt's units."""
        ...


class SpeltLine(QLineEdit):
    """A line of text with wavy lines under misspelt words, where somebody looks for them.

    Attributes:
        is_prose: whether its words are spelt by the rules; names, days and figures are not.
        spelling: knows what is misspelt; None where nobody looks.
    """

    is_prose = True
    spelling: Spelling | None = None

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the usual entries, under better words for one that is misspelt."""
        if not (self.spelling and self.spelling.give_menu(event)):
            super().contextMenuEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line, then what is wrong in it."""
        super().paintEvent(event)
        places = self.spelling.places() if self.spelling else []
        if not places or self.isRightToLeft():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self.contentsRect().adjusted(px(4), 0, -px(4), 0))
        painter.setPen(QPen(colour(self, QPalette.ColorRole.BrightText), px(1)))
        for start, end in places:
            painter.drawPolyline(self._wave(start, end))

    def _wave(self, start: int, end: int) -> QPolygonF:
        """Return a wavy line under the text between two places."""
        metrics, text = self.fontMetrics(), self.text()
        caret = self.cursorRect()
        left = caret.center().x() - metrics.horizontalAdvance(_upto(text, self.cursorPosition()))
        first = left + metrics.horizontalAdvance(_upto(text, start))
        last = left + metrics.horizontalAdvance(_upto(text, end))
        step, high = px(2), px(1)
        bottom = caret.center().y() + metrics.ascent() // 2 + px(2)
        ways = enumerate(range(first, last + 1, step))
        return QPolygonF([QPointF(x, bottom + (high if way % 2 else -high)) for way, x in ways])


def _upto(text: str, place: int) -> str:
    """Return the beginning of a text, whose end is given in Qt's units."""
    if text.isascii():
        return text[:place]
    return text.encode("utf-16-le", "surrogatepass")[: place * 2].decode("utf-16-le", "replace")
