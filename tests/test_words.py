"""Numbers and days are written, and read back, as people of a language write them."""

import datetime
import gettext
from decimal import Decimal

import pytest

from ladder_desktop.words import DAY, NUMBER, Words


class German(gettext.NullTranslations):
    """A catalogue that knows how numbers and days are written in Germany."""

    def gettext(self, message: str) -> str:
        """Return the translation of what it knows."""
        known = {NUMBER: "1.234,5", DAY: "31.12.2026", "May": "Mai", "March": "März"}
        return known.get(message, message)


GERMAN = Words("de", German())


@pytest.mark.parametrize(
    ("number", "places", "text"),
    [("1234.5", 2, "1,234.50"), ("0", 0, "0"), ("-1000000", 0, "-1,000,000"), ("12.5", 1, "12.5")],
)
def test_numbers_are_grouped(number: str, places: int, text: str, words: Words) -> None:
    """Thousands are parted, and there are exactly so many places."""
    assert words.number(Decimal(number), places) == text


def test_numbers_follow_the_language() -> None:
    """Another language has other marks, in both directions."""
    assert GERMAN.number(Decimal("1234.5"), 2) == "1.234,50"
    assert GERMAN.read_number("1.234,50") == Decimal("1234.50")
    assert GERMAN.read_number("1,234.50") is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1,234.50", "1234.50"),
        ("1234.5", "1234.5"),
        (" 1 234 ", "1234"),
        ("1\u00a0234", "1234"),
        ("1'234", "1234"),
        ("\u22125", "-5"),
        ("+5", "5"),
        (".5", "0.5"),
        ("5.", "5"),
    ],
)
def test_numbers_are_read_as_people_write_them(text: str, number: str, words: Words) -> None:
    """Blanks, apostrophes, commas between thousands and a true minus are understood."""
    assert words.read_number(text) == Decimal(number)


@pytest.mark.parametrize(
    "text", ["", ".", "-", "1,23", "1,2345", "12,34,567", "1.2.3", "five", "1e5", "NaN", "٣", "1_0"]
)
def test_what_is_no_number_is_not_guessed(text: str, words: Words) -> None:
    """A comma in the wrong place may mean decimals: nobody's money is guessed at."""
    assert words.read_number(text) is None


@pytest.mark.parametrize(
    ("name", "month"),
    [("November", 11), ("nov", 11), ("MAY", 5), ("ma", None), ("ju", None), ("x", None)],
)
def test_months_are_read(name: str, month: int | None, words: Words) -> None:
    """Three letters are enough where they name one month only."""
    assert words.read_month(name) == month


@pytest.mark.parametrize("month", range(1, 13))
def test_every_short_month_is_read(month: int, words: Words) -> None:
    """The first letters of a month, which a table shows, name no other."""
    day = datetime.date(2026, month, 21)

    assert words.short_date(day) == f"{day:%b} 21, 2026"
    assert words.read_month(words.short_date(day)[:3]) == month


def test_months_and_the_order_of_days_follow_the_language(words: Words) -> None:
    """Names and order are those of the catalogue."""
    assert GERMAN.read_month("märz") == 3
    assert words.month_comes_first()
    assert not GERMAN.month_comes_first()
