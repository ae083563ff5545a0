"""A goal, a role or a practice of one workbook is used in a table of another."""

import pytest

from ladder_desktop.errors import AnswerError
from ladder_desktop.paths import resources
from ladder_desktop.words import Words
from ladder_desktop.workbook.carry_over import (
    Offer,
    Target,
    offers,
    tables,
    target_in,
    targets,
    used,
)
from ladder_desktop.workbook.interchange import filled
from ladder_desktop.workbook.shelf import built_in
from ladder_desktop.workbook.workbook import Workbook, new_workbook

NOTES = "Career Growth Opportunities for Educators"
PRACTICE = "Highly effective educators find a range of leadership roles and responsibilities"


@pytest.fixture
def notes() -> Workbook:
    """Return the notes of a workshop."""
    answers = {
        "goals": [
            {"goal": "Keep young teachers", "roles": "Mentor"},
            {"goal": "Reading", "roles": "Mentor"},
        ],
        "practices": {"range-of-roles": {"rating": 1}, "highest-need-schools": {"rating": 3}},
    }
    empty = new_workbook(built_in("career-growth", resources()))
    return filled(empty, {"answers": answers}, "answers")


@pytest.fixture
def plan() -> Workbook:
    """Return an empty plan in six steps."""
    return new_workbook(built_in("six-steps", resources()))


def test_a_workbook_offers_goals_roles_and_low_ratings(notes: Workbook) -> None:
    """A role named twice is offered once; a practice that is rated well is not offered."""
    found = [(offer.sort, offer.text[:80], offer.section) for offer in offers(notes)]

    assert found[0][0] == "practice"
    assert found[0][1].startswith(PRACTICE)
    assert found[1:] == [
        ("entry", "Keep young teachers", "Goals and roles"),
        ("role", "Mentor", "Goals and roles"),
        ("entry", "Reading", "Goals and roles"),
    ]


@pytest.mark.parametrize("template_id", ["six-steps", "teacher-leader-track", "career-advancement"])
def test_what_a_template_put_there_is_no_offer(template_id: str) -> None:
    """Only what people wrote is worth carrying."""
    assert offers(new_workbook(built_in(template_id, resources()))) == ()


def test_roles_go_where_roles_are_asked_for(plan: Workbook) -> None:
    """Every table takes an entry; a role goes only into columns that suggest roles."""
    roles = {(target.block, target.column) for target in targets(plan.template, "role")}
    entries = {(target.block, target.column) for target in targets(plan.template, "practice")}

    assert roles == {("needs-to-roles", "role"), ("pathways", "role")}
    assert ("student-needs", "need") in entries
    assert ("costs", "what") in entries


def test_every_table_has_a_place_for_everything(plan: Workbook) -> None:
    """A role is put among the entries of a table that asks for no role."""
    assert [table.id for table in tables(plan.template)][:2] == ["student-needs", "talent-needs"]
    for table in tables(plan.template):
        assert target_in(plan.template, table.id, "role") is not None
    role = target_in(plan.template, "needs-to-roles", "role")
    entry = target_in(plan.template, "needs-to-roles", "entry")
    assert (role and role.column, entry and entry.column) == ("role", "need")
    assert target_in(plan.template, "nowhere", "entry") is None


def test_what_is_used_says_where_it_came_from(
    notes: Workbook, plan: Workbook, words: Words
) -> None:
    """It stands in the first blank row, then in a new one; what stood there stays."""
    goal = next(offer for offer in offers(notes) if offer.sort == "entry")
    target = next(each for each in targets(plan.template, "entry") if each.block == "talent-needs")

    for _ in range(3):
        plan = used(plan, goal, target, words)

    needs = [row["need"] for row in plan.answers["talent-needs"]]
    assert needs == [f"Keep young teachers (from “{NOTES}”, Goals and roles)"] * 3


def test_a_table_that_is_not_there_is_refused(plan: Workbook, words: Words) -> None:
    """A target of another template changes nothing."""
    offer = Offer("entry", "Reading", NOTES, "Goals and roles")

    with pytest.raises(AnswerError, match="no question “nowhere”"):
        used(plan, offer, Target("nowhere", "x", "", ""), words)
