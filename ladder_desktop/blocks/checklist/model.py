"""Things to do: each can be ticked, and take remarks such as an owner or a date."""

from collections.abc import Iterator
from typing import Annotated, Literal

import msgspec

from ladder_desktop.blocks.block import (
    EducatorLevel,
    Fields,
    Id,
    Line,
    Question,
    convert,
    refuse_unknown,
)

Remark = Literal["owner", "due", "notes", "evidence"]
Day = Annotated[str, msgspec.Meta(pattern=r"^\d{4}-\d{2}-\d{2}$")]


class Item(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing to tick."""

    id: Id
    text: Line


class ItemAnswer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whether an item is done, and the remarks on it; `due` is an ISO date or None."""

    done: bool = False
    owner: str = ""
    due: Day | None = None
    notes: str = ""
    evidence: str = ""


ChecklistAnswer = dict[str, ItemAnswer]


class Checklist(Fields, frozen=True, kw_only=True, tag_field="kind", tag="checklist"):
    """The definition of a checklist; its answer is an `ItemAnswer` for each item's id.

    Attributes:
        title: what is to be done.
        remarks: which remarks an item takes.
        items: what can be ticked.
    """

    title: Line
    remarks: tuple[Remark, ...] = ("notes",)
    items: Annotated[tuple[Item, ...], msgspec.Meta(min_length=1)]

    @property
    def kind(self) -> str:
        """Return the name of the kind."""
        return "checklist"

    def ids(self) -> Iterator[str]:
        """Yield the ids of the items."""
        yield from (item.id for item in self.items)

    def empty(self) -> ChecklistAnswer:
        """Return an answer that lists every item."""
        return {item.id: ItemAnswer() for item in self.items}

    def read(self, plain: object) -> ChecklistAnswer:
        """Check a plain answer and complete it in the template's order."""
        given = convert(plain, ChecklistAnswer, self.id)
        refuse_unknown(given, list(self.ids()), self.id)
        return {item.id: given.get(item.id, ItemAnswer()) for item in self.items}

    def questions(
        self, answer: ChecklistAnswer, _level: EducatorLevel | None
    ) -> Iterator[Question]:
        """Yield each item: it is answered when it is ticked."""
        for item in self.items:
            yield Question(item.id, item.text, answer[item.id].done)


Block = Checklist
