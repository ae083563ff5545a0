"""The words of one language: catalogues, and the shapes of its numbers and dates."""

import datetime
import gettext
import re
from decimal import Decimal
from pathlib import Path

from ladder_desktop.errors import N_
from ladder_desktop.paths import ENGLISH

DOMAIN = "ladder-desktop"
TRANSLATIONS = "translations"  # the folder of the catalogues, in the program's own data
# what the program speaks, each language by its own name
LANGUAGES = {"en": "English", "es": "Español"}
MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)
NUMBER = N_("1,234.5")  # translated as this number is written in the language
DAY = N_("12/31/2026")  # translated as this day is written in figures in the language
DATE = N_("{month} {day}, {year}")  # in the order of the language
SHORT_DATE = N_("{short_month} {day}, {year}")  # the same with the month's first letters
BLANKS = "[\\s\u00a0\u2007\u2009\u202f'\u2019]"  # between thousands, and apostrophes
SHORTEST = 3


class Words:
    """One language's catalogue; call it with a message to have it worded.

    Attributes:
        language: the catalogue's BCP 47 tag, such as ``en`` or ``es``.
    """

    def __init__(self, language: str, catalogue: gettext.NullTranslations) -> None:
        self.language = language
        self.catalogue = catalogue

    def __call__(self, message: str, /, **arguments: object) -> str:
        """Return the message in this language, its named fields filled in."""
        return self.catalogue.gettext(message).format(**arguments)

    def become(self, other: "Words") -> None:
        """Speak the language of other words from now on, to whoever holds these."""
        self.language, self.catalogue = other.language, other.catalogue

    def plural(self, one: str, many: str, number: int, **arguments: object) -> str:
        """Return the form of the message that goes with `number`, which fills ``{number}``."""
        worded = self.catalogue.ngettext(one, many, number)
        return worded.format(number=number, **arguments)

    def date(self, day: datetime.date) -> str:
        """Return a day as people write it, such as ``November 21, 2026``."""
        month = self.catalogue.gettext(MONTHS[day.month - 1])
        return self(DATE, month=month, day=day.day, year=day.year)

    def short_date(self, day: datetime.date) -> str:
        """Return a day as people write it where there is little room: ``Nov 21, 2026``."""
        month = self.catalogue.gettext(MONTHS[day.month - 1])[:SHORTEST]
        return self(SHORT_DATE, short_month=month, day=day.day, year=day.year)

    def number(self, value: Decimal, places: int) -> str:
        """Return a number as people write it, such as ``1,234.50``, with so many places."""
        thousands, point = self._number_marks()
        marks = {",": thousands, ".": point}
        return "".join(marks.get(sign, sign) for sign in f"{value:,.{places}f}")

    def read_number(self, text: str) -> Decimal | None:
        """Return the number that people mean by a text, None where it is none or ambiguous."""
        thousands, point = (re.escape(mark) for mark in self._number_marks())
        bare = re.sub(BLANKS, "", text).replace("\u2212", "-")
        grouped = f"[0-9]{{1,3}}(?:{thousands}[0-9]{{3}})+"
        if not re.fullmatch(f"[+-]?(?:{grouped}|[0-9]+)?(?:{point}[0-9]*)?", bare):
            return None
        if not re.search("[0-9]", bare):
            return None
        thousands, point = self._number_marks()
        return Decimal(bare.replace(thousands, "").replace(point, "."))

    def decimal_mark(self) -> str:
        """Return what stands before decimals."""
        return self._number_marks()[1]

    def with_marks_exchanged(self, text: str) -> str:
        """Return a figure as it is written where a comma is a point, and a point a comma."""
        thousands, point = self._number_marks()
        return text.translate(str.maketrans(thousands + point, point + thousands))

    def read_month(self, name: str) -> int | None:
        """Return the month, from 1, that a name or the beginning of one stands for."""
        wanted = name.casefold()
        names = [self.catalogue.gettext(month).casefold() for month in MONTHS]
        found = [number for number, each in enumerate(names, 1) if each.startswith(wanted)]
        return found[0] if len(found) == 1 and len(wanted) >= SHORTEST else None

    def joining_a_date(self) -> set[str]:
        """Return the words that stand between day, month and year, such as ``de``."""
        return {word for word in self(DATE, month="", day="", year="").split() if word.isalpha()}

    def month_comes_first(self) -> bool:
        """Tell whether a day in figures begins with its month."""
        day = self.catalogue.gettext(DAY)
        return day.find("12") < day.find("31")

    def _number_marks(self) -> tuple[str, str]:
        """Return what stands between thousands and before decimals; blanks count as none."""
        number = self.catalogue.gettext(NUMBER)
        thousands, point = number[1:-5], number[-2]
        return thousands, point


def words_for(language: str, folder: Path) -> Words:
    """Return the words of a language from the catalogues in `folder`; English where none is."""
    if language == ENGLISH:  # of which there is none: looking for it takes as long as reading one
        return Words(language, gettext.NullTranslations())
    catalogue = gettext.translation(DOMAIN, folder, [language.replace("-", "_")], fallback=True)
    return Words(language, catalogue)
