"""How the sheet of a kind is found; kept apart because no window needs it to open."""

import importlib
from typing import Any, Protocol, cast

from ladder_desktop.document.nodes import Node
from ladder_desktop.words import Words


class Sheet(Protocol):
    """What the `sheet` module of a kind offers."""

    def sheet(self, block: Any, answer: Any, words: Words, /) -> tuple[Node, ...]:
        """Return the block and its answer as nodes of a printed document."""
        ...


def sheet(kind: str) -> Sheet:
    """Return the module that puts a block of this kind on paper."""
    return cast("Sheet", importlib.import_module(f"ladder_desktop.blocks.{kind}.sheet"))
