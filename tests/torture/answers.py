"""What the tortures share: a workbook of known texts, and how to tell what a file holds."""

import random
from pathlib import Path

from ladder_desktop.store.file import read
from ladder_desktop.store.making import create
from ladder_desktop.workbook.template import Template, read_template
from ladder_desktop.workbook.workbook import Workbook, new_workbook

HEAD = 'format = "ladder-template"\nid = "torture"\nversion = 1\ntitle = "Torture"\n'
SECTION = '[[sections]]\nid = "one"\ntitle = "One"\n'
PROMPT = '[[sections.blocks]]\nkind = "prompt"\nid = "q{n}"\nquestion = "Question {n}?"\n'
BLOCKS = tuple(f"q{n}" for n in range(5))
WORDS = ("lead", "école", "中文", "👩‍🏫", "grow", "together", "mentor", "שלום", "\\", '"')


def template(blocks: int = len(BLOCKS)) -> Template:
    """Return a template of a few questions."""
    prompts = "".join(PROMPT.format(n=n) for n in range(blocks))
    return read_template(HEAD + SECTION + prompts, "torture")


def answer(number: int) -> str:
    """Return the answer that the change with this number writes; 0 is no change at all."""
    if number == 0:
        return ""
    chance = random.Random(number)
    length = chance.choice((3, 30, 300, 3000))
    return f"{number}: {' '.join(chance.choices(WORDS, k=length))} :{number}"


def block_of(number: int) -> str:
    """Return the block that the change with this number writes to."""
    return random.Random(number * 7919).choice(BLOCKS)


def number_of(text: str) -> int:
    """Return which change an answer comes from.

    Raises:
        AssertionError: no change ever wrote this text.
    """
    number = int(text.partition(":")[0] or 0)
    assert text == answer(number), f"a text that nobody wrote: {text[:80]!r}"
    return number


def start_file(path: Path) -> Workbook:
    """Make a workbook file in which nothing is answered."""
    workbook = new_workbook(template())
    create(path, workbook)
    return workbook


def numbers_in(path: Path) -> dict[str, int]:
    """Return for each block the number of the change that its answer comes from."""
    return {name: number_of(text) for name, text in read(path).workbook.answers.items()}


def check_between(path: Path, saved: int, submitted: int) -> None:
    """Assert that a file holds everything that was saved and nothing that was not submitted.

    Changes are committed in their order, so the file holds the changes up to one of them.
    """
    held = numbers_in(path)
    newest = max(held.values())
    assert newest <= submitted, f"holds {newest}, only {submitted} were submitted"
    least = max(saved, newest)
    for name in BLOCKS:
        allowed = [n for n in range(1, submitted + 1) if block_of(n) == name]
        required = max((n for n in allowed if n <= least), default=0)
        assert held[name] in (required, *(n for n in allowed if n > least)), (
            f"{name} holds {held[name]}, {required} was saved"
        )
