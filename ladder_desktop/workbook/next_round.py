"""Start the next round: a new workbook from one that was filled, with what carries over."""

import msgspec

from ladder_desktop.blocks.block import Block
from ladder_desktop.workbook.template import Template
from ladder_desktop.workbook.workbook import Workbook, new_workbook


def carried_blocks(template: Template) -> tuple[Block, ...]:
    """Return the blocks whose answers go along into the next round, as the template says."""
    return tuple(block for block in template.blocks() if block.carries)


def next_round(workbook: Workbook) -> Workbook:
    """Return the workbook of the next round; the present one stays as it is.

    Who and where stay; workshop and date are those of the new round and so begin blank. What has
    no question any more stays with the old workbook.
    """
    details = msgspec.structs.replace(workbook.details, workshop="", date=None)
    begun = new_workbook(workbook.template, details)
    carried = {
        block.id: block.next_round(workbook.answers[block.id])
        for block in carried_blocks(workbook.template)
    }
    return msgspec.structs.replace(
        begun, answers=begun.answers | carried, pictures=workbook.pictures
    )
