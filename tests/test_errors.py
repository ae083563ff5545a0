"""What the system refuses is told in the house's words, never in the system's own."""

import errno
import os
from pathlib import Path

import pytest

from ladder_desktop.errors import REASONS, reason_of


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
