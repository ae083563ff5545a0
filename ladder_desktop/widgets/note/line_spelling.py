"""Keeps what is misspelt in a line of text."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtGui import QContextMenuEvent, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QMenu

from ladder_desktop.spelling.proofreader import Mistake
from ladder_desktop.spelling.word_finding import plain
from ladder_desktop.widgets.note.spelling import Spelling
from ladder_desktop.widgets.note.spelt_box import Offer, Piece, signs, units
from ladder_desktop.widgets.note.spelt_line import SpeltLine
from ladder_desktop.widgets.painting import colour
from ladder_desktop.widgets.reveal import keep_visible
from ladder_desktop.widgets.scale import px


@dataclass(frozen=True, slots=True)
class LineSpot:
    """A misspelt word in a line.

    Attributes:
        line: the line.
        start: where the word begins, in Qt's units.
        end: where it ends.
    """

    line: SpeltLine
    start: int
    end: int

    def word(self) -> str:
        """Return what stands there now, as a dictionary would have it."""
        text = self.line.text()
        return plain(text[signs(text, self.start) : signs(text, self.end)])

    def choose(self) -> None:
        """Mark it, and bring it into view."""
        self.line.setSelection(self.start, self.end - self.start)
        keep_visible(self.line)

    def put(self, better: str) -> None:
        """Put a better word in its place, as one step."""
        self.line.setSelection(self.start, self.end - self.start)
        self.line.insert(better)
        self.line.textEdited.emit(self.line.text())  # as if it had been typed


class LineSpelling(Spelling[SpeltLine]):
    """Keeps the misspelt words of a line."""

    def __init__(self, line: SpeltLine, offer: Offer) -> None:
        super().__init__(line)
        self._offer = offer
        self._mistakes: list[Mistake] = []
        self._revision = 0
        self._typed_at = -1
        line.textChanged.connect(self._on_changed)
        line.cursorPositionChanged.connect(self.moved)

    def places(self) -> list[tuple[int, int]]:
        """Return where misspelt words begin and end, in Qt's units."""
        return [self._place(mistake) for mistake in self._mistakes]

    def revision(self) -> int:
        """Return a number that another text would not have."""
        return self._revision

    def pieces(self) -> list[Piece]:
        """Return the text, where it can be seen and is prose."""
        text, is_seen = self.control.text(), self.control.isVisible() and self.control.is_prose
        return [Piece(0, text)] if text and is_seen else []

    def show(self, _pieces: Sequence[Piece], found: Sequence[Sequence[Mistake]]) -> None:
        """Show what was found, but for the word that is being typed."""
        mistakes = list(found[0]) if found else []
        caret = self.control.cursorPosition()
        if self.control.hasFocus() and caret == self._typed_at:
            mistakes = [each for each in mistakes if not self._is_at(each, caret)]
        if mistakes != self._mistakes:
            self._mistakes = mistakes
            self.control.update()

    def clear(self) -> None:
        """Show no mistake."""
        self._mistakes = []
        self.control.update()

    def renew(self) -> None:
        """Show all mistakes anew, in the colours of the theme."""
        self.control.update()

    def mistake_at(self, place: int) -> tuple[Mistake, LineSpot] | None:
        """Return the misspelt word at a place of the text, also at its end."""
        for each in self._mistakes:
            if self._is_at(each, place):
                return each, LineSpot(self.control, *self._place(each))
        return None

    def paragraph_at(self, _place: int) -> Piece:
        """Return the whole text."""
        return Piece(0, self.control.text())

    def spot(self, _piece: Piece, mistake: Mistake) -> LineSpot:
        """Return where a mistake stands."""
        return LineSpot(self.control, *self._place(mistake))

    def give_menu(self, event: QContextMenuEvent) -> bool:
        """Show a menu with better words for the one that is asked about; tell whether it is."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            place = self.control.cursorPositionAt(event.pos())
            return self._offer.open_menu(self, place, event.globalPos())
        place = self.control.cursorPosition()
        return self._offer.open_menu(self, place, self.under(), by_keys=True)

    def under(self) -> QPoint:
        """Return the place on the screen right under the line's words."""
        return self.control.mapToGlobal(self.control.rect().bottomLeft())

    def usual_menu(self) -> QMenu:
        """Return a menu with the usual entries."""
        return self.control.createStandardContextMenu()

    def paint(self, caret: QRect) -> None:
        """Paint wavy lines under misspelt words; the caret tells where the text stands."""
        line, places = self.control, self.places()
        if not places or line.isRightToLeft():
            return
        painter = QPainter(line)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(line.contentsRect().adjusted(px(4), 0, -px(4), 0))
        painter.setPen(QPen(colour(line, QPalette.ColorRole.BrightText), px(1)))
        left = caret.center().x() - self._advance(line.cursorPosition())
        bottom = caret.center().y() + line.fontMetrics().ascent() // 2 + px(2)
        for start, end in places:
            first, last = left + self._advance(start), left + self._advance(end)
            painter.drawPolyline(_wave(first, last, bottom))

    def _advance(self, place: int) -> int:
        """Return how wide the text before a place is."""
        text = self.control.text()
        return self.control.fontMetrics().horizontalAdvance(text[: signs(text, place)])

    def _place(self, mistake: Mistake) -> tuple[int, int]:
        text = self.control.text()
        return units(text, mistake.start), units(text, mistake.end)

    def _is_at(self, mistake: Mistake, place: int) -> bool:
        start, end = self._place(mistake)
        return start <= place <= end

    def _on_changed(self) -> None:
        """Forget what was wrong; whoever checks tells anew, once there is a pause."""
        self._revision += 1
        self._typed_at = self.control.cursorPosition()
        self._mistakes = []
        if self.control.is_prose:
            self.typed.emit()


def _wave(first: int, last: int, bottom: int) -> QPolygonF:
    """Return a wavy line from one place to another."""
    high, ways = px(1), enumerate(range(first, last + 1, px(2)))
    return QPolygonF([QPointF(x, bottom + (high if way % 2 else -high)) for way, x in ways])
