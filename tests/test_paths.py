"""Where the person's files lie."""

import sys
from pathlib import Path

import pytest

from ladder_desktop.paths import PORTABLE, portable_home, user_places


def test_a_portable_program_keeps_everything_in_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stick carries workbooks and settings along; the computer keeps nothing."""
    program = tmp_path / "Ladder Desktop" / "program"
    program.mkdir(parents=True)
    (program / PORTABLE).touch()
    monkeypatch.setattr(sys, "executable", str(program / "pythonw.exe"))

    places = user_places()

    for place in (places.documents, places.data, places.config):
        assert place.is_relative_to(tmp_path / "Ladder Desktop")


def test_any_other_program_keeps_to_the_systems_folders(tmp_path: Path) -> None:
    """Only the marker makes a program portable."""
    assert portable_home(tmp_path / "program" / "python") is None
