"""Compares two answers: what was added, what was removed."""

import difflib
import re
from collections.abc import Iterator, Sequence
from typing import Any, Literal

import msgspec

from ladder_desktop.document.pictures import described

WORDS = re.compile(r"\s+|\w+|[^\w\s]")
MOST_WORK = 4_000_000  # pairs of words; beyond that a passage counts as written anew

Path = tuple[str | int, ...]


class Run(msgspec.Struct, frozen=True):
    """A stretch of text that is in both, or only in the newer or the older one."""

    kind: Literal["same", "added", "removed"]
    text: str


class Change(msgspec.Struct, frozen=True):
    """One place in an answer where two versions differ.

    Attributes:
        path: the keys and row numbers that lead there; empty for the answer itself.
        old: what stood there; None where there was nothing.
        new: what stands there; None where there is nothing.
        runs: for texts, what to mark.
    """

    path: Path
    old: Any
    new: Any
    runs: tuple[Run, ...] = ()


def compare(old: Any, new: Any, path: Path = ()) -> list[Change]:
    """Return the places where two plain answers to the same block differ, in their order."""
    if old == new:
        return []
    if isinstance(old, dict) and isinstance(new, dict):
        keys = [*new, *(key for key in old if key not in new)]
        return [
            change for key in keys for change in compare(old.get(key), new.get(key), (*path, key))
        ]
    if isinstance(old, list | tuple) and isinstance(new, list | tuple):
        return list(_compare_rows(old, new, path))
    if isinstance(old or "", str) and isinstance(new or "", str):
        runs = compare_texts(described(old or ""), described(new or ""))
        return [Change(path, old, new, tuple(runs))]
    return [Change(path, old, new)]


def compare_texts(old: str, new: str) -> list[Run]:
    """Return the stretches that lead from one text to the other, marked by words."""
    runs: list[Run] = []
    for kind, text in _by_lines(old.splitlines(keepends=True), new.splitlines(keepends=True)):
        if runs and runs[-1].kind == kind:
            runs[-1] = Run(kind, runs[-1].text + text)
        elif text:
            runs.append(Run(kind, text))
    return runs


Stretch = tuple[Literal["same", "added", "removed"], str]


def _by_lines(old: list[str], new: list[str]) -> Iterator[Stretch]:
    for tag, a, b, c, d in difflib.SequenceMatcher(None, old, new).get_opcodes():
        if tag == "equal":
            yield "same", "".join(old[a:b])
        else:
            yield from _by_words("".join(old[a:b]), "".join(new[c:d]))


def _by_words(old: str, new: str) -> Iterator[Stretch]:
    first, second = WORDS.findall(old), WORDS.findall(new)
    start, end = _shared(first, second)
    yield "same", "".join(first[:start])
    yield from _differing(first[start : len(first) - end], second[start : len(second) - end])
    yield "same", "".join(first[len(first) - end :])


def _shared(first: list[str], second: list[str]) -> tuple[int, int]:
    """Return how many words two texts share at their start and, beyond those, at their end."""
    least = min(len(first), len(second))
    start = next((n for n in range(least) if first[n] != second[n]), least)
    least -= start
    end = next((n for n in range(least) if first[-1 - n] != second[-1 - n]), least)
    return start, end


def _differing(first: list[str], second: list[str]) -> Iterator[Stretch]:
    if len(first) * len(second) > MOST_WORK:
        yield "removed", "".join(first)
        yield "added", "".join(second)
        return
    matcher = difflib.SequenceMatcher(None, first, second, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            yield "same", "".join(first[a:b])
        else:
            yield "removed", "".join(first[a:b])
            yield "added", "".join(second[c:d])


def _compare_rows(old: Sequence[Any], new: Sequence[Any], path: Path) -> Iterator[Change]:
    """Yield what differs between two lists of rows; a row put in does not change all below it."""
    keys = [[msgspec.json.encode(row).decode() for row in rows] for rows in (old, new)]
    matcher = difflib.SequenceMatcher(None, keys[0], keys[1])
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            continue
        for step in range(max(b - a, d - c)):
            before = old[a + step] if a + step < b else None
            after = new[c + step] if c + step < d else None
            place = (*path, c + step if after is not None else a + step)
            if before is None or after is None:
                yield Change(place, before, after)
            else:
                yield from compare(before, after, place)
