"""Practices rated on a scale, with guiding questions, evidence and questions people add."""

from collections.abc import Iterator
from typing import Annotated

import msgspec

from ladder_desktop.blocks.block import (
    EducatorLevel,
    Fault,
    Fields,
    Id,
    Line,
    Question,
    convert,
    refuse_unknown,
)
from ladder_desktop.blocks.reasons import Reason
from ladder_desktop.errors import N_, AnswerError

LEAST_LEVELS, MOST_LEVELS = 2, 6
Rating = Annotated[int, msgspec.Meta(ge=1, le=MOST_LEVELS)]


class Level(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One level of the scale: a short label, and what it means."""

    value: Rating
    label: Line
    meaning: Line


class Item(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A guiding question or a kind of evidence."""

    id: Id
    text: Line


class Practice(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is rated.

    Attributes:
        number: how it is numbered on screen and paper.
        title: the practice, in one sentence.
        level: whom it is for alone; None for everybody.
        questions: guiding questions; each takes notes.
        evidence: kinds of evidence; each can be ticked and noted.
    """

    id: Id
    number: int
    title: Line
    level: EducatorLevel | None = None
    questions: tuple[Item, ...] = ()
    evidence: tuple[Item, ...] = ()

    def is_for(self, level: EducatorLevel | None) -> bool:
        """Tell whether the practice counts for a person of this level; unknown counts all."""
        return self.level is None or level is None or self.level == level


class Evidence(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whether a kind of evidence is there, and notes on it."""

    have: bool = False
    notes: str = ""


class AddedQuestion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A question that the participant added, and notes on it."""

    question: str = ""
    notes: str = ""

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing is written in it."""
        return not (self.question.strip() or self.notes.strip())


class PracticeAnswer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What was answered on one practice; `notes` are the general ones."""

    rating: Rating | None = None
    notes: str = ""
    questions: dict[str, str] = {}
    evidence: dict[str, Evidence] = {}
    added: tuple[AddedQuestion, ...] = ()


RubricAnswer = dict[str, PracticeAnswer]


class Rubric(Fields, frozen=True, kw_only=True, tag_field="kind", tag="rubric"):
    """The definition of a rubric; its answer is a `PracticeAnswer` for each practice's id.

    Attributes:
        levels: the scale, the same for all practices; its values count up from 1.
        practices: what is rated.
    """

    levels: Annotated[
        tuple[Level, ...], msgspec.Meta(min_length=LEAST_LEVELS, max_length=MOST_LEVELS)
    ]
    practices: Annotated[tuple[Practice, ...], msgspec.Meta(min_length=1)]

    @property
    def kind(self) -> str:
        """Return the name of the kind."""
        return "rubric"

    def ids(self) -> Iterator[str]:
        """Yield the ids of practices, and of what stands in them as ``practice/item``."""
        for practice in self.practices:
            yield practice.id
            yield from (f"{practice.id}/{item.id}" for item in practice.questions)
            yield from (f"{practice.id}/{item.id}" for item in practice.evidence)

    def faults(self) -> Iterator[Fault]:
        """Yield each level whose value is not its own, and each id that stands for two things."""
        values = [level.value for level in self.levels]
        for number, value in enumerate(values):
            if value in values[:number]:
                message = N_("the value {value} is taken. The levels have the values 1 to {most}.")
                yield ("levels", number, "value"), Reason(message, value=value, most=len(values))
            elif value > len(values):
                message = N_(
                    "the value {value} is too high. The levels have the values 1 to {most}."
                )
                yield ("levels", number, "value"), Reason(message, value=value, most=len(values))
        for number, practice in enumerate(self.practices):
            taken = {item.id for item in practice.questions}
            for place, item in enumerate(practice.evidence):
                if item.id in taken:
                    message = N_("the id “{id}” is taken by a question. Give this one another.")
                    yield ("practices", number, "evidence", place), Reason(message, id=item.id)

    def level(self, rating: Rating | None) -> Level | None:
        """Return the level that a rating stands for."""
        return next((level for level in self.levels if level.value == rating), None)

    def empty(self) -> RubricAnswer:
        """Return an answer that lists every practice, question and kind of evidence."""
        return {practice.id: _complete(practice, PracticeAnswer()) for practice in self.practices}

    def read(self, plain: object) -> RubricAnswer:
        """Check a plain answer and complete it in the template's order."""
        given = convert(plain, RubricAnswer, self.id)
        refuse_unknown(given, [practice.id for practice in self.practices], self.id)
        for practice in self.practices:
            answer = given.get(practice.id, PracticeAnswer())
            refuse_unknown(answer.questions, [item.id for item in practice.questions], self.id)
            refuse_unknown(answer.evidence, [item.id for item in practice.evidence], self.id)
            self._refuse_unknown_level(practice, answer.rating)
        return {
            practice.id: _complete(practice, given.get(practice.id, PracticeAnswer()))
            for practice in self.practices
        }

    def _refuse_unknown_level(self, practice: Practice, rating: Rating | None) -> None:
        """Raise an AnswerError when a rating stands for no level."""
        if rating is not None and self.level(rating) is None:
            raise AnswerError(
                N_(
                    "The answer to “{block}” rates “{practice}” with {rating}, but the levels are "
                    "1 to {most}."
                ),
                block=self.id,
                practice=practice.id,
                rating=rating,
                most=len(self.levels),
            )

    def questions(self, answer: RubricAnswer, level: EducatorLevel | None) -> Iterator[Question]:
        """Yield each practice that is for this level: it is answered when it is rated."""
        for practice in self.practices:
            if practice.is_for(level):
                rated = answer[practice.id].rating is not None
                yield Question(practice.id, practice.title, rated)


def _complete(practice: Practice, answer: PracticeAnswer) -> PracticeAnswer:
    return msgspec.structs.replace(
        answer,
        questions={item.id: answer.questions.get(item.id, "") for item in practice.questions},
        evidence={item.id: answer.evidence.get(item.id, Evidence()) for item in practice.evidence},
    )


Block = Rubric
