"""The controls of a Word form: lists to choose from, days, boxes to tick, room for a text."""

from dataclasses import dataclass
from typing import Literal

from ladder_desktop.document.clean import one_line
from ladder_desktop.export.docx.xml import WORD_2010, Element, qualified
from ladder_desktop.intake.word_styles import is_on, value_of

_MOST_CHOICES = 100
_LISTS = ("dropDownList", "comboBox")
# what holds no answer: parts of the document, numbers that Word fills in, pictures
_NO_ANSWER = ("docPartObj", "docPartList", "bibliography", "citation", "equation", "group")
_SECTIONS = "repeatingSection"


@dataclass(frozen=True, slots=True)
class Control:
    """What a person can do in one place of a form.

    Attributes:
        kind: choose, write a text, pick a day, or tick.
        choices: what can be chosen, in order.
    """

    kind: Literal["choice", "text", "date", "tick"]
    choices: tuple[str, ...] = ()


def control_of(element: Element) -> Control | None:
    """Return the control that an element is; None where nothing is to be filled in."""
    properties = element.find(qualified("sdtPr"))
    if properties is None:
        return None
    if properties.find(f"{{{WORD_2010}}}checkbox") is not None:
        return Control("tick")
    if any(properties.find(qualified(name)) is not None for name in _NO_ANSWER):
        return None
    if any(str(each.tag).rpartition("}")[2].startswith(_SECTIONS) for each in properties):
        return None
    for name in _LISTS:
        if (given := properties.find(qualified(name))) is not None:
            return Control("choice", _choices(given))
    return Control("text" if properties.find(qualified("date")) is None else "date")


def is_placeholder(element: Element) -> bool:
    """Tell whether a control shows only an invitation to write."""
    properties = element.find(qualified("sdtPr"))
    if properties is None or properties.find(f"{{{WORD_2010}}}checkbox") is not None:
        return False
    return bool(is_on(properties, "showingPlcHdr"))


def is_contents(element: Element) -> bool:
    """Tell whether a control holds a table of contents."""
    kind = element.find(f"{qualified('sdtPr')}/{qualified('docPartObj')}")
    gallery = value_of(kind, "docPartGallery") or ""
    return gallery.lower() == "table of contents"


def _choices(given: Element) -> tuple[str, ...]:
    """Return what a list offers; an entry without a value only invites to choose."""
    found: dict[str, None] = {}
    for item in given.iter(qualified("listItem")):
        value = str(item.get(qualified("value"), ""))
        shown = one_line(str(item.get(qualified("displayText"), "")) or value)
        if value and shown:
            found.setdefault(shown)
    return tuple(found)[:_MOST_CHOICES]
