"""The next round begins where the last one ended."""

import pytest

from ladder_desktop.paths import resources
from ladder_desktop.workbook.details import Details
from ladder_desktop.workbook.interchange import filled
from ladder_desktop.workbook.next_round import carried_blocks, next_round
from ladder_desktop.workbook.shelf import built_in
from ladder_desktop.workbook.workbook import Workbook, new_workbook


@pytest.fixture
def first() -> Workbook:
    """Return a round of six steps that has been gone through."""
    template = built_in("six-steps", resources())
    details = Details(name="Ada", organization="Garfield", workshop="Day 1", date="2026-11-21")
    answers = {
        "student-needs": [
            {
                "need": "Reading by grade three",
                "today": "40%",
                "wanted": "80%",
                "gap": "40 points",
                "evidence": "State test",
                "priority": "high",
            }
        ],
        "principles": "No role without a need.",
        "goals": [{"goal": "Teachers stay", "baseline": "80%", "target": "90%", "finding": "85%"}],
        "heard": "Parents want to be asked earlier.",
        "groups": [{"group": "Parents", "why": "They vote", "when": "2026-12-01"}],
        "steps": {"needs": {"rating": 3}},
    }
    return filled(new_workbook(template, details), {"answers": answers}, "answers")


def test_what_carries_goes_along(first: Workbook) -> None:
    """Needs stay with what is wanted, today is asked anew, the finding is the new baseline."""
    answers = next_round(first).answers

    assert answers["student-needs"] == (
        {
            "need": "Reading by grade three",
            "today": "",
            "wanted": "80%",
            "gap": "",
            "evidence": "",
            "priority": None,
        },
    )
    assert answers["goals"][0]["baseline"] == "85%"
    assert answers["goals"][0]["finding"] == ""
    assert answers["principles"] == "No role without a need."
    assert answers["groups"][0] == {
        "group": "Parents",
        "why": "They vote",
        "message": "",
        "channel": "",
        "who": "",
        "when": None,
    }


def test_what_does_not_carry_begins_empty(first: Workbook) -> None:
    """Ratings and what was heard belong to their round."""
    second = next_round(first)

    assert second.answers["heard"] == ""
    assert second.answers["steps"]["needs"].rating is None


def test_who_and_where_stay(first: Workbook) -> None:
    """The new workbook is another one, of the same person, on another day."""
    second = next_round(first)

    assert second.identity != first.identity
    assert (second.details.name, second.details.organization) == ("Ada", "Garfield")
    assert (second.details.workshop, second.details.date) == ("", None)
    assert second.template is first.template


def test_every_step_has_something_that_carries(first: Workbook) -> None:
    """The circle closes in each of its six steps."""
    carrying = {block.id for block in carried_blocks(first.template)}

    for section in first.template.sections[:6]:
        assert carrying & {block.id for block in section.blocks}


def test_a_template_that_says_nothing_carries_nothing() -> None:
    """Without a word from the template a new round is a new workbook."""
    workbook = new_workbook(built_in("career-growth", resources()))
    workbook = workbook.with_answer("strongest", "Patience")

    assert carried_blocks(workbook.template) == ()
    assert next_round(workbook).answers["strongest"] == ""
