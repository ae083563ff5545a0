"""Where a workbook stands, in figures."""

from ladder_desktop.words import Words
from ladder_desktop.workbook.details import Details
from ladder_desktop.workbook.overview import Group, overview
from ladder_desktop.workbook.template import Template, read_template
from ladder_desktop.workbook.workbook import new_workbook
from tests.samples import template_text


def group(groups: tuple[Group, ...], key: str) -> Group:
    """Return the group with this key."""
    (found,) = [one for one in groups if one.key == key]
    return found


def test_ratings_are_measured_on_their_own_scale(career_growth: Template, words: Words) -> None:
    """A rating counts out of the highest level; one that is not there has no value."""
    workbook = new_workbook(career_growth)
    empty = group(overview(workbook, words), "ratings")

    rated = workbook.with_answer("practices", {"range-of-roles": {"rating": 2}})
    shown = group(overview(rated, words), "ratings")

    assert [one.value for one in empty.measures] == [None, None]
    assert [one.figure for one in empty.measures] == ["Not yet", "Not yet"]
    first = shown.measures[0]
    assert (first.value, first.most, first.figure) == (2, 3, "2 of 3")
    assert [one.key for one in shown.measures] == [one.key for one in empty.measures]


def test_a_school_is_not_measured_as_an_lea(career_growth: Template, words: Words) -> None:
    """What is not asked of a person is missing in every group."""
    workbook = new_workbook(career_growth, Details(level="school"))

    groups = overview(workbook, words)

    assert len(group(groups, "ratings").measures) == 1
    assert all("highest-need" not in one.key for each in groups for one in each.measures)


def test_progress_names_the_sections_that_ask(career_growth: Template, words: Words) -> None:
    """A section without questions has no bar, and an answer moves one."""
    workbook = new_workbook(career_growth).with_answer("job-satisfaction", "Much.")

    measures = group(overview(workbook, words), "progress").measures

    assert all(one.most > 0 for one in measures)
    assert sum(one.value or 0 for one in measures) == 1


def test_checklists_count_their_ticks(words: Words) -> None:
    """Each list has a bar with what is ticked of all there is."""
    workbook = new_workbook(read_template(template_text("checklist"), "sample"))
    block = next(workbook.template.blocks())
    first, *rest = block.ids()

    ticked = workbook.with_answer(block.id, {first: {"done": True}})
    (measure,) = group(overview(ticked, words), "checks").measures

    assert (measure.value, measure.most) == (1, 1 + len(rest))


def test_surveys_show_their_means_once_people_were_counted(words: Words) -> None:
    """An empty survey has no group at all."""
    workbook = new_workbook(read_template(template_text("survey"), "sample"))
    block = next(workbook.template.blocks())
    item, levels = next(iter(workbook.answers[block.id].items()))

    counted = workbook.with_answer(block.id, {item: {next(iter(levels)): 3}})
    means = group(overview(counted, words), "means").measures

    assert "means" not in [one.key for one in overview(workbook, words)]
    assert means[0].value is not None
    assert [one.value for one in means[1:]] == [None] * (len(means) - 1)
