"""Cells take what fits, say what does not, and show it as people read it."""

from typing import Any

import pytest

from ladder_desktop.blocks.cells import (
    CELL_TYPES,
    Cell,
    CellError,
    CellType,
    Choice,
    Value,
    empty,
    fault,
    parse,
    shown,
)
from ladder_desktop.paths import resources
from ladder_desktop.words import LANGUAGES, TRANSLATIONS, Words, words_for

CHOICES = (Choice(id="grant", title="Grant money"), Choice(id="state", title="State"))


def cell(cell_type: CellType) -> Cell:
    """Return a cell of this type."""
    return Cell(type=cell_type, choices=CHOICES if cell_type == "choice" else ())


@pytest.mark.parametrize("cell_type", CELL_TYPES)
def test_the_empty_value_fits_and_shows_nothing(cell_type: CellType, words: Words) -> None:
    """Every type can be left empty."""
    value = empty(cell(cell_type))

    assert fault(cell(cell_type), value) is None
    assert shown(cell(cell_type), value, words) == ""
    assert parse(cell(cell_type), "", words) == value


@pytest.mark.parametrize(
    ("cell_type", "typed", "value", "seen"),
    [
        ("text", " as typed ", " as typed ", " as typed "),
        ("long", "two\nlines", "two\nlines", "two\nlines"),
        ("person", "Ada", "Ada", "Ada"),
        ("integer", "1,200", 1200, "1,200"),
        ("integer", "-3", -3, "-3"),
        ("integer", "5.0", 5, "5"),
        ("money", "1200.5", "1200.50", "$1,200.50"),
        ("money", "$1,200.50", "1200.50", "$1,200.50"),
        ("money", "-$5", "-5.00", "-$5.00"),
        ("money", "($5)", "-5.00", "-$5.00"),
        ("money", "0", "0.00", "$0.00"),
        ("percent", "12.5 %", "12.5", "12.5%"),
        ("percent", "100", "100", "100%"),
        ("percent", "33.3333", "33.3333", "33.3333%"),
        ("date", "2026-11-21", "2026-11-21", "Nov 21, 2026"),
        ("date", "11/21/26", "2026-11-21", "Nov 21, 2026"),
        ("date", "11/21/1999", "1999-11-21", "Nov 21, 1999"),
        ("date", "Nov. 21, 2026", "2026-11-21", "Nov 21, 2026"),
        ("date", "21 November 2026", "2026-11-21", "Nov 21, 2026"),
        ("choice", "grant MONEY", "grant", "Grant money"),
        ("choice", "state", "state", "State"),
        ("choice", "gr", "grant", "Grant money"),
    ],
)
def test_what_people_type_becomes_a_value(
    cell_type: CellType, typed: str, value: Value, seen: str, words: Words
) -> None:
    """Texts as people write them become exact values, which fit and can be read again."""
    found = parse(cell(cell_type), typed, words)

    assert found == value
    assert fault(cell(cell_type), found) is None
    assert shown(cell(cell_type), found, words) == seen
    assert parse(cell(cell_type), seen, words) == value


@pytest.mark.parametrize("language", sorted(LANGUAGES))
@pytest.mark.parametrize("month", range(1, 13))
def test_every_language_reads_what_it_shows(language: str, month: int) -> None:
    """Days, sums and shares are understood as the program itself writes them."""
    words = words_for(language, resources() / TRANSLATIONS)
    values = {"date": f"2026-{month:02}-21", "money": f"{month}200.50", "percent": f"{month}.5"}

    for name, value in values.items():
        own = Cell(type=name)  # type: ignore[arg-type] # one of them
        assert parse(own, shown(own, value, words), words) == value


@pytest.mark.parametrize(
    "typed", ["21 de noviembre de 2026", "21 de nov. de 2026", "21 Noviembre 2026", "21/11/2026"]
)
def test_days_are_read_as_people_write_them_in_spanish(typed: str) -> None:
    """With “de” or without, the whole month or its beginning."""
    words = words_for("es", resources() / TRANSLATIONS)

    assert parse(cell("date"), typed, words) == "2026-11-21"


@pytest.mark.parametrize(
    ("cell_type", "typed", "said"),
    [
        ("integer", "many", "Write a figure here, such as 12."),
        ("integer", "1.5", "Write a whole number here, such as 12."),
        ("money", "1,20", "Decimals follow a “.” here. Do you mean $1.20?"),
        ("money", "1.234,50", "Decimals follow a “.” here. Do you mean $1,234.50?"),
        ("percent", "12,5 %", "Decimals follow a “.” here. Do you mean 12.5%?"),
        ("integer", "3,5", "Write a figure here, such as 12."),
        ("money", "1.005", "At most 2 places after the point fit here, as in $1,200.50."),
        ("money", "9" * 5000, "This figure is too large. Write a smaller one."),
        ("percent", "half", "Write a figure here, such as 12%."),
        ("date", "tomorrow", "Write a day here, such as Nov 21, 2026 or 2026-11-21."),
        ("date", "2026-02-30", "Write a day here"),
        ("date", "21 Nov 21 2026", "Write a day here"),
        ("choice", "loan", "Choose one of: Grant money, State."),
    ],
)
def test_what_does_not_fit_is_answered_calmly(
    cell_type: CellType, typed: str, said: str, words: Words
) -> None:
    """The sentence says what to write instead."""
    with pytest.raises(CellError) as caught:
        parse(cell(cell_type), typed, words)

    assert caught.value.worded(words).startswith(said)


@pytest.mark.parametrize(
    ("cell_type", "value"),
    [
        ("text", None),
        ("text", 5),
        ("integer", ""),
        ("integer", "5"),
        ("integer", True),
        ("integer", 1.0),
        ("integer", 10**400),
        ("money", 5),
        ("money", 5.0),
        ("money", ""),
        ("money", "1,200"),
        ("money", "1.005"),
        ("money", "NaN"),
        ("money", "1e9"),
        ("money", "٣"),
        ("money", "5\n"),
        ("money", "007"),
        ("money", "9" * 13),
        ("percent", "12%"),
        ("percent", "0.12345"),
        ("date", ""),
        ("date", "2026-02-30"),
        ("date", "2026-1-1"),
        ("date", "٢٠٢٦-01-01"),
        ("date", "2026-01-01\n"),
        ("date", 20260101),
        ("choice", ""),
        ("choice", "Grant money"),
        ("choice", 1),
        ("choice", {"id": "grant"}),
    ],
)
def test_stored_values_are_checked_to_the_letter(cell_type: CellType, value: Any) -> None:
    """Whatever a file from elsewhere holds, only what the type promises gets in."""
    assert fault(cell(cell_type), value) is not None
