"""The built-in templates hold what their sources hold, and fill and print like any other."""

from pathlib import Path
from typing import Any

import pytest

from ladder_desktop.blocks.block import Block, plain
from ladder_desktop.blocks.checklist.model import Checklist
from ladder_desktop.blocks.prompt.model import Prompt
from ladder_desktop.blocks.reading.model import Reading
from ladder_desktop.blocks.resources.model import Resources
from ladder_desktop.blocks.rubric.model import Rubric
from ladder_desktop.blocks.survey.model import Survey
from ladder_desktop.blocks.table.model import Table
from ladder_desktop.document.marks import parse
from ladder_desktop.export.options import ExportOptions
from ladder_desktop.export.writing import export
from ladder_desktop.paths import resources
from ladder_desktop.words import Words
from ladder_desktop.workbook.interchange import filled
from ladder_desktop.workbook.shelf import built_in, template_files
from ladder_desktop.workbook.template import Template
from ladder_desktop.workbook.workbook import Workbook, new_workbook
from tests.reading_back import text_of

IDS = [path.stem for path in template_files(resources())]
VALUES: dict[str, Any] = {
    "integer": 3,
    "money": "1200.50",
    "percent": "12.5",
    "date": "2026-12-01",
}


@pytest.fixture(params=IDS)
def template(request: pytest.FixtureRequest) -> Template:
    """Return each built-in template in turn."""
    return built_in(str(request.param), resources())


def block(template_id: str, block_id: str) -> Block:
    """Return a block of a built-in template."""
    found = built_in(template_id, resources()).block(block_id)
    assert found is not None
    return found


def table(template_id: str, block_id: str) -> Table:
    """Return a table of a built-in template."""
    found = block(template_id, block_id)
    assert isinstance(found, Table)
    return found


def answer(found: Block, number: int) -> Any:  # noqa: PLR0911 - one for each kind
    """Return an answer to a block in which every text is there only once."""
    text = f"qz{number}"
    match found:
        case Prompt():
            return f"{text}-prompt"
        case Reading():
            return {"read": True, "notes": f"{text}-notes"}
        case Resources():
            return {each: {"read": True, "notes": f"{text}-{each}"} for each in found.ids()}
        case Checklist():
            return {each: {"done": True, "owner": f"{text}-{each}"} for each in found.ids()}
        case Survey():
            return {item.id: {found.levels[0].id: 4} for item in found.items}
        case Rubric():
            return {
                practice.id: {"rating": 3, "notes": f"{text}-{practice.id}"}
                for practice in found.practices
            }
        case Table():
            return [row(found, f"{text}r{place}") for place in range(2)]
        case _:
            raise AssertionError(found.kind)


def row(found: Table, text: str) -> dict[str, Any]:
    """Return a row with something in every cell."""
    cells: dict[str, Any] = {}
    for place, column in enumerate(found.stored):
        known = VALUES | {"choice": column.choices[0].id if column.choices else None}
        cells[column.id] = known.get(column.type, f"{text}c{place}")
    return cells


def filled_workbook(template: Template) -> Workbook:
    """Return a workbook in which everything is answered."""
    answers = {each.id: answer(each, number) for number, each in enumerate(template.blocks())}
    return filled(new_workbook(template), {"answers": answers}, "answers")


def given(value: Any) -> list[str]:
    """Return every text that `answer` made up."""
    if isinstance(value, str):
        return [value] if value.startswith("qz") else []
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for each in inside for text in given(each)]


def test_the_whole_shelf_is_there() -> None:
    """Five documents became five templates."""
    assert sorted(IDS) == [
        "career-advancement",
        "career-growth",
        "culture-of-leadership",
        "six-steps",
        "teacher-leader-track",
    ]


def test_a_full_workbook_counts_as_done(template: Template) -> None:
    """Every question of every template can be answered."""
    workbook = filled_workbook(template)

    for section in template.sections:
        progress = workbook.progress(section)
        assert progress.done == progress.total


def test_an_empty_workbook_counts_nothing(template: Template) -> None:
    """What a template puts into a workbook is no answer."""
    workbook = new_workbook(template)

    assert sum(workbook.progress(section).done for section in template.sections) == 0


@pytest.mark.parametrize("target_format", ["md", "json", "csv", "pdf"])
def test_every_answer_reaches_every_format(
    template: Template, target_format: str, words: Words, tmp_path: Path
) -> None:
    """Nothing that was filled in is missing in what is handed on."""
    workbook = filled_workbook(template)
    target = tmp_path / f"out.{target_format}"

    export(workbook, target_format, target, ExportOptions(), words)

    text = text_of(target).replace("\\", "")
    asked = given(plain(workbook.answers))
    assert len(asked) > 10
    assert [each for each in asked if each not in text] == []


def test_every_template_has_an_article_to_read(template: Template) -> None:
    """One to two pages that need no internet, with headings and without stray marks."""
    articles = [each.article for each in template.blocks() if isinstance(each, Reading)]
    article = next(text for text in articles if text)

    headings = [line for line in parse(article.strip()) if line.spans and line.spans[0].bold]
    assert 400 <= len(article.split()) <= 900
    assert len(headings) >= 3
    assert "**" not in "".join(span.text for line in parse(article) for span in line.spans)


def test_career_advancement_holds_its_source() -> None:
    """Five strategies, two examples, and the works that are cited with their links."""
    fit = block("career-advancement", "fit")
    cited = block("career-advancement", "cited")
    text = built_in("career-advancement", resources()).text
    assert isinstance(fit, Rubric)
    assert isinstance(cited, Resources)

    assert len(fit.practices) == 5
    assert [column.id for column in table("career-advancement", "side-by-side").columns] == [
        "aspect",
        "baltimore",
        "revere",
        "take-over",
    ]
    assert cited.items[0].url == "http://preserve.lehigh.edu/fire/vol4/iss1/2"
    for name in (
        "Teacher Vacancy Grant Pilot",
        "Opportunity Culture",
        "Teach Plus",
        "Illinois",
        "achievement units",
        "Colleague 2 Colleague",
        "Backes & Hansen, 2018",
        "Hassel et al., 2014",
        "Natale et al., 2016",
        "Here Today, Gone Tomorrow?",
        "AFT Teacher and School Staff Shortage Task Force, July, 2022",
    ):
        assert name in text


def test_six_steps_hold_their_source() -> None:
    """Six tabs in the order of the steps, seven groups, three kinds of cost, six practices."""
    template = built_in("six-steps", resources())
    steps = block("six-steps", "steps")
    assert isinstance(steps, Rubric)

    headings = [section.heading for section in template.sections[:6]]
    assert [heading[:6] for heading in headings] == [f"Step {number}" for number in range(1, 7)]
    assert [row["group"] for row in table("six-steps", "groups").start] == [
        "Teachers",
        "Central office staff",
        "Principals",
        "Local associations",
        "Parents",
        "Community members",
        "Students",
    ]
    assert [row["kind"] for row in table("six-steps", "costs").start] == [
        "compensation",
        "release-time",
        "professional-development",
    ]
    assert len(steps.practices) == 6


def test_culture_of_leadership_holds_its_source() -> None:
    """Three essential questions, three objectives, and every key action step to tick."""
    template = built_in("culture-of-leadership", resources())
    steps = [each for each in template.blocks() if isinstance(each, Checklist)]
    headings = [section.heading for section in template.sections]

    assert [len(each.items) for each in steps] == [4, 2, 6, 5, 2, 4]
    assert all(each.remarks == ("owner", "due", "notes", "evidence") for each in steps)
    assert len([each for each in headings if each.startswith("Objective")]) == 3
    for name in (
        "Instructional Leadership Team",
        "Selection",
        "Rollout",
        "Unified Improvement Plan",
        "organization chart",
        "FAQ",
        "elevator pitch",
        "LEAP team",
        "annotated exemplar",
    ):
        assert name in template.text


def test_the_teacher_leader_track_holds_its_source() -> None:
    """Thirteen topics, eight roles, four incentives, both figures, and who said what."""
    text = built_in("teacher-leader-track", resources()).text

    assert len(table("teacher-leader-track", "topics").start) == 13
    assert len(table("teacher-leader-track", "role-list").start) == 8
    assert len(table("teacher-leader-track", "incentive-list").start) == 4
    for name in (
        "70%",
        "Dr. Ken Haptonstall, Superintendent of Garfield School District",
        "Nancy White",
        "Lisa Bejarano",
        "Colorado ASCD",
        "ESSA Symposium",
        "National Board Certification",
        "induction",
        "Dean",
        "Assistant Principal",
        "MA+",
        "20 years",
    ):
        assert name in text
