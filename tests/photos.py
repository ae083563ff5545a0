"""Pictures as phones and screens make them, for tests."""

import base64
import io

from PIL import Image, ImageDraw

from ladder_desktop.document.image_data import identity_of
from ladder_desktop.document.pictures import Picture

CAMERA = "Imaginary Camera 3000"
TURNED_RIGHT = 6  # how a camera says that it was held upright


def photo(
    size: tuple[int, int] = (640, 480), *, orientation: int = 1, quality: int = 80, seed: int = 0
) -> bytes:
    """Return a JPEG whose left half is red, with camera, place and orientation in it."""
    image = Image.effect_noise(size, 20).convert("RGB")
    ImageDraw.Draw(image).rectangle((0, 0, size[0] // 2, size[1]), fill=(200, 20, 20 + seed))
    remarks = Image.Exif()
    remarks[0x0110] = CAMERA
    remarks[0x0112] = orientation
    remarks.get_ifd(0x8825)[1] = "N"
    remarks.get_ifd(0x8825)[2] = (40.0, 16.0, 2.0)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality, exif=remarks, comment=b"a remark")
    return out.getvalue()


def drawing(size: tuple[int, int] = (80, 60), *, colour: str = "teal", mode: str = "RGB") -> bytes:
    """Return a PNG of one colour."""
    out = io.BytesIO()
    Image.new(mode, size, colour).save(out, "PNG")
    return out.getvalue()


def png(seed: int = 0) -> Picture:
    """Return a small picture as it is kept; another one for each seed."""
    return Picture("image/png", drawing((80 + seed, 60)))


def given(*pictures: Picture) -> dict[str, dict[str, str]]:
    """Return pictures as the JSON interchange writes them, under the program's own ids."""
    return {
        identity_of(one.data): {"type": one.type, "data": base64.b64encode(one.data).decode()}
        for one in pictures
    }
