"""A disk that forgets: what could be on it after a power cut, given the calls before."""

import random
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from tests.torture.tracing import Call

SECTOR = 512  # bytes that a disk writes whole or not at all


class Write(NamedTuple):
    """Content put into a file at a place, not yet synced."""

    place: int
    content: bytes


class Cut(NamedTuple):
    """A file made as long as this, not yet synced."""

    size: int


class File:
    """One file: what is surely on the disk, and what may be."""

    def __init__(self) -> None:
        self.sure = bytearray()
        self.pending: list[Write | Cut] = []

    def sync(self) -> None:
        """Make everything sure."""
        for change in self.pending:
            apply(self.sure, change)
        self.pending.clear()


class Name(NamedTuple):
    """A name given to a file, or with None taken away, not yet synced."""

    name: str
    file: File | None


State = dict[str, bytes]  # the content of each file that has a name
Keeps = Callable[[object], bool]  # whether a change that was not synced is there all the same


class Disk:
    """One folder on a disk, as far as calls to the system tell.

    Attributes:
        names: what the running system shows.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder)
        self.names: dict[str, File] = {}
        self._sure: dict[str, File] = {}
        self._pending: list[Name] = []

    def note(self, call: Call) -> bool:
        """Take in a call; tell whether it changed anything in the folder.

        Raises:
            AssertionError: it is a kind of call that this disk does not know.
        """
        name = call.path.removesuffix(" (deleted)")
        if name == self._folder and call.name in ("fsync", "fdatasync"):
            self._sync_names()
            return True
        if call.name.startswith(("unlink", "rename", "link")):
            return self._note_names(call)
        if not name.startswith(self._folder + "/"):
            return False
        return self._note_content(call, name)

    def _note_content(self, call: Call, name: str) -> bool:
        if call.name == "openat":
            return self._open(call, name)
        file = self.names.get(name)
        if file is None:
            return False  # it has no name any more, so nobody will find it
        if call.name == "pwrite64":
            file.pending.append(Write(call.numbers[-1], call.texts[0]))
        elif call.name == "ftruncate":
            file.pending.append(Cut(call.numbers[0]))
        elif call.name in ("fsync", "fdatasync"):
            file.sync()
        else:
            raise AssertionError(call.name)
        return True

    def _open(self, call: Call, name: str) -> bool:
        assert "O_TRUNC" not in call.flags, call
        if name in self.names or "O_CREAT" not in call.flags:
            return False
        self._give(name, File())
        return True

    def _note_names(self, call: Call) -> bool:
        paths = [text.decode() for text in call.texts]
        if not any(path.startswith(self._folder + "/") for path in paths):
            return False
        if call.name.startswith("unlink"):
            self._give(paths[0], None)
            return True
        self._give(paths[1], self.names[paths[0]])
        if call.name.startswith("rename"):
            self._give(paths[0], None)
        return True

    def _give(self, name: str, file: File | None) -> None:
        _rename(self.names, Name(name, file))
        self._pending.append(Name(name, file))

    def _sync_names(self) -> None:
        for change in self._pending:
            _rename(self._sure, change)
        self._pending.clear()

    def states(self, chance: random.Random, torn: int) -> Iterator[State]:
        """Yield what may be on the disk if the power fails now.

        Nothing that was not synced, all of it, and `torn` times a part of it: each change kept,
        dropped, or kept in some of its sectors.
        """
        yield self._state(lambda _: False, None)
        yield self._state(lambda _: True, None)
        if self._is_settled():
            return
        for _ in range(torn):
            odds = chance.random()
            yield self._state(lambda _, odds=odds: chance.random() < odds, chance)  # type: ignore[misc]

    def _is_settled(self) -> bool:
        return not self._pending and not any(file.pending for file in self.names.values())

    def _state(self, keeps: Keeps, chance: random.Random | None) -> State:
        names = dict(self._sure)
        for change in self._pending:
            if keeps(change):
                _rename(names, change)
        contents: dict[int, bytes] = {}
        for file in names.values():
            if id(file) not in contents:
                contents[id(file)] = _content(file, keeps, chance)
        return {name: contents[id(file)] for name, file in names.items()}


def _rename(names: dict[str, File], change: Name) -> None:
    if change.file is None:
        names.pop(change.name, None)
    else:
        names[change.name] = change.file


def _content(file: File, keeps: Keeps, chance: random.Random | None) -> bytes:
    content = bytearray(file.sure)
    for change in file.pending:
        if keeps(change):
            apply(content, change)
        elif chance and isinstance(change, Write) and chance.random() < 0.5:
            for part in _sectors(change):
                if chance.random() < 0.5:
                    apply(content, part)
    return bytes(content)


def _sectors(write: Write) -> Iterable[Write]:
    """Return the parts of a write that a disk takes one by one."""
    start, end = write.place, write.place + len(write.content)
    borders = [start, *range(start - start % SECTOR + SECTOR, end, SECTOR), end]
    for first, last in pairwise(borders):
        yield Write(first, write.content[first - start : last - start])


def apply(content: bytearray, change: Write | Cut) -> None:
    """Make one change to a file's content; what lies between is zeros."""
    size = change.size if isinstance(change, Cut) else change.place + len(change.content)
    if isinstance(change, Cut):
        del content[size:]
    content.extend(bytes(max(0, size - len(content))))
    if isinstance(change, Write):
        content[change.place : size] = change.content
