"""What the system refuses is told in the house's words, never in the system's own."""

import errno
import os
from pathlib import Path

import pytest

from ladder_desktop.errors import LONGEST, REASONS, LadderError, Reason, reason_of
from ladder_desktop.words import Words


@pytest.mark.parametrize(
    "name", [name for names, _ in REASONS for name in names if name[1].isupper()]
)
def test_every_known_reason(name: str) -> None:
    """Each is one of this system's, and has words of its own."""
    number = getattr(errno, name)

    said = str(reason_of(OSError(number, os.strerror(number))))

    assert os.strerror(number) not in said
    assert said[0].islower()
    assert not said.endswith(".")


def test_a_name_that_no_file_can_have() -> None:
    """Python refuses it before the system is asked."""
    with pytest.raises(ValueError, match="null") as refused:
        Path("a\0b").stat()

    assert "its name" in str(reason_of(refused.value))


def test_what_nobody_foresaw() -> None:
    """It is named, so that somebody can look it up."""
    assert "ECHILD" in str(reason_of(OSError(errno.ECHILD, "No child processes")))


def test_a_very_long_name_is_told_without_its_middle(words: Words) -> None:
    """Its beginning and end tell it from others; the sentence stays one to read."""
    name = "a" * 5_000 + "b" * 5_000
    error = LadderError("“{name}” is gone: {why}.", name=name, why=Reason("no {why}", why=name))

    said = error.worded(words)

    assert said == str(error)
    assert said.startswith("“aaa")
    assert said.endswith("bbb.")
    assert said.count("…") == 2
    assert len(said) < 3 * LONGEST


def test_an_ordinary_name_is_told_whole(words: Words) -> None:
    """A place has to be found again."""
    name = "x" * LONGEST

    assert LadderError("{name}", name=name).worded(words) == name


def test_a_list_of_names_is_told_whole(words: Words) -> None:
    """Who is told what there is instead, chooses from it."""
    known = ", ".join(f"question-{number}" for number in range(100))

    assert LadderError("{known}", known=known).worded(words) == known


def test_a_list_of_very_long_names_ends_as_well(words: Words) -> None:
    """Each of them without its middle, and not all of them where there is no end of them."""
    known = ", ".join("x" * 1_000 for _ in range(1_000))

    said = LadderError("{known}", known=known).worded(words)

    assert 1_000 < len(said) <= 2_000
