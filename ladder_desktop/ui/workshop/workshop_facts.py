"""Where a workshop is described: its title, who leads it, and when."""

import msgspec
from PySide6.QtWidgets import QLineEdit

from ladder_desktop.errors import N_
from ladder_desktop.stick.names import StickError
from ladder_desktop.stick.workshop import Workshop
from ladder_desktop.ui.workshop.labelled import beside, labelled
from ladder_desktop.widgets.boxes import Column
from ladder_desktop.widgets.grid.day_picker import DayPicker
from ladder_desktop.words import Words

LONGEST = 200
FACTS = {
    "title": N_("Title of the workshop"),
    "facilitator": N_("Facilitator"),
    "organization": N_("School or LEA"),
    "survey": N_("Web address of your survey, if you have one"),
}


class AddressError(StickError):
    """The survey's address can't be one."""


class WorkshopFacts(Column):
    """Asks for everything that `workshop.toml` tells of a workshop itself.

    Attributes:
        fields: the lines, by their names in `workshop.toml`.
        day: when it is.
    """

    def __init__(self, words: Words) -> None:
        super().__init__(gap=14)
        self.fields = {name: QLineEdit(maxLength=LONGEST) for name in FACTS}
        for name, field in self.fields.items():
            field.setAccessibleName(words(FACTS[name]))
        self.day = DayPicker(words, words("Date"))
        parts = {name: labelled(words(FACTS[name]), self.fields[name]) for name in FACTS}
        self.addLayout(beside(parts["title"], labelled(words("Date"), self.day)))
        self.addLayout(beside(parts["facilitator"], parts["organization"]))
        self.addLayout(parts["survey"])

    def workshop(self) -> Workshop:
        """Return the workshop as it is described.

        Raises:
            AddressError: the survey's address can't be one.
        """
        given = {name: field.text().strip() for name, field in self.fields.items()}
        facts = {name: value for name, value in given.items() if value}
        if "survey" in facts:
            facts["survey"] = _whole_address(facts["survey"])
        try:
            return msgspec.convert({**facts, "date": self.day.day()}, Workshop)
        except msgspec.ValidationError:
            raise AddressError(
                N_("The survey's address has to begin with https:// and hold no space.")
            ) from None


def _whole_address(text: str) -> str:
    """Return a web address as it is meant: people leave out how it begins."""
    is_short = "://" not in text and "." in text
    return f"https://{text}" if is_short else text
