"""Rows go to spreadsheets and come back as they were."""

import pytest

from ladder_desktop.widgets.grid.clipboard_rows import from_text, to_text


@pytest.mark.parametrize(
    "rows",
    [
        [["Mentor", "1200.50"], ["", "5"]],
        [["two\nlines", 'said "yes"'], ["tab\there", "x"]],
        [["=1+1", "@home"], ["-5", "+dash"]],
        [["alone"]],
        [["one"], ["under"], ["another"]],
    ],
)
def test_what_is_copied_comes_back(rows: list[list[str]]) -> None:
    """Quotes, tabs, line breaks and what looks like a formula survive the way."""
    assert from_text(to_text(rows)) == rows


def test_no_cell_becomes_a_formula() -> None:
    """A spreadsheet is given text where it would compute something; figures stay figures."""
    assert to_text([["=HYPERLINK(1)", "-5.00", "+1", "-x"]]) == "'=HYPERLINK(1)\t-5.00\t+1\t'-x"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ('"two\nlines"\tb\n', [["two\nlines", "b"]]),
        ("one\ntwo", [["one"], ["two"]]),
        ('he said "hi"\tb', [['he said "hi"', "b"]]),
        ("nul\0l\tb", [["null", "b"]]),
    ],
)
def test_spreadsheets_are_understood(text: str, rows: list[list[str]]) -> None:
    """Line ends of every system, quoted cells, and texts that only look quoted."""
    assert from_text(text) == rows


def test_a_huge_cell_is_taken_whole() -> None:
    """A pasted megabyte loses nothing."""
    text = "word " * 200_000

    assert from_text(f"{text}\tb") == [[text, "b"]]
