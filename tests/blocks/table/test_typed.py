"""A table with typed columns gives back exactly what it was given, and suggests roles."""

from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ladder_desktop.blocks.block import plain
from ladder_desktop.blocks.table.model import Table
from ladder_desktop.blocks.table.widget import Editor, TableEditor, has_cards
from ladder_desktop.paths import resources
from ladder_desktop.widgets.grid.grid_editor import GridEditor
from ladder_desktop.words import Words
from ladder_desktop.workbook.shelf import built_in
from tests.on_screen import focused, page_with

DEFINITION: dict[str, Any] = {
    "kind": "table",
    "id": "roles",
    "title": "Roles",
    "row_name": "role",
    "columns": [
        {"id": "role", "title": "Role", "suggest": "roles"},
        {"id": "duties", "title": "Duties", "type": "long"},
        {"id": "number", "title": "Number", "type": "integer"},
        {"id": "pay", "title": "Pay", "type": "money"},
        {"id": "when", "title": "When", "type": "date"},
        {
            "id": "by",
            "title": "By",
            "type": "choice",
            "choices": [{"id": "grant", "title": "Grant"}],
        },
    ],
}
ROWS: list[dict[str, Any]] = [
    {
        "role": "A\u00a0b\u2028c 👩‍👩‍👧 “مرحبا”",
        "duties": "one\ntwo\n",
        "number": -3,
        "pay": "1200.5",
        "when": "2026-12-01",
        "by": "grant",
    },
    {"role": "", "duties": "", "number": None, "pay": None, "when": None, "by": None},
]


@pytest.fixture
def table() -> Table:
    """Return a table with a column of each sort."""
    return msgspec.convert(DEFINITION, Table)


@pytest.fixture
def editor(table: Table, words: Words, qtbot: QtBot) -> TableEditor:
    """Return its editor, filled, on a page."""
    editor = Editor(table, words)
    page_with(qtbot, editor)
    editor.load(table.read(ROWS))
    return editor


def test_what_is_not_touched_comes_back_exactly(editor: TableEditor) -> None:
    """Not a digit, blank or line break is changed by showing it."""
    assert plain(editor.answer()) == ROWS


def test_a_question_of_the_list_leads_to_the_first_empty_row(
    editor: TableEditor, qtbot: QtBot
) -> None:
    """From what is left one comes to the cell where writing goes on at once."""
    editor.show_item("")

    qtbot.keyClicks(focused(), "M")
    qtbot.keyClicks(focused(), "entor")
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)

    assert editor.answer()[1]["role"] == "Mentor"


def test_texts_that_fit_beside_each_other_are_cards(table: Table) -> None:
    """The goals and roles of the workshop stay cards; typed columns make a grid."""
    goals = built_in("career-growth", resources()).block("goals")
    assert isinstance(goals, Table)

    assert has_cards(goals)
    assert not has_cards(table)


def test_roles_of_the_catalogue_are_suggested(table: Table, editor: TableEditor) -> None:
    """Where a role is asked for, those of all sources are offered."""
    assert "Multi-classroom leader" in editor.offered(table.columns[0])
    assert editor.offered(table.columns[1]) == ()
    assert isinstance(editor.rows, GridEditor)
