"""Who fills in a workbook, where, and in which workshop."""

import datetime
from typing import Annotated

import msgspec

from ladder_desktop.blocks.block import EducatorLevel, convert
from ladder_desktop.errors import N_, AnswerError
from ladder_desktop.words import Words

DETAILS = "details"
LABELS = {
    "name": N_("Name"),
    "role": N_("Role"),
    "organization": N_("School or LEA"),
    "level": N_("Level"),
    "workshop": N_("Workshop"),
    "date": N_("Date"),
    "facilitator": N_("Facilitator"),
}
LEVELS: dict[EducatorLevel, str] = {"school": N_("School"), "lea": N_("LEA")}

Day = Annotated[str, msgspec.Meta(pattern=r"^\d{4}-\d{2}-\d{2}$")]


class Details(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The details of a workbook; `date` is an ISO date, `level` decides which practices count."""

    name: str = ""
    role: str = ""
    organization: str = ""
    level: EducatorLevel | None = None
    workshop: str = ""
    date: Day | None = None
    facilitator: str = ""


def read_details(plain: object) -> Details:
    """Check plain details.

    Raises:
        AnswerError: one of them does not fit.
    """
    return convert(plain, Details, DETAILS)


def given_details(plain: object) -> Details:
    """Check plain details that somebody gives: their date has to be in the calendar, too.

    What lies in a file already is read as it is.

    Raises:
        AnswerError: one of them does not fit.
    """
    details = read_details(plain)
    if details.date is not None and not is_day(details.date):
        raise AnswerError(
            N_("“{day}” is in no calendar. A date is written like 2026-11-21."), day=details.date
        )
    return details


def is_day(text: str) -> bool:
    """Tell whether a text is a day as workbooks hold it, such as ``2026-11-21``."""
    try:
        # other ways to write a day are ISO, too, but no workbook holds them
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def printed_date(day: str, words: Words) -> str:
    """Return an ISO date as people write it; a day that no calendar has stays as it is."""
    try:
        return words.date(datetime.date.fromisoformat(day))
    except ValueError:
        return day
