"""Writes the looks of a Word document's lines as the light marks of a note."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from ladder_desktop.document import marks
from ladder_desktop.intake.word_text import Line, Piece

_INDENT = "  "
_NO_ITEM = "\u200b"  # before it, a dash is a dash and begins no list


@dataclass(frozen=True, slots=True)
class _Stretch:
    text: str
    bold: bool
    italic: bool
    link: str


def marked_line(line: Line, parts: Iterable[Piece] | None = None) -> str:
    """Return a line as it would be typed into a note.

    Args:
        line: what gives the list's mark and the look of the paragraph.
        parts: its letters, where only some of them are meant.
    """
    pieces = line.pieces if parts is None else tuple(parts)
    text = _marked(list(_stretches(line, pieces)))
    if line.item is None or parts is not None:
        return text
    mark = "-" if line.item.kind == "bullet" else f"{line.item.number}."
    return f"{_INDENT * line.item.level}{mark} {text}"


def _stretches(line: Line, pieces: Iterable[Piece]) -> Iterator[_Stretch]:
    """Yield the letters of a line, neighbours in the same look together.

    What the paragraph's style gives to all letters says nothing about some of them.
    """
    looks = (
        _Stretch(
            piece.text,
            piece.bold and not line.is_bold,
            piece.italic and not line.is_italic,
            piece.link,
        )
        for piece in pieces
    )
    for (bold, italic, link), group in groupby(looks, lambda one: (one.bold, one.italic, one.link)):
        yield _Stretch("".join(each.text for each in group), bold, italic, link)


def _marked(stretches: list[_Stretch]) -> str:
    """Return the text with marks, or without them where they would be read otherwise."""
    text = "".join(stretch.text for stretch in stretches)
    if not any(stretch.bold or stretch.italic or stretch.link for stretch in stretches):
        return text
    with_links = _with_links(stretches)
    typed = _with_stars(with_links)
    if _is_read_as(typed, with_links):
        return typed
    return "".join(stretch.text for stretch in with_links)


def _with_links(stretches: list[_Stretch]) -> list[_Stretch]:
    """Return the stretches with each link written out: ``[label](address)``."""
    found: list[_Stretch] = []
    for number, stretch in enumerate(stretches):
        before = stretches[number - 1] if number else None
        address = f" ({stretch.link})"
        text = stretch.text
        if stretch.link and before and before.link == stretch.link and text == address:
            continue  # on paper, the address follows its label
        if stretch.link:
            text = _linked(text.removesuffix(address), stretch.link)
        found.append(_Stretch(text, stretch.bold, stretch.italic, ""))
    return found


def _linked(label: str, address: str) -> str:
    typed = f"[{label}]({address})"
    if label.strip() == address:
        return label
    spans = marks.parse_line(typed).spans
    return typed if spans and spans[0].link == address else f"{label} ({address})"


def _with_stars(stretches: list[_Stretch]) -> str:
    """Return the text with stars: bold outside, italic inside, no blank beside a star."""
    found: list[str] = []
    for is_bold, group in groupby(stretches, lambda one: one.bold):
        inside: list[str] = []
        for is_italic, parts in groupby(group, lambda one: one.italic):
            text = "".join(part.text for part in parts)
            inside.append(_starred(text, "*") if is_italic else text)
        text = "".join(inside)
        found.append(_starred(text, "**") if is_bold else text)
    return "".join(found)


def _starred(text: str, stars: str) -> str:
    """Return each line of a text between stars, the blanks around it outside of them."""
    return "\n".join(_starred_line(line, stars) for line in text.split("\n"))


def _starred_line(line: str, stars: str) -> str:
    core = line.strip()
    if not core:
        return line
    start = line.index(core[0])
    return f"{line[:start]}{stars}{core}{stars}{line[start + len(core) :]}"


def _is_read_as(typed: str, meant: list[_Stretch]) -> bool:
    """Tell whether marks are read as they are meant; the look of a blank is none."""
    read: list[tuple[str, bool, bool]] = []
    for line in typed.split("\n"):
        for span in marks.parse_line(_NO_ITEM + line).spans:
            read += [(sign, span.bold, span.italic) for sign in _seen(span.text)]
    wanted = [
        (sign, stretch.bold, stretch.italic)
        for stretch in meant
        for line in stretch.text.split("\n")
        for sign in _seen(marks.plain(_NO_ITEM + line))
    ]
    return read == wanted


def _seen(text: str) -> Iterator[str]:
    return (sign for sign in text if not sign.isspace() and sign != _NO_ITEM)
