"""Shows the light marks of a note while it is written, with the eyes of the paper."""

from bisect import bisect_left
from collections.abc import Iterator

from PySide6.QtGui import QFont, QPalette, QSyntaxHighlighter, QTextCharFormat
from PySide6.QtWidgets import QPlainTextEdit

from ladder_desktop.document.marking import item_mark
from ladder_desktop.document.marks import Span, parse_line

# A paragraph of such a length is read anew at every key: beyond it the marks stay as typed.
LONGEST = 20_000
LAST_OF_ONE_UNIT = "\uffff"


class MarkLooks:
    """How the marks of a text look in the colours of a palette."""

    def __init__(self, palette: QPalette) -> None:
        role = QPalette.ColorRole
        self._link = palette.color(role.Link)
        self._mark, self._marker = QTextCharFormat(), QTextCharFormat()
        self._mark.setForeground(palette.color(role.PlaceholderText))
        self._marker.setForeground(palette.color(role.Highlight))
        self._marker.setFontWeight(QFont.Weight.Bold)
        self._looks: dict[tuple[bool, bool, bool], QTextCharFormat] = {}

    def of(self, text: str) -> Iterator[tuple[int, int, QTextCharFormat]]:
        """Yield the parts of a line that look another way: start and length, as Qt counts."""
        units = _units(text)
        for start, end, look in self._parts(text):
            # Qt counts a sign beyond the first plane twice
            first, last = (at + bisect_left(units, at) for at in (start, end))
            yield first, last - first, look

    def _parts(self, text: str) -> Iterator[tuple[int, int, QTextCharFormat]]:
        line = parse_line(text)
        mark = item_mark(text) if line.kind != "text" else ""
        if mark:
            yield len(line.indent), len(mark), self._marker
        at = len(mark)
        for span in line.spans:
            if span.start > at:
                yield at, span.start, self._mark
            if span.bold or span.italic or span.link:
                yield span.start, span.end, self._look(span)
            at = span.end
        if at < len(text):
            yield at, len(text), self._mark

    def _look(self, span: Span) -> QTextCharFormat:
        kind = (span.bold, span.italic, bool(span.link))
        if kind not in self._looks:
            look = self._looks[kind] = QTextCharFormat()
            if span.bold:
                look.setFontWeight(QFont.Weight.Bold)
            look.setFontItalic(span.italic)
            if span.link:
                look.setForeground(self._link)
                look.setFontUnderline(True)
        return self._looks[kind]


class NoteMarks(QSyntaxHighlighter):
    """Bold in bold, italic in italic, links underlined; the marks themselves step back."""

    def __init__(self, note: QPlainTextEdit) -> None:
        super().__init__(note.document())
        self._note = note
        self._looks = MarkLooks(note.palette())

    def rehighlight(self) -> None:
        """Show all marks anew, in the colours of the theme."""
        self._looks = MarkLooks(self._note.palette())
        super().rehighlight()

    def highlightBlock(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show the marks of one line."""
        if may_have_marks(text):
            for start, length, look in self._looks.of(text):
                self.setFormat(start, length, look)


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
