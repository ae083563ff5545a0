"""Set and take away the light marks of a line, and go on with its lists.

The marks that come out are those that `marks` reads: a line is only changed in a way that reads
back as what was wanted.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ladder_desktop.document.marks import pairs, parse_line

BOLD, ITALIC = 2, 1
_BOTH = BOLD | ITALIC
_ITEM = re.compile(r"(?P<indent>[ \t]*)(?P<mark>-|(?P<number>[0-9]{1,3})\.)(?P<gap> +)")
_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_INDENT = re.compile(r"[ \t]*")
_LARGEST = 999  # the largest number that still is a list's


@dataclass(frozen=True, slots=True)
class Marked:
    """A line after a change, and where the part that was meant stands in it now."""

    line: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Bare:
    """A line without its star marks.

    Attributes:
        text: what is left.
        looks: for each character whether it is bold (2), italic (1), both or neither.
        places: where each character stood in the line as typed, and the line's end.
    """

    text: str
    looks: tuple[int, ...]
    places: tuple[int, ...]

    def place(self, typed: int) -> int:
        """Return where a place in the line as typed lies in the bare text."""
        return next((at for at, place in enumerate(self.places) if place >= typed), len(self.text))


def word_at(line: str, place: int) -> tuple[int, int]:
    """Return where the word begins and ends that a place touches; the place twice for none."""
    found = (word.span() for word in _WORD.finditer(line))
    return next(((start, end) for start, end in found if start <= place <= end), (place, place))


def has_look(line: str, start: int, end: int, look: int) -> bool:
    """Tell whether all words between two places of a line have a look already."""
    bare = _bare(line)
    meant = range(bare.place(start), bare.place(end))
    looks = [bare.looks[at] for at in meant if not bare.text[at].isspace()]
    return bool(looks) and all(each & look for each in looks)


def with_look(line: str, start: int, end: int, look: int, *, wanted: bool) -> Marked | None:
    """Return the line with the words between two places set bold or italic, or no longer so.

    Args:
        line: as typed.
        start: where what is meant begins.
        end: where it ends.
        look: `BOLD` or `ITALIC`.
        wanted: whether it is to have the look.

    Returns:
        None where the marks can't say it.
    """
    bare = _bare(line)
    first = len(line) - len(line[_content(line) :])
    begin, stop = max(bare.place(start), bare.place(first)), bare.place(end)
    for begins, stops in ((begin, stop), _whole_words(bare.text, begin, stop)):
        looks = list(bare.looks)
        for at in range(begins, stops):
            looks[at] = looks[at] | look if wanted else looks[at] & ~look
        marked = _marked(bare.text, looks, begins, stops)
        if _reads_as(marked.line, bare.text, looks):
            return marked
    return None


def listed(lines: Sequence[str], *, numbered: bool) -> list[str]:
    """Return lines as items of a list, or, when all are items of it already, as plain ones.

    Blank lines stay as they are, unless there is nothing else.
    """
    written = [line for line in lines if line.strip()] or list(lines)
    if all(_is_item(line, numbered=numbered) for line in written):
        return [without_item(line) if line in written else line for line in lines]
    items = []
    number = 0
    for line in lines:
        if line not in written:
            items.append(line)
            continue
        number += 1
        indent = _INDENT.match(line)
        begin = indent[0] if indent else ""
        mark = f"{min(number, _LARGEST)}. " if numbered else "- "
        items.append(f"{begin}{mark}{without_item(line)[len(begin) :]}")
    return items


def without_item(line: str) -> str:
    """Return a line without the mark of a list."""
    item = _ITEM.match(line)
    return f"{item['indent']}{line[item.end() :]}" if item else line


def item_mark(line: str) -> str:
    """Return what a line begins with when it is the item of a list, else a blank text."""
    item = _ITEM.match(line)
    return item[0] if item else ""


def next_mark(line: str) -> str:
    """Return what the next item of a line's list begins with; blank where it is none."""
    item = _ITEM.match(line)
    if item is None:
        return ""
    if item["number"] is None:
        return item[0]
    number = min(int(item["number"]) + 1, _LARGEST)
    return f"{item['indent']}{number}.{item['gap']}"


def _is_item(line: str, *, numbered: bool) -> bool:
    item = _ITEM.match(line)
    return item is not None and (item["number"] is not None) == numbered


def _content(line: str) -> int:
    """Return where a line's content begins, behind the mark of its list."""
    return len(item_mark(line))


def _bare(line: str) -> _Bare:
    """Return the line without its star marks."""
    found = pairs(line)
    stars = {
        place + step
        for start, end, width in found
        for place in (start, end)
        for step in range(width)
    }
    places = [place for place in range(len(line)) if place not in stars]
    looks = [0] * len(line)
    for start, end, width in found:
        for place in range(start, end):
            looks[place] |= width
    return _Bare(
        "".join(line[place] for place in places),
        tuple(looks[place] for place in places),
        (*places, len(line)),
    )


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the places widened to the blanks around."""
    while start > _content(text) and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end


def _runs(text: str, looks: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Yield the stretches of one look, without blanks at their ends."""
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or looks[at] != looks[start]:
            part = text[start:at]
            lead = len(part) - len(part.lstrip())
            if looks[start] and part.strip():
                yield start + lead, start + len(part.rstrip()), looks[start]
            start = at


def _marked(text: str, looks: Sequence[int], begin: int, stop: int) -> Marked:
    """Put marks around each stretch; the part that was meant keeps its marks outside."""
    marks: dict[int, list[str]] = {}
    for start, end, look in _runs(text, _joined(text, looks)):
        marks.setdefault(start, []).append("*" * look)
        marks.setdefault(end, []).insert(0, "*" * look)
    line, places = "", [0] * (len(text) + 1)
    ends = [0] * (len(text) + 1)
    for at in range(len(text) + 1):
        ends[at] = len(line)
        line += "".join(marks.get(at, ()))
        places[at] = len(line)
        line += text[at : at + 1]
    return Marked(line, places[begin], max(ends[stop], places[begin]))


def _joined(text: str, looks: Sequence[int]) -> list[int]:
    """Return the looks with blanks between two words of one look taken to be of it, too."""
    joined = list(looks)
    for blank in re.finditer(r"\s+", text):
        start, end = blank.span()
        both = joined[start - 1] if start else 0
        same = end < len(text) and joined[end] == both
        joined[start:end] = [both if same else 0] * (end - start)
    return joined


def _reads_as(line: str, text: str, looks: Sequence[int]) -> bool:
    """Tell whether a line reads as a text in these looks, and is of the same list."""
    bare = _bare(line)
    if bare.text != text or parse_line(line).kind != parse_line(text).kind:
        return False
    return all(
        text[at].isspace() or bare.looks[at] & _BOTH == looks[at] & _BOTH for at in range(len(text))
    )
