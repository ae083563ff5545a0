"""Fills in workbooks of any template."""

from collections.abc import Callable
from typing import Any

from ladder_desktop.blocks.block import Block, plain
from ladder_desktop.blocks.columns import Column
from ladder_desktop.workbook.details import Details
from ladder_desktop.workbook.template import Template
from ladder_desktop.workbook.workbook import Workbook, new_workbook

Say = Callable[[int], str]  # a text of about so many words

NOTE, CELL, LINE = 30, 4, 2
DAY = "2026-11-21"
_FIGURES = {"integer": 3, "money": "1200.50", "percent": "12.5", "date": DAY}
_LINES = {"owner", "evidence", "question"}


def fill(template: Template, say: Say, rows: int = 0) -> Workbook:
    """Return a workbook in which everything is filled in.

    Args:
        template: what is asked.
        say: makes each text.
        rows: how many rows tables have at least.
    """
    details = Details("Ada Lovelace", "Principal", "Lincoln School", "school", "Fall", DAY)
    workbook = new_workbook(template, details)
    for section in template.sections:
        for block in section.blocks:
            plainly = _answer(block, plain(workbook.answers[block.id]), say, rows)
            workbook = workbook.with_answer(block.id, block.read(plainly))
    return workbook


def _answer(block: Block, empty: Any, say: Say, rows: int) -> Any:
    if block.kind == "table":
        columns: tuple[Column, ...] = getattr(block, "stored", ())
        return [_row(columns, say) for _ in range(max(rows, len(empty)))]
    if block.kind == "checklist":  # remarks that were not asked for have no place to be written
        asked = {"done", *getattr(block, "remarks", ())}
        return {
            item: {name: _filled(each, name, say) for name, each in one.items() if name in asked}
            for item, one in empty.items()
        }
    return _filled(empty, "", say)


def _row(columns: tuple[Column, ...], say: Say) -> dict[str, Any]:
    return {column.id: _cell(column, say) for column in columns}


def _cell(column: Column, say: Say) -> Any:
    if column.choices:
        return column.choices[0].id
    return _FIGURES.get(column.type) or say(CELL)


def _filled(value: Any, name: str, say: Say) -> Any:
    """Return an empty answer with everything in it filled in."""
    if isinstance(value, dict):
        return {key: _filled(each, key, say) for key, each in value.items()}
    if isinstance(value, list):  # the questions that people add to a practice
        return [{"question": say(LINE), "notes": say(CELL)}]
    if value == "":
        return say(LINE if name in _LINES else NOTE)
    if value is False:
        return True
    return DAY if name == "due" else 2  # a rating, or a count
