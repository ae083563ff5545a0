"""A survey is printed with its counts, shares and means."""

from ladder_desktop.blocks.survey.model import Survey
from ladder_desktop.blocks.survey.sheet import sheet
from ladder_desktop.document.nodes import Chart, Grid
from ladder_desktop.words import Words
from tests.samples import ANSWERS, block_of


def test_counts_shares_and_means_are_printed(words: Words) -> None:
    """Each count has its share beside it; nobody has to read a bar to know a mean."""
    survey = block_of("survey")
    assert isinstance(survey, Survey)

    grid, chart = sheet(survey, survey.read(ANSWERS["survey"]), words)

    assert isinstance(grid, Grid)
    assert isinstance(chart, Chart)
    assert [cell.text for cell in grid.rows[0]] == [
        "We are ready.",
        "1103\u00a0(29%)",
        "2707\u00a0(71%)",
        "3810",
        "1.7",
    ]
    assert [cell.text for cell in grid.rows[1]] == ["I am glad.", "", "0", "", ""]
    assert [bar.figure for bar in chart.bars] == ["1.7", "no answers"]
    assert chart.title == "Mean from 1 to 2"


def test_a_survey_without_counts_has_no_chart(words: Words) -> None:
    """Empty bars would say nothing."""
    survey = block_of("survey")
    assert isinstance(survey, Survey)

    assert len(sheet(survey, survey.empty(), words)) == 1
