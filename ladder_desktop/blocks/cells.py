"""Typed cells: what may stand in a table's cell, how it is written, and how it is shown."""

import datetime
import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Annotated, Any, Literal, get_args

import msgspec

from ladder_desktop.blocks.block import Id, Line
from ladder_desktop.blocks.reasons import Reason, reason_for
from ladder_desktop.errors import N_, LadderError
from ladder_desktop.words import Words

CellType = Literal["text", "long", "integer", "money", "percent", "date", "choice", "person"]
CELL_TYPES: tuple[CellType, ...] = get_args(CellType)
TEXTS: frozenset[CellType] = frozenset({"text", "long", "person"})
FIGURES: frozenset[CellType] = frozenset({"integer", "money", "percent"})
Value = str | int | None

MOST = 10**12
PLACES: dict[CellType, int] = {"integer": 0, "money": 2, "percent": 4}
MIDDLE_OF_CENTURY = 50
CENTURY = 100

Integer = Annotated[int, msgspec.Meta(ge=-MOST, le=MOST)]
Money = Annotated[str, msgspec.Meta(pattern=r"^-?(0|[1-9][0-9]{0,11})(\.[0-9]{1,2})?\Z")]
Percent = Annotated[str, msgspec.Meta(pattern=r"^-?(0|[1-9][0-9]{0,11})(\.[0-9]{1,4})?\Z")]
SHAPES: dict[CellType, Any] = {"integer": Integer, "money": Money, "percent": Percent}

ISO = r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})"
DAY_IN_FIGURES = r"([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4}|[0-9]{2})"
DAY_IN_WORDS = r"([0-9]{1,2})?\.? ?([^\W\d_]{3,})\.? ?([0-9]{1,2})?,? ([0-9]{4})"


class CellError(LadderError):
    """A text that can't stand in a cell of this type; says what to write instead."""


class Choice(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing to choose: its id is kept, its title is shown."""

    id: Id
    title: Line


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """What a column says about its cells.

    Attributes:
        type: what may stand in them.
        choices: what can be chosen, for choices.
        currency: the sign before an amount of money.
    """

    type: CellType = "text"
    choices: tuple[Choice, ...] = ()
    currency: str = "$"


def empty(cell: Cell) -> Value:
    """Return the empty value: blank for texts, None for all else."""
    return "" if cell.type in TEXTS else None


def is_blank(value: Value) -> bool:
    """Tell whether nothing is written."""
    return value is None or (isinstance(value, str) and not value.strip())


def fault(cell: Cell, value: object) -> Reason | None:
    """Return why a plain value does not fit into a cell, None where it does."""
    if cell.type in TEXTS:
        return None if isinstance(value, str) else _complaint(value, str)
    if value is None:
        return None
    if cell.type in SHAPES:
        return _complaint(value, SHAPES[cell.type])
    if cell.type == "date":
        return None if _is_day(value) else Reason(N_("a date is written like 2026-11-21."))
    known = ", ".join(choice.id for choice in cell.choices)
    if any(choice.id == value for choice in cell.choices):
        return None
    message = N_("{value} is none of the choices. They are: {known}.")
    return Reason(message, value=repr(value)[:80], known=known)


def figure(cell: Cell, value: Value) -> Decimal | None:
    """Return the exact figure in a cell, None where there is none."""
    if cell.type not in FIGURES or value is None or value == "":
        return None
    return Decimal(value)


def figure_value(cell: Cell, number: Decimal) -> Value:
    """Return a figure as the plain value of a cell, rounded to what the type can hold."""
    if cell.type == "integer":
        return int(number)
    unit = Decimal(1).scaleb(-PLACES[cell.type])
    rounded = number.quantize(unit, rounding=ROUND_HALF_UP)
    return f"{rounded:f}" if cell.type == "money" else _without_zeros(rounded)


def shown(cell: Cell, value: Value, words: Words) -> str:
    """Return a value as people read it; a choice or date nobody knows is shown as it is."""
    if is_blank(value):
        return ""
    number = figure(cell, value)
    if number is not None:
        return shown_figure(cell, number, words)
    if cell.type == "choice":
        return next((each.title for each in cell.choices if each.id == value), str(value))
    if cell.type == "date" and _is_day(value):
        return words.short_date(datetime.date.fromisoformat(str(value)))
    return str(value)


def shown_figure(cell: Cell, number: Decimal, words: Words) -> str:
    """Return a figure as people read it: ``1,200``, ``$1,200.50``, ``12.5%``."""
    if cell.type == "money":
        sign = "-" if number < 0 else ""
        return f"{sign}{cell.currency}{words.number(abs(number), 2)}"
    places = max(-int(number.as_tuple().exponent), 0) if cell.type == "percent" else 0
    text = words.number(number, min(places, PLACES["percent"]))
    return words("{figure}%", figure=text) if cell.type == "percent" else text


def parse(cell: Cell, text: str, words: Words) -> Value:
    """Return the value that a person means by a text they typed or pasted.

    Raises:
        CellError: it can't be told; the message says what to write instead.
    """
    if cell.type in TEXTS:
        return text
    written = text.strip()
    if not written:
        return None
    if cell.type in FIGURES:
        return _parse_figure(cell, written, words)
    if cell.type == "date":
        return _parse_day(written, words)
    return _parse_choice(cell, written)


def _parse_figure(cell: Cell, written: str, words: Words) -> Value:
    example = shown_figure(cell, Decimal("1200.5" if cell.type == "money" else 12), words)
    number = words.read_number(_bare(cell, written))
    if number is None:
        raise _no_figure(cell, written, example, words)
    if abs(number) >= MOST:
        raise CellError(N_("This figure is too large. Write a smaller one."))
    if number != round(number, PLACES[cell.type]):
        message = N_("At most {places} places after the point fit here, as in {example}.")
        if cell.type == "integer":
            message = N_("Write a whole number here, such as {example}.")
        raise CellError(message, places=PLACES[cell.type], example=example)
    return figure_value(cell, number)


def _no_figure(cell: Cell, written: str, example: str, words: Words) -> CellError:
    """Return what is wrong with a figure; one with the marks of elsewhere is not guessed at."""
    meant = words.read_number(words.with_marks_exchanged(_bare(cell, written)))
    if meant is None or abs(meant) >= MOST or meant != round(meant, PLACES[cell.type]):
        return CellError(N_("Write a figure here, such as {example}."), example=example)
    message = N_("Decimals follow a “{mark}” here. Do you mean {figure}?")
    figure = shown_figure(cell, meant, words)
    return CellError(message, mark=words.decimal_mark(), figure=figure)


def _bare(cell: Cell, written: str) -> str:
    """Return a figure without what may stand around it: currency, percent sign, brackets."""
    if cell.type == "money":
        written = written.replace(cell.currency, "")
        if written.startswith("(") and written.endswith(")"):  # as accountants write losses
            written = f"-{written[1:-1]}"
    return written.removesuffix("%") if cell.type == "percent" else written


def _parse_day(written: str, words: Words) -> str:
    parts = _iso_parts(written) or _figure_parts(written, words) or _word_parts(written, words)
    if parts is not None:
        try:
            return datetime.date(*parts).isoformat()
        except ValueError:
            pass  # such a day is in no calendar: the same sentence helps
    example = words.short_date(datetime.date(2026, 11, 21))
    raise CellError(N_("Write a day here, such as {example} or 2026-11-21."), example=example)


def _iso_parts(written: str) -> tuple[int, int, int] | None:
    found = re.fullmatch(ISO, written)
    return (int(found[1]), int(found[2]), int(found[3])) if found else None


def _figure_parts(written: str, words: Words) -> tuple[int, int, int] | None:
    """Return year, month and day of ``11/21/26``, in the order that is usual in the language."""
    found = re.fullmatch(DAY_IN_FIGURES, written)
    if found is None:
        return None
    first, second, year = int(found[1]), int(found[2]), int(found[3])
    month, day = (first, second) if words.month_comes_first() else (second, first)
    if year < CENTURY:
        year += 2000 if year < MIDDLE_OF_CENTURY else 1900
    return year, month, day


def _word_parts(written: str, words: Words) -> tuple[int, int, int] | None:
    """Return year, month and day of ``Nov 21, 2026`` or ``21 de noviembre de 2026``."""
    joining = words.joining_a_date()
    bare = " ".join(part for part in written.split() if part.casefold() not in joining)
    found = re.fullmatch(DAY_IN_WORDS, bare)
    if found is None or bool(found[1]) == bool(found[3]):
        return None
    month = words.read_month(found[2])
    return None if month is None else (int(found[4]), month, int(found[1] or found[3]))


def _parse_choice(cell: Cell, written: str) -> str:
    wanted = written.casefold()
    for choice in cell.choices:
        if wanted in (choice.title.casefold(), choice.id):
            return choice.id
    close = [each for each in cell.choices if each.title.casefold().startswith(wanted)]
    if len(close) == 1:
        return close[0].id
    known = ", ".join(choice.title for choice in cell.choices)
    raise CellError(N_("Choose one of: {known}."), known=known)


def _complaint(value: object, shape: Any) -> Reason | None:
    try:
        msgspec.convert(value, shape)
    except msgspec.ValidationError as error:
        return reason_for(str(error).partition(" - at `$")[0])
    return None


def _is_day(value: object) -> bool:
    if not isinstance(value, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return False
    try:
        datetime.date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _without_zeros(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
