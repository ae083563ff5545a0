"""A checklist stands on paper as it stands on the screen."""

import msgspec

from ladder_desktop.blocks.checklist.model import Checklist
from ladder_desktop.blocks.checklist.sheet import sheet
from ladder_desktop.document.nodes import Checks
from ladder_desktop.words import Words

STEPS = {
    "kind": "checklist",
    "id": "steps",
    "title": "Next steps",
    "remarks": ["owner", "due", "notes", "evidence"],
    "items": [{"id": "ask", "text": "Ask the mentors"}],
}


def test_remarks_have_the_order_of_the_screen(words: Words) -> None:
    """Whoever types in what was written by hand goes from top to bottom on both."""
    block = msgspec.convert(STEPS, Checklist)

    (node,) = sheet(block, block.empty(), words)

    assert isinstance(node, Checks)
    assert [field.column for field in node.items[0].fields] == STEPS["remarks"]
