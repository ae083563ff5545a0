"""Tables with typed columns compute, sum up, break down and carry on."""

from decimal import Decimal
from typing import Any

import msgspec
import pytest

from ladder_desktop.blocks.block import plain, progress
from ladder_desktop.blocks.table.model import Table
from ladder_desktop.blocks.table.sheet import sheet
from ladder_desktop.document.nodes import Grid
from ladder_desktop.errors import AnswerError
from ladder_desktop.words import Words

COSTS: dict[str, Any] = {
    "kind": "table",
    "id": "costs",
    "title": "Costs",
    "row_name": "cost",
    "rows": 3,
    "subtotals": "by",
    "carries": True,
    "columns": [
        {"id": "what", "title": "What", "required": True},
        {"id": "number", "title": "Number", "type": "integer", "total": True},
        {"id": "each", "title": "Each", "type": "money"},
        {
            "id": "all",
            "title": "Together",
            "type": "money",
            "product": ["number", "each"],
            "total": True,
        },
        {"id": "covered", "title": "Covered", "type": "money", "carries": False},
        {
            "id": "open",
            "title": "Open",
            "type": "money",
            "difference": ["all", "covered"],
            "total": True,
        },
        {"id": "when", "title": "When", "type": "date"},
        {
            "id": "by",
            "title": "By",
            "type": "choice",
            "choices": [{"id": "grant", "title": "Grant"}, {"id": "state", "title": "State"}],
        },
    ],
    "start": [{"what": "Stipends", "by": "grant"}],
}
ROWS: list[dict[str, Any]] = [
    {"what": "Stipends", "number": 3, "each": "0.10", "covered": None, "by": "grant"},
    {"what": "Cover", "number": 2, "each": "1000.55", "covered": "2000.00", "by": "grant"},
    {"what": "Travel", "number": None, "each": "5.00", "covered": "7.00", "when": "2026-12-01"},
    {},
]


def table(**changes: Any) -> Table:
    """Return the table of costs, some of its fields changed."""
    return msgspec.convert(COSTS | changes, Table)


def test_a_new_table_begins_with_its_start_rows() -> None:
    """What the template put there comes first and is complete; empty rows follow."""
    rows = plain(table().empty())

    assert len(rows) == 3
    assert rows[0] == {
        "what": "Stipends",
        "number": None,
        "each": None,
        "covered": None,
        "when": None,
        "by": "grant",
    }
    assert rows[1]["what"] == ""


def test_start_rows_alone_are_no_answer() -> None:
    """Only what a person wrote counts in progress."""
    costs = table()
    written = costs.read([*plain(costs.empty()), {"number": 0}])

    assert progress(costs, costs.empty(), None).done == 0
    assert progress(costs, costs.read([{"what": "Stipends"}]), None).done == 1
    assert progress(costs, written, None).done == 1


def test_money_is_exact() -> None:
    """Three times ten cents are thirty cents: no float takes part."""
    costs = table()
    rows = costs.read(ROWS)
    by_id = {column.id: column for column in costs.columns}

    assert costs.figure(by_id["all"], rows[0]) == Decimal("0.30")
    assert costs.total(by_id["all"], rows) == Decimal("2001.40")
    assert costs.total(by_id["number"], rows) == 5


def test_what_is_missing_counts_as_nothing_in_a_difference_only() -> None:
    """A product without one of its factors stays open; a difference goes on with what it has."""
    costs = table()
    rows = costs.read(ROWS)
    by_id = {column.id: column for column in costs.columns}

    assert costs.figure(by_id["all"], rows[2]) is None
    assert costs.figure(by_id["open"], rows[2]) == Decimal("-7.00")
    assert costs.figure(by_id["open"], rows[0]) == Decimal("0.30")
    assert costs.figure(by_id["open"], rows[3]) is None


def test_a_percent_counts_as_a_hundredth_in_a_product() -> None:
    """A third of a salary is rounded to cents, half up."""
    columns = [
        {"id": "share", "title": "Share", "type": "percent"},
        {"id": "pay", "title": "Pay", "type": "money"},
        {"id": "cost", "title": "Cost", "type": "money", "product": ["share", "pay"]},
    ]
    costs = table(columns=columns, start=[], subtotals=None)
    row = costs.read([{"share": "12.5", "pay": "100.20"}])[0]

    assert costs.figure(costs.columns[2], row) == Decimal("12.53")


def test_the_totals_of_2000_rows_are_exact() -> None:
    """Many rows are read and summed up to the cent."""
    costs = table()
    rows = costs.read([{"number": 1, "each": "0.01", "by": "state"} for _ in range(2000)])

    assert costs.total(costs.columns[3], rows) == Decimal("20.00")
    assert [len(group.rows) for group in costs.broken_down(rows)] == [2000]


def test_subtotals_follow_the_choices() -> None:
    """Groups come in the order of the choices, what was not chosen last, empty rows nowhere."""
    groups = table().broken_down(table().read(ROWS))

    assert [group.choice and group.choice.id for group in groups] == ["grant", None]
    assert [len(group.rows) for group in groups] == [2, 1]


def test_required_cells_are_asked_for_once_a_row_is_begun() -> None:
    """An empty row lacks nothing."""
    costs = table()

    assert [column.id for column in costs.missing(costs.read([{"number": 1}])[0])] == ["what"]
    assert costs.missing(costs.empty_row()) == ()


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"number": "3"}, "row 1, “Number”: a whole number is expected, but this is text"),
        ({"each": 3}, "row 1, “Each”: text in quotes is expected"),
        ({"each": "1,000"}, "row 1, “Each”: an amount is written in quotes, like “1200.50”"),
        ({"when": "2026-13-01"}, "row 1, “When”: a date is written like 2026-11-21"),
        ({"by": "loan"}, "row 1, “By”: 'loan' is none of the choices. They are: grant, state"),
        ({"all": "5.00"}, "names “all”, which is not there"),
        ({"what": ["x"]}, "row 1, “What”: text in quotes is expected, but this is a list"),
        ({"each": "half \ud83d"}, "half a character"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_row(row: dict[str, Any], said: str) -> None:
    """A script or a damaged file reads which cell is wrong."""
    with pytest.raises(AnswerError, match=said):
        table().read([row])


def test_the_next_round_keeps_what_carries() -> None:
    """What does not carry is empty, blank rows are gone, a finding becomes the baseline."""
    columns = [
        {"id": "goal", "title": "Goal"},
        {"id": "baseline", "title": "Baseline"},
        {"id": "when", "title": "When", "type": "date", "carries": False},
        {"id": "finding", "title": "Finding", "type": "long", "becomes": "baseline"},
    ]
    goals = table(columns=columns, start=[], subtotals=None)
    answer = goals.read(
        [
            {"goal": "Stay", "baseline": "80%", "when": "2027-01-01", "finding": "85%"},
            {"goal": "Grow", "baseline": "2"},
            {"when": "2027-01-01"},
            {},
        ]
    )

    assert plain(goals.next_round(answer)) == [
        {"goal": "Stay", "baseline": "85%", "when": None, "finding": ""},
        {"goal": "Grow", "baseline": "2", "when": None, "finding": ""},
    ]
    assert goals.next_round(goals.empty()) == goals.empty()


def test_paper_shows_figures_totals_and_subtotals(words: Words) -> None:
    """Values are printed as people read them, and kept plain for data."""
    costs = table()

    grid, groups = sheet(costs, costs.read(ROWS), words)

    assert isinstance(grid, Grid)
    assert isinstance(groups, Grid)
    assert [cell.text for cell in grid.rows[1]] == [
        "Cover",
        "2",
        "$1,000.55",
        "$2,001.10",
        "$2,000.00",
        "$1.10",
        "",
        "Grant",
    ]
    assert [cell.plain for cell in grid.rows[1]][2:6] == ["1000.55", "2001.10", "2000.00", "1.10"]
    assert grid.rows[1][7].plain == "grant"
    assert grid.rows[2][6].text == "Dec 1, 2026"
    assert [cell.text for cell in grid.totals] == [
        "Total",
        "5",
        "",
        "$2,001.40",
        "",
        "-$5.60",
        "",
        "",
    ]
    assert [column.align for column in grid.columns[:3]] == ["start", "end", "end"]
    assert [[cell.text for cell in row] for row in groups.rows] == [
        ["Grant", "5", "$2,001.40", "$1.40"],
        ["Not chosen yet", "", "", "-$7.00"],
    ]
    assert [cell.text for cell in groups.totals] == ["Total", "5", "$2,001.40", "-$5.60"]


def test_choices_without_a_figure_have_no_totals(words: Words) -> None:
    """Where somebody chose and gave no figure yet, no empty table follows."""
    costs = table()

    (only,) = sheet(costs, costs.read([{"what": "Stipend", "by": "grant"}]), words)

    assert isinstance(only, Grid)
    assert only.caption == costs.title
