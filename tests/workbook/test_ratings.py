"""Ratings of two moments side by side."""

from pathlib import Path

import pytest

from ladder_desktop.document.nodes import Chart, Grid, Paragraph
from ladder_desktop.export.comparison import export_comparison
from ladder_desktop.export.options import ExportOptions, Preset, Then
from ladder_desktop.export.writing import prepared
from ladder_desktop.words import Words
from ladder_desktop.workbook.ratings import change_text, compared, comparison, row_texts
from ladder_desktop.workbook.template import Template, read_template
from ladder_desktop.workbook.workbook import Workbook, new_workbook
from tests import samples


def rated(template: Template, roles: int | None, schools: int | None) -> Workbook:
    """Return a workbook with two ratings."""
    answer = {"roles": {"rating": roles}, "schools": {"rating": schools}}
    return new_workbook(template).with_answer("practices", answer)


def test_changes_are_told_with_their_sign(words: Words) -> None:
    """Up, down and a rating that is missing read differently."""
    template = read_template(samples.template_text("rubric"), "sample")

    rows = compared(rated(template, 1, 2), rated(template, 3, None), words)
    back = compared(rated(template, 3, 2), rated(template, 1, 2), words)

    assert [change_text(row) for row in rows] == ["+2", "–"]
    assert [change_text(row) for row in back] == ["\u22122", "="]


def test_means_of_a_survey_are_compared_too(words: Words) -> None:
    """What people chose in the mean is a rating; where nobody was asked, there is none."""
    template = read_template(samples.template_text("survey"), "sample")
    empty = new_workbook(template)
    first = empty.with_answer("staff", {"ready": {"no": 3, "yes": 1}, "glad": {}})
    second = empty.with_answer("staff", {"ready": {"no": 1, "yes": 1}, "glad": {"yes": 2}})

    rows = [row_texts(row) for row in compared(first, second, words)]

    assert rows == [("We are ready.", "1.2", "1.5", "+0.3"), ("I am glad.", "–", "2.0", "–")]


def test_where_nothing_was_rated_a_sentence_says_so(words: Words) -> None:
    """A table without rows would only puzzle."""
    empty = new_workbook(read_template(samples.template_text("prompt"), "sample"))

    (node,) = comparison(empty, empty, ("Start", "End"), words).sections[0].nodes

    assert isinstance(node, Paragraph)


def test_the_document_has_a_table_and_a_chart(words: Words) -> None:
    """Both moments stand in the table and in the chart, under their names."""
    template = read_template(samples.template_text("rubric"), "sample")
    moments = rated(template, 1, 2), rated(template, 3, 2)

    document = comparison(*moments, ("Start", "End"), words)

    nodes = document.sections[0].nodes
    (grid,) = [node for node in nodes if isinstance(node, Grid)]
    (chart,) = [node for node in nodes if isinstance(node, Chart)]
    assert [column.title for column in grid.columns[1:3]] == ["Start", "End"]
    assert [cell.text for cell in grid.rows[0][1:]] == ["1 – Limited", "3 – Effective", "+2"]
    assert [bar.value for bar in chart.bars] == [1.0, 3.0, 2.0, 2.0]


def test_it_is_written_as_pdf_and_as_text(tmp_path: Path, words: Words) -> None:
    """The comparison comes out in the formats that people read."""
    template = read_template(samples.template_text("rubric"), "sample")
    moments = Then("Start", rated(template, 1, 2)), Then("End", rated(template, 3, 2))

    for kind in ("pdf", "md", "docx"):
        target = tmp_path / f"ratings.{kind}"
        export_comparison(moments, target, ExportOptions(), words)

    assert (tmp_path / "ratings.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "ratings.docx").stat().st_size > 1000
    text = (tmp_path / "ratings.md").read_text(encoding="utf-8")
    assert "Limited" in text
    assert "Start" in text


@pytest.mark.parametrize(
    ("preset", "is_there"), [("full", True), ("answers", True), ("blank", False)]
)
def test_they_stand_at_the_end_of_the_workbook(
    words: Words, preset: Preset, is_there: bool
) -> None:
    """Whoever asks for them has them in the document itself, but not on paper to fill in."""
    template = read_template(samples.template_text("rubric"), "sample")
    moments = Then("Start", rated(template, 1, 2)), Then("End", rated(template, 3, 2))
    options = ExportOptions(preset=preset, sections=("all",), compared=moments)

    document = prepared(moments[1].workbook, options, words)

    assert (document.sections[-1].title == "Ratings compared") is is_there
    assert len(document.sections) == 1 + is_there
