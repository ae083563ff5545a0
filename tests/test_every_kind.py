"""Every kind goes through its sheet, the JSON round trip and every export format."""

import json
from pathlib import Path

import pytest

from ladder_desktop.blocks import KINDS
from ladder_desktop.export.options import ExportOptions
from ladder_desktop.export.writing import FORMATS, export
from ladder_desktop.words import Words
from ladder_desktop.workbook.interchange import filled, parse_interchange
from ladder_desktop.workbook.template import read_template
from ladder_desktop.workbook.workbook import Workbook, new_workbook
from tests.reading_back import text_of
from tests.samples import answers, template_text, texts


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    """Return each kind in turn."""
    return str(request.param)


@pytest.fixture
def workbook(kind: str) -> Workbook:
    """Return a filled workbook that holds nothing but one block of the kind."""
    empty = new_workbook(read_template(template_text(kind), "sample"))
    return filled(empty, {"answers": answers(kind)}, "answers")


@pytest.mark.parametrize("target_format", FORMATS)
def test_every_export_holds_every_answer_once(
    kind: str, workbook: Workbook, target_format: str, words: Words, tmp_path: Path
) -> None:
    """No format loses an answer or prints it twice."""
    target = tmp_path / f"out.{target_format}"

    export(workbook, target_format, target, ExportOptions(), words)

    text = text_of(target)
    given = texts(answers(kind))
    assert given
    assert {answer: text.count(answer) for answer in given} == dict.fromkeys(given, 1)


def test_the_json_round_trip_is_exact(workbook: Workbook, words: Words, tmp_path: Path) -> None:
    """What is exported as JSON and filled into a new workbook is the same, to the last byte."""
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    export(workbook, "json", first, ExportOptions(), words)

    plain = parse_interchange(first.read_text(encoding="utf-8"), "first.json")
    again = filled(new_workbook(workbook.template), plain, "first.json")
    export(again, "json", second, ExportOptions(), words)

    assert second.read_bytes() == first.read_bytes()
    assert json.loads(first.read_text(encoding="utf-8"))["answers"]
