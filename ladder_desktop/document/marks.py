"""Read the light marks of a note: bold, italic, links, lists and pictures, line by line.

The stored text stays plain. What is not exactly such a mark is text as typed: there are no
escapes, no entities, no headings, and ``_`` marks nothing. ``2*3*4`` and ``1990. A year`` stay
as they are. Every span knows where it stands in its line, so that the editor can show the marks
with the same eyes with which the paper reads them.
"""

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from ladder_desktop.document.pictures import MARKER

_ITEM = re.compile(r"(?P<indent>[ \t]*)(?:(?P<bullet>-)|(?P<number>[0-9]{1,3}\.)) +(?=\S)")
_LINK = re.compile(
    rf"{MARKER.pattern}"
    r"|\[(?P<label>[^\[\]\n]+)\]\((?P<target>(?:https?://|mailto:)[^\s()<>\"]+)\)"
    r"|(?P<bare>(?:https?://|mailto:)[^\s<>\"]*[^\s<>\".,;:!?'()\[\]*])"
)
_STARS = re.compile(r"(?<!\*)\*{1,3}(?!\*)")
# So many marks are never open at once in a note; the bound keeps a line of stars cheap to read.
_MOST_OPEN = 64
_BOLD_WIDTH = 2

# The place of a mark in its line, its width, and the look after it (bit 1: bold, bit 2: italic).
_Turn = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a line in one look.

    Attributes:
        text: what is printed.
        start: where the stretch begins in the line as typed.
        end: where it ends there.
        bold: set in bold.
        italic: set in italic.
        link: the address it leads to, or blank; only http, https and mailto.
        picture: the id of the picture that stands here, or blank; `text` describes it.
    """

    text: str
    start: int
    end: int
    bold: bool = False
    italic: bool = False
    link: str = ""
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a note.

    Attributes:
        kind: plain text, or an item of a list.
        indent: the blanks before a list's mark, as typed; blank for text, which keeps its own.
        marker: the item's mark as printed, such as ``•`` or ``3.``; blank for text.
        spans: what follows the mark, in order.
    """

    kind: Literal["text", "bullet", "number"]
    indent: str
    marker: str
    spans: tuple[Span, ...]

    def parts(self) -> "Iterator[Line | Span]":
        """Yield the line parted at its pictures, which paper sets on their own.

        What stands before the first picture keeps the mark of a list; nothing is yielded for
        what is blank.
        """
        line, spans = self, []
        for span in self.spans:
            if not span.picture:
                spans.append(span)
                continue
            if line.marker or any(one.text.strip() for one in spans):
                yield replace(line, spans=tuple(spans))
            yield span
            line, spans = Line("text", "", "", ()), []
        if any(one.text.strip() for one in spans) or line is self:
            yield replace(line, spans=tuple(spans))


def parse(text: str) -> tuple[Line, ...]:
    """Return the lines of a note, one for each line as typed."""
    return tuple(parse_line(line) for line in text.split("\n"))


def parse_line(line: str) -> Line:
    """Return one line with its marks read."""
    item = _ITEM.match(line)
    if item is None:
        return Line("text", "", "", tuple(_spans(line, 0)))
    spans = tuple(_spans(line, item.end()))
    if item["bullet"]:
        return Line("bullet", item["indent"], "•", spans)
    return Line("number", item["indent"], item["number"], spans)


def plain(text: str) -> str:
    """Return the note as it is printed, its marks taken away and nothing else.

    A link's address follows its label in round brackets, as it does on paper.
    """
    return "\n".join(
        line.indent
        + (f"{line.marker} " if line.marker else "")
        + "".join(span.text for span in line.spans)
        for line in parse(text)
    )


def pairs(line: str) -> list[tuple[int, int, int]]:
    """Return the star marks of a line that have their partners, in no order.

    Returns:
        For each pair the place of its first mark, that of its second, and the width of either:
        1 is italic, 2 bold, 3 both.
    """
    item = _ITEM.match(line)
    return _pairs(line, item.end() if item else 0) if "*" in line else []


def _veiled(line: str) -> str:
    """Return the line with something in place of each picture: stars in it mark nothing."""
    return MARKER.sub(lambda one: "\ufffc" * len(one[0]), line) if "](picture:" in line else line


def _spans(line: str, start: int) -> Iterator[Span]:
    """Yield the spans of a line from `start` on."""
    turns = _emphasis(line, start) if "*" in line else []
    at = start
    for found in _LINK.finditer(line, start):
        yield from _looks(line, at, found.start(), turns)
        yield from _link(line, found, turns)
        at = found.end()
    yield from _looks(line, at, len(line), turns)


def _link(line: str, found: re.Match[str], turns: list[_Turn]) -> Iterator[Span]:
    """Yield a picture, or a link: its label, then its address where that says more."""
    if found["picture"]:
        yield Span(found["said"].strip(), found.start(), found.end(), picture=found["picture"])
        return
    if found["bare"]:
        yield from _looks(line, found.start(), found.end(), turns, found["bare"])
        return
    target = found["target"]
    yield from _looks(line, found.start("label"), found.end("label"), turns, target)
    if found["label"].strip() != target:
        yield Span(f" ({target})", found.start("target"), found.end("target"), link=target)


def _looks(line: str, start: int, end: int, turns: list[_Turn], link: str = "") -> Iterator[Span]:
    """Yield the part of a line from `start` to `end`, cut where bold or italic changes."""
    index = bisect_left(turns, (start, 0, 0))
    look = turns[index - 1][2] if index else 0
    at = start
    while index < len(turns) and turns[index][0] < end:
        place, width, after = turns[index]
        if place > at:
            yield Span(line[at:place], at, place, bool(look & 1), bool(look & 2), link)
        at, look = place + width, after
        index += 1
    if end > at:
        yield Span(line[at:end], at, end, bool(look & 1), bool(look & 2), link)


def _emphasis(line: str, start: int) -> list[_Turn]:
    """Return each star mark that has its partner, from left to right."""
    return _with_looks(_pairs(line, start))


def _pairs(line: str, start: int) -> list[tuple[int, int, int]]:
    line = _veiled(line)
    found: list[tuple[int, int, int]] = []
    open_runs: deque[re.Match[str]] = deque(maxlen=_MOST_OPEN)
    for run in _STARS.finditer(line, start):
        partner = _partner(open_runs, run) if _may_close(line, run) else None
        if partner is not None:
            found.append((partner.start(), run.start(), len(run[0])))
        elif _may_open(line, run, start):
            open_runs.append(run)
    return found


def _partner(open_runs: deque[re.Match[str]], run: re.Match[str]) -> re.Match[str] | None:
    """Take the nearest open mark of the same width, and forget those inside it."""
    if all(other[0] != run[0] for other in open_runs):
        return None
    while open_runs:
        found = open_runs.pop()
        if found[0] == run[0]:
            return found
    return None


def _with_looks(found: list[tuple[int, int, int]]) -> list[_Turn]:
    """Return the look that holds after each mark of the pairs (start, end, width)."""
    ends = [(start, width, 1) for start, _, width in found]
    ends += [(end, width, -1) for _, end, width in found]
    bold = italic = 0
    turns: list[_Turn] = []
    for place, width, step in sorted(ends):
        bold += step if width != 1 else 0
        italic += step if width != _BOLD_WIDTH else 0
        turns.append((place, width, (1 if bold else 0) | (2 if italic else 0)))
    return turns


def _may_open(line: str, run: re.Match[str], start: int) -> bool:
    """Tell whether the mark stands before a word: nothing of a word before it, no blank after."""
    before = line[run.start() - 1] if run.start() > start else " "
    after = line[run.end() : run.end() + 1] or " "
    return not before.isalnum() and not after.isspace()


def _may_close(line: str, run: re.Match[str]) -> bool:
    """Tell whether the mark stands behind a word: no blank before it, nothing of a word after."""
    before = line[run.start() - 1 : run.start()] or " "
    after = line[run.end() : run.end() + 1] or " "
    return not before.isspace() and not after.isalnum()
