"""What the answers of a workbook were given to: the questions of templates that it had before."""

import re
from collections.abc import Callable, Iterable

from ladder_desktop.blocks.block import Block
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
        bare = _NUMBERED.fullmatch(name)
        for one in (name, bare["name"]) if bare else (name,):
            for template in (*self.templates(), now):
                if block := template.block(one):
                    return title_of(block)
        return name

    def __eq__(self, other: object) -> bool:
        """Tell that others make no difference."""
        return isinstance(other, Former)

    def __hash__(self) -> int:
        """Return the same for all."""
        return hash(Former)


NO_FORMER = Former()


def title_of(block: Block) -> str:
    """Return a block's question or title, or what it asks first, or the id it has."""
    for attribute in ("question", "title"):
        if text := getattr(block, attribute, ""):
            return str(text)
    first = next(iter(block.questions(block.empty(), None)), None)
    return first.text if first else block.id
