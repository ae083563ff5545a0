"""The foot of each page: whose it is, of which workbook, and which page of how many."""

from ladder_desktop.document.nodes import Document
from ladder_desktop.export.pdf.canvas import TaggedCanvas
from ladder_desktop.export.pdf.kit import Kit
from ladder_desktop.export.pdf.look import Page
from ladder_desktop.export.pdf.tagging import Element
from ladder_desktop.export.pdf.text import Text

_ABOVE = 14.0
_BELOW = 6.0
_GAP = 16.0
_PARTING = "   ·   "


class Footer:
    """Draws the foot of every page, as an artifact: it is no part of the text."""

    def __init__(self, kit: Kit, document: Document, page: Page) -> None:
        self._kit = kit
        self._page = page
        self._identity = document.identity.strip()
        parts = (document.title, document.author)
        self._line = _PARTING.join(part for part in parts if part.strip())

    def draw(self, canvas: TaggedCanvas, number: int, count: int) -> None:
        """Draw the foot of a page; whatever is long, the workbook's id and the number stand."""
        kit, page = self._kit, self._page
        left, top = page.left(number), page.bottom - _ABOVE
        place = kit.words("Page {number} of {count}", number=number, count=count)
        end = self._text(_PARTING.join(part for part in (self._identity, place) if part))
        width = end.natural()
        with canvas.repeating():
            canvas.rule(left, top, page.column, kit.look.palette.hairline)
            room = page.column - width - _GAP
            self._one_line(self._line, room).draw(canvas, left, top - _BELOW, room)
            end.draw(canvas, left + page.column - width, top - _BELOW, page.column)

    def _one_line(self, line: str, room: float) -> Text:
        """Return the line, cut where it would not fit."""
        text = self._text(line)
        while text.natural() > room and len(line) > 1:
            line = line[: int(len(line) * 0.9)]
            text = self._text(line.rstrip(" ·") + "…")
        return text

    def _text(self, line: str) -> Text:
        return self._kit.text(line, self._kit.look.foot, Element("P"))
