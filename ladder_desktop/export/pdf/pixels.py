"""The pixels of a picture in the ways that a PDF can keep them: nothing is decoded that need not.

A JPEG file is a PDF's DCT stream as it is, and the rows of a PNG are a Flate stream with
predictors (ISO 32000-1, 7.4.4 and 7.4.8); only what shines through has to be taken apart.
"""

import zlib
from typing import NamedTuple

import pikepdf

from ladder_desktop.document.image_data import JPEG, Facts, chunks, facts, has_adobe_mark, is_whole
from ladder_desktop.document.pictures import Picture

_SPACES = {1: "/DeviceGray", 3: "/DeviceRGB", 4: "/DeviceCMYK"}
_PALETTE, _GREY_CLEAR, _COLOUR_CLEAR = 3, 4, 6  # the kinds of PNG that matter here
_ALL_PREDICTORS = 15
_BYTE = 8  # bits


class Pixels(NamedTuple):
    """The pixels of a picture as a PDF keeps them.

    Attributes:
        filter: how they are packed.
        colours: the colour space, as PDF writes it.
        bits: of each channel.
        extra: further entries of the image's dictionary, as PDF writes them.
        data: the packed bytes.
        mask: how much each pixel covers, packed by Flate; blank where all do.
    """

    filter: str
    width: int
    height: int
    colours: str
    bits: int
    extra: str
    data: bytes
    mask: bytes = b""


def pixels_of(picture: Picture) -> Pixels | None:
    """Return the pixels of a picture; None where they are damaged."""
    found = facts(picture.data)
    if found is None or not is_whole(picture.data):
        return None
    if found.type != JPEG:
        return _of_png(picture.data, found)
    if found.channels not in _SPACES:
        return None
    # programs that write this mark write such colours the other way round
    turned = found.channels == len("CMYK") and has_adobe_mark(picture.data)
    extra = "/Decode [1 0 1 0 1 0 1 0]" if turned else ""
    space = _SPACES[found.channels]
    return Pixels("DCTDecode", found.width, found.height, space, _BYTE, extra, picture.data)


def _of_png(data: bytes, found: Facts) -> Pixels | None:
    parts: dict[bytes, bytes] = {}
    for name, part in chunks(data):
        parts[name] = parts.get(name, b"") + part[8:-4]
    bits, kind = parts[b"IHDR"][8], parts[b"IHDR"][9]
    rows = parts.get(b"IDAT", b"")
    channels = 1 if kind == _PALETTE else found.channels
    line = -(-found.width * channels * bits // _BYTE)
    if not _is_whole(rows, found.height * (line + 1)):
        return None
    if kind in (_GREY_CLEAR, _COLOUR_CLEAR):
        return _parted(rows, found, bits)
    predictors = (
        f"/DecodeParms << /Predictor {_ALL_PREDICTORS} /Colors {channels}"
        f" /BitsPerComponent {bits} /Columns {found.width} >>"
    )
    colours = _on_paper(parts.get(b"PLTE", b""), parts.get(b"tRNS", b""))
    space = _palette(colours, 2**bits) if kind == _PALETTE else _SPACES[channels]
    if not space:
        return None
    return Pixels("FlateDecode", found.width, found.height, space, bits, predictors, rows)


def _is_whole(packed: bytes, size: int) -> bool:
    """Tell whether data unpacks to so many bytes; no more of it is ever unpacked."""
    try:
        return len(zlib.decompressobj().decompress(packed, size + 1)) == size
    except zlib.error:
        return False


def _palette(colours: bytes, most: int) -> str:
    count = min(len(colours) // 3, most)
    return f"[/Indexed /DeviceRGB {count - 1} <{colours[: count * 3].hex()}>]" if count else ""


def _on_paper(colours: bytes, covers: bytes) -> bytes:
    """Return the colours of a palette as they look on white; `covers` tells how much each hides."""
    by_part = bytes(one for one in covers for _ in range(3)).ljust(len(colours), b"\xff")
    return bytes(
        (one * cover + 255 * (255 - cover)) // 255
        for one, cover in zip(colours, by_part, strict=False)
    )


def _parted(rows: bytes, found: Facts, bits: int) -> Pixels:
    """Return pixels whose last channel says how much each of them covers."""
    raw = _without_predictors(rows, found, bits)
    size, channels = bits // _BYTE, found.channels
    step = size * channels
    colours = bytearray(len(raw) // channels * (channels - 1))
    for at in range(size * (channels - 1)):
        colours[at :: step - size] = raw[at::step]
    mask = raw[step - size :: step]  # of 16 bits the higher 8 are enough
    return Pixels(
        "FlateDecode",
        found.width,
        found.height,
        _SPACES[channels - 1],
        bits,
        "",
        zlib.compress(bytes(colours)),
        zlib.compress(mask),
    )


def _without_predictors(rows: bytes, found: Facts, bits: int) -> bytes:
    """Return the plain rows; the library that writes the file takes the predictors off fast."""
    with pikepdf.new() as pdf:
        stream = pikepdf.Stream(
            pdf,
            rows,
            Filter=pikepdf.Name.FlateDecode,
            DecodeParms=pikepdf.Dictionary(
                Predictor=_ALL_PREDICTORS,
                Colors=found.channels,
                BitsPerComponent=bits,
                Columns=found.width,
            ),
        )
        return bytes(stream.read_bytes())
