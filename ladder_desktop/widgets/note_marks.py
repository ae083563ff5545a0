"""Shows the light marks of a note while it is written, with the eyes of the paper."""

from bisect import bisect_left

from PySide6.QtGui import QFont, QPalette, QSyntaxHighlighter, QTextCharFormat
from PySide6.QtWidgets import QPlainTextEdit

from ladder_desktop.document.marking import item_mark
from ladder_desktop.document.marks import Span, parse_line

# A paragraph of such a length is read anew at every key: beyond it the marks stay as typed.
LONGEST = 20_000
LAST_OF_ONE_UNIT = "\uffff"


class NoteMarks(QSyntaxHighlighter):
    """Bold in bold, italic in italic, links underlined; the marks themselves step back."""

    def __init__(self, note: QPlainTextEdit) -> None:
        super().__init__(note.document())
        self._note = note
        self._looks: dict[tuple[bool, bool, bool], QTextCharFormat] = {}
        self._mark, self._marker = QTextCharFormat(), QTextCharFormat()
        self._take_colours()

    def rehighlight(self) -> None:
        """Show all marks anew, in the colours of the theme."""
        self._take_colours()
        super().rehighlight()

    def highlightBlock(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show the marks of one line."""
        if not may_have_marks(text):
            return
        line = parse_line(text)
        mark = item_mark(text) if line.kind != "text" else ""
        units = _units(text)
        if mark:
            self._set(len(line.indent), len(mark), self._marker, units)
        at = len(mark)
        for span in line.spans:
            if span.start > at:
                self._set(at, span.start, self._mark, units)
            if span.bold or span.italic or span.link:
                self._set(span.start, span.end, self._look(span), units)
            at = span.end
        if at < len(text):
            self._set(at, len(text), self._mark, units)

    def _take_colours(self) -> None:
        role, palette = QPalette.ColorRole, self._note.palette()
        self._mark.setForeground(palette.color(role.PlaceholderText))
        self._marker.setForeground(palette.color(role.Highlight))
        self._marker.setFontWeight(QFont.Weight.Bold)
        self._looks.clear()

    def _look(self, span: Span) -> QTextCharFormat:
        kind = (span.bold, span.italic, bool(span.link))
        if kind not in self._looks:
            look = self._looks[kind] = QTextCharFormat()
            if span.bold:
                look.setFontWeight(QFont.Weight.Bold)
            look.setFontItalic(span.italic)
            if span.link:
                look.setForeground(self._note.palette().color(QPalette.ColorRole.Link))
                look.setFontUnderline(True)
        return self._looks[kind]

    def _set(self, start: int, end: int, look: QTextCharFormat, units: list[int]) -> None:
        """Give a part of the line a look; Qt counts a sign beyond the first plane twice."""
        if units:
            start += bisect_left(units, start)
            end += bisect_left(units, end)
        self.setFormat(start, end - start, look)


def may_have_marks(line: str) -> bool:
    """Tell, quickly, whether a line may have any mark at all."""
    if not line or len(line) > LONGEST:
        return False
    has_sign = "*" in line or "://" in line or "mailto:" in line
    return has_sign or bool(item_mark(line))


def _units(line: str) -> list[int]:
    """Return where the signs stand of which Qt makes two units."""
    if line.isascii() or max(line) <= LAST_OF_ONE_UNIT:
        return []
    return [place for place, sign in enumerate(line) if sign > LAST_OF_ONE_UNIT]
