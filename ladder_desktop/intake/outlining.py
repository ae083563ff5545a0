"""Finds the outline of a document: its title, its headings, its lists, its space for answers."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from ladder_desktop.document.clean import cleaned
from ladder_desktop.intake.word_controls import Control
from ladder_desktop.intake.word_styles import Item
from ladder_desktop.intake.word_text import Content, Line, Piece, Table

Role = Literal["title", "heading", "text", "item", "space", "table"]

_TYPED_BULLET = re.compile(r"\s*[•·▪◦‣●○–*-]\s+(?=\S)")
_TYPED_NUMBER = re.compile(r"\s*\(?(?P<number>\d{1,3})[.)]\s+(?=\S)")
_BOX = re.compile(r"\s*(?:[☐☑☒□❏❑⬜]|\[[ xX]?\])\s*(?=\S)")
_SPACE = re.compile(r"[\s_.…‗\-–—]*")
_RULE = " \t_.…‗"
_LEAST_LINE, _LEAST_DOTS = 3, 5
_FIELDS = ("text", "date")  # of a form, in which something is written
_LONGEST_HEADING = 120


@dataclass(frozen=True, slots=True)
class Part:
    """One paragraph or table of a document, and what it is there for.

    Attributes:
        number: which one of the document it is, counted from 1.
        role: what it is there for; space is room for an answer.
        text: its words, without a list's mark.
        level: how deep a heading or an item is, counted from 0.
        mark: how an item is marked, blank for all else.
        ordinal: the number of a numbered item; 0 for others.
        has_box: it begins with a box to tick.
        is_ruled: it ends in a line to write on, or a form's field.
        lists: what each of a form's lists offers for an answer.
        links: label and address of the links in it.
        table: the table.
    """

    number: int
    role: Role
    text: str = ""
    level: int = 0
    mark: Literal["", "bullet", "number"] = ""
    ordinal: int = 0
    has_box: bool = False
    is_ruled: bool = False
    links: tuple[tuple[str, str], ...] = ()
    table: Table | None = None
    is_bold: bool = False
    lists: tuple[tuple[str, ...], ...] = ()


def parts_of(content: Iterable[Content], start: int = 1) -> list[Part]:
    """Return the parts of a document in order; boxes of a single cell are opened."""
    found: list[Part] = []
    for number, each in enumerate(_opened(content), start=start):
        if isinstance(each, Table):
            found.append(Part(number, "table", table=each))
        else:
            found += _parts_of_line(each, number)
    return found


def words_of(line: Line) -> str:
    """Return the words of a line on one line, without the mark of a list typed by hand."""
    return _without_mark(" ".join(cleaned(line.text).split()))[0]


def with_headings(parts: list[Part]) -> list[Part]:
    """Return the parts with bold lines as headings, where no better heading stands beside them.

    Google Docs writes such lines where people chose bold letters instead of a heading.
    """
    has_real = any(part.role == "heading" for part in parts)
    level = 1 + max((part.level for part in parts if part.role == "heading"), default=0)
    found: list[Part] = []
    is_last = True
    for part in reversed(parts):
        if part.is_bold and part.role == "text" and not is_last and _may_be_heading(part):
            found.append(Part(part.number, "heading", part.text, level if has_real else 0))
        else:
            found.append(part)
        is_last = is_last and part.role == "space"
    return found[::-1]


def _may_be_heading(part: Part) -> bool:
    is_short = len(part.text) <= _LONGEST_HEADING and not part.text.endswith((":", ",", ";"))
    return is_short and not part.is_ruled and not part.links


def _opened(content: Iterable[Content]) -> Iterator[Content]:
    """Yield what is in a document; a table of one cell is only a frame around its content."""
    for each in content:
        if isinstance(each, Table) and _is_frame(each):
            yield from _opened(each.rows[0].cells[0].content)
        else:
            yield each


def _is_frame(table: Table) -> bool:
    return len(table.rows) == 1 and len(table.rows[0].cells) == 1


def _parts_of_line(line: Line, number: int) -> list[Part]:
    """Return a paragraph as parts; line breaks in it part its lines."""
    texts = cleaned(line.text).split("\n")
    if line.outline is not None or len(texts) == 1:
        return [_part(line, " ".join(" ".join(texts).split()), number, line.controls)]
    links = _links(line)
    found = []
    for text, controls in zip(texts, _shared(line.controls, len(texts)), strict=True):
        part = _part(line, " ".join(text.split()), number, controls)
        here = tuple(link for link in links if link[0] in text)
        found.append(replace(part, links=here))
    return found


def _shared(controls: tuple[Control, ...], count: int) -> list[tuple[Control, ...]]:
    """Return the controls of each line of a paragraph: one for each, or all in the last."""
    if len(controls) == count:
        return [(each,) for each in controls]
    return [()] * (count - 1) + [controls]


def _part(line: Line, text: str, number: int, controls: Sequence[Control]) -> Part:
    lists = tuple(each.choices for each in controls if each.choices)
    if _SPACE.fullmatch(text):
        return Part(number, "space", lists=lists)
    bare = text.rstrip(_RULE)
    is_ruled = _is_rule(text[len(bare) :])
    shown = bare if is_ruled else text
    is_ruled = is_ruled or any(each.kind in _FIELDS for each in controls)
    if line.style.lower() == "title":
        return Part(number, "title", shown)
    if line.outline is not None:
        return Part(number, "heading", shown, line.outline)
    bare, typed, has_box = _without_mark(shown)
    if line.item is not None:
        bare, typed = _BOX.sub("", shown), line.item
    return Part(
        number,
        "item" if typed or has_box else "text",
        bare,
        typed.level if typed else 0,
        typed.kind if typed else "",
        typed.number if typed else 0,
        has_box,
        is_ruled,
        _links(line),
        is_bold=_is_bold(line),
        lists=lists,
    )


def _is_rule(tail: str) -> bool:
    """Tell whether the end of a line is a line to write on."""
    return sum(tail.count(sign) for sign in "_‗…") >= _LEAST_LINE or tail.count(".") >= _LEAST_DOTS


def _without_mark(text: str) -> tuple[str, Item | None, bool]:
    """Return a text without a mark typed by hand, the mark, and whether it is a box."""
    if box := _BOX.match(text):
        return text[box.end() :], None, True
    if bullet := _TYPED_BULLET.match(text):
        bare, _, has_box = _without_mark(text[bullet.end() :])
        return bare, Item("bullet", 0), has_box
    if number := _TYPED_NUMBER.match(text):
        return text[number.end() :], Item("number", 0, int(number["number"])), False
    return text, None, False


def _is_bold(line: Line) -> bool:
    letters = [piece for piece in line.pieces if piece.text.strip()]
    return bool(letters) and all(piece.bold for piece in letters)


def _links(line: Line) -> tuple[tuple[str, str], ...]:
    """Return label and address of each link, neighbouring letters of one link together."""
    found: list[tuple[str, str]] = []
    before: Piece | None = None
    for piece in line.pieces:
        if piece.link and before is not None and before.link == piece.link:
            found[-1] = (found[-1][0] + piece.text, piece.link)
        elif piece.link:
            found.append((piece.text, piece.link))
        before = piece
    return tuple((" ".join(label.split()), address) for label, address in found)
