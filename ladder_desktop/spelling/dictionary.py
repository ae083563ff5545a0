"""The dictionary of one language: Hunspell's, and the words of the field beside it."""

import re
from pathlib import Path
from typing import Protocol, cast

LANGUAGES = ("en", "es")
MOST_SUGGESTED = 5
FOLDER = "dictionaries"  # fetched at set-up, beside the words of the field
FIELD = "spelling"
# British spellings: right where the American one is, that these lead to.
_BRITISH = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"our(?=$|s$|ed|ing|able|ful|ist|ite|less|ly)", "or"),
        (r"is(?=e$|es$|ed$|er$|ers$|ing$|ation$|ations$)", "iz"),
        (r"ys(?=e$|es$|ed$|ing$)", "yz"),
        (r"(?<=\w)tre(?=$|s$|d$)", "ter"),
        (r"ll(?=ed$|ing$|er$|ers$)", "l"),
        (r"ence(?=$|s$)", "ense"),
        (r"ogue(?=$|s$)", "og"),
        (r"amme(?=$|s$)", "am"),
        (r"(?<=pract)is", "ic"),
    )
)


class Speller(Protocol):
    """What a binding of Hunspell can do."""

    def spell(self, word: str) -> bool:
        """Tell whether a word is in the dictionary, or made of one that is."""
        ...

    def suggest(self, word: str) -> tuple[str, ...]:
        """Return words like it, the best first."""
        ...


class Dictionary:
    """Knows the words of one language; used by one thread at a time.

    Attributes:
        language: ``en`` or ``es``.
    """

    def __init__(
        self, language: str, speller: Speller, field: frozenset[str] = frozenset()
    ) -> None:
        self.language = language
        self._speller = speller
        self._field = field
        self._known: dict[str, bool] = {}

    def knows(self, word: str) -> bool:
        """Tell whether a word is spelt right; words as `word_finding.plain` returns them."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._looked_up(word)
        return known

    def suggest(self, word: str) -> tuple[str, ...]:
        """Return at most five words that may be meant, the best first."""
        try:
            found = self._speller.suggest(word)
        except UnicodeEncodeError:
            return ()
        return tuple(dict.fromkeys(found))[:MOST_SUGGESTED]

    def _looked_up(self, word: str) -> bool:
        # people say their Mondays and their mentees' with an end that no list has
        bare = word.removesuffix("'s").removesuffix("'S")
        if word.casefold() in self._field or bare.casefold() in self._field:
            return True
        if self._spells(word):
            return True
        return self.language == "en" and (self._is_british(word) or self._spells(bare))

    def _spells(self, word: str) -> bool:
        try:
            return self._speller.spell(word)
        except UnicodeEncodeError:  # letters that the language does not have
            return False

    def _is_british(self, word: str) -> bool:
        americans = (pattern.sub(other, word) for pattern, other in _BRITISH)
        return any(american != word and self._spells(american) for american in americans)


def load(language: str, resources: Path) -> Dictionary | None:
    """Return the dictionary of a language; None where there is none, or nothing to read it with.

    Takes a twentieth of a second: call it away from the window's thread.

    Args:
        language: one of `LANGUAGES`.
        resources: the folder of the program's own data.
    """
    try:
        from hunspell import Hunspell  # noqa: PLC0415 - most starts of the program check nothing
    except ImportError:
        return None
    folder = resources / FOLDER
    try:
        speller = Hunspell(language, hunspell_data_dir=str(folder), system_encoding="UTF-8")
        field = (resources / FIELD / f"{language}.txt").read_text(encoding="utf-8")
    except OSError:
        return None
    known = frozenset(word.casefold() for word in field.split())
    return Dictionary(language, cast("Speller", speller), known)
