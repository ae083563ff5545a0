"""A survey: statements, a scale, and how many people chose each level."""

from collections.abc import Iterator
from typing import Annotated

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

Count = Annotated[int, msgspec.Meta(ge=0, le=1_000_000)]


class Level(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One level of the scale; `value` is what it weighs in the mean."""

    id: Id
    label: Line
    value: int


class Item(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One statement people agree or disagree with."""

    id: Id
    text: Line


Counts = dict[str, Count | None]
SurveyAnswer = dict[str, Counts]


class Survey(Fields, frozen=True, kw_only=True, tag_field="kind", tag="survey"):
    """The definition of a survey; its answer is a count for each level of each item's id.

    Attributes:
        title: what is asked of whom.
        levels: the scale, in the order in which it is shown.
        items: the statements.
    """

    title: Line
    levels: Annotated[tuple[Level, ...], msgspec.Meta(min_length=2, max_length=10)]
    items: Annotated[tuple[Item, ...], msgspec.Meta(min_length=1)]

    @property
    def kind(self) -> str:
        """Return the name of the kind."""
        return "survey"

    @property
    def least(self) -> int:
        """Return the smallest value a mean can have."""
        return min(level.value for level in self.levels)

    @property
    def most(self) -> int:
        """Return the largest value a mean can have."""
        return max(level.value for level in self.levels)

    def ids(self) -> Iterator[str]:
        """Yield the ids of the items."""
        yield from (item.id for item in self.items)

    def empty(self) -> SurveyAnswer:
        """Return an answer that lists every level of every item."""
        return {item.id: dict.fromkeys(self._level_ids()) for item in self.items}

    def read(self, plain: object) -> SurveyAnswer:
        """Check a plain answer and complete it in the template's order."""
        given = convert(plain, SurveyAnswer, self.id)
        refuse_unknown(given, list(self.ids()), self.id)
        for counts in given.values():
            refuse_unknown(counts, self._level_ids(), self.id)
        return {
            item.id: {level: given.get(item.id, {}).get(level) for level in self._level_ids()}
            for item in self.items
        }

    def questions(self, answer: SurveyAnswer, _level: EducatorLevel | None) -> Iterator[Question]:
        """Yield the survey itself: it is answered when something was counted."""
        yield Question("", self.title, any(total(counts) for counts in answer.values()))

    def mean(self, counts: Counts) -> float | None:
        """Return the mean of the levels' values, None where nobody was counted."""
        people = total(counts)
        weighed = sum(level.value * (counts[level.id] or 0) for level in self.levels)
        return weighed / people if people else None

    def _level_ids(self) -> list[str]:
        return [level.id for level in self.levels]


def total(counts: Counts) -> int:
    """Return how many people were counted."""
    return sum(count or 0 for count in counts.values())


def share(counts: Counts, level: str) -> int | None:
    """Return the share of a level in whole percent, None where nobody was counted."""
    people = total(counts)
    return round(100 * (counts[level] or 0) / people) if people else None


Block = Survey
