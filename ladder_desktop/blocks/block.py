"""What every kind of block shares: ids, the fields of a definition, progress, checked answers."""

import re
from collections.abc import Iterator
from typing import Annotated, Any, Literal, Protocol, TypeVar

import msgspec

from ladder_desktop.blocks.reasons import Reason, reason_for
from ladder_desktop.errors import N_, AnswerError

Id = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Line = Annotated[str, msgspec.Meta(min_length=1, max_length=2000)]
Text = Annotated[str, msgspec.Meta(max_length=20_000)]
Url = Annotated[str, msgspec.Meta(pattern=r"^(https?|mailto):\S+$", max_length=2000)]
EducatorLevel = Literal["school", "lea"]
A = TypeVar("A")
Fault = tuple[tuple[str | int, ...], Reason]  # where in a definition, and what is wrong there

ANY_ENTRY = "[...]"  # how msgspec writes the name of an entry of a group
SURROGATE = "[\ud800-\udfff]"


class Progress(msgspec.Struct, frozen=True):
    """How much of something is answered: `done` of `total` questions."""

    done: int = 0
    total: int = 0

    def __add__(self, other: "Progress") -> "Progress":
        return Progress(self.done + other.done, self.total + other.total)


class Question(msgspec.Struct, frozen=True):
    """One thing that counts in progress, as a list of what is left names it.

    Attributes:
        item: the part of the block that asks it, blank for the block itself.
        text: the question.
        answered: whether there is an answer.
    """

    item: str
    text: str
    answered: bool


class Fields(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The fields that the definition of any kind of block has.

    Attributes:
        id: unique in its template and never changed: answers are kept under it.
        guidance: a remark on how to answer, in plain text.
        carries: its answer goes along into the next round.
        in_summary: its answer stands in the summary of one page.
    """

    id: Id
    guidance: Text = ""
    carries: bool = False
    in_summary: bool = False

    def next_round(self, answer: Any) -> Any:
        """Return what the next round begins with, where the answer is carried along."""
        return answer

    def faults(self) -> Iterator[Fault]:
        """Yield what is wrong with the definition as a whole, its fields being right each."""
        yield from ()


class Block(Protocol):
    """The definition of a block, as the rest of the program knows it.

    An answer is typed inside the slice of its kind; outside it is plain JSON.
    """

    @property
    def id(self) -> str:
        """Return the id under which the answer is kept."""
        ...

    @property
    def kind(self) -> str:
        """Return the name of the kind."""
        ...

    @property
    def in_summary(self) -> bool:
        """Tell whether its answer stands in the summary of one page."""
        ...

    @property
    def carries(self) -> bool:
        """Tell whether the answer goes along into the next round."""
        ...

    def ids(self) -> Iterator[str]:
        """Yield the ids of the parts inside the block."""
        ...

    def empty(self) -> Any:
        """Return the empty answer, which lists everything there is to fill in."""
        ...

    def read(self, plain: object) -> Any:
        """Check a plain answer and complete it in the template's order.

        Raises:
            AnswerError: the answer does not fit this block.
        """
        ...

    def questions(self, answer: Any, level: EducatorLevel | None) -> Iterator[Question]:
        """Yield what counts in progress for a person of this level."""
        ...

    def next_round(self, answer: Any) -> Any:
        """Return what the next round begins with, where the answer is carried along."""
        ...

    def faults(self) -> Iterator[Fault]:
        """Yield what is wrong with the definition as a whole, its fields being right each."""
        ...


def progress(block: Block, answer: Any, level: EducatorLevel | None) -> Progress:
    """Return how much of a block is answered."""
    answered = [question.answered for question in block.questions(answer, level)]
    return Progress(sum(answered), len(answered))


def plain(answer: Any) -> Any:
    """Return a typed answer as plain JSON: groups, lists, texts, figures and None."""
    return msgspec.json.decode(msgspec.json.encode(answer))


def convert(plain: object, shape: type[A], block: str) -> A:
    """Return a plain answer in its typed shape.

    Raises:
        AnswerError: it has another shape, or a text no computer can store.
    """
    refuse_surrogates(plain, block)
    try:
        return msgspec.convert(plain, shape)
    except msgspec.ValidationError as error:
        complaint, _, path = str(error).partition(" - at `$")
        place = _place(path.rstrip("`"), plain, shape)
        raise AnswerError(
            N_("The answer to “{block}” does not fit ({place}): {reason}")
            if place
            else N_("The answer to “{block}” does not fit: {reason}"),
            block=block,
            place=place,
            reason=reason_for(complaint),
        ) from None


def _place(path: str, plain: Any, shape: Any) -> str:
    """Return a path of msgspec, which names no entry of a group, with the name of the entry."""
    if path.startswith(ANY_ENTRY):
        path = _misfit(plain, shape) + path.removeprefix(ANY_ENTRY)
    return path.replace(ANY_ENTRY, "").lstrip(".")


def _misfit(plain: dict[str, Any], shape: Any) -> str:
    """Return the name of the first entry that does not fit by itself."""
    for name, value in plain.items():
        try:
            msgspec.convert({name: value}, shape)
        except msgspec.ValidationError:
            return name
    return ""


def refuse_unknown(given: dict[str, Any], known: list[str], block: str) -> None:
    """Raise an AnswerError when an answer names parts that the block does not have."""
    for name in given:
        if name not in known:
            raise AnswerError(
                N_("The answer to “{block}” names “{name}”, which is not there. It has: {known}."),
                block=block,
                name=name,
                known=", ".join(known),
            )


def refuse_surrogates(plain: object, block: str) -> None:
    """Raise an AnswerError for half a character (a lone surrogate): no file can hold it."""
    waiting = [plain]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            if not value.isascii() and (found := re.search(SURROGATE, value)):
                raise AnswerError(
                    N_(
                        "The answer to “{block}” has half a character (U+{code}) at position "
                        "{position}. Take it out or write the whole character."
                    ),
                    block=block,
                    code=f"{ord(found.group()):04X}",
                    position=found.start() + 1,
                )
        elif isinstance(value, dict):
            waiting += [*value.keys(), *value.values()]
        elif isinstance(value, list):
            waiting += value
