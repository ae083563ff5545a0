"""Workbooks to measure with."""

from pathlib import Path

import msgspec

from ladder_desktop.paths import resources
from ladder_desktop.store.making import create
from ladder_desktop.workbook.details import Details
from ladder_desktop.workbook.shelf import built_in
from ladder_desktop.workbook.workbook import Workbook, new_workbook

SENTENCE = (
    "The literacy committee was the first time anybody asked me what I would change, and I stayed "
    "two years longer than I had planned. "
)
LONG = 50_000  # words
PARAGRAPH = 500  # words


def usual() -> Workbook:
    """Return a workbook as people bring it home: every question answered in a few sentences."""
    workbook = new_workbook(
        built_in("career-growth", resources()),
        Details("Maria Lopez", "Principal", "Lincoln Elementary School", "school", "Fall workshop"),
    )
    answers = msgspec.to_builtins(workbook.answers)
    for block_id in ("job-satisfaction", "view-of-role", "school-mission", "strongest", "weakest"):
        answers[block_id] = SENTENCE * 4
    for practice in answers["practices"].values():
        practice["rating"] = 2
        practice["notes"] = SENTENCE
        practice["questions"] = dict.fromkeys(practice["questions"], SENTENCE * 2)
    for row in answers["goals"]:
        row["goal"], row["roles"] = SENTENCE, SENTENCE * 2
    for block_id, answer in answers.items():
        workbook = workbook.with_answer(block_id, answer)
    return workbook


def long_text(words: int = LONG, paragraph: int = PARAGRAPH) -> str:
    """Return a text of so many words, in paragraphs of so many."""
    one = (SENTENCE * (paragraph // len(SENTENCE.split()) + 1)).split()[:paragraph]
    return "\n".join([" ".join(one)] * (words // paragraph))


def make(path: Path, workbook: Workbook) -> Path:
    """Put a workbook into a new file."""
    path.unlink(missing_ok=True)
    create(path, workbook)
    return path
