"""The pixels of a picture in the ways that a PDF can keep them."""

import io
import zlib
from typing import NamedTuple

from ladder_desktop.document.image_data import COLOUR, GREY, JPEG, Facts, facts
from ladder_desktop.document.pictures import Picture

_SPACES = {GREY: "DeviceGray", COLOUR: "DeviceRGB"}


class Pixels(NamedTuple):
    """The pixels of a picture as a PDF keeps them.

    Attributes:
        filter: how they are packed.
        channels: 1 is grey, 3 colour.
        data: the packed bytes.
    """

    filter: str
    width: int
    height: int
    channels: int
    data: bytes

    @property
    def colours(self) -> str:
        """Return what PDF calls their colours."""
        return _SPACES[self.channels]


def pixels_of(picture: Picture) -> Pixels | None:
    """Return the pixels of a picture: those of a photo as they are; None where they are damaged."""
    found = facts(picture.data)
    if found is None:
        return None
    if found.type == JPEG and found.channels in _SPACES:
        return Pixels("DCTDecode", found.width, found.height, found.channels, picture.data)
    return _unpacked(picture.data, found)


def _unpacked(data: bytes, found: Facts) -> Pixels | None:
    # few pictures need it
    from PIL import Image  # noqa: PLC0415

    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as image:
            image.load()
            whole = image.convert("RGBA" if image.has_transparency_data else "RGB")
    except (OSError, ValueError, SyntaxError, zlib.error):
        return None
    if whole.mode == "RGBA":
        paper = Image.new("RGBA", whole.size, "white")
        whole = Image.alpha_composite(paper, whole).convert("RGB")
    if found.channels == GREY:
        whole = whole.convert("L")
    channels = len(whole.getbands())
    packed = zlib.compress(whole.tobytes())
    return Pixels("FlateDecode", whole.width, whole.height, channels, packed)
