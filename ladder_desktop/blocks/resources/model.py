"""Sources to look up: they serve without internet, too."""

from collections.abc import Iterator
from typing import Annotated

import msgspec

from ladder_desktop.blocks.block import (
    EducatorLevel,
    Fields,
    Id,
    Line,
    Question,
    Text,
    Url,
    convert,
    refuse_unknown,
)


class Resource(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A source: its title, who published it, and where it lies if that is known."""

    id: Id
    title: Line
    publisher: Text = ""
    url: Url | None = None


class ResourceAnswer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whether a source was read, and what one took from it."""

    read: bool = False
    notes: str = ""


ResourcesAnswer = dict[str, ResourceAnswer]


class Resources(Fields, frozen=True, kw_only=True, tag_field="kind", tag="resources"):
    """The definition of a list of sources; its answer is a `ResourceAnswer` for each one's id.

    Attributes:
        title: what the list is.
        items: the sources.
    """

    title: Line
    items: Annotated[tuple[Resource, ...], msgspec.Meta(min_length=1)]

    @property
    def kind(self) -> str:
        """Return the name of the kind."""
        return "resources"

    def ids(self) -> Iterator[str]:
        """Yield the ids of the sources."""
        yield from (item.id for item in self.items)

    def empty(self) -> ResourcesAnswer:
        """Return an answer that lists every source."""
        return {item.id: ResourceAnswer() for item in self.items}

    def read(self, plain: object) -> ResourcesAnswer:
        """Check a plain answer and complete it in the template's order."""
        given = convert(plain, ResourcesAnswer, self.id)
        refuse_unknown(given, list(self.ids()), self.id)
        return {item.id: given.get(item.id, ResourceAnswer()) for item in self.items}

    def questions(
        self, _answer: ResourcesAnswer, _level: EducatorLevel | None
    ) -> Iterator[Question]:
        """Yield nothing: sources are an offer and don't count in progress."""
        yield from ()


Block = Resources
