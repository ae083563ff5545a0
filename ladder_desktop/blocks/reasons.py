"""Why a value does not fit, in words a person can act on."""

import re

from ladder_desktop.errors import N_, LadderError

TYPES = {
    "str": N_("text in quotes"),
    "int": N_("a whole number"),
    "float": N_("a number"),
    "bool": N_("true or false"),
    "object": N_("a group of named values"),
    "array": N_("a list"),
    "null": N_("nothing"),
    "date": N_("a date"),
    "datetime": N_("a date with a time"),
    "time": N_("a time"),
}


class Reason(LadderError):
    """Why a value does not fit; stands inside other errors."""


class TypeName(LadderError):
    """The everyday name of a type of value; stands inside reasons."""


def reason_for(complaint: str) -> Reason:
    """Return the reason behind a complaint of msgspec 0.2x, whose sentences are matched here."""
    for pattern, message in SENTENCES:
        if found := re.fullmatch(pattern, complaint, re.DOTALL):
            return Reason(message, **{k: _typed(v) for k, v in found.groupdict().items()})
    return Reason(N_("{complaint}."), complaint=complaint)


SENTENCES = (
    (
        r"Object missing required field `(?P<name>.+)`",
        N_("“{name}” is missing. Add it."),
    ),
    (
        r"Object contains unknown field `(?P<name>.*)`",
        N_("“{name}” is not known here. Correct its spelling or take it out."),
    ),
    (
        r"Expected `str` matching regex '\^\(https.+",
        N_("a link has to begin with http://, https:// or mailto: and hold no spaces."),
    ),
    (
        r"Expected `str` matching regex '\^\\\\d.+",
        N_("a date is written like 2026-11-21."),
    ),
    (
        r"Expected `str` matching regex '\^\[a-z0-9\].+",
        N_("an id holds only a–z, 0–9 and single hyphens between them, such as “goal-1”."),
    ),
    (
        r"Expected `str` matching regex '\^-\?\(0.+",
        N_("an amount is written in quotes, like “1200.50”, without signs or commas."),
    ),
    (
        r"Expected `str` matching regex '\^\[a-z\]\{2.+",
        N_("a language is written like “en” or “es-MX”."),
    ),
    (
        r"Expected `str` matching regex '\^(?P<text>[\w-]+)\$'",
        N_("write “{text}”."),
    ),
    (
        r"Expected `str` of length >= (?P<least>\d+)",
        N_("it is empty. Write something."),
    ),
    (
        r"Expected `str` of length <= (?P<most>\d+)",
        N_("it is too long: at most {most} characters."),
    ),
    (
        r"Expected `array` of length >= (?P<least>\d+)",
        N_("the list has too few entries: at least {least}."),
    ),
    (
        r"Expected `array` of length <= (?P<most>\d+)",
        N_("the list has too many entries: at most {most}."),
    ),
    (
        r"Expected `array` of length (?P<count>\d+)(, got \d+)?",
        N_("the list needs exactly {count} entries."),
    ),
    (
        r"Expected `(?P<type>int|float)` >= (?P<least>.+)",
        N_("{type} is expected, {least} or more."),
    ),
    (
        r"Expected `(?P<type>int|float)` <= (?P<most>.+)",
        N_("{type} is expected, {most} or less."),
    ),
    (
        r"Expected `(?P<type>int|float)` (?P<bound>[<>] .+)",
        N_("{type} {bound} is expected."),
    ),
    (
        r"Invalid enum value '?(?P<value>.+?)'?",
        N_("“{value}” is none of the values that are possible here."),
    ),
    (
        r"Expected `(?P<wanted>[\w| ]+)`, got `(?P<got>\w+)`",
        N_("{wanted} is expected, but this is {got}."),
    ),
)


def _typed(value: str | None) -> object:
    """Return the everyday name of a type, or the value as it is."""
    names = (value or "").split(" | ")
    if not all(name in TYPES for name in names):
        return value
    shown = [name for name in names if name != "null"] or names
    return TypeName(TYPES[shown[0]])
