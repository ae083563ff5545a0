"""A checklist on paper: each item with its tick and its remarks."""

from ladder_desktop.blocks import cells
from ladder_desktop.blocks.checklist.model import Checklist, ChecklistAnswer, ItemAnswer, Remark
from ladder_desktop.document.nodes import Check, Checks, Field, Node, Place
from ladder_desktop.words import Words

DAY = cells.Cell(type="date")
SHORT: frozenset[Remark] = frozenset({"owner", "due"})


def sheet(block: Checklist, answer: ChecklistAnswer, words: Words) -> tuple[Node, ...]:
    """Return every item, ticked or not."""
    items = tuple(
        Check(item.id, item.text, answer[item.id].done, _fields(block, answer[item.id], words))
        for item in block.items
    )
    return (Checks(Place(block.id), block.title, "done", items, block.guidance),)


def _fields(block: Checklist, answer: ItemAnswer, words: Words) -> tuple[Field, ...]:
    """Return the remarks the block asks for, and any other that was given all the same."""
    labels: dict[Remark, tuple[str, str]] = {
        "owner": (words("Owner"), answer.owner),
        "due": (words("Due"), cells.shown(DAY, answer.due, words)),
        "notes": (words("Notes"), answer.notes),
        "evidence": (words("Evidence"), answer.evidence),
    }
    return tuple(
        Field(
            remark,
            label,
            text,
            is_short=remark in SHORT,
            plain=(answer.due or "") if remark == "due" else "",
        )
        for remark, (label, text) in labels.items()
        if remark in block.remarks or text
    )
