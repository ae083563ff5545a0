"""Puts values that were read from a document into the plain answers of a workbook.

A place names an item by its ids; where an item's parts lie in the plain answer is found by
these ids, so that no kind has to be known here.
"""

import re
from collections.abc import Iterator
from typing import Any

from ladder_desktop.blocks.block import Block
from ladder_desktop.document.nodes import Place
from ladder_desktop.errors import AnswerError

_ADDED = re.compile(r"(?P<list>[a-z]+)-(?P<number>[1-9]\d{0,2})")
MOST_ADDED = 200
_WHOLE_ITEM = ("", "notes")  # what an answer is called that is nothing but a text

Path = tuple[str | int, ...]


def paths_of(answer: Any, place: Place) -> list[Path]:
    """Return where in a plain answer a place may be kept, in the order of the answer.

    More than one, where an item and another one beside it share their ids.
    """
    parts = place.item.split("/") if place.item else []
    return [path for each in _items(answer, parts) for path in _leaf(answer, each, place.column)]


def value_at(answer: Any, path: Path) -> Any:
    """Return what is kept at a path; None where there is nothing yet."""
    for step in path:
        if isinstance(answer, list) and isinstance(step, int):
            answer = answer[step] if step < len(answer) else None
        elif isinstance(answer, dict):
            answer = answer.get(str(step))
        else:
            return None
    return answer


def with_value(answer: Any, path: Path, value: Any) -> Any:
    """Return a plain answer with one value put in; lists grow as far as they have to."""
    if not path:
        return value
    step = path[0]
    if isinstance(step, int):
        entries = list(answer) if isinstance(answer, list) else []
        entries += [{} for _ in range(step + 1 - len(entries))]
        entries[step] = with_value(entries[step], path[1:], value)
        return entries
    group = dict(answer) if isinstance(answer, dict) else {}
    return group | {step: with_value(group.get(step), path[1:], value)}


def check_value_at(block: Block, answer: Any, path: Path) -> None:
    """Check a plain answer of which all but the value at a path was checked before.

    Only the row or the item around it is read: a form has as many values as it has cells.

    Raises:
        AnswerError: the value does not fit.
    """
    try:
        block.read(_around(answer, path))
    except AnswerError:
        block.read(answer)  # tells the number of the row


def added_places(answer: Any, block: str) -> Iterator[Place]:
    """Yield the places of entries that people may have added to the lists in an answer."""
    for item, group in answer.items() if isinstance(answer, dict) else ():
        for name, value in group.items() if isinstance(group, dict) else ():
            if not isinstance(value, list):
                continue
            for number in range(1, MOST_ADDED + 1):
                yield Place(block, f"{item}/{name}-{number}")


def _around(answer: Any, path: Path) -> Any:
    """Return the answer with the entry that a path leads into, and no other."""
    if not path:
        return answer
    entry = value_at(answer, path[:1])
    return [entry] if isinstance(answer, list) else {path[0]: entry}


def _items(answer: Any, parts: list[str]) -> Iterator[Path]:
    """Yield where the item with these ids is kept."""
    if not parts:
        yield ()
        return
    if not isinstance(answer, dict):
        return
    first, rest = parts[0], parts[1:]
    if first in answer:
        yield from ((first, *path) for path in _items(answer[first], rest))
        return
    for name, group in answer.items():
        if isinstance(group, dict) and first in group:
            yield from ((name, first, *path) for path in _items(group[first], rest))
    added = _ADDED.fullmatch(first)
    if added and isinstance(answer.get(added["list"]), list) and not rest:
        yield (added["list"], int(added["number"]) - 1)


def _leaf(answer: Any, path: Path, column: str) -> Iterator[Path]:
    """Yield where the column of an item is kept: in the item, or the item itself."""
    item = value_at(answer, path)
    is_added = bool(path) and isinstance(path[-1], int)
    if column and (is_added or (isinstance(item, dict) and column in item)):
        yield (*path, column)
    elif column in _WHOLE_ITEM and not isinstance(item, dict | list):
        yield path
