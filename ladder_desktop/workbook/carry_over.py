"""Use in …: take a goal, a role or a practice from one workbook into a table of another."""

from collections.abc import Iterator
from typing import Literal

import msgspec

from ladder_desktop.blocks.block import plain
from ladder_desktop.blocks.cells import TEXTS
from ladder_desktop.blocks.columns import Column
from ladder_desktop.blocks.rubric.model import Rubric, RubricAnswer
from ladder_desktop.blocks.table.model import Table, TableAnswer, is_blank
from ladder_desktop.words import Words
from ladder_desktop.workbook.template import Template
from ladder_desktop.workbook.workbook import Workbook

Sort = Literal["entry", "role", "practice"]
LOW = 2  # a practice rated so or lower is worth an effort


class Offer(msgspec.Struct, frozen=True):
    """Something in a workbook that can be used in another one.

    Attributes:
        sort: what a table's row is about, a role named in it, or a practice rated low.
        text: what is taken along.
        template: the title of the template it stands in.
        section: the title of the tab it stands on.
    """

    sort: Sort
    text: str
    template: str
    section: str


class Target(msgspec.Struct, frozen=True):
    """A column of a table that can take an offer.

    Attributes:
        block: the id of the table.
        column: the id of the column.
        table: the title of the table.
        title: the title of the column.
    """

    block: str
    column: str
    table: str
    title: str


def offers(workbook: Workbook) -> tuple[Offer, ...]:
    """Return what a workbook has to offer, in its order, nothing twice.

    Taken are what each filled row of a table is about, the roles named in it, and the practices
    rated 1 or 2.
    """
    found: dict[Offer, None] = {}
    for section in workbook.template.sections:
        for block in section.blocks:
            answer = workbook.answers[block.id]
            if isinstance(block, Table):
                texts = _in_table(block, answer)
            elif isinstance(block, Rubric):
                texts = _in_rubric(block, answer)
            else:
                continue
            for sort, text in texts:
                found[Offer(sort, text, workbook.template.title, section.title)] = None
    return tuple(found)


def targets(template: Template, sort: Sort) -> tuple[Target, ...]:
    """Return the columns that can take such an offer: for roles those that ask for roles."""
    return tuple(
        Target(block.id, column.id, block.title, column.title)
        for block in template.blocks()
        if isinstance(block, Table)
        for column in _taking(block, sort)
    )


def target_in(template: Template, table: str, sort: Sort) -> Target | None:
    """Return where a table takes an offer: a role among the entries, if it asks for no role."""
    wanted = (*targets(template, sort), *targets(template, "entry"))
    return next((target for target in wanted if target.block == table), None)


def tables(template: Template) -> tuple[Table, ...]:
    """Return the tables that can take something."""
    taking = {target.block for target in targets(template, "entry")}
    return tuple(
        block for block in template.blocks() if isinstance(block, Table) and block.id in taking
    )


def used(workbook: Workbook, offer: Offer, target: Target, words: Words) -> Workbook:
    """Return the workbook with an offer in the first blank row of a table, or in a new one.

    Where it came from stands behind it.

    Raises:
        AnswerError: the workbook has no such table.
    """
    block = workbook.template.block(target.block)
    rows = plain(workbook.answers.get(target.block, ()))
    text = words(
        "{text} (from “{template}”, {section})",
        text=offer.text,
        template=offer.template,
        section=offer.section,
    )
    blank = [number for number, row in enumerate(rows) if is_blank(row)]
    if blank:
        rows[blank[0]][target.column] = text
    else:
        empty = block.empty_row() if isinstance(block, Table) else {}
        rows.append({**empty, target.column: text})
    return workbook.with_answer(target.block, rows)


def _in_table(block: Table, answer: TableAnswer) -> Iterator[tuple[Sort, str]]:
    about = _about(block)
    begun = [block.empty_row() | row for row in block.start]
    for row in answer:
        if row in begun:
            continue  # nobody wrote it: the template put it there
        for column in _texts(block):
            text = str(row[column.id] or "").strip()
            if text and column.suggest == "roles":
                yield "role", text
            elif text and column is about:
                yield "entry", text


def _in_rubric(block: Rubric, answer: RubricAnswer) -> Iterator[tuple[Sort, str]]:
    for practice in block.practices:
        rating = answer[practice.id].rating
        if rating is not None and rating <= LOW:
            yield "practice", practice.title


def _taking(block: Table, sort: Sort) -> tuple[Column, ...]:
    """Return the columns of a table that take an offer of this sort."""
    if sort == "role":
        return tuple(column for column in _texts(block) if column.suggest == "roles")
    about = _about(block)
    return () if about is None else (about,)


def _about(block: Table) -> Column | None:
    """Return the column that says what a row is about: the first text that asks for no role."""
    return next((column for column in _texts(block) if not column.suggest), None)


def _texts(block: Table) -> tuple[Column, ...]:
    return tuple(each for each in block.stored if each.type in TEXTS and each.type != "person")
