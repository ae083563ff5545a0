"""Commands end in an exit code and, where something stopped them, in a sentence."""

import errno
import os
import sys
from collections.abc import Sequence

import pytest
from development import commands
from development.commands import Command
from development.house import House
from development.trouble import Trouble

from tests.architecture import ROOT


def command(raises: BaseException | None = None) -> Command:
    """Return a command that tells how many words it was given, or comes to another end."""

    def work(_house: House, arguments: Sequence[str]) -> int:
        if raises:
            raise raises
        return len(arguments)

    return Command("does something", work)


def test_the_exit_code_of_a_command_is_passed_on(house: House) -> None:
    """Scripts learn how it went."""
    assert commands.attempt(command(), house, ["a", "b", "c"]) == 3


@pytest.mark.parametrize(
    ("raised", "code", "told"),
    [
        (Trouble("The sky fell. Look up."), 1, "The sky fell. Look up."),
        (KeyboardInterrupt(), 130, "Stopped."),
        (OSError(errno.ENOSPC, "No space left on device"), 1, "The disk is full."),
        (PermissionError(errno.EACCES, "Permission denied", "/x/y"), 1, "/x/y"),
        (FileNotFoundError(errno.ENOENT, "No such file or directory", "/x/y"), 1, "/x/y"),
    ],
)
def test_what_stops_a_command_is_told_in_a_line(
    house: House,
    capsys: pytest.CaptureFixture[str],
    raised: BaseException,
    code: int,
    told: str,
) -> None:
    """Nobody has to read a trace to learn what to do."""
    assert commands.attempt(command(raised), house, []) == code

    captured = capsys.readouterr()
    assert told in captured.err
    assert captured.err.strip().count("\n") == 0
    assert captured.out == ""


def test_a_bug_is_not_hidden(house: House) -> None:
    """Only what a person can act on is worded; the rest shows where it comes from."""
    with pytest.raises(ZeroDivisionError):
        commands.attempt(command(ZeroDivisionError()), house, [])


def test_a_part_that_is_not_there_is_named(house: House) -> None:
    """What is still to be built is no crash."""
    with pytest.raises(Trouble, match="tests/torture"):
        commands.COMMANDS["torture"].work(house, [])


def test_continuous_integration_runs_the_very_same_command() -> None:
    """What passes here passes there."""
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()

    assert lines[0] == "#!/usr/bin/env bash"
    assert lines[-1] == "python3 packaging/dev.py test"
    assert os.access(ROOT / ".ci" / "run", os.X_OK) or sys.platform == "win32"
