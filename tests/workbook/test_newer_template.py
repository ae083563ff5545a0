"""A workbook moves to a newer version of its template, and every answer moves with it."""

from pathlib import Path
from typing import Any

import msgspec
import pytest

from ladder_desktop.document.nodes import Answer
from ladder_desktop.store.file import read
from ladder_desktop.store.making import create
from ladder_desktop.store.past import former_templates
from ladder_desktop.words import Words
from ladder_desktop.workbook.newer_template import is_newer, moved
from ladder_desktop.workbook.printing import printed
from ladder_desktop.workbook.template import Template, read_template
from ladder_desktop.workbook.workbook import Workbook, new_workbook

HEAD = """
format = "ladder-template"
id = "small"
version = {version}
title = "Small"
[[sections]]
id = "one"
title = "One"
"""
WHY = """
[[sections.blocks]]
kind = "prompt"
id = "why"
question = "Why?"
"""
HOW = WHY.replace("why", "how")
GOALS = """
[[sections.blocks]]
kind = "table"
id = "goals"
title = "Goals"
row_name = "goal"
rows = 1
columns = [{columns}]
"""
RUBRIC = """
[[sections.blocks]]
kind = "rubric"
id = "practices"
levels = [
  {{ value = 1, label = "Low", meaning = "Low." }},
  {{ value = 2, label = "Basic", meaning = "Basic." }},
  {{ value = 3, label = "High", meaning = "High." }},
]
[[sections.blocks.practices]]
id = "roles"
number = 1
title = "Roles"
questions = [{questions}]
"""


def _template(version: int, *blocks: str) -> Template:
    return read_template(HEAD.format(version=version) + "".join(blocks), "small")


def _columns(*names: str) -> str:
    return GOALS.format(columns=", ".join(f'{{ id = "{n}", title = "{n}" }}' for n in names))


def _questions(*names: str) -> str:
    return RUBRIC.format(questions=", ".join(f'{{ id = "{n}", text = "{n}" }}' for n in names))


def _filled(template: Template, **answers: Any) -> Workbook:
    workbook = new_workbook(template)
    for name, answer in answers.items():
        workbook = workbook.with_answer(name, answer)
    return workbook


def test_is_newer() -> None:
    """Only a higher version of the same template is offered."""
    workbook = new_workbook(_template(2, WHY))

    assert [is_newer(_template(version, WHY), workbook) for version in (1, 2, 3)] == [
        False,
        False,
        True,
    ]


def test_preview() -> None:
    """The preview tells what is new, what is set aside, and keeps what stays."""
    workbook = _filled(_template(1, WHY, HOW), why="Because.", how="So.")

    preview = moved(workbook, _template(2, HOW, _columns("goal")))

    assert preview.added == ("goals",)
    assert preview.set_aside == ("why",)
    assert preview.workbook.answers == {"how": "So.", "goals": ({"goal": ""},)}
    assert preview.workbook.no_longer_asked == {"why": "Because."}
    assert preview.workbook.template.header.version == 2


def test_unanswered_questions_go_without_a_trace() -> None:
    """A question that nobody answered leaves nothing behind."""
    preview = moved(new_workbook(_template(1, WHY, _questions("a"))), _template(2, HOW))

    assert preview.set_aside == ()
    assert preview.workbook.no_longer_asked == {}


def test_there_and_back() -> None:
    """An answer comes back when its question does."""
    workbook = _filled(_template(1, WHY, HOW), why="Because.")
    without = moved(workbook, _template(2, HOW)).workbook

    back = moved(without, _template(3, WHY, HOW))

    assert back.returned == ("why",)
    assert back.workbook.answers["why"] == "Because."
    assert back.workbook.no_longer_asked == {}


PARTS: list[tuple[str, str, str, Any, Any, Any]] = [
    (
        _columns("goal", "role"),
        _columns("goal"),
        "goals",
        [{"goal": "Read", "role": "Coach"}, {"goal": "Write", "role": ""}],
        [{"goal": "Read"}, {"goal": "Write"}],
        [{"role": "Coach"}, {"role": ""}],
    ),
    (
        _questions("a", "b"),
        _questions("b"),
        "practices",
        {"roles": {"rating": 2, "questions": {"a": "Gone.", "b": "Here."}}},
        {"roles": {"rating": 2, "notes": "", "questions": {"b": "Here."}, "evidence": {},
                   "added": []}},
        {"roles": {"questions": {"a": "Gone."}}},
    ),
    (
        WHY,
        WHY.replace('kind = "prompt"', 'kind = "reading"').replace("question", "title"),
        "why",
        "A text.",
        {"read": False, "notes": ""},
        "A text.",
    ),
]  # fmt: skip


@pytest.mark.parametrize("case", PARTS, ids=["table", "rubric", "kind"])
def test_parts(case: tuple[str, str, str, Any, Any, Any]) -> None:
    """Where only a part of a block is gone, the rest of its answer stays in place."""
    old, new, block, given, kept, rest = case
    workbook = _filled(_template(1, old), **{block: given})

    after = moved(workbook, _template(2, new)).workbook

    assert msgspec.json.decode(msgspec.json.encode(after.answers[block])) == kept
    assert after.no_longer_asked == {block: rest}


def test_what_was_set_aside_before_stays() -> None:
    """A second answer under the same id does not cover the first one set aside."""
    first = _filled(_template(1, WHY, HOW), why="First.")
    without = moved(first, _template(2, HOW)).workbook
    again = msgspec.structs.replace(
        _filled(_template(3, WHY, HOW), why="Second."), no_longer_asked=without.no_longer_asked
    )

    after = moved(again, _template(4, HOW)).workbook

    assert after.no_longer_asked == {"why": "First.", "why-2": "Second."}


def _told(after: Workbook, words: Words) -> list[str]:
    """Return the lines of what is printed of the answers that are no longer asked."""
    nodes = printed(after, words).sections[-1].nodes
    return [line for node in nodes if isinstance(node, Answer) for line in node.text.split("\n")]


TOLD = [
    (PARTS[0], ["role: Coach"]),
    (PARTS[1], ["1. Roles", "Guiding questions", "a: Gone."]),
    (PARTS[2], ["A text."]),
]


@pytest.mark.parametrize("case", TOLD, ids=["table", "rubric", "kind"])
def test_parts_are_printed_under_their_words(
    case: tuple[tuple[str, str, str, Any, Any, Any], list[str]], words: Words
) -> None:
    """Under the column or question that they were written to, not under its id."""
    (old, new, block, given, _kept, _rest), lines = case
    workbook = _filled(_template(1, old), **{block: given})

    after = moved(workbook, _template(2, new)).workbook

    assert _told(after, words) == lines


def test_a_copy_without_history_knows_the_words(tmp_path: Path, words: Words) -> None:
    """Whoever is handed one reads the former questions, too, as long as it is handed on."""
    old, new, block, given, _kept, _rest = PARTS[1]
    after = moved(_filled(_template(1, old), **{block: given}), _template(2, new)).workbook
    lines = _told(after, words)
    first, second = tmp_path / "one.ladder", tmp_path / "two.ladder"

    create(first, after)
    create(second, read(first).workbook)

    assert _told(read(second).workbook, words) == lines
    assert read(second).workbook == after


def test_a_workbook_that_never_moved_carries_one_template(tmp_path: Path) -> None:
    """Nothing is added to a file that needs nothing."""
    path = tmp_path / "one.ladder"

    create(path, _filled(_template(1, WHY), why="Because."))

    assert [one.text for one in former_templates(path)] == [_template(1, WHY).text]
