"""Finds the words of a text that can be checked: those that people spell by the rules."""

import re
import unicodedata
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST = 60  # characters; nobody writes such a word by mistake
_LETTER = "[^\\W\\d_][\u0300-\u036f]*"
# A word stands alone: no digit, no underscore and no mark within it, as in `un**likely**`.
_WORD = re.compile(
    rf"(?<![\w@#])(?<!\w\*)(?<!\w\*\*)(?:{_LETTER})+(?:['’ʼ](?:{_LETTER})+)*(?!\w|\*{{1,2}}\w)"
)
# Addresses, names of files, and abbreviations with points in them. Each begins where nothing it
# may hold stands before it: looked for from every letter on, a line without blanks takes minutes.
_ADDRESS = re.compile(
    r"(?:https?://|mailto:|www\.)[^\s<>]+|(?<![^\s<>])[^\s<>]+@[^\s<>]+|[A-Za-z]:\\\S+"
    r"|(?<![\w-])-*+\w[\w-]*+(?:\.[\w-]+)+"
)
_HYPHENS = "-\u2010\u2011"
_LAST_LATIN = "\u024f"
_LATIN_ADDITIONS = range(0x1E00, 0x1F00)


@dataclass(frozen=True, slots=True)
class Word:
    """A word where it stands.

    Attributes:
        start: its place in the text, in characters.
        end: where it ends there.
        text: the word as a dictionary has it: letters composed, with straight apostrophes.
        whole: the compound that it is a part of, such as ``e-mail``; the word itself elsewhere.
    """

    start: int
    end: int
    text: str
    whole: str


def words_of(text: str) -> Iterator[Word]:
    """Yield the words of a text that can be checked, in order.

    Left out are addresses, what holds digits, acronyms, names like ``YouTube``, and every script
    but the Latin one.
    """
    addresses = deque(found.span() for found in _ADDRESS.finditer(text))
    for found in _WORD.finditer(text):
        start, end = found.span()
        while addresses and addresses[0][1] <= start:
            addresses.popleft()
        if addresses and addresses[0][0] < end:
            continue
        if is_checkable(found[0]):
            yield Word(start, end, plain(found[0]), plain(_compound(text, start, end)))


def plain(word: str) -> str:
    """Return a word as a dictionary has it."""
    if word.isascii():
        return word
    for sign in "’ʼ":
        word = word.replace(sign, "'")
    for sign in _HYPHENS[1:]:
        word = word.replace(sign, "-")
    return unicodedata.normalize("NFC", word)


def is_checkable(word: str) -> bool:
    """Tell whether a dictionary can know a word: not an acronym, nor of another script."""
    if len(word) < 2 or len(word) > LONGEST:  # noqa: PLR2004 - one letter is no word
        return False
    is_capital = [letter.isupper() for letter in word if letter.isalpha()]
    # NASA, PLCs, YouTube, iPhone; but not Monday
    if any(is_capital[1:]):
        return False
    return word.isascii() or all(_is_latin(letter) for letter in word)


def _is_latin(letter: str) -> bool:
    is_letter = letter <= _LAST_LATIN or ord(letter) in _LATIN_ADDITIONS
    return is_letter or letter in "’ʼ" or unicodedata.combining(letter) != 0


def _compound(text: str, start: int, end: int) -> str:
    """Return the word with what is joined to it by hyphens, if that is no longer than words are."""
    first, last = start, end
    lowest, highest = max(end - LONGEST, 0), min(start + LONGEST + 1, len(text))
    while first > lowest + 1 and text[first - 1] in _HYPHENS and _is_letter(text[first - 2]):
        first -= 1
        while first > lowest and _is_letter(text[first - 1]):
            first -= 1
    while last + 1 < highest and text[last] in _HYPHENS and _is_letter(text[last + 1]):
        last += 1
        while last < highest and _is_letter(text[last]):
            last += 1
    return text[first:last] if last - first <= LONGEST else text[start:end]


def _is_letter(sign: str) -> bool:
    return sign.isalpha() or unicodedata.combining(sign) != 0
