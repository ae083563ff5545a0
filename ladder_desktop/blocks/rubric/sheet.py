"""A rubric on paper: each practice with its rating, questions, evidence and notes."""

from collections.abc import Iterator

from ladder_desktop.blocks.rubric.model import Practice, PracticeAnswer, Rubric, RubricAnswer
from ladder_desktop.document.nodes import (
    Answer,
    Check,
    Checks,
    Field,
    Heading,
    Level,
    Node,
    Paragraph,
    Place,
    Scale,
)
from ladder_desktop.words import Words


def sheet(block: Rubric, answer: RubricAnswer, words: Words) -> tuple[Node, ...]:
    """Return every practice, also those of another level: what was answered is printed."""
    nodes: list[Node] = []
    if block.guidance:
        nodes.append(Paragraph(block.guidance))
    for practice in block.practices:
        nodes += _practice(block, practice, answer[practice.id], words)
    return tuple(nodes)


def _practice(
    block: Rubric, practice: Practice, answer: PracticeAnswer, words: Words
) -> Iterator[Node]:
    label = words("LEA only") if practice.level == "lea" else ""
    yield Heading(1, f"{practice.number}. {practice.title}", label)
    yield _scale(block, practice, answer, words)
    yield from _questions(block, practice, answer, words)
    yield from _evidence(block, practice, answer, words)
    yield Answer(Place(block.id, practice.id, column="notes"), words("General notes"), answer.notes)


def _scale(block: Rubric, practice: Practice, answer: PracticeAnswer, words: Words) -> Scale:
    return Scale(
        Place(block.id, practice.id, column="rating"),
        words("Rating out of {most}", most=len(block.levels)),
        tuple(Level(level.value, level.label, level.meaning) for level in block.levels),
        answer.rating,
    )


def _questions(
    block: Rubric, practice: Practice, answer: PracticeAnswer, words: Words
) -> Iterator[Node]:
    added = [question for question in answer.added if not question.is_blank]
    if practice.questions or added:
        yield Heading(2, words("Guiding questions"))
    for item in practice.questions:
        place = Place(block.id, f"{practice.id}/{item.id}", column="notes")
        yield Answer(place, item.text, answer.questions[item.id])
    for number, question in enumerate(added, start=1):
        place = Place(block.id, f"{practice.id}/added-{number}", column="notes")
        asked = question.question or words("Your own question")
        yield Answer(place, asked, question.notes, is_added=bool(question.question))


def _evidence(
    block: Rubric, practice: Practice, answer: PracticeAnswer, words: Words
) -> Iterator[Node]:
    if practice.evidence:
        yield Checks(
            Place(block.id, practice.id),
            words("Sample evidence"),
            "have",
            tuple(
                Check(
                    item.id,
                    item.text,
                    answer.evidence[item.id].have,
                    (Field("notes", words("Notes"), answer.evidence[item.id].notes),),
                )
                for item in practice.evidence
            ),
        )
