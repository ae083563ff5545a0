"""Text direction: the embedding level of every character (Unicode Standard Annex 9)."""

import re
import unicodedata
from typing import Any

# python-bidi's own module of steps: `get_display` alone would not tell which letter went where.
from bidi import algorithm

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
    "\u200f\u202b\u202e\u2067]"
)
# The library knows embeddings but no isolates, which came later; an isolate is at least that.
_ISOLATES = str.maketrans({"\u2066": "\u202a", "\u2067": "\u202b", "\u2068": "\u202a"})
_ISOLATE_END = str.maketrans({"\u2069": "\u202c"})


def levels(text: str) -> tuple[int, list[int] | None]:
    """Return the paragraph's base level and each character's level.

    The levels are None where all of them are 0, which is so for most texts.
    """
    if not _RIGHT_TO_LEFT.search(text):
        return 0, None
    known = _assigned(text.translate(_ISOLATES).translate(_ISOLATE_END))
    base: int = algorithm.get_base_level(known)
    storage: dict[str, Any] = algorithm.get_empty_storage()
    storage["base_level"] = base
    storage["base_dir"] = "LR"[base]
    algorithm.get_embedding_levels(known, storage)
    for index, character in enumerate(storage["chars"]):
        character["index"] = index
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, debug=False)
    algorithm.resolve_implicit_levels(storage, debug=False)
    return base, _filled(storage["chars"], len(text), base)


def _filled(characters: list[dict[str, Any]], length: int, base: int) -> list[int]:
    """Return a level for every place; those that rule X9 took out go with what precedes them."""
    known: list[int | None] = [None] * length
    for character in characters:
        known[character["index"]] = character["level"]
    result: list[int] = []
    for level in known:
        result.append(level if level is not None else result[-1] if result else base)
    return result


def _assigned(text: str) -> str:
    """Return the text with a letter in place of each code point that has no direction yet."""
    return "".join(sign if unicodedata.bidirectional(sign) else "x" for sign in text)


def visual_order(line_levels: list[int]) -> list[int]:
    """Return the indexes of a line's items from left to right (rule L2)."""
    order = list(range(len(line_levels)))
    if not any(line_levels):
        return order
    lowest_odd = min((level for level in line_levels if level % 2), default=None)
    if lowest_odd is None:
        return order
    for level in range(max(line_levels), lowest_odd - 1, -1):
        _reverse_runs(order, line_levels, level)
    return order


def _reverse_runs(order: list[int], line_levels: list[int], level: int) -> None:
    """Reverse, in place, each run of items at the level or above it."""
    start = 0
    while start < len(order):
        if line_levels[order[start]] < level:
            start += 1
            continue
        end = start
        while end < len(order) and line_levels[order[end]] >= level:
            end += 1
        order[start:end] = order[start:end][::-1]
        start = end
