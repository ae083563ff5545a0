"""What answers say, and how two versions of one differ."""

import pytest

from ladder_desktop.words import Words
from ladder_desktop.workbook.facts import differences, facts
from tests import samples


@pytest.mark.parametrize("kind", [*samples.ANSWERS])
def test_every_text_of_an_answer_is_a_fact(kind: str, words: Words) -> None:
    """Whatever was written into a block of any kind is said."""
    block = samples.block_of(kind)

    said = "\n".join(
        f"{one.label} {one.text}".replace(",", "")
        for one in facts(block, block.read(samples.ANSWERS[kind]), words)
    )

    assert all(text in said for text in samples.texts(samples.ANSWERS[kind]))


@pytest.mark.parametrize("kind", [*samples.ANSWERS])
def test_an_answer_does_not_differ_from_itself(kind: str, words: Words) -> None:
    """Two same answers have no difference; an empty one differs."""
    block = samples.block_of(kind)
    answer = block.read(samples.ANSWERS[kind])

    assert differences(block, answer, answer, words) == []
    assert differences(block, block.empty(), answer, words) != []


def test_a_difference_marks_words(words: Words) -> None:
    """What was put in and what was taken out are told apart, under the question."""
    block = samples.block_of("prompt")

    (found,) = differences(block, "We ask early.", "We ask often.", words)

    assert found.label == "Why do you ask?"
    assert [(run.kind, run.text) for run in found.runs] == [
        ("same", "We ask "),
        ("removed", "early"),
        ("added", "often"),
        ("same", "."),
    ]


def test_a_rating_is_named(words: Words) -> None:
    """A rating that changed is told with its practice and the names of both levels."""
    block = samples.block_of("rubric")
    old = block.read({"roles": {"rating": 1}})
    new = block.read({"roles": {"rating": 3}})

    (found,) = differences(block, old, new, words)

    assert "There are roles." in found.label
    assert [run.text for run in found.runs if run.kind != "same"] == [
        "1",
        "3",
        "Limited",
        "Effective",
    ]
