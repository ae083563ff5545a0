"""A line without end is broken, and a text without end is not put in."""

import pytest

from ladder_desktop.errors import AnswerError
from ladder_desktop.widgets.note.long_lines import (
    LONGEST_LINE,
    LONGEST_TEXT,
    MOST_LINES,
    check_room,
    with_breaks,
)


def test_usual_texts_stay_as_they_are() -> None:
    """However long a text is, lines that people write are not touched."""
    text = "A line that somebody wrote.\n" * 20_000

    assert with_breaks(text) is text
    assert with_breaks("x" * LONGEST_LINE) == "x" * LONGEST_LINE


def test_a_long_line_is_broken_where_a_word_ends() -> None:
    """A break takes the place of a blank, so that every word stays whole."""
    line = "word " * 60_000

    lines = with_breaks(f"before\n{line}\nafter").split("\n")

    assert max(map(len, lines)) <= LONGEST_LINE
    assert (lines[0], lines[-1]) == ("before", "after")
    assert " ".join(lines[1:-1]) == line
    assert {word for each in lines[1:-1] for word in each.split()} == {"word"}


def test_a_line_without_blanks_is_broken_anywhere() -> None:
    """Nothing of it is lost."""
    line = "x" * (2 * LONGEST_LINE + 7)

    lines = with_breaks(line).split("\n")

    assert [len(each) for each in lines] == [LONGEST_LINE, LONGEST_LINE, 7]
    assert "".join(lines) == line


@pytest.mark.parametrize(
    ("length", "lines", "new"),
    [
        (0, 1, "x" * (LONGEST_TEXT + 1)),
        (LONGEST_TEXT, 1, "x"),
        (0, 1, "\n" * MOST_LINES),
        (MOST_LINES, MOST_LINES, "\n"),
    ],
)
def test_a_text_without_end_is_refused(length: int, lines: int, new: str) -> None:
    """What is there already counts, too."""
    with pytest.raises(AnswerError):
        check_room(length, lines, new)


def test_there_is_room_for_any_text_that_people_write() -> None:
    """A book of 150,000 words goes in."""
    check_room(0, 1, "A line of words.\n" * 40_000)
