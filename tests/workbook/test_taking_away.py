"""What counts as taking something away."""

from typing import Any

import pytest

from ladder_desktop.workbook.taking_away import takes_away

LONG = "A text of some length. " * 4


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("One.", ""),
        ("One.", " \n"),
        (LONG, "New"),
        (3, None),
        ([{"goal": "One."}, {"goal": ""}], [{"goal": ""}]),
        ([{"goal": "One."}], [{"goal": ""}]),
        ({"a": {"rating": 2, "notes": "x"}}, {"a": {"rating": None, "notes": "x"}}),
        ({"a": {"notes": "x"}}, {}),
    ],
)
def test_taken_away(before: Any, after: Any) -> None:
    """A text that is emptied or cut to less than half, a row, a figure."""
    assert takes_away(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ""),
        ("One.", "Two."),
        (LONG, LONG[:-20]),
        (3, 2),
        (None, 2),
        (True, False),
        ([{"goal": "One."}], [{"goal": "One."}, {"goal": "Two."}]),
        ([{"goal": ""}, {"goal": ""}], [{"goal": ""}]),
        ({"a": {"done": True, "notes": ""}}, {"a": {"done": False, "notes": "x"}}),
    ],
)
def test_changed_or_added(before: Any, after: Any) -> None:
    """Whatever is changed, added or unticked is typing like any other."""
    assert not takes_away(before, after)
