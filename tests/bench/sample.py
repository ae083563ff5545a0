"""Workbooks to measure with."""

from pathlib import Path

import msgspec

from ladder_desktop.paths import resources
from ladder_desktop.store.making import create
from ladder_desktop.workbook.details import Details
from ladder_desktop.workbook.shelf import built_in
from ladder_desktop.workbook.template import read_template
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


def many_blocks(sections: int = 5, blocks: int = 40) -> Workbook:
    """Return a filled workbook of a template with so many blocks of every usual kind."""
    parts = "\n".join(_section(number, blocks) for number in range(1, sections + 1))
    head = 'format = "ladder-template"\nid = "many"\nversion = 1\ntitle = "Many blocks"\n'
    workbook = new_workbook(read_template(head + parts, "many"))
    for block in workbook.template.blocks():
        if block.kind == "prompt":
            workbook = workbook.with_answer(block.id, SENTENCE * 2)
        elif block.kind == "table":
            row = {"goal": SENTENCE, "role": SENTENCE}
            workbook = workbook.with_answer(block.id, [row] * 3)
    return workbook


def _section(number: int, blocks: int) -> str:
    inside = "\n".join(_block(f"b{number}-{place}", place) for place in range(blocks))
    return f'[[sections]]\nid = "s{number}"\ntitle = "Section {number}"\n{inside}'


def _block(block_id: str, place: int) -> str:
    start = f'[[sections.blocks]]\nid = "{block_id}"\n'
    match place % 10:
        case 3:
            items = ", ".join(f'{{ id = "i{each}", text = "Thing {each}" }}' for each in range(4))
            return f'{start}kind = "checklist"\ntitle = "To do"\nitems = [{items}]'
        case 6:
            columns = '{ id = "goal", title = "Goal" }, { id = "role", title = "Role" }'
            named = 'title = "Goals"\nrow_name = "goal"'
            return f'{start}kind = "table"\n{named}\ncolumns = [{columns}]'
        case 9:
            items = ", ".join(f'{{ id = "r{each}", title = "Book {each}" }}' for each in range(3))
            return f'{start}kind = "resources"\ntitle = "To read"\nitems = [{items}]'
    return f'{start}kind = "prompt"\nquestion = "What did you notice, number {place}?"'


def long_text(words: int = LONG, paragraph: int = PARAGRAPH) -> str:
    """Return a text of so many words, in paragraphs of so many."""
    one = (SENTENCE * (paragraph // len(SENTENCE.split()) + 1)).split()[:paragraph]
    return "\n".join([" ".join(one)] * (words // paragraph))


def make(path: Path, workbook: Workbook) -> Path:
    """Put a workbook into a new file."""
    path.unlink(missing_ok=True)
    create(path, workbook)
    return path


def many_rows() -> Workbook:
    """Return a workbook with a table of 2,000 rows, each with a long text."""
    duties = "Coaches four colleagues each week, plans with them and looks at students' work. "
    row = {"released": "40", "number": 3, "pay": "12500.00", "money-from": "district"}
    rows = [
        row | {"role": f"Lead teacher {n}", "duties": duties * (n % 3 + 1)} for n in range(2000)
    ]
    workbook = new_workbook(built_in("career-advancement", resources()))
    return workbook.with_answer("roles", rows)
