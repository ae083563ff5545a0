"""A question, and a text written under it."""

from collections.abc import Iterator

from ladder_desktop.blocks.block import EducatorLevel, Fields, Line, Question, Text, convert


class Prompt(Fields, frozen=True, kw_only=True, tag_field="kind", tag="prompt"):
    """The definition of a prompt; its answer is a string.

    Attributes:
        question: what is asked.
        placeholder: a hint inside the empty box.
    """

    question: Line
    placeholder: Text = ""

    @property
    def kind(self) -> str:
        """Return the name of the kind."""
        return "prompt"

    def ids(self) -> Iterator[str]:
        """Yield nothing: a prompt has no parts."""
        yield from ()

    def empty(self) -> str:
        """Return the empty answer."""
        return ""

    def read(self, plain: object) -> str:
        """Check a plain answer."""
        return convert(plain, str, self.id)

    def questions(self, answer: str, _level: EducatorLevel | None) -> Iterator[Question]:
        """Yield the question itself: it is answered when its text is not blank."""
        yield Question("", self.question, bool(answer.strip()))


Block = Prompt
