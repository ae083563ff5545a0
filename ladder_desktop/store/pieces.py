"""Cuts texts into pieces, so that versions which differ in a word share the rest.

The cuts follow the content, not the position: a word put in at the start moves no other cut.
"""

import hashlib
import re
import zlib
from collections.abc import Iterator

DIGEST_SIZE = 16  # bytes; no two pieces in the world share one by accident
CANDIDATE = re.compile(rb"[\x05\x15\x25\x35\x45\x55\x65\x75\x85\x95\xa5\xb5]")  # e, u … any script
WINDOW = 12  # bytes before a candidate decide whether it is a cut
ONE_IN = 160  # candidates is a cut: about 1,600 bytes of English
SHORTEST = 512
LONGEST = 16_384


def digest(data: bytes) -> bytes:
    """Return the name under which a piece or a whole text is known."""
    return hashlib.blake2b(data, digest_size=DIGEST_SIZE).digest()


def cut(data: bytes) -> Iterator[bytes]:
    """Yield the pieces of a text, in order."""
    start = 0
    for end in _cuts(data):
        while end - start > LONGEST:
            yield data[start : start + LONGEST]
            start += LONGEST
        if end - start >= SHORTEST or end == len(data):
            yield data[start:end]
            start = end


def _cuts(data: bytes) -> Iterator[int]:
    for found in CANDIDATE.finditer(data):
        end = found.end()
        if zlib.crc32(data[max(0, end - WINDOW) : end]) % ONE_IN == 0 and end < len(data):
            yield end
    if data:
        yield len(data)


def packed(piece: bytes) -> bytes:
    """Return a piece as small as it gets."""
    return zlib.compress(piece, 9)


def unpacked(data: bytes) -> bytes:
    """Return a piece as it was; no more than a piece can hold, whatever the data claims.

    Raises:
        ValueError: it is damaged.
    """
    try:
        return zlib.decompressobj().decompress(data, LONGEST + SHORTEST)
    except zlib.error as error:
        raise ValueError(str(error)) from None


def split_digests(joined: bytes) -> list[bytes]:
    """Return the names of a text's pieces from the one value they are kept in."""
    return [joined[at : at + DIGEST_SIZE] for at in range(0, len(joined), DIGEST_SIZE)]
