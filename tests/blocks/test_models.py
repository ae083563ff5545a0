"""Every kind reads, completes and counts its answers."""

import json
from typing import Any

import pytest

from ladder_desktop.blocks import KINDS
from ladder_desktop.blocks.block import EducatorLevel, Progress, plain, progress
from ladder_desktop.errors import AnswerError
from tests.samples import ANSWERS, block_of


@pytest.mark.parametrize("kind", KINDS)
def test_an_answer_survives_reading_and_writing(kind: str) -> None:
    """A complete plain answer comes back exactly as it was."""
    block = block_of(kind)

    read = block.read(json.loads(json.dumps(ANSWERS[kind])))

    assert plain(read) == ANSWERS[kind]


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_answer_reads_as_itself(kind: str) -> None:
    """What a new workbook holds is a valid answer, with nothing in it that counts."""
    block = block_of(kind)

    empty = block.empty()

    assert block.read(plain(empty)) == empty
    assert progress(block, empty, None).done == 0


@pytest.mark.parametrize(
    ("kind", "empty"),
    [
        ("prompt", ""),
        (
            "rubric",
            {
                "roles": {
                    "rating": None,
                    "notes": "",
                    "questions": {"which": ""},
                    "evidence": {"lists": {"have": False, "notes": ""}},
                    "added": [],
                },
                "schools": {
                    "rating": None,
                    "notes": "",
                    "questions": {},
                    "evidence": {},
                    "added": [],
                },
            },
        ),
        ("table", [{"goal": "", "role": ""}, {"goal": "", "role": ""}]),
        (
            "resources",
            {"guide": {"read": False, "notes": ""}, "book": {"read": False, "notes": ""}},
        ),
        ("reading", {"read": False, "notes": ""}),
        ("survey", {"ready": {"no": None, "yes": None}, "glad": {"no": None, "yes": None}}),
    ],
)
def test_the_empty_answer_lists_all_there_is_to_fill_in(kind: str, empty: Any) -> None:
    """A script sees from a new workbook what it can fill in."""
    assert plain(block_of(kind).empty()) == empty


@pytest.mark.parametrize(
    ("kind", "level", "expected"),
    [
        ("prompt", None, Progress(1, 1)),
        ("rubric", None, Progress(1, 2)),
        ("rubric", "lea", Progress(1, 2)),
        ("rubric", "school", Progress(1, 1)),
        ("table", None, Progress(1, 1)),
        ("checklist", None, Progress(1, 2)),
        ("resources", None, Progress(0, 0)),
        ("reading", None, Progress(0, 0)),
        ("survey", None, Progress(1, 1)),
    ],
)
def test_progress(kind: str, level: EducatorLevel | None, expected: Progress) -> None:
    """Prompts, rated practices, tables and ticked items count; reading does not."""
    block = block_of(kind)

    assert progress(block, block.read(ANSWERS[kind]), level) == expected


@pytest.mark.parametrize(
    ("kind", "given", "said"),
    [
        ("prompt", 5, "text in quotes is expected, but this is a whole number"),
        ("prompt", None, "text in quotes is expected"),
        ("prompt", "half \ud83d", r"half a character \(U\+D83D\) at position 6"),
        ("rubric", {"roles": {"rating": 4}}, "rates “roles” with 4, but the levels are 1 to 3"),
        ("rubric", {"roles": {"rating": 7}}, "6 or less"),
        ("rubric", {"roles": {"rating": True}}, "rating"),
        ("rubric", {"rolls": {}}, "names “rolls”, which is not there. It has: roles, schools"),
        ("rubric", {"roles": {"questions": {"x": ""}}}, "names “x”"),
        ("rubric", {"roles": {"evidence": {"x": {}}}}, "names “x”"),
        ("rubric", {"roles": {"notes": "", "mood": ""}}, "“mood” is not known here"),
        ("table", {}, "a list is expected, but this is a group of named values"),
        ("table", [{"goal": 1}], "text in quotes is expected"),
        ("table", [{"price": "1"}], "names “price”"),
        ("checklist", {"ask": {"due": "tomorrow"}}, "a date is written like 2026-11-21"),
        ("checklist", {"ask": {"done": 1}}, "true or false is expected"),
        ("resources", {"guide": {"read": "yes"}}, "true or false is expected"),
        ("reading", [], "a group of named values is expected"),
        ("survey", {"ready": {"no": -1}}, "a whole number is expected, 0 or more"),
        ("survey", {"ready": {"no": 1_000_001}}, "a whole number is expected, 1000000 or less"),
        ("survey", {"ready": {"no": "3"}}, "a whole number is expected, but this is text"),
        ("survey", {"ready": {"maybe": 3}}, "names “maybe”, which is not there. It has: no, yes"),
        ("survey", {"sad": {}}, "names “sad”"),
    ],
)
def test_what_does_not_fit_is_refused_with_words(kind: str, given: Any, said: str) -> None:
    """An answer of another shape is refused, and the sentence names what is wrong."""
    with pytest.raises(AnswerError, match=said):
        block_of(kind).read(given)
