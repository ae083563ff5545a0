"""The words of one language: catalogues, and the shapes of its numbers and dates."""

import datetime
import gettext
from pathlib import Path

from ladder_desktop.errors import N_

DOMAIN = "ladder-desktop"
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


class Words:
    """One language's catalogue; call it with a message to have it worded.

    Attributes:
        language: the catalogue's BCP 47 tag, such as ``en`` or ``es``.
    """

    def __init__(self, language: str, catalogue: gettext.NullTranslations) -> None:
        self.language = language
        self._catalogue = catalogue

    def __call__(self, message: str, /, **arguments: object) -> str:
        """Return the message in this language, its named fields filled in."""
        return self._catalogue.gettext(message).format(**arguments)

    def plural(self, one: str, many: str, number: int, **arguments: object) -> str:
        """Return the form of the message that goes with `number`, which fills ``{number}``."""
        worded = self._catalogue.ngettext(one, many, number)
        return worded.format(number=number, **arguments)

    def date(self, day: datetime.date) -> str:
        """Return a day as people write it, such as ``November 21, 2026``."""
        month = self._catalogue.gettext(MONTHS[day.month - 1])
        return self("{month} {day}, {year}", month=month, day=day.day, year=day.year)


def words_for(language: str, folder: Path) -> Words:
    """Return the words of a language from the catalogues in `folder`; English where none is."""
    catalogue = gettext.translation(DOMAIN, folder, [language.replace("-", "_")], fallback=True)
    return Words(language, catalogue)
