"""Moves a workbook to a newer version of its template; no answer is lost."""

from typing import Any

import msgspec

from ladder_desktop.blocks.block import Block
from ladder_desktop.workbook.fitting import fitted, is_blank
from ladder_desktop.workbook.template import Template
from ladder_desktop.workbook.workbook import Workbook


class Moved(msgspec.Struct, frozen=True):
    """A workbook after the move, and what a person wants to know before it.

    Attributes:
        workbook: how it would be; nothing is written by looking at it.
        added: the ids of blocks that are asked for the first time.
        set_aside: the ids of blocks of which an answer, or a part of one, is no longer asked.
        returned: the ids of blocks whose answers come back: they were asked once before.
    """

    workbook: Workbook
    added: tuple[str, ...]
    set_aside: tuple[str, ...]
    returned: tuple[str, ...]


def is_newer(template: Template, workbook: Workbook) -> bool:
    """Tell whether a template is a newer version of the one that a workbook carries."""
    own = workbook.template
    is_same = template.id == own.id and template.header.language == own.header.language
    return is_same and template.header.version > own.header.version


def moved(workbook: Workbook, template: Template) -> Moved:
    """Return a workbook as it would be with another version of its template."""
    # by way of JSON, so that rows are lists as they are in every plain answer
    given: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(workbook.answers))
    aside = dict(workbook.no_longer_asked)
    answers: dict[str, Any] = {}
    set_aside, returned = [], []
    for block in template.blocks():
        answers[block.id], rest = _answer(block, given.pop(block.id, msgspec.UNSET))
        if not is_blank(rest):
            given[block.id] = rest
        elif block.id in aside and _is_empty(block, answers[block.id]):
            answers[block.id], rest = fitted(block, aside.pop(block.id))
            returned.append(block.id)
            if not is_blank(rest):
                aside[block.id] = rest
    for name, rest in given.items():
        if not is_blank(rest):
            set_aside.append(name)
            aside[free_name(name, rest, aside)] = rest
    known = {block.id for block in workbook.template.blocks()}
    return Moved(
        workbook=msgspec.structs.replace(
            workbook,
            template=template,
            answers=answers,
            no_longer_asked=aside,
            former=workbook.former.after(workbook.template),
        ),
        added=tuple(block.id for block in template.blocks() if block.id not in known),
        set_aside=tuple(set_aside),
        returned=tuple(returned),
    )


def _answer(block: Block, plain: Any) -> tuple[Any, Any]:
    if plain is msgspec.UNSET:
        return block.empty(), msgspec.UNSET
    return fitted(block, plain)


def _is_empty(block: Block, answer: Any) -> bool:
    return bool(answer == block.empty())


def free_name(name: str, rest: Any, taken: dict[str, Any]) -> str:
    """Return a name under which something can be set aside without covering anything."""
    number, free = 1, name
    while free in taken and taken[free] != rest:
        number += 1
        free = f"{name}-{number}"
    return free
