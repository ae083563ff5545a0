"""The JSON interchange goes there and back, and what does not fit is refused whole."""

import json
from typing import Any

import msgspec
import pytest

from ladder_desktop.errors import AnswerError
from ladder_desktop.workbook.details import Details
from ladder_desktop.workbook.interchange import filled, parse_interchange, plain_workbook
from ladder_desktop.workbook.template import Template, read_template
from ladder_desktop.workbook.workbook import Workbook, new_workbook
from tests.samples import answers, template_text

SCRIPTS = (
    "Ünïcödé, עברית, العربية, हिन्दी, ไทย, 漢字, 한국어, Tiếng Việt, 👩🏽‍🏫 "
    "a\u00a0b\u2028c\u2029d\ttab \x00 \x07 \x7f\r\n"
)


@pytest.fixture
def workbook() -> Workbook:
    """Return an empty workbook with a block of every kind."""
    return new_workbook(read_template(template_text(), "sample"))


def test_the_round_trip_is_exact(workbook: Workbook) -> None:
    """Answers of every kind, details and orphans come back as they were."""
    details = {"name": "Ada", "level": "lea", "date": "2026-11-21"}
    orphans = {"gone": {"any": ["thing", 1, None]}}
    whole = {"answers": answers(), "details": details, "no_longer_asked": orphans}
    first = plain_workbook(filled(workbook, whole, "it"), built_in=True)

    again = filled(new_workbook(workbook.template), json.loads(json.dumps(first)), "it")

    assert plain_workbook(again, built_in=True) == first
    assert first["answers"] == answers()
    assert first["no_longer_asked"] == orphans


def test_every_script_and_control_character_is_kept(workbook: Workbook) -> None:
    """A text is kept to the last character, whatever it holds."""
    given = json.loads(json.dumps({"answers": {"why": SCRIPTS}}))

    assert filled(workbook, given, "it").answers["why"] == SCRIPTS


def test_what_is_not_mentioned_stays(workbook: Workbook) -> None:
    """Filling in one rating leaves the notes beside it alone."""
    whole = filled(workbook, {"answers": answers(), "details": {"name": "Ada"}}, "it")

    again = filled(whole, {"answers": {"practices": {"roles": {"rating": 3}}}}, "it")

    practice = again.answers["practices"]["roles"]
    assert (practice.rating, practice.notes) == (3, "answer-general")
    assert again.details == Details(name="Ada")


def test_a_template_of_ones_own_travels_whole(workbook: Workbook) -> None:
    """Where the template isn't built in, its text goes along."""
    plain = plain_workbook(workbook, built_in=False)

    assert plain["template"]["text"] == workbook.template.text


def test_the_answers_stand_in_the_order_of_the_template(career_growth: Template) -> None:
    """A script sees the blocks of a new workbook from the first to the last."""
    plain = plain_workbook(new_workbook(career_growth), built_in=True)

    assert list(plain["answers"]) == [block.id for block in career_growth.blocks()]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", r"can't be read as JSON \(line 1\)"),
        ("[" * 100_000, "can't be read as JSON"),
        ("[]", "does not hold the answers of a workbook"),
        ('{"format": "other"}', "does not hold the answers of a workbook"),
        ('{"version": 2}', r"newer program \(version 2\)"),
        ('{"version": "1"}', "“version” in “it” has to be 1"),
        ('{"answer": {}}', "“answer” in “it” is not known"),
        ('{"answers": []}', "“answers” in “it” has to be a group"),
        ('{"answers": {"why": "a", "how": "b", "why": "c"}}', "“it” names “why” twice"),
        ('{"answers": {}, "answers": {}}', "“it” names “answers” twice"),
    ],
)
def test_a_text_that_is_no_interchange_is_refused(text: str, said: str) -> None:
    """The sentence says what is wrong with which file."""
    with pytest.raises(AnswerError, match=said):
        parse_interchange(text, "it")


@pytest.mark.parametrize(
    ("whole", "said"),
    [
        ({"answers": {"nowhere": ""}}, "no question “nowhere”"),
        ({"answers": {"why": "new", "goals": [{"x": ""}]}}, "names “x”"),
        ({"details": {"level": "state"}}, "none of the values"),
        ({"details": {"date": "21.11.2026"}}, "a date is written like 2026-11-21"),
        ({"details": {"date": "0000-00-00"}}, "“0000-00-00” is in no calendar"),
        ({"details": {"date": "2026-02-30"}}, "“2026-02-30” is in no calendar"),
        ({"details": {"nam": ""}}, "“nam” is not known here"),
        ({"template": {"id": "other"}}, "belongs to the template “other”"),
        ({"no_longer_asked": {"half \ud800": "x"}}, "half a character"),
        ({"no_longer_asked": {"gone": ["half \ud800"]}}, "half a character"),
    ],
)
def test_answers_that_do_not_fit_change_nothing(
    workbook: Workbook, whole: dict[str, Any], said: str
) -> None:
    """All or none: a workbook is never half filled."""
    before = msgspec.json.encode(workbook.answers)

    with pytest.raises(AnswerError, match=said):
        filled(workbook, whole, "it")

    assert msgspec.json.encode(workbook.answers) == before


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"version": 1' + "0" * 5000 + "}", "a number that is too long"),
        ("[" * 200_000, "brackets without end"),
        ('{"no_longer_asked": {"share": NaN}}', "holds NaN, which is no number"),
    ],
)
def test_json_that_no_reader_can_take_is_refused(text: str, said: str) -> None:
    """A number of 5,000 digits and endless brackets get a sentence."""
    with pytest.raises(AnswerError, match=said):
        parse_interchange(text, "it.json")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"why": 3}, "“why” does not fit: text in quotes is expected"),
        ({"practices": {"roles": {"rating": "x"}}}, "does not fit (roles.rating): "),
        ({"practices": {"roles": {"": 1}}}, "does not fit (roles): “” is not known here."),
    ],
)
def test_a_misfit_is_named_with_its_place(
    workbook: Workbook, given: dict[str, Any], said: str
) -> None:
    """Somebody who writes answers in a script reads which entry is wrong."""
    with pytest.raises(AnswerError) as caught:
        filled(workbook, {"answers": given}, "it")

    assert said in str(caught.value)
