"""Counts the words of a workbook, reading again only the lines that changed."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from ladder_desktop.workbook.workbook import Workbook

# Chinese and Japanese know no blanks: each of their signs counts, as word processors have it.
# Not compiled here: that takes longer than all else in this module, and a window waits for it.
_SIGN = "[\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
_WORD = r"[^\W_]"


def words_in(text: str) -> int:
    """Return how many words stand in a text; a dash or a list's mark is none."""
    if text.isascii():
        return sum(1 for part in text.split() if part.isalnum() or re.search(_WORD, part))
    signs = re.findall(_SIGN, text)
    rest = re.sub(_SIGN, " ", text) if signs else text
    return len(signs) + sum(1 for part in rest.split() if re.search(_WORD, part))


def texts_in(value: Any) -> Iterator[str]:
    """Yield the texts of a plain answer."""
    match value:
        case str():
            yield value
        case dict():
            for each in value.values():
                yield from texts_in(each)
        case list() | tuple():
            for each in value:
                yield from texts_in(each)


def _texts_of(answer: Any) -> Iterator[str]:
    return texts_in(msgspec.to_builtins(answer))


class WordCount:
    """The words of all answers; an answer that is still the same object is not read again."""

    def __init__(self) -> None:
        self._counted: dict[str, tuple[Any, dict[str, int], int]] = {}

    def count(self, workbook: Workbook) -> int:
        """Return how many words were written into the whole workbook."""
        return sum(self.count_in(workbook, block_id) for block_id in workbook.answers)

    def count_in(self, workbook: Workbook, block_id: str) -> int:
        """Return how many words were written into one block; those of its template are not."""
        answer = workbook.answers.get(block_id)
        known, lines, number = self._counted.get(block_id, (None, {}, 0))
        if known is not answer:
            block = workbook.template.block(block_id)
            given = set() if block is None else set(_texts_of(block.empty()))
            written = (text for text in _texts_of(answer) if text not in given)
            number, lines = self._read(written, lines)
            self._counted[block_id] = (answer, lines, number)
        return number

    def _read(self, texts: Iterable[str], known: dict[str, int]) -> tuple[int, dict[str, int]]:
        """Count texts, of which some lines were counted before."""
        lines: dict[str, int] = {}
        number = 0
        for text in texts:
            for line in text.split("\n"):
                found = known.get(line)
                lines[line] = words_in(line) if found is None else found
                number += lines[line]
        return number, lines
