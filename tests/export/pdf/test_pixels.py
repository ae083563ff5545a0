"""The pixels of every kind of PNG and JPEG come out of a PDF as they went in."""

import io
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from ladder_desktop.document.image_data import stripped
from ladder_desktop.document.pictures import Picture
from ladder_desktop.export.pdf.canvas import TaggedCanvas
from ladder_desktop.export.pdf.pixels import pixels_of
from tests.photos import drawing, photo

SIDE = 64
KINDS = ("1", "L", "LA", "P", "RGB", "RGBA", "I;16")


def picture(mode: str) -> bytes:
    """Return a PNG of a kind: dark to the left, light to the right."""
    grey = Image.linear_gradient("L").rotate(90).resize((SIDE, SIDE))
    if mode == "I;16":
        wide = b"".join(bytes((0, one)) for one in grey.tobytes())
        made = Image.frombytes("I;16", grey.size, wide)
    elif mode in ("LA", "RGBA"):
        made = grey.convert(mode)
        made.putalpha(255)
    else:
        made = grey.convert(mode)
    out = io.BytesIO()
    made.save(out, "PNG")
    return out.getvalue()


def drawn(data: bytes, kind: str, path: Path) -> Image.Image:
    """Return a page with the picture on it, as a reader shows it."""
    pixels = pixels_of(Picture(kind, data))
    assert pixels is not None
    with path.open("wb") as file:
        canvas = TaggedCanvas(file, SIDE, SIDE, "en")
        canvas.picture("one", pixels, (0, 0, SIDE, SIDE))
        canvas.showPage()
        canvas.finish()
    document = pypdfium2.PdfDocument(path)
    image = document[0].render(scale=1).to_pil()
    document.close()
    assert isinstance(image, Image.Image)
    return image.convert("L")


@pytest.mark.parametrize("mode", KINDS)
def test_every_kind_of_png(mode: str, tmp_path: Path) -> None:
    """Its light and its dark end stand where they were."""
    data = picture(mode)
    usual = picture("L")

    shown = drawn(data, "image/png", tmp_path / "out.pdf")

    for x in (2, SIDE - 3):
        wanted = _grey(Image.open(io.BytesIO(usual)), x)
        assert abs(_grey(shown, x) - wanted) <= SIDE // 2  # of one bit there is no more


def _grey(image: Image.Image, x: int) -> int:
    return image.crop((x, SIDE // 2, x + 1, SIDE // 2 + 1)).tobytes()[0]


def test_paper_shines_through(tmp_path: Path) -> None:
    """What covers half of the paper is half as dark."""
    data = drawing((SIDE, SIDE), mode="RGBA", colour="#00000080")

    shown = drawn(data, "image/png", tmp_path / "out.pdf")

    assert abs(_grey(shown, 9) - 127) <= len("few")


def test_paper_shines_through_a_few_colours(tmp_path: Path) -> None:
    """What is clear in a drawing of a few colours is as white as the paper, and the rest is not."""
    out = io.BytesIO()
    made = Image.new("P", (SIDE, SIDE))
    made.putpalette([0, 0, 0, 0, 0, 0])
    made.paste(1, (SIDE // 2, 0, SIDE, SIDE))
    made.save(out, "PNG", transparency=0)

    shown = drawn(out.getvalue(), "image/png", tmp_path / "out.pdf")

    assert (_grey(shown, 9), _grey(shown, SIDE - 9)) == (255, 0)


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_every_kind_of_jpeg(mode: str, tmp_path: Path) -> None:
    """Red is as bright as in the file."""
    out = io.BytesIO()
    Image.open(io.BytesIO(photo((SIDE, SIDE)))).convert(mode).save(out, "JPEG")
    wanted = Image.open(io.BytesIO(out.getvalue())).convert("RGB").convert("L")

    shown = drawn(stripped(out.getvalue()), "image/jpeg", tmp_path / "out.pdf")

    assert abs(_grey(shown, 9) - _grey(wanted, 9)) <= 40  # printing colours differ a little


@pytest.mark.parametrize("mode", KINDS)
def test_damaged_pixels_are_no_picture(mode: str) -> None:
    """Rows that are missing, or that unpack to something else, are told and not drawn."""
    data = picture(mode)
    place = data.index(b"IDAT") + 12

    assert pixels_of(Picture("image/png", data[: len(data) // 2])) is None
    broken = data[:place] + bytes(9) + data[place + 9 :]
    assert pixels_of(Picture("image/png", broken)) is None


def test_half_a_photo_is_no_picture() -> None:
    """A reader would warn of it, so its words stand alone."""
    assert pixels_of(Picture("image/jpeg", photo())) is not None
    assert pixels_of(Picture("image/jpeg", photo()[:-900])) is None
