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
        ("image/png", drawing() + bytes(12_000_000), "12 MB"),
    ],
)
def test_what_can_not_be_kept_is_refused(kind: str, data: bytes, reason: str) -> None:
    """The sentence says why."""
    with pytest.raises(AnswerError, match=reason):
        checked(Picture(kind, data))
