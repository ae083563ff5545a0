"""What the answers of a workbook were given to: the questions of templates that it had before."""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import Any

from ladder_desktop.blocks.block import Block
from ladder_desktop.errors import AnswerError
from ladder_desktop.workbook.template import Template

_NUMBERED = re.compile(r"(?P<name>.+)-\d+")  # as `newer_template.free_name` makes them


class Former:
    """The templates that a workbook had before, newest first; read when they are asked for.

    They are all equal, as albums are: what makes two workbooks differ is what they hold now.
    """

    def __init__(self, fetch: Callable[[], Iterable[Template]] | None = None) -> None:
        """Take what reads them; without it there are none."""
        self._fetch = fetch
        self._found: tuple[Template, ...] | None = None

    def templates(self) -> tuple[Template, ...]:
        """Return the templates."""
        if self._found is None:
            self._found = tuple(self._fetch()) if self._fetch else ()
        return self._found

    def after(self, template: Template) -> "Former":
        """Return those of the workbook once it moved on from this template."""
        return Former(lambda: (template, *self.templates()))

    def asked(self, name: str, now: Template) -> str:
        """Return the words of the question that had this id, or the id where nobody knows it."""
        first = next(self._blocks(name, now), None)
        return title_of(first) if first else name

    def answered(self, name: str, plain: Any, now: Template) -> tuple[Block, Any] | None:
        """Return the block into which a plain answer fits, or a part of one, and it as typed."""
        for block in self._blocks(name, now):
            with suppress(AnswerError):
                return block, block.read(plain)
        return None

    def needed(self, names: Iterable[str]) -> tuple[Template, ...]:
        """Return the templates in which any of these ids were asked."""
        bare = {one for name in names for one in _ids(name)}
        return tuple(template for template in self.templates() if any(map(template.block, bare)))

    def _blocks(self, name: str, now: Template) -> Iterator[Block]:
        for one in _ids(name):
            for template in (*self.templates(), now):
                if block := template.block(one):
                    yield block

    def __eq__(self, other: object) -> bool:
        """Tell that others make no difference."""
        return isinstance(other, Former)

    def __hash__(self) -> int:
        """Return the same for all."""
        return hash(Former)


NO_FORMER = Former()


def _ids(name: str) -> tuple[str, ...]:
    """Return the id under which an answer was set aside, and the one that it had before."""
    bare = _NUMBERED.fullmatch(name)
    return (name, bare["name"]) if bare else (name,)


def title_of(block: Block) -> str:
    """Return a block's question or title, or what it asks first, or the id it has."""
    for attribute in ("question", "title"):
        if text := getattr(block, attribute, ""):
            return str(text)
    first = next(iter(block.questions(block.empty(), None)), None)
    return first.text if first else block.id
