"""Where the person's files lie."""

import os
import sys
from pathlib import Path

import pytest

from ladder_desktop.paths import (
    PORTABLE,
    is_file,
    is_folder,
    is_there,
    make_folder,
    portable_home,
    user_places,
)


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


@pytest.mark.parametrize("name", ["x" * 300, "nul\0", "file/below", "loop", "nowhere"])
def test_where_nobody_can_look_nothing_is_there(tmp_path: Path, name: str) -> None:
    """A path that came from somewhere else is asked without an error, whatever it is."""
    (tmp_path / "file").touch()
    (tmp_path / "loop").symlink_to("loop")

    assert not any(ask(tmp_path / name) for ask in (is_there, is_file, is_folder))
    assert is_there(tmp_path)
    assert is_folder(tmp_path)
    assert is_file(tmp_path / "file")


def test_a_folder_is_made_however_deep_it_lies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Deeper than Python lets a function call itself; what is there already stays."""
    monkeypatch.chdir(tmp_path)
    deep = Path("/".join("a" * 1500))

    try:
        for _ in range(2):
            make_folder(deep)

        assert is_folder(deep)
    finally:
        os.removedirs(deep)  # whoever clears up later, goes down by calling itself


def test_where_a_file_has_its_name_no_folder_is_made(tmp_path: Path) -> None:
    """The system says so."""
    (tmp_path / "a").touch()

    with pytest.raises(FileExistsError):
        make_folder(tmp_path / "a")
    with pytest.raises(OSError, match="a"):
        make_folder(tmp_path / "a" / "b" / "c")
