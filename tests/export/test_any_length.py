"""Workbooks of any length lose no word and double none on their way into a file."""

import re
from collections import Counter
from itertools import count
from pathlib import Path

import pytest

from ladder_desktop.export.options import ExportOptions
from ladder_desktop.export.writing import export
from ladder_desktop.words import Words
from ladder_desktop.workbook.details import Details
from ladder_desktop.workbook.template import read_template
from ladder_desktop.workbook.workbook import Workbook, new_workbook
from tests.reading_back import text_of

MANY, ROWS, ITEMS = 50_000, 2_000, 1_000

TEMPLATE = """\
format = "ladder-template"
id = "long"
version = 1
title = "Long"

[[sections]]
id = "all"
title = "All"

[[sections.blocks]]
kind = "prompt"
id = "why"
question = "Why?"

[[sections.blocks]]
kind = "table"
id = "table"
title = "Table"
row_name = "row"
columns = [{ id = "a", title = "A" }, { id = "b", title = "B" }]

[[sections.blocks]]
kind = "reading"
id = "reading"
title = "A text"

[[sections.blocks]]
kind = "checklist"
id = "list"
title = "List"
remarks = ["notes"]
items = [ITEMS]
"""


@pytest.fixture(scope="module")
def workbook() -> Workbook:
    """Return a workbook with very long answers of every shape."""
    items = ", ".join(f'{{ id = "i{number}", text = "Do it" }}' for number in range(ITEMS))
    empty = new_workbook(read_template(TEMPLATE.replace("ITEMS", items), "long"), Details())
    numbers = count()
    rows = [{"a": _words(numbers, 1), "b": _words(numbers, 1)} for _ in range(ROWS)]
    rows[ROWS // 2]["b"] = _words(numbers, MANY)
    answers = {
        "why": _words(numbers, MANY),
        "table": rows,
        "reading": {"read": True, "notes": _words(numbers, MANY)},
        "list": {
            f"i{number}": {"done": True, "notes": _words(numbers, 2)} for number in range(ITEMS)
        },
    }
    for name, plain in answers.items():
        block = empty.template.block(name)
        assert block is not None
        empty = empty.with_answer(name, block.read(plain))
    return empty


def _words(numbers: "count[int]", many: int) -> str:
    """Return words that occur nowhere else, in lines of a hundred."""
    words = [f"w{next(numbers)}x" for _ in range(many)]
    return "\n".join(" ".join(words[at : at + 100]) for at in range(0, many, 100))


@pytest.mark.parametrize("target_format", ["pdf", "docx", "md", "csv", "json"])
def test_every_word_is_there_once(
    workbook: Workbook, target_format: str, words: Words, tmp_path: Path
) -> None:
    """50,000 words in a prompt, a cell and a note, 2,000 rows and 1,000 items are all there."""
    target = tmp_path / f"out.{target_format}"

    export(workbook, target_format, target, ExportOptions(), words)

    found = Counter(_found(text_of(target)))
    assert set(found.values()) == {1}
    assert len(found) == 3 * MANY + 2 * ROWS - 1 + 2 * ITEMS


def _found(text: str) -> list[str]:
    """Return the words that were written, whatever stands around them."""
    return re.findall(r"(?:\b|(?<=\\n))w\d+x\b", text)
