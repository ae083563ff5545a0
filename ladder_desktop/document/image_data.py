"""Looks at the bytes of a picture without decoding it: what it is, how large, what to leave out.

JPEG is laid out in segments (ITU-T T.81, annex B), PNG in chunks (W3C PNG, chapter 5).
"""

import hashlib
import re
from collections.abc import Iterator

import msgspec

from ladder_desktop.document.pictures import LARGEST_PICTURE, Picture
from ladder_desktop.errors import N_, AnswerError

LARGEST_SIDE = 2000  # px
JPEG, PNG = "image/jpeg", "image/png"
ENDINGS = {JPEG: ".jpg", PNG: ".png"}
_DIGEST_SIZE = 16  # bytes
_PNG_SIGN = b"\x89PNG\r\n\x1a\n"
_PNG_PLAIN = (b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME")  # camera, place, time, remarks
_SOI, _EOI, _SOS, _COM, _EXIF = 0xD8, 0xD9, 0xDA, 0xFE, 0xE1
_JFIF, _PROFILE, _ADOBE = 0xE0, 0xE2, 0xEE
_APPLICATION = range(0xE0, 0xF0)
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_READ_BY_ALL = frozenset({0xC0, 0xC1, 0xC2})  # frames; hardly a program reads the others
_JPEG_BITS = 8
_SCANNED_TO = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")  # a marker that is no part of the pixels
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
_UPRIGHT = 1
_PNG_CHANNELS = {0: 1, 2: 3, 3: 3, 4: 2, 6: 4}
_PNG_BITS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
_PNG_HEAD = (13).to_bytes(4, "big") + b"IHDR"
_IN_ORDER = 0  # rows from top to bottom; the other way is refused


class Facts(msgspec.Struct, frozen=True):
    """What the bytes of a picture say about it.

    Attributes:
        type: image/jpeg or image/png.
        width: in px.
        height: in px.
        channels: 1 is grey, 3 colour; of a PNG 2 and 4 are these with one that tells how much
            of the paper is covered, of a JPEG 4 are printing colours.
        is_upright: no remark of the camera says that it is to be turned.
    """

    type: str
    width: int
    height: int
    channels: int
    is_upright: bool = True


def checked(picture: Picture) -> tuple[Picture, Facts]:
    """Return a picture without what a camera writes into it, and its facts.

    Raises:
        AnswerError: it is no picture of a known type, or too large; worded after a colon.
    """
    if len(picture.data) > LARGEST_PICTURE:
        raise AnswerError(
            N_("it has more than {most} MB. Make it smaller."), most=LARGEST_PICTURE // 1_000_000
        )
    found = facts(picture.data)
    if found is None or found.type != picture.type:
        raise AnswerError(N_("its data is no JPEG or PNG picture, or not what its type says."))
    if not is_whole(picture.data):
        raise AnswerError(N_("it ends too soon: a part of it is missing. Save it anew."))
    if max(found.width, found.height) > LARGEST_SIDE:
        raise AnswerError(
            N_("it has {width} × {height} pixels. Make it at most {most} wide and high."),
            width=found.width,
            height=found.height,
            most=LARGEST_SIDE,
        )
    return Picture(picture.type, stripped(picture.data)), found


def identity_of(data: bytes) -> str:
    """Return the id that the program gives a picture: the same for the same bytes."""
    return hashlib.blake2b(data, digest_size=_DIGEST_SIZE).hexdigest()


def is_digest(identity: str) -> bool:
    """Tell whether an id is of the kind that the program gives."""
    return re.fullmatch(rf"[0-9a-f]{{{2 * _DIGEST_SIZE}}}", identity) is not None


def facts(data: bytes) -> Facts | None:
    """Return what the bytes say, or None where they are no JPEG or PNG file."""
    try:
        if data.startswith(_PNG_SIGN):
            return _png_facts(data)
        if data.startswith(b"\xff\xd8\xff"):
            return _jpeg_facts(data)
    except (IndexError, ValueError):
        return None  # it ends too soon
    return None


def is_whole(data: bytes) -> bool:
    """Tell whether a JPEG or PNG file goes on to its end."""
    if data.startswith(_PNG_SIGN):
        return any(kind == b"IEND" for kind, _ in chunks(data))
    return any(kind == _EOI for kind, _ in _segments(data))


def stripped(data: bytes) -> bytes:
    """Return a JPEG or PNG file without remarks of any kind; its pixels stay as they are.

    Nor is anything kept that stands after its end, such as a second picture or a film.
    """
    if data.startswith(_PNG_SIGN):
        kept = (part for kind, part in chunks(data) if kind not in _PNG_PLAIN)
        return _PNG_SIGN + b"".join(kept)
    return b"\xff\xd8" + b"".join(part for kind, part in _segments(data) if _is_kept(kind, part))


def _png_facts(data: bytes) -> Facts | None:
    if data[8:16] != _PNG_HEAD:
        return None
    width, height = (int.from_bytes(data[at : at + 4], "big") for at in (16, 20))
    is_known = data[24] in _PNG_BITS.get(data[25], ())
    if not (width and height and is_known) or data[28] != _IN_ORDER:
        return None
    return Facts(PNG, width, height, _PNG_CHANNELS.get(data[25], 0))


def has_adobe_mark(data: bytes) -> bool:
    """Tell whether a JPEG file has the mark of Adobe's programs."""
    return any(kind == _ADOBE for kind, _ in _segments(data))


def chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the name of each chunk of a PNG file and the whole of it, up to its end."""
    at, name = len(_PNG_SIGN), b""
    while at + 12 <= len(data) and name != b"IEND":
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        name = data[at + 4 : at + 8]
        yield name, data[at:end]
        at = end


def _jpeg_facts(data: bytes) -> Facts | None:
    upright = True
    for kind, part in _segments(data):
        if kind == _EXIF and part[4:10] == b"Exif\0\0":
            upright = _orientation(part[10:]) == _UPRIGHT
        if kind in _FRAMES:
            height, width = (int.from_bytes(part[at : at + 2], "big") for at in (5, 7))
            is_known = width and height and part[4] == _JPEG_BITS and kind in _READ_BY_ALL
            return Facts(JPEG, width, height, part[9], upright) if is_known else None
    return None


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield each segment's marker and the whole of it, with the pixels that follow it."""
    at = 2
    while at + 2 <= len(data):
        if data[at] != 0xFF:  # noqa: PLR2004 - begins every marker
            return
        kind = data[at + 1]
        if kind == 0xFF:  # noqa: PLR2004 - a marker may have any number of these before it
            at += 1
            continue
        if kind == _EOI:
            yield kind, data[at : at + 2]
            return
        end = at + 2 + (0 if kind in _ALONE else int.from_bytes(data[at + 2 : at + 4], "big"))
        if kind == _SOS:
            last = _SCANNED_TO.search(data, end)
            end = last.start() if last else len(data)
        yield kind, data[at:end]
        at = end


def _is_kept(kind: int, part: bytes) -> bool:
    if kind == _PROFILE:
        return part[4:16] == b"ICC_PROFILE\0"
    return kind in (_JFIF, _ADOBE) or (kind not in _APPLICATION and kind != _COM)


def _orientation(tiff: bytes) -> int:
    """Return how a camera was held (TIFF 6.0 and Exif, tag 274); 1 is upright."""
    order = "little" if tiff[:2] == b"II" else "big"

    def number(at: int, size: int) -> int:
        return int.from_bytes(tiff[at : at + size], "little" if order == "little" else "big")

    start = number(4, 4)
    for entry in range(min(number(start, 2), 200)):
        at = start + 2 + 12 * entry
        if number(at, 2) == 0x0112:  # noqa: PLR2004 - the tag
            return number(at + 8, 2) or _UPRIGHT
    return _UPRIGHT
