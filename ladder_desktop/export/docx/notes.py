"""What people wrote: every line and blank line as typed, the light marks set."""

from collections.abc import Iterator

from ladder_desktop.document import marks
from ladder_desktop.document.clean import cleaned
from ladder_desktop.document.pictures import MARKER
from ladder_desktop.export.docx.kit import Kit
from ladder_desktop.export.docx.numbering import DEEPEST
from ladder_desktop.export.docx.pictures import column, figure
from ladder_desktop.export.docx.xml import Element, w

_TAB = 4
_LINES = 5  # to write on by hand


def note(
    kit: Kit, text: str, style: str, *lead: Element, room: float | None = None
) -> Iterator[Element]:
    """Yield a note as paragraphs; `lead` stands at the start of the first one.

    A lead makes the first line plain text even where it is a list's item. Pictures stand on
    their own, as wide as `room` in points allows, which is the page's unless it is given.
    """
    lists = _Lists(kit)
    wide = column(kit) if room is None else room
    for index, line in enumerate(cleaned(text).split("\n")):
        read = marks.parse_line(line)
        if lead and index == 0:
            yield from _led(kit, line, read, style, lead)
            yield from (one for span in _shown(read) for one in figure(kit, span, style, wide))
            continue
        numbered = lists.properties(read)
        for part in read.parts():
            if isinstance(part, marks.Span):
                yield from figure(kit, part, style, wide)
                continue
            yield kit.paragraph(style, kit.spans(part.spans), line, *numbered)
            numbered = []


def _led(
    kit: Kit, line: str, read: marks.Line, style: str, lead: tuple[Element, ...]
) -> Iterator[Element]:
    """Yield the first line behind its lead, its pictures left out."""
    said = [span for span in read.spans if not span.picture]
    runs = kit.spans(said) if read.kind == "text" else kit.runs(_without_pictures(line))
    yield kit.paragraph(style, (*lead, *runs), line)


def _shown(line: marks.Line) -> Iterator[marks.Span]:
    return (span for span in line.spans if span.picture)


def _without_pictures(line: str) -> str:
    return MARKER.sub("", line)


def article(kit: Kit, text: str) -> Iterator[Element]:
    """Yield a text to read, its light marks set, in bookmarks that say that it was printed."""
    lists = _Lists(kit)
    lines = cleaned(text).split("\n")
    for line in filter(str.strip, lines):  # the style leaves room below each
        read = marks.parse_line(line)
        inside = kit.marked(kit.names.printed(), kit.spans(read.spans))
        yield kit.paragraph("Intro", inside, line, *lists.properties(read))


def answer(kit: Kit, text: str, style: str, question: str) -> Iterator[Element]:
    """Yield what was written, or room and words for what was not."""
    if text.strip():
        yield from note(kit, text, style)
    elif kit.look.blank:
        yield from (kit.paragraph("WritingLine", (), "", w("keepNext")) for _ in range(_LINES - 1))
        yield kit.paragraph("WritingLine", (), "")
    else:
        said = kit.words("No answer yet")
        yield kit.paragraph(style, (kit.placeholder(said, question),), said)


class _Lists:
    """Follows the lists of one note in and out."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._indents: list[int] = []
        self._numbers: dict[int, tuple[int, int]] = {}

    def properties(self, line: marks.Line) -> list[Element]:
        """Return what makes a paragraph an item of its list; nothing for a line of text."""
        if line.kind == "text":
            self._indents.clear()
            self._numbers.clear()
            return []
        level = self._level(len(line.indent.expandtabs(_TAB)))
        number = self._number(line, level)
        return [w("numPr", w("ilvl", val=level), w("numId", val=number))]

    def _level(self, indent: int) -> int:
        while self._indents and indent < self._indents[-1]:
            self._indents.pop()
        if not self._indents or (indent > self._indents[-1] and len(self._indents) <= DEEPEST):
            self._indents.append(indent)
        return len(self._indents) - 1

    def _number(self, line: marks.Line, level: int) -> int:
        """Return the list that makes Word count this item as it was typed."""
        for deeper in [each for each in self._numbers if each > level]:
            del self._numbers[deeper]
        if line.kind == "bullet":
            self._numbers.pop(level, None)
            return self._kit.numbering.bullets()
        typed = int(line.marker.rstrip("."))
        last, number = self._numbers.get(level, (None, 0))
        if last is None or typed != last + 1:
            number = self._kit.numbering.numbers_from(typed, level)
        self._numbers[level] = (typed, number)
        return number
