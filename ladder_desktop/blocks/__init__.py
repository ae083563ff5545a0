"""The kinds of blocks, and how a part of a kind is found.

Each kind is a folder with the same files: `model.py`, `sheet.py` and `widget.py`. They are found
by name, so that a new kind is one folder and one word in `KINDS`.
"""

import importlib
from typing import Any, cast

from ladder_desktop.blocks.block import Block

KINDS = ("prompt", "rubric", "table", "checklist", "resources", "reading", "survey")


def definition(kind: str) -> type[Block]:
    """Return the class that defines a block of this kind."""
    model = importlib.import_module(f"ladder_desktop.blocks.{kind}.model")
    return cast("type[Block]", model.Block)


def widget(kind: str) -> Any:
    """Return the class of the editor for a block of this kind; imports Qt."""
    return importlib.import_module(f"ladder_desktop.blocks.{kind}.widget").Editor
