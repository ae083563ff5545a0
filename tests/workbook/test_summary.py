"""The summary holds the ratings, what the template marks, and what is unanswered."""

from ladder_desktop.document.nodes import Answer, Chart, Document, Grid, Heading, Paragraph
from ladder_desktop.paths import resources
from ladder_desktop.words import Words
from ladder_desktop.workbook.details import Details
from ladder_desktop.workbook.interchange import filled
from ladder_desktop.workbook.shelf import built_in
from ladder_desktop.workbook.summary import LONGEST_ANSWER, summary
from ladder_desktop.workbook.template import Template
from ladder_desktop.workbook.workbook import new_workbook

ANSWERS = {
    "practices": {"range-of-roles": {"rating": 2}},
    "goals": [{"goal": "Read better", "roles": "Literacy lead"}, {"goal": "", "roles": ""}],
    "strongest": "word " * 500,
    "job-satisfaction": "private",
}


def made(template: Template, words: Words, sections: tuple[str, ...] | None = None) -> Document:
    """Return the summary of a school's workbook."""
    empty = new_workbook(template, Details(name="Ada", level="school"))
    return summary(filled(empty, {"answers": ANSWERS}, "it"), words, sections)


def test_ratings_are_a_chart_with_figures(career_growth: Template, words: Words) -> None:
    """A school is shown its own practice; the one for LEA level is left out."""
    chart = next(n for n in made(career_growth, words).sections[0].nodes if isinstance(n, Chart))

    assert [(bar.value, bar.figure) for bar in chart.bars] == [(2.0, "2 of 3 – Basic")]


def test_marked_blocks_are_there_and_short(career_growth: Template, words: Words) -> None:
    """Goals and mindsets stand there, an answer of pages is cut at a word."""
    nodes = made(career_growth, words).sections[0].nodes

    grids = [node for node in nodes if isinstance(node, Grid)]
    answers = [node for node in nodes if isinstance(node, Answer)]
    assert [[cell.text for cell in row] for row in grids[0].rows] == [
        ["Read better", "Literacy lead"]
    ]
    assert len(answers) == 1
    assert answers[0].text.endswith("word …")
    assert len(answers[0].text) <= LONGEST_ANSWER + 2


def test_what_is_unanswered_is_named(career_growth: Template, words: Words) -> None:
    """A person sees which questions wait."""
    nodes = made(career_growth, words).sections[0].nodes

    start = [n.text for n in nodes if isinstance(n, Heading)].index("Still unanswered")
    lines = [node.text for node in nodes if isinstance(node, Paragraph)]
    assert start >= 0
    assert len(lines) == 3
    assert lines[-1].startswith("Leader mindsets: Which characteristics")


def test_only_the_chosen_sections_count(career_growth: Template, words: Words) -> None:
    """A section that is left out leaves no trace, neither answers nor open questions."""
    document = made(career_growth, words, ("goals-and-roles",))

    nodes = document.sections[0].nodes
    assert [type(node) for node in nodes] == [Grid, Paragraph]


def test_a_survey_is_its_chart(words: Words) -> None:
    """The means tell it; the table of all counts would take half the page."""
    template = built_in("culture-of-leadership", resources())
    counted = {"buy-in": {"ready": {"agree": 2, "disagree": 2}}}
    workbook = filled(new_workbook(template), {"answers": counted}, "it")

    nodes = summary(workbook, words).sections[0].nodes

    assert [type(node) for node in nodes[:2]] == [Chart, Heading]
    assert isinstance(nodes[0], Chart)
    assert nodes[0].title == "Staff survey on teacher leadership (Mean from 1 to 4)"
