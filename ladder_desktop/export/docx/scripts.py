"""Cuts a text where its script changes, for Word sets each with another font and direction."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Script = Literal["plain", "right", "east"]

# Hebrew to Arabic Extended-A, the presentation forms, and the right-to-left scripts of plane 1.
_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
# Jamo, radicals to Yi, Hangul, compatibility ideographs, full-width forms, planes 2 and 3.
_EAST = "\u1100-\u11ff\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f"
_EAST += "\uff00-\uffef\U0001b000-\U0001b2ff\U00020000-\U0003ffff"
_SPECIAL = re.compile(f"[{_RIGHT}{_EAST}]")
# Between letters of one right-to-left script, blanks and stops belong to it too.
_PIECES = re.compile(
    f"(?P<right>[{_RIGHT}]+(?:[^\\w{_RIGHT}{_EAST}]+[{_RIGHT}]+)*)|(?P<east>[{_EAST}]+)"
    f"|(?P<plain>[^{_RIGHT}{_EAST}]+)"
)
_STRONG_RIGHT = ("R", "AL")
_STRONG = (*_STRONG_RIGHT, "L")
_LOOKED_AT = 2000  # characters in which a paragraph shows its direction


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in one script."""

    text: str
    script: Script


def pieces(text: str) -> Iterator[Piece]:
    """Yield the stretches of a text, in order."""
    if not _SPECIAL.search(text):
        yield Piece(text, "plain")
        return
    for found in _PIECES.finditer(text):
        script: Script = (
            "right" if found.lastgroup == "right" else "east" if found["east"] else "plain"
        )
        yield Piece(found[0], script)


def runs_right_to_left(text: str) -> bool:
    """Tell whether a paragraph begins with a letter of a script written from the right.

    Rule P2 of Unicode's annex 9.
    """
    for letter in text[:_LOOKED_AT]:
        direction = unicodedata.bidirectional(letter)
        if direction in _STRONG:
            return direction in _STRONG_RIGHT
    return False
