"""A target appears whole, or stays as it was."""

import os
import sys
from pathlib import Path

import pytest

from ladder_desktop.errors import ExportError
from ladder_desktop.export.target import appearing, write_text


def write_text_in_halves(target: Path) -> None:
    """Write a first half, and fail at the second."""
    with appearing(target) as temporary, temporary.open("w", encoding="ascii") as file:
        file.write("half")
        file.write("ü")


def test_a_failed_export_leaves_the_former_file(tmp_path: Path) -> None:
    """Nothing of a half-written file is seen, and nothing is left behind."""
    target = tmp_path / "out.md"
    target.write_text("former", encoding="utf-8")

    with pytest.raises(UnicodeEncodeError):
        write_text_in_halves(target)

    assert target.read_text(encoding="utf-8") == "former"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(("name", "said"), [("no/out.md", "is not there"), ("folder", "folder")])
def test_a_place_that_cannot_be_written_is_named(name: str, said: str, tmp_path: Path) -> None:
    """The sentence says which file and what to do."""
    (tmp_path / "folder").mkdir()

    with pytest.raises(ExportError, match=said):
        write_text(tmp_path / name, "text")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_what_is_no_ordinary_file_is_left_alone(tmp_path: Path) -> None:
    """No device or pipe is ever replaced by a document."""
    pipe = tmp_path / "pipe.md"
    os.mkfifo(pipe)

    with pytest.raises(ExportError, match="not an ordinary file"):
        write_text(pipe, "text")

    assert pipe.is_fifo()
