"""A handout stays on one sheet a language, is read aloud, and carries its pictures over."""

import struct
import zlib
from pathlib import Path

import pikepdf
import pytest

from ladder_desktop.export.pdf import handout
from ladder_desktop.export.pdf.picture import read_png
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


def test_a_picture_has_the_colours_of_its_file(tmp_path: Path) -> None:
    """Rows and palette are carried over as they are."""
    path = tmp_path / "start.pdf"

    handout.write("Growing", (sheet("en", 1),), path, WORDS)

    kept = read_png(WINDOW)
    with pikepdf.open(path) as document:
        found = [one for one in document.objects if isinstance(one, pikepdf.Stream)]
        (picture,) = (one for one in found if one.get("/Subtype") == "/Image")
        assert int(picture.Width) == kept.width
        pixels = bytes(picture.read_bytes())
    assert len(pixels) == kept.height * ((kept.width * kept.depth + 7) // 8)


@pytest.mark.parametrize(("kind", "interlaced"), [(6, 0), (2, 1)])
def test_a_picture_of_another_kind_is_refused(tmp_path: Path, kind: int, interlaced: int) -> None:
    """Who makes the program's pictures hears at once that one can't be carried over."""
    head = struct.pack(">IIBBBBB", 1, 1, 8, kind, 0, 0, interlaced)
    part = struct.pack(">I", len(head)) + b"IHDR" + head + struct.pack(">I", zlib.crc32(head))
    path = tmp_path / "odd.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + part)

    with pytest.raises(ValueError, match="odd"):
        read_png(path)
