"""Tells whether a change to an answer takes something away, so that it is kept before."""

from typing import Any

from ladder_desktop.blocks.block import plain
from ladder_desktop.workbook.fitting import is_blank

A_LOT = 40  # characters: of a text that long, losing more than half is no mending of words


def takes_away(before: Any, after: Any) -> bool:
    """Tell whether an answer loses a text, a row or a figure when another takes its place.

    Ticks don't count: they are as easily put back.
    """
    if isinstance(before, str):  # as most are, and long ones take their time
        return _loses(before, after)
    return _loses(plain(before), plain(after))


def _loses(before: Any, after: Any) -> bool:
    if before == after or is_blank(before) or isinstance(before, bool):
        return False
    match before, after:
        case dict(), dict():
            return any(_loses(value, after.get(key)) for key, value in before.items())
        case list(), list() if len(after) >= len(before):
            return any(_loses(*rows) for rows in zip(before, after, strict=False))
        case str(), str():
            left = len(after.strip())
            return not left or (len(before) >= A_LOT and 2 * left < len(before))
    return is_blank(after) or isinstance(before, list)
