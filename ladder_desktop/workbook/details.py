"""Who fills in a workbook, where, and in which workshop."""

import datetime
from typing import Annotated

import msgspec

from ladder_desktop.blocks.block import EducatorLevel, convert
from ladder_desktop.errors import N_
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


def printed_date(day: str, words: Words) -> str:
    """Return an ISO date as people write it; a day that no calendar has stays as it is."""
    try:
        return words.date(datetime.date.fromisoformat(day))
    except ValueError:
        return day
