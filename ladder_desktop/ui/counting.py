"""Counts the words of a workbook, reading again only the answers that changed."""

from typing import Any

import msgspec

from ladder_desktop.workbook.workbook import Workbook


def words_in(plain: Any) -> int:
    """Return how many words stand in the texts of a plain answer."""
    match plain:
        case str():
            return len(plain.split())
        case dict():
            return sum(words_in(value) for value in plain.values())
        case list() | tuple():
            return sum(words_in(value) for value in plain)
    return 0


class WordCount:
    """The words of all answers; an answer that is still the same object is not read again."""

    def __init__(self) -> None:
        self._counted: dict[str, tuple[Any, int]] = {}

    def count(self, workbook: Workbook) -> int:
        """Return how many words were written into the whole workbook."""
        return sum(self._of(block_id, answer) for block_id, answer in workbook.answers.items())

    def _of(self, block_id: str, answer: Any) -> int:
        known, number = self._counted.get(block_id, (None, 0))
        if known is not answer:
            number = words_in(msgspec.to_builtins(answer))
            self._counted[block_id] = (answer, number)
        return number
