"""The CSV table is complete, and harmless in a spreadsheet."""

import csv
from pathlib import Path

import pytest

from ladder_desktop.export.options import ExportOptions
from ladder_desktop.export.writing import export
from ladder_desktop.paths import resources
from ladder_desktop.words import Words
from ladder_desktop.workbook.interchange import filled
from ladder_desktop.workbook.shelf import built_in
from ladder_desktop.workbook.template import read_template
from ladder_desktop.workbook.workbook import new_workbook
from tests.samples import answers, template_text


def rows(given: dict[str, object], folder: Path, words: Words) -> list[dict[str, str]]:
    """Return the rows that are written for these answers."""
    workbook = filled(new_workbook(read_template(template_text(), "s")), {"answers": given}, "it")
    export(workbook, "csv", folder / "out.csv", ExportOptions(), words)
    with (folder / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_each_value_stands_at_its_place(tmp_path: Path, words: Words) -> None:
    """A script finds a rating by block, item and column."""
    table = rows(answers(), tmp_path, words)

    places = {(r["block"], r["item"], r["row"], r["column"]): r["value"] for r in table}
    assert places["practices", "roles", "", "rating"] == "2"
    assert places["practices", "roles/lists", "", "have"] == "yes"
    assert places["goals", "", "3", "goal"] == "answer-third"
    assert places["steps", "ask", "", "due"] == "2026-12-01"
    assert len(places) == len(table)


def test_typed_cells_are_plain_values(tmp_path: Path, words: Words) -> None:
    """Figures come without signs, days as ISO dates, choices as ids; sums of rows do not come."""
    row = {"role": "Mentor", "number": 2, "pay": "1200.50", "money-from": "district"}
    empty = new_workbook(built_in("career-advancement", resources()))
    workbook = filled(empty, {"answers": {"roles": [row]}}, "it")

    export(workbook, "csv", tmp_path / "out.csv", ExportOptions(), words)

    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        found = [line for line in csv.DictReader(file) if line["block"] == "roles"]
    values = {line["column"]: line["value"] for line in found}
    assert values["pay"] == "1200.50"
    assert values["cost"] == "2401.00"
    assert values["money-from"] == "district"
    assert {line["item"] for line in found} == {""}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("+1+2", "'+1+2"),
        ("-5", "-5"),
        ("-12.5%", "-12.5%"),
        ("a\x00b", "ab"),
        ('quote " and\nline', 'quote " and\nline'),
    ],
)
def test_no_value_is_a_formula(typed: str, expected: str, tmp_path: Path, words: Words) -> None:
    """A spreadsheet shows the value instead of running it."""
    table = rows({"why": typed}, tmp_path, words)

    assert [row["value"] for row in table if row["block"] == "why"] == [expected]
