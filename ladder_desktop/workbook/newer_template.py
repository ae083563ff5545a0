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
    move = _Move(workbook)
    answers = {block.id: move.answer(block) for block in template.blocks()}
    set_aside = move.set_rest_aside()
    known = {block.id for block in workbook.template.blocks()}
    return Moved(
        workbook=msgspec.structs.replace(
            workbook,
            template=template,
            answers=answers,
            no_longer_asked=move.aside,
            former=workbook.former.after(workbook.template),
        ),
        added=tuple(block.id for block in template.blocks() if block.id not in known),
        set_aside=set_aside,
        returned=tuple(move.returned),
    )


class _Move:
    """Answers on their way to another version of their template.

    Attributes:
        aside: what has no place in it.
        returned: the ids of the blocks that were asked before, and are asked again.
    """

    def __init__(self, workbook: Workbook) -> None:
        # by way of JSON, so that rows are lists as they are in every plain answer
        self._given: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(workbook.answers))
        self.aside = dict(workbook.no_longer_asked)
        self.returned: list[str] = []

    def answer(self, block: Block) -> Any:
        """Return the answer to a block of the other version; what does not fit there is left."""
        answer, rest = block.empty(), None
        if block.id in self._given:
            answer, rest = fitted(block, self._given.pop(block.id))
        if not is_blank(rest):
            self._given[block.id] = rest
        elif block.id in self.aside and answer == block.empty():
            return self._bring_back(block)
        return answer

    def _bring_back(self, block: Block) -> Any:
        """Return the answer that was set aside when a block was no longer asked."""
        answer, rest = fitted(block, self.aside.pop(block.id))
        self.returned.append(block.id)
        if not is_blank(rest):
            self.aside[block.id] = rest
        return answer

    def set_rest_aside(self) -> tuple[str, ...]:
        """Set all that is left aside; return the names of the blocks it was an answer to."""
        left = {name: rest for name, rest in self._given.items() if not is_blank(rest)}
        for name, rest in left.items():
            self.aside[free_name(name, rest, self.aside)] = rest
        return tuple(left)


def free_name(name: str, rest: Any, taken: dict[str, Any]) -> str:
    """Return a name under which something can be set aside without covering anything."""
    number, free = 1, name
    while free in taken and taken[free] != rest:
        number += 1
        free = f"{name}-{number}"
    return free
