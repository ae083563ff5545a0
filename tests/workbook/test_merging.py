"""Two versions of an answer are merged where that is clear, and laid side by side elsewhere."""

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder_desktop.workbook.merging import Conflict, Merged, merge, with_theirs

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


ROWS = st.lists(
    st.fixed_dictionaries({"goal": st.sampled_from(["", "a", "b", "read"]), "role": st.text("xy")}),
    max_size=4,
)
ANSWERS = st.one_of(st.text("ab"), ROWS, st.dictionaries(st.sampled_from("kl"), st.text("ab")))


@given(ANSWERS, ANSWERS)
def test_one_side_alone(base: Any, changed: Any) -> None:
    """Where only one side changed anything, the outcome is that side."""
    assert merge(base, changed, base) == Merged(changed, ())
    assert merge(base, base, changed) == Merged(changed, ())
    assert merge(base, changed, changed) == Merged(changed, ())


@given(ROWS, ROWS, ROWS)
def test_no_new_word_is_lost(base: Any, ours: Any, theirs: Any) -> None:
    """What either side wrote that was not there before is in the outcome or among the conflicts."""
    found = merge(base, ours, theirs)

    kept = _words([found.value, [[one.ours, one.theirs] for one in found.conflicts]])
    assert _words([ours, theirs]) - _words(base) <= kept


def _words(plain: Any) -> set[str]:
    if isinstance(plain, str):
        return {plain}
    if isinstance(plain, dict):
        return _words(list(plain.values()))
    return set().union(*(_words(part) for part in plain)) if isinstance(plain, list) else set()
