"""One text to read: the text itself or where to find it, a tick, and notes on it."""

from collections.abc import Iterator

import msgspec

from ladder_desktop.blocks.block import (
    EducatorLevel,
    Fields,
    Line,
    Question,
    Text,
    Url,
    convert,
)


class ReadingAnswer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whether the text was read, and notes on it."""

    read: bool = False
    notes: str = ""


class Reading(Fields, frozen=True, kw_only=True, tag_field="kind", tag="reading"):
    """The definition of a reading; its answer is a `ReadingAnswer`.

    Attributes:
        title: the publication.
        part: the pages or chapter to read.
        publisher: who published it.
        url: where it lies, if that is known.
        article: the text itself where it can be read right here, with light marks; a line that
            is bold as a whole is a heading.
    """

    title: Line
    part: Text = ""
    publisher: Text = ""
    url: Url | None = None
    article: Text = ""

    @property
    def kind(self) -> str:
        """Return the name of the kind."""
        return "reading"

    def ids(self) -> Iterator[str]:
        """Yield nothing: a reading has no parts."""
        yield from ()

    def empty(self) -> ReadingAnswer:
        """Return the empty answer."""
        return ReadingAnswer()

    def read(self, plain: object) -> ReadingAnswer:
        """Check a plain answer."""
        return convert(plain, ReadingAnswer, self.id)

    def questions(self, _answer: ReadingAnswer, _level: EducatorLevel | None) -> Iterator[Question]:
        """Yield nothing: a reading doesn't count in progress."""
        yield from ()


Block = Reading
