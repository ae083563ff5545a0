"""Fits an answer to a block that has changed since: what fits stays, the rest is handed back."""

from collections.abc import Callable
from typing import Any

import msgspec

from ladder_desktop.blocks.block import Block
from ladder_desktop.errors import AnswerError

Fits = Callable[[Any], bool]


def fitted(block: Block, plain: Any) -> tuple[Any, Any]:
    """Return the typed answer made of what fits a block, and the plain rest.

    Args:
        block: the definition that the answer is to fit.
        plain: an answer that was given to an earlier definition, or to none.

    Returns:
        The typed answer, and what has no place in it; `msgspec.UNSET` when all of it has.
    """

    def fits(part: Any) -> bool:
        try:
            block.read(part)
        except AnswerError:
            return False
        return True

    kept, rest = _split(plain, fits)
    if kept is msgspec.UNSET:
        return block.empty(), rest
    return (block.read(kept), rest) if fits(kept) else (block.empty(), plain)


def is_blank(plain: Any) -> bool:
    """Tell whether a plain answer, or a part of one, says nothing."""
    if isinstance(plain, dict):
        return all(is_blank(part) for part in plain.values())
    if isinstance(plain, list | tuple):
        return all(is_blank(part) for part in plain)
    return plain in ("", None, False, msgspec.UNSET)


def _split(plain: Any, fits: Fits) -> tuple[Any, Any]:
    """Part a plain value into what fits and what does not; UNSET stands for nothing."""
    if fits(plain):
        return plain, msgspec.UNSET
    if isinstance(plain, dict):
        return _split_group(plain, fits)
    if isinstance(plain, list):
        return _split_list(plain, fits)
    return msgspec.UNSET, plain


def _split_group(plain: dict[str, Any], fits: Fits) -> tuple[Any, Any]:
    kept, rest = {}, {}
    for key, value in plain.items():
        fit, other = _split(value, lambda part, key=key: fits({key: part}))  # type: ignore[misc]
        if fit is not msgspec.UNSET:
            kept[key] = fit
        if other is not msgspec.UNSET:
            rest[key] = other
    return kept or msgspec.UNSET, rest or msgspec.UNSET


def _split_list(plain: list[Any], fits: Fits) -> tuple[Any, Any]:
    parted = [_split(value, lambda part: fits([part])) for value in plain]
    kept = [fit for fit, _ in parted if fit is not msgspec.UNSET]
    rest = [other for _, other in parted if other is not msgspec.UNSET]
    return kept or msgspec.UNSET, rest or msgspec.UNSET
