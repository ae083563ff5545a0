"""A handout stays on one sheet a language, is read aloud, and carries its pictures over."""

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from ladder_desktop.export.pdf import handout
from ladder_desktop.paths import resources
from ladder_desktop.words import words_for
from tests.validators.verapdf import VeraPdf

WORDS = words_for("en", Path())
WINDOW = resources() / "help" / "window.png"


def sheet(language: str, steps: int) -> handout.Sheet:
    """Return a sheet with so many steps."""
    step = handout.Step("M8 12l13-2v13H8zM24 6c6 3 9 6 15 6", "A step", "What to do. " * 20)
    return handout.Sheet(
        language, "Start here", "Growing", "Nothing asks.", (step,) * steps, WINDOW, "The window."
    )


def test_each_language_has_a_sheet_that_is_accessible(tmp_path: Path, verapdf: VeraPdf) -> None:
    """What a screen reader needs is there, the picture's words too."""
    path = tmp_path / "start.pdf"

    handout.write("Growing", (sheet("en", 6), sheet("es", 6)), path, WORDS)

    assert verapdf.check(path).broken == {}
    with pikepdf.open(path) as document:
        assert len(document.pages) == 2


def test_the_file_holds_a_picture_once(tmp_path: Path) -> None:
    """Two languages with the same picture make the file no larger than one."""
    path = tmp_path / "start.pdf"

    handout.write("Growing", (sheet("en", 1), sheet("es", 1)), path, WORDS)

    with pikepdf.open(path) as document:
        found = [one for one in document.objects if isinstance(one, pikepdf.Stream)]
        assert [one.get("/Subtype") == "/Image" for one in found].count(True) == 1


def test_a_damaged_picture_is_refused(tmp_path: Path) -> None:
    """Who makes the program's pictures hears at once that one is not whole."""
    path = tmp_path / "odd.png"
    path.write_bytes(WINDOW.read_bytes()[:5000])

    with pytest.raises(ValueError, match="odd"):
        handout.write("Growing", (replace(sheet("en", 1), picture=path),), path, WORDS)
