"""Text files of any editor are read, and nothing else is taken for text."""

import os
from pathlib import Path

import pytest

from ladder_desktop.errors import AnswerError
from ladder_desktop.workbook.text_files import read_any_text

TEXT = "El niño – “and” more\nin a second line"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_texts_of_every_editor_are_read(tmp_path: Path, encoding: str) -> None:
    """However it is written down, the text is the same, its lines parted as here."""
    file = tmp_path / "notes.txt"
    file.write_bytes(TEXT.replace("\n", "\r\n").encode(encoding))

    assert read_any_text(file, 1_000_000, AnswerError) == TEXT


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"PK\x03\x04\x00\x00", "no text"), (b"\xff\xfe\x00", "no text"), (b"x" * 99, "larger than")],
)
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes, told: str) -> None:
    """A sentence names the file and says what is wrong with it."""
    file = tmp_path / "notes.txt"
    file.write_bytes(content)

    with pytest.raises(AnswerError, match=told):
        read_any_text(file, 50, AnswerError)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    """A pipe would never end, a folder holds no text, and what is gone can't be read."""
    os.mkfifo(tmp_path / "pipe.txt")

    for name in ("pipe.txt", "", "gone.txt"):
        with pytest.raises(AnswerError):
            read_any_text(tmp_path / name, 50, AnswerError)
