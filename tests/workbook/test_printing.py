"""A workbook becomes a document in the words of its language."""

import msgspec

from ladder_desktop.document.nodes import Answer, Heading, Scale
from ladder_desktop.words import Words
from ladder_desktop.workbook.details import Details
from ladder_desktop.workbook.interchange import filled
from ladder_desktop.workbook.printing import printed
from ladder_desktop.workbook.template import Template
from ladder_desktop.workbook.workbook import new_workbook


def test_details_are_printed_as_people_read_them(career_growth: Template, words: Words) -> None:
    """The level is worded and the date is written out."""
    details = Details(name="Ada", level="lea", date="2026-11-21")

    document = printed(new_workbook(career_growth, details), words)

    values = {detail.id: detail.value for detail in document.details}
    assert (values["name"], values["level"], values["date"]) == ("Ada", "LEA", "November 21, 2026")
    assert document.author == "Ada"


def test_a_date_that_no_calendar_has_is_printed_as_it_is(
    career_growth: Template, words: Words
) -> None:
    """A wrong date is no reason to print nothing."""
    document = printed(new_workbook(career_growth, Details(date="2026-02-31")), words)

    assert "2026-02-31" in [detail.value for detail in document.details]


def test_what_was_answered_is_printed_also_for_another_level(
    career_growth: Template, words: Words
) -> None:
    """A practice for LEA level that a school answered stands on paper, marked as such."""
    workbook = new_workbook(career_growth, Details(level="school"))
    answers = {"practices": {"highest-need-schools": {"rating": 3, "notes": "given"}}}

    document = printed(filled(workbook, {"answers": answers}, "it"), words)

    nodes = document.sections[1].nodes
    assert [node.label for node in nodes if isinstance(node, Heading) and node.level == 1] == [
        "",
        "LEA only",
    ]
    assert [node.chosen for node in nodes if isinstance(node, Scale)] == [None, 3]
    assert "given" in [node.text for node in nodes if isinstance(node, Answer)]


def test_a_question_added_without_words_gets_some(career_growth: Template, words: Words) -> None:
    """Notes under a nameless question are printed, blank pairs are not."""
    added = [{"question": "", "notes": "kept"}, {"question": " ", "notes": ""}]
    answers = {"practices": {"range-of-roles": {"added": added}}}
    workbook = filled(new_workbook(career_growth), {"answers": answers}, "it")

    nodes = printed(workbook, words).sections[1].nodes

    own = [node for node in nodes if isinstance(node, Answer) and "added" in node.place.item]
    assert [(node.question, node.text) for node in own] == [("Your own question", "kept")]


def test_a_workbook_keeps_its_short_id(career_growth: Template, words: Words) -> None:
    """Loose pages find home by the id at their foot."""
    workbook = new_workbook(career_growth)
    changed = msgspec.structs.replace(workbook, details=Details(name="Ada"))

    assert printed(changed, words).identity == workbook.identity
    assert len(workbook.identity) == 8
