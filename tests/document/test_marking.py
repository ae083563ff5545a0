"""Setting and taking away marks changes nothing but looks, and reads back as wanted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder_desktop.document.marking import (
    BOLD,
    ITALIC,
    has_look,
    listed,
    next_mark,
    with_look,
    word_at,
)
from ladder_desktop.document.marks import pairs, plain


@pytest.mark.parametrize(
    ("line", "part", "look", "result"),
    [
        ("one two three", "two", BOLD, "one **two** three"),
        ("one **two** three", "two", BOLD, "one two three"),
        ("**one two three**", "two", BOLD, "**one** two **three**"),
        ("**one** two", "**one** two", BOLD, "**one two**"),
        ("*one two* three", "two* three", BOLD, "*one* ***two*** **three**"),
        ("(bold), and", "bold", ITALIC, "(*bold*), and"),
        ("unbelievable", "believ", ITALIC, "*unbelievable*"),
        ("- an item", "- an item", BOLD, "- **an item**"),
        ("2*3*4 makes", "2*3*4", BOLD, "**2*3*4** makes"),
        ("👩‍🏫 teaches", "👩‍🏫", BOLD, "**👩‍🏫** teaches"),
    ],
)
def test_a_part_of_a_line_gets_a_look_or_loses_it(
    line: str, part: str, look: int, result: str
) -> None:
    """A second time takes away what the first gave; half words become whole ones."""
    start = line.index(part)
    end = start + len(part)

    marked = with_look(line, start, end, look, wanted=not has_look(line, start, end, look))

    assert marked is not None
    assert marked.line == result


@given(
    st.text("ab *-1.()é😀[]", max_size=30),
    st.integers(0, 30),
    st.integers(0, 30),
    st.sampled_from([BOLD, ITALIC]),
    st.booleans(),
)
def test_only_looks_change(line: str, start: int, end: int, look: int, wanted: bool) -> None:
    """Whatever is marked, what is printed stays the same, and the words have the look."""
    start, end = sorted((min(start, len(line)), min(end, len(line))))

    marked = with_look(line, start, end, look, wanted=wanted)

    if marked is None:
        return
    assert plain(marked.line) == plain(line)
    assert marked.start <= marked.end <= len(marked.line)
    if wanted and _bare_letters(line, start, end):
        assert has_look(marked.line, marked.start, marked.end, look)


def _bare_letters(line: str, start: int, end: int) -> bool:
    """Tell whether letters that can be marked stand between two places."""
    stars = {place for pair in pairs(line) for place in pair[:2]}
    return any(line[at].isalpha() for at in range(start, end) if at not in stars)


def test_lines_become_items_and_plain_lines_again() -> None:
    """Blank lines stay blank, numbers count on, and the other list takes its place."""
    lines = ["one", "", "  two"]

    bullets = listed(lines, numbered=False)
    numbers = listed(bullets, numbered=True)

    assert bullets == ["- one", "", "  - two"]
    assert numbers == ["1. one", "", "  2. two"]
    assert listed(numbers, numbered=True) == lines


@pytest.mark.parametrize(
    ("line", "mark"),
    [("- a", "- "), ("  9. a", "  10. "), ("1990. A year", ""), ("-a", ""), ("999. a", "999. ")],
)
def test_a_list_goes_on(line: str, mark: str) -> None:
    """The next item has the same indent, and the next number."""
    assert next_mark(line) == mark


@pytest.mark.parametrize(("place", "word"), [(0, "can't"), (5, "can't"), (6, "stop"), (11, "")])
def test_the_word_at_the_caret_is_found(place: int, word: str) -> None:
    """A caret before, in or behind a word means it."""
    start, end = word_at("can't stop , now", place)

    assert "can't stop , now"[start:end] == word
