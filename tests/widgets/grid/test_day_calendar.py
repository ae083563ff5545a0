"""A day is picked from a calendar in the cell of a table, too."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ladder_desktop.blocks.table.model import Table
from ladder_desktop.widgets.grid.cell_editors import CellDay
from ladder_desktop.widgets.grid.grid_editor import GridEditor
from ladder_desktop.words import Words
from tests.on_screen import focused, page_with, press_on_screen

Key = Qt.Key
NAME, WHEN = range(2)
COLUMNS = [{"id": "what", "title": "What"}, {"id": "when", "title": "When", "type": "date"}]


@pytest.fixture
def grid(qtbot: QtBot, words: Words) -> GridEditor:
    """Return a table with a day."""
    asked = {"kind": "table", "id": "days", "title": "Days", "row_name": "day", "columns": COLUMNS}
    rules = msgspec.convert(asked, Table)
    grid = GridEditor(rules, words, QUndoStack(), lambda _: ())
    grid.set_rows([{"what": "Meeting", "when": "2026-12-01"}])
    page_with(qtbot, grid)
    return grid


def open_day(grid: GridEditor) -> CellDay:
    """Open the cell with the day by the keyboard."""
    grid.go_to(0, WHEN)
    press_on_screen(Key.Key_Return)
    editor = focused()
    assert isinstance(editor, CellDay)
    return editor


@pytest.mark.parametrize(
    ("keys", "day"),
    [
        ([Key.Key_Right, Key.Key_Return], "2026-12-02"),
        ([Key.Key_Tab, Key.Key_Space], None),
        ([Key.Key_Escape], "2026-12-01"),
    ],
)
def test_a_day_is_picked_from_the_calendar_of_its_cell(
    grid: GridEditor, qtbot: QtBot, keys: list[Qt.Key], day: str | None
) -> None:
    """Alt and Down open it, its keys are those of every calendar, and none is a day, too."""
    editor = open_day(grid)

    qtbot.keyClick(editor, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    for key in keys:
        press_on_screen(key)

    assert QApplication.activePopupWidget() is None
    assert grid.rows()[0]["when"] == day


def test_a_day_is_seen_whole_while_it_is_changed(grid: GridEditor) -> None:
    """Its box opens wider than its cell where the icon would cover it, and stays in the table."""
    grid.view.setColumnWidth(NAME, 780)
    grid.view.setColumnWidth(WHEN, 40)

    editor = open_day(grid)

    assert editor.width() >= editor.width_for(editor.text())
    assert grid.view.viewport().rect().contains(editor.geometry())
