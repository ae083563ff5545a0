"""Texts lose what is no character, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder_desktop.document.clean import cleaned, one_line


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("a\x00b", "ab"),
        ("a\x1bb\x7fc\x9d", "abc"),
        ("a\r\nb\rc\u2028d\u2029e\x0bf\x0cg\x85h", "a\nb\nc\nd\ne\nf\ng\nh"),
        ("a\tb\n", "a\tb\n"),
        ("\ud800a\udfff", "a"),
        ("\ufffea\uffff\ufdd0\U0010ffff", "a"),
        ("\u0378", "\u0378"),
        ("\u202eabc\u200d", "\u202eabc\u200d"),
    ],
)
def test_only_what_is_no_character_goes(text: str, clean: str) -> None:
    """Controls, lone surrogates and noncharacters go; unassigned code points stay."""
    assert cleaned(text) == clean


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    """A clean text is clean, and can be written as UTF-8."""
    once = cleaned(text)

    assert cleaned(once) == once
    assert once.encode("utf-8").decode("utf-8") == once


def test_a_title_is_one_line() -> None:
    """Line breaks and runs of blanks become single blanks."""
    assert one_line(" a\n b\t\x00c ") == "a b c"
