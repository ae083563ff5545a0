"""Two versions of an answer are merged where that is clear, and laid side by side elsewhere."""

from typing import Any

import msgspec
import pytest

from ladder_desktop.workbook.merging import Conflict, merge, with_theirs

UNSET = msgspec.UNSET
BLANK = {"goal": "", "role": ""}
READ = {"goal": "Read more", "role": ""}
WRITE = {"goal": "Write more", "role": "Coach"}
COUNT = {"goal": "Count on", "role": "Mentor"}


def _row(goal: str, role: str = "") -> dict[str, str]:
    return {"goal": goal, "role": role}


CLEAR: list[tuple[Any, Any, Any, Any]] = [
    ("a", "a", "a", "a"),
    ("a", "b", "a", "b"),
    ("a", "a", "c", "c"),
    ("a", "b", "b", "b"),
    ({"x": 1, "y": 1}, {"x": 2, "y": 1}, {"x": 1, "y": 2}, {"x": 2, "y": 2}),
    ({}, {"x": 1}, {"y": 2}, {"x": 1, "y": 2}),
    ({"x": 1, "y": 1}, {"y": 1}, {"x": 1, "y": 2}, {"y": 2}),
    ([READ], [READ, WRITE], [COUNT, READ], [COUNT, READ, WRITE]),
    ([READ, WRITE], [WRITE], [READ, _row("Write more", "Lead")], [_row("Write more", "Lead")]),
    ([READ], [_row("Read more", "Me")], [_row("Read much more")], [_row("Read much more", "Me")]),
    ([READ, WRITE, COUNT], [COUNT, READ, WRITE], [READ, COUNT], [COUNT, READ]),
    ([BLANK] * 3, [READ, WRITE, BLANK], [COUNT, BLANK, BLANK], [COUNT, READ, WRITE, BLANK]),
    ([BLANK] * 3, [READ, BLANK, BLANK], [READ, BLANK, BLANK], [READ, BLANK, BLANK]),
    ([READ], [READ, WRITE], [READ, WRITE, COUNT], [READ, COUNT, WRITE]),
    ([BLANK], [READ], [WRITE], [WRITE, READ]),
]


@pytest.mark.parametrize(("base", "ours", "theirs", "merged"), CLEAR)
def test_clear(base: Any, ours: Any, theirs: Any, merged: Any) -> None:
    """What only one side changed is taken; rows and keys are looked at one by one."""
    found = merge(base, ours, theirs)

    assert found.conflicts == ()
    assert found.value == merged


CONFLICTS: list[tuple[Any, Any, Any, Any, Conflict]] = [
    ("a", "b", "c", "b", Conflict((), "b", "c")),
    ({"x": {"n": "a"}}, {"x": {"n": "b"}}, {"x": {"n": "c"}}, {"x": {"n": "b"}},
     Conflict(("x", "n"), "b", "c")),
    ([_row("Read", "a")], [_row("Read", "b")], [_row("Read", "c")], [_row("Read", "b")],
     Conflict((0, "role"), "b", "c")),
    ([READ, WRITE], [READ], [READ, _row("Write more", "X")], [READ, _row("Write more", "X")],
     Conflict((1,), UNSET, _row("Write more", "X"))),
    ([READ, WRITE], [READ, _row("Write more", "X")], [READ], [READ, _row("Write more", "X")],
     Conflict((1,), _row("Write more", "X"), UNSET)),
]  # fmt: skip


@pytest.mark.parametrize(("base", "ours", "theirs", "merged", "conflict"), CONFLICTS)
def test_conflicts(base: Any, ours: Any, theirs: Any, merged: Any, conflict: Conflict) -> None:
    """What both changed is told with both sides; nothing of either is dropped."""
    found = merge(base, ours, theirs)

    assert found.value == merged
    assert found.conflicts == (conflict,)


def test_choosing() -> None:
    """Their side of a conflict can be taken instead of ours, wherever it lies."""
    base, ours, theirs = ({"rows": [_row("Read", role)]} for role in "abc")
    found = merge(base, ours, theirs)

    chosen = with_theirs(found.value, found.conflicts[0])

    assert chosen == theirs


def test_choosing_a_row_that_was_taken_out() -> None:
    """A row that the other side took out goes when their side is chosen."""
    found = merge([READ, WRITE], [READ, _row("Write more", "X")], [READ])

    assert with_theirs(found.value, found.conflicts[0]) == [READ]
