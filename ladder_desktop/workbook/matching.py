"""Finds what people type in what people wrote: capitals, accents and width make no difference.

Scripts that put no blanks between words, such as Chinese or Thai, are taken letter by letter, so
that any part of a text in them is found without knowing its words.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

# letters that no decomposition turns into their plain one
PLAIN = {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe"}
# Thai, Lao, Tibetan, Burmese, Khmer, New Tai Lue, Balinese, kana, Chinese, Javanese
UNSPACED = re.compile(
    "[\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u1950-\u19ff\u1b00-\u1b7f"
    "\u3041-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua980-\ua9df"
    "\uf900-\ufaff\U00020000-\U0003ffff]"
)
# combining classes of marks that change no letter: those of Hebrew and Arabic, and accents
POINTS, ACCENTS = range(10, 36), range(200, 241)
TATWEEL = "\u0640"  # stretches an Arabic word, and says nothing
QUOTED = re.compile(r"[\"“”„«»]([^\"“”„«»]*)[\"“”„«»]|([^\s\"“”„«»]+)")
MOST_TERMS = 12
AT_ONCE = 2000  # letters of a long text that are looked at together
Span = tuple[int, int]


class Term(NamedTuple):
    """Words that are to follow each other.

    Attributes:
        words: the words, folded.
        is_quoted: they stood in quotes, so that the last one is whole.
    """

    words: tuple[str, ...]
    is_quoted: bool = False

    @property
    def goes_on(self) -> bool:
        """Tell whether the last word may be the beginning of one; a single letter is none."""
        return not self.is_quoted and len(self.words[-1]) > 1

    @property
    def says_much(self) -> bool:
        """Tell whether it is more than a single letter of a script that spells."""
        return len(self.words) > 1 or len(self.words[0]) > 1 or bool(UNSPACED.match(self.words[0]))


class _Folds(dict[int, str]):
    """For each letter's number what it counts as; filled as letters come up."""

    def __missing__(self, number: int) -> str:
        folded = self[number] = _folded_letter(chr(number))
        return folded


class _Words(dict[int, str]):
    """The same with a blank for what parts words, and around letters that stand for themselves."""

    def __missing__(self, number: int) -> str:
        kept = "".join(letter if _is_of_words(letter) else " " for letter in _FOLDS[number])
        word = self[number] = f" {kept} " if UNSPACED.match(chr(number)) else kept
        return word


def folded(text: str) -> str:
    """Return a text without what makes no difference."""
    return text.lower() if text.isascii() else text.translate(_FOLDS)


def words_in(text: str) -> list[str]:
    """Return the words of a text, folded."""
    return unicodedata.normalize("NFC", text).translate(_WORDS).split()


def terms(typed: str) -> list[Term]:
    """Return what a person looks for: every word, and each part in quotes, by itself."""
    found = []
    for quoted, plain in QUOTED.findall(typed):
        if words := words_in(quoted or plain):
            found.append(Term(tuple(words), is_quoted=bool(quoted)))
    return found[:MOST_TERMS]


def says_enough(typed: str) -> bool:
    """Tell whether what is typed is worth looking for: more than single letters."""
    return any(term.says_much for term in terms(typed))


def places(text: str, wanted: str) -> list[Span]:
    """Return where a text holds another one, letter by letter: the first letter, and its end."""
    pattern = folded(wanted)
    within = folded(text)
    if not pattern:
        return []
    found = [match.span() for match in re.finditer(re.escape(pattern), within)]
    if not found or all(len(_FOLDS[ord(letter)]) == 1 for letter in set(text)):
        return found
    return [span for span in _unfolded(text, found) if span[0] < span[1]]


def places_of_terms(text: str, wanted: Sequence[Term]) -> list[Span]:
    """Return where the words of terms stand, from the start on; looks no further than needed.

    A long text is looked at part by part, and only the first part that holds any is told of.
    """
    for start in range(0, max(len(text), 1), AT_ONCE):
        part = text[start : start + AT_ONCE + AT_ONCE // 10]
        if found := [(start + one, start + end) for one, end in _in_part(part, wanted)]:
            return found
    return []


def _in_part(text: str, wanted: Sequence[Term]) -> list[Span]:
    words = list(_words_with_places(text))
    found = []
    for at in range(len(words)):
        for term in wanted:
            part = words[at : at + len(term.words)]
            if _is_like(tuple(word for word, _, _ in part), term):
                found.append((part[0][1], part[-1][2]))
    return _joined(found)


def _is_like(words: tuple[str, ...], term: Term) -> bool:
    if not term.goes_on:
        return words == term.words
    is_whole = len(words) == len(term.words) and words[:-1] == term.words[:-1]
    return is_whole and words[-1].startswith(term.words[-1])


def _words_with_places(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield each word, folded, with the places of its first letter and of its end."""
    word, start = "", 0
    for at, letter in enumerate(text):
        counts_as = _WORDS[ord(letter)]
        if counts_as[:1] == " " and word:
            yield word, start, at
            word = ""
        if counts_as.strip():
            start = start if word else at
            word += counts_as.strip()
        if counts_as[-1:] == " " and word:
            yield word, start, at + 1
            word = ""
    if word:
        yield word, start, len(text)


def _joined(spans: list[Span]) -> list[Span]:
    """Return places in order, those that overlap or touch made one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _unfolded(text: str, spans: list[Span]) -> Iterator[Span]:
    """Yield the places in a text that belong to those in what it counts as."""
    ends = list(accumulate(len(_FOLDS[ord(letter)]) for letter in text))
    owners = [at for at, letter in enumerate(text) for _ in _FOLDS[ord(letter)]]
    for start, end in spans:
        last = owners[end - 1] + 1
        while last < len(text) and ends[last] == end:
            last += 1  # the marks of the last letter belong to it
        yield owners[start], last


def _folded_letter(letter: str) -> str:
    if letter == TATWEEL:
        return ""
    parts = unicodedata.normalize("NFKD", letter).casefold()
    bare = "".join(part for part in unicodedata.normalize("NFKD", parts) if not _is_accent(part))
    plain = "".join(PLAIN.get(part, part) for part in bare)
    return unicodedata.normalize("NFC", plain)


def _is_accent(letter: str) -> bool:
    mark = unicodedata.combining(letter)
    return mark in POINTS or mark in ACCENTS or unicodedata.category(letter) == "Cf"


def _is_of_words(letter: str) -> bool:
    category = unicodedata.category(letter)
    return category[0] in "LNM" or category == "Co"


_FOLDS = _Folds()
_WORDS = _Words()
