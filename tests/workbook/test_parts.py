"""A copy to hand in holds what was chosen, and no word more."""

from pathlib import Path

from ladder_desktop.store.file import read
from ladder_desktop.store.making import create
from ladder_desktop.store.past import moments, workbook_at
from ladder_desktop.workbook.parts import only_sections
from ladder_desktop.workbook.template import Template
from ladder_desktop.workbook.workbook import Workbook, new_workbook


def filled(template: Template) -> Workbook:
    """Return a workbook with a word of its own in two sections, and one that is asked no more."""
    workbook = new_workbook(template).with_answer("job-satisfaction", "quokkaword " * 500)
    workbook = workbook.with_answer("goals", [{"goal": "wombatword", "roles": ""}])
    return Workbook(
        workbook.identity,
        workbook.template,
        workbook.details,
        workbook.answers,
        {"gone": "bilbyword"},
    )


def test_bytes_hold_no_word_that_was_left_out(career_growth: Template, tmp_path: Path) -> None:
    """Not in the answers, not in the history, not in free pages of the file."""
    whole = filled(career_growth)
    path = tmp_path / "part.ladder"

    section = next(
        section.id
        for section in career_growth.sections
        if any(block.id == "goals" for block in section.blocks)
    )
    part = only_sections(whole, [section], no_longer_asked=False)
    create(path, part)

    data = path.read_bytes()
    assert b"quokka" not in data
    assert b"bilby" not in data
    assert b"wombat" in data
    # the history is packed, so the bytes alone say nothing of it
    [only] = moments(path)
    assert workbook_at(path, only.id) == part
    kept = read(path).workbook
    assert kept.identity == whole.identity
    assert kept.answers["job-satisfaction"] == ""
    assert kept.answers["goals"] == whole.answers["goals"]
    assert kept.no_longer_asked == {}


def test_what_is_chosen_stays_as_it_is(career_growth: Template) -> None:
    """With everything chosen nothing changes."""
    whole = filled(career_growth)
    every = [section.id for section in career_growth.sections]

    assert only_sections(whole, every, no_longer_asked=True) == whole
