"""Reads rows straight from the pages of a damaged workbook file, without asking SQLite.

Every page that is a leaf of a table is taken by itself, so a lost page costs only its own rows.
The layout of pages is described at https://sqlite.org/fileformat2.html.
"""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

USUAL_PAGE = 4096
PAGE_SIZES = [1 << power for power in range(9, 17)]
MOST_READING = 8  # times the size of the file; rows that claim more than that are not rows
LEAF_OF_A_TABLE = 0x0D
HEADER = 100  # bytes at the start of the file, before the first page's own header
MORE = 0x80  # this bit says that a number of variable length goes on
FIRST_TEXT = 12  # serial types from here on are texts and blobs
INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}  # serial type: bytes

Value = int | str | bytes | None


class Row(NamedTuple):
    """A row as it was found.

    Attributes:
        number: its rowid.
        values: its columns; floating point, which no table of ours has, ends a row.
    """

    number: int
    values: tuple[Value, ...]


class Pages:
    """The pages of a file, each read by itself: what the disk can't read is blank."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb", buffering=0)
        self._size = os.fstat(self._file.fileno()).st_size
        self.page_size = self._page_size()
        self.count = self._size // self.page_size
        self._left = MOST_READING * self.count

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def page(self, number: int) -> bytes:
        """Return a page, counted from 1; blank where there is none."""
        if not 1 <= number <= self.count:
            return bytes(self.page_size)
        try:
            self._file.seek((number - 1) * self.page_size)
            return self._file.read(self.page_size).ljust(self.page_size, b"\0")
        except OSError:  # a bad spot on the disk
            return bytes(self.page_size)

    def rows(self) -> Iterator[Row]:
        """Yield every row that can be read, in no order; rows that were deleted may be among."""
        for number in range(1, self.count + 1):
            page = self.page(number)
            start = HEADER if number == 1 else 0
            if page[start] == LEAF_OF_A_TABLE:
                yield from self._rows_of(page, start)

    def _page_size(self) -> int:
        head = self._file.read(HEADER)
        size = int.from_bytes(head[16:18], "big")
        size = PAGE_SIZES[-1] if size == 1 else size
        return size if size in PAGE_SIZES else USUAL_PAGE

    def _rows_of(self, page: bytes, start: int) -> Iterator[Row]:
        count = int.from_bytes(page[start + 3 : start + 5], "big")
        pointers = page[start + 8 : start + 8 + 2 * count]
        for at in range(0, len(pointers), 2):
            with contextlib.suppress(ValueError, IndexError):  # this row is damaged
                yield self._row(page, int.from_bytes(pointers[at : at + 2], "big"))

    def _row(self, page: bytes, at: int) -> Row:
        size, at = _varint(page, at)
        number, at = _varint(page, at)
        if size > self._size:
            raise ValueError
        local = self._local(size)
        payload = page[at : at + local]
        if local < size:
            after = int.from_bytes(page[at + local : at + local + 4], "big")
            payload += self._overflow(after, size - local)
        return Row(number, tuple(_values(payload)))

    def _local(self, size: int) -> int:
        """Return how many bytes of a row lie on its leaf; the rest is on pages of its own."""
        most = self.page_size - 35
        if size <= most:
            return size
        least = (self.page_size - 12) * 32 // 255 - 23
        local = least + (size - least) % (self.page_size - 4)
        return local if local <= most else least

    def _overflow(self, number: int, size: int) -> bytes:
        parts = []
        while size > 0:
            self._left -= 1
            if not (1 <= number <= self.count and self._left > 0):
                raise ValueError
            page = self.page(number)
            number = int.from_bytes(page[:4], "big")
            parts.append(page[4 : 4 + size])
            size -= len(parts[-1])
        return b"".join(parts)


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """Return the number of variable length at a place, and the place behind it."""
    value = 0
    for step in range(8):
        byte = data[at + step]
        value = value << 7 | byte & 0x7F
        if byte < MORE:
            return value, at + step + 1
    return value << 8 | data[at + 8], at + 9


def _values(payload: bytes) -> Iterator[Value]:
    end, at = _varint(payload, 0)
    place = end
    while at < end:
        kind, at = _varint(payload, at)
        size = _size(kind)
        if place + size > len(payload):
            raise ValueError
        yield _value(kind, payload[place : place + size])
        place += size


def _size(kind: int) -> int:
    if kind >= FIRST_TEXT:
        return (kind - FIRST_TEXT) // 2
    return INTEGERS.get(kind, 0)


def _value(kind: int, data: bytes) -> Value:
    if kind >= FIRST_TEXT:
        return data.decode() if kind % 2 else data
    if kind in INTEGERS:
        return int.from_bytes(data, "big", signed=True)
    constants: dict[int, Value] = {0: None, 8: 0, 9: 1}
    if kind not in constants:
        raise ValueError
    return constants[kind]
