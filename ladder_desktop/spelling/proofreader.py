"""Reads a text and names its misspelt words, each paragraph in its own language."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ladder_desktop.spelling.dictionary import LANGUAGES, Dictionary
from ladder_desktop.spelling.language import language_of, sounds_like
from ladder_desktop.spelling.own_words import OwnWords
from ladder_desktop.spelling.word_finding import Word, plain, words_of

FEW = 4  # words; fewer tell nothing about their language
ENOUGH = 6
MOST_KEPT = 500  # paragraphs that need not be read again
BREATH = 16  # words, some hundredths of a millisecond each

Load = Callable[[str], Dictionary | None]


@dataclass(frozen=True, slots=True)
class Mistake:
    """A word that no dictionary knows.

    Attributes:
        start: its place in the text, in characters.
        end: where it ends there.
        word: the word as a dictionary would have it.
        language: the language of its paragraph.
    """

    start: int
    end: int
    word: str
    language: str


class Proofreader:
    """Finds misspelt words; each dictionary is loaded when a text asks for it.

    One thread uses it at a time; only `follow` and `except_for` may be called from another.
    """

    def __init__(self, load: Load, own: Sequence[OwnWords] = ()) -> None:
        self._load = load
        self._own = own
        self._usual = "en"
        self._only = False
        self._names: frozenset[str] = frozenset()
        self._read: dict[str, list[Mistake]] = {}
        self._read_with: tuple[object, ...] = ()
        self._dictionaries: dict[str, Dictionary | None] = {}

    def follow(self, language: str, *, only: bool = False) -> None:
        """Take texts to be in a language.

        Args:
            language: its BCP 47 tag; where there is no dictionary for it, nothing is wrong in it.
            only: whether no paragraph may be in another one.
        """
        self._usual, self._only = language.partition("-")[0].lower(), only

    def except_for(self, names: str) -> None:
        """Take every word of these names to be right."""
        self._names = frozenset(word.text.casefold() for word in words_of(names))

    def mistakes(self, text: str) -> list[Mistake]:
        """Return the misspelt words of a paragraph, in order."""
        counted = (self._usual, self._only, self._names, *(own.words for own in self._own))
        if counted != self._read_with or len(self._read) > MOST_KEPT:
            self._read.clear()
            self._read_with = counted
        found = self._read.get(text)
        if found is None:
            found = self._read[text] = self._read_anew(text)
        return found

    def _read_anew(self, text: str) -> list[Mistake]:
        words = list(words_of(text))
        language = self._usual
        if not self._only:
            language = language_of((word.text for word in words), language)
        unknown = self._unknown(words, language)
        if not self._only and 2 * len(unknown) >= len(words) > 1:
            language, unknown = self._in_best_language(words, language, unknown)
        return [Mistake(word.start, word.end, word.text, language) for word in unknown]

    def is_able(self) -> bool:
        """Tell whether there is any dictionary."""
        return any(self._dictionary(language) for language in LANGUAGES)

    def is_own(self, word: str) -> bool:
        """Tell whether a word is right because a person said so."""
        return any(plain(word) in words for words in self._own)

    def suggestions(self, word: str, language: str) -> tuple[str, ...]:
        """Return at most five words that may be meant instead, the best first."""
        dictionary = self._dictionary(language)
        return dictionary.suggest(word) if dictionary else ()

    def _in_best_language(
        self, words: list[Word], language: str, unknown: list[Word]
    ) -> tuple[str, list[Word]]:
        """Return the language in which most of a paragraph is right; none where most is wrong."""
        for other in LANGUAGES:
            if other != language and self._dictionary(other):
                wrong = self._unknown(words, other)
                # of a few words, all have to be right
                if 2 * len(wrong) < len(unknown) and (len(words) >= FEW or not wrong):
                    language, unknown = other, wrong
        if len(words) >= ENOUGH and 2 * len(unknown) > len(words):
            # somebody who spells most words their own way still writes the small ones
            is_foreign = not sounds_like(language, [word.text for word in words])
            return language, [] if is_foreign else unknown
        return language, unknown

    def _unknown(self, words: list[Word], language: str) -> list[Word]:
        dictionary = self._dictionary(language)
        if dictionary is None:
            return []
        unknown = []
        for number, word in enumerate(words):
            if number % BREATH == 0:
                time.sleep(0)  # who types goes first: Python runs one thread at a time
            if not self._is_right(word, dictionary):
                unknown.append(word)
        return unknown

    def _is_right(self, word: Word, dictionary: Dictionary) -> bool:
        text = word.text
        if dictionary.knows(text) or text.casefold() in self._names or self.is_own(text):
            return True
        return word.whole != text and (dictionary.knows(word.whole) or self.is_own(word.whole))

    def _dictionary(self, language: str) -> Dictionary | None:
        if language not in self._dictionaries:
            known = language in LANGUAGES
            self._dictionaries[language] = self._load(language) if known else None
        return self._dictionaries[language]
