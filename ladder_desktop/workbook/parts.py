"""A workbook with some of its sections only, to be handed in."""

from collections.abc import Collection

import msgspec

from ladder_desktop.workbook.workbook import Workbook


def only_sections(workbook: Workbook, ids: Collection[str], *, no_longer_asked: bool) -> Workbook:
    """Return the same workbook in which every other section is as empty as a new one.

    Args:
        workbook: the whole.
        ids: of the sections that stay.
        no_longer_asked: whether answers without a question stay, too.
    """
    chosen = {
        block.id
        for section in workbook.template.sections
        if section.id in ids
        for block in section.blocks
    }
    answers = {
        block.id: workbook.answers[block.id] if block.id in chosen else block.empty()
        for block in workbook.template.blocks()
    }
    kept = workbook.no_longer_asked if no_longer_asked else {}
    return msgspec.structs.replace(workbook, answers=answers, no_longer_asked=kept)
