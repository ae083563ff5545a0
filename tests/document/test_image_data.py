"""The bytes of a picture tell what it is, and lose what a camera wrote into them."""

import io

import pytest
from PIL import Image

from ladder_desktop.document.image_data import checked, facts, stripped
from ladder_desktop.document.pictures import Picture
from ladder_desktop.errors import AnswerError
from tests.photos import CAMERA, TURNED_RIGHT, drawing, photo


@pytest.mark.parametrize("size", [(640, 480), (31, 7)])
def test_the_facts_of_a_picture(size: tuple[int, int]) -> None:
    """Type, size and channels are read without decoding."""
    for data, kind in ((photo(size), "image/jpeg"), (drawing(size), "image/png")):
        found = facts(data)

        assert found is not None
        assert (found.type, found.width, found.height, found.channels) == (kind, *size, 3)


def test_a_camera_held_upright_is_told() -> None:
    """Its remark would go with the others, so whoever takes the picture has to know."""
    turned, straight = facts(photo(orientation=TURNED_RIGHT)), facts(photo())

    assert turned is not None
    assert straight is not None
    assert (turned.is_upright, straight.is_upright) == (False, True)


@pytest.mark.parametrize("data", [photo(), drawing()], ids=["jpeg", "png"])
def test_only_the_remarks_go(data: bytes) -> None:
    """The pixels stay, camera and place do not."""
    kept = stripped(data)

    assert CAMERA.encode() not in kept
    assert b"Exif" not in kept
    assert b"a remark" not in kept
    assert Image.open(io.BytesIO(kept)).tobytes() == Image.open(io.BytesIO(data)).tobytes()
    assert stripped(kept) == kept


def test_what_stands_after_the_end_goes() -> None:
    """Phones put a second picture or a film there, with a camera's remarks of their own."""
    for data in (photo(), drawing()):
        assert stripped(data + photo(seed=1)) == stripped(data)


def test_remarks_between_the_pixels_go() -> None:
    """A photo that comes in several passes may have remarks between them."""
    out = io.BytesIO()
    Image.open(io.BytesIO(photo())).save(out, "JPEG", progressive=True)
    plain = out.getvalue()
    place = plain.rindex(b"\xff\xda")
    remark = b"\xff\xfe\x00\x0aa secret"

    kept = stripped(plain[:place] + remark + plain[place:])

    assert kept == stripped(plain)
    assert Image.open(io.BytesIO(kept)).tobytes() == Image.open(io.BytesIO(plain)).tobytes()


def head(bits: int, kind: int, length: int = 13) -> bytes:
    """Return a PNG of nothing but a head, which may say what no PNG can."""
    side = (4).to_bytes(4, "big")
    numbers = side + side + bytes((bits, kind, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + length.to_bytes(4, "big") + b"IHDR" + numbers + bytes(4)


@pytest.mark.parametrize(
    "data",
    [
        head(4, 6),
        head(2, 4),
        head(16, 3),
        head(8, 2, length=0),
        photo().replace(b"\xff\xc0\x00\x11\x08", b"\xff\xc0\x00\x11\x0c"),
        photo().replace(b"\xff\xc0\x00\x11", b"\xff\xc9\x00\x11"),
    ],
)
def test_what_hardly_a_program_reads_is_no_picture(data: bytes) -> None:
    """Kinds of pixels that the formats do not know, or that others could not show."""
    assert facts(photo()) is not None
    assert facts(head(8, 6)) is not None
    assert facts(data) is None


@pytest.mark.parametrize(
    "data", [photo(), drawing(), b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF89a"]
)
def test_cut_short_anywhere_it_is_no_trouble(data: bytes) -> None:
    """Half a file is read as far as it goes, or refused."""
    for length in range(0, min(len(data), 4000), 7):
        facts(data[:length])
        stripped(data[:length]) if data[:length] else None


@pytest.mark.parametrize(
    ("kind", "data", "reason"),
    [
        ("image/png", photo(), "no JPEG or PNG"),
        ("image/svg+xml", b"<svg/>", "no JPEG or PNG"),
        ("image/png", drawing((2001, 3)), "2001 × 3"),
        ("image/jpeg", photo()[:-2], "too soon"),
        ("image/png", drawing()[:-12], "too soon"),
        ("image/png", drawing() + bytes(12_000_000), "12 MB"),
    ],
)
def test_what_can_not_be_kept_is_refused(kind: str, data: bytes, reason: str) -> None:
    """The sentence says why."""
    with pytest.raises(AnswerError, match=reason):
        checked(Picture(kind, data))
