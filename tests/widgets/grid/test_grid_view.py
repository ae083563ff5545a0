"""A table of thousands of rows is as easy to use as a short one."""

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeySequence, QUndoStack
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ladder_desktop.blocks.table.model import Table
from ladder_desktop.widgets.colours import COLOURS
from ladder_desktop.widgets.grid.column_widths import LONGEST_WORD
from ladder_desktop.widgets.grid.grid_editor import GridEditor
from ladder_desktop.widgets.grid.grid_style import grid_style
from ladder_desktop.widgets.scale import px
from ladder_desktop.words import Words

ROWS = 2000
ROLES: dict[str, Any] = {
    "kind": "table",
    "id": "roles",
    "title": "Roles",
    "row_name": "role",
    "columns": [
        {"id": "role", "title": "Role"},
        {"id": "duties", "title": "Duties", "type": "long"},
        {"id": "number", "title": "Number", "type": "integer", "total": True},
    ],
}


@pytest.fixture
def grid(qtbot: QtBot, words: Words) -> Iterator[GridEditor]:
    """Return a table of many rows, each of which takes several lines."""
    roles = msgspec.convert(ROLES, Table)
    window = QWidget()
    qtbot.add_widget(window)
    window.resize(700, 900)
    window.setStyleSheet(grid_style(COLOURS["light"], px))
    made = GridEditor(roles, words, QUndoStack(window), lambda _: (), window)
    made.resize(680, 880)
    duties = "Coach colleagues and plan lessons with them. " * 6
    made.set_rows(list(roles.read([{"role": "Coach", "duties": duties}] * ROWS)))
    with qtbot.wait_exposed(window):
        window.show()
    window.activateWindow()
    yield made
    window.close()


def test_the_numbers_of_the_rows_are_whole(grid: GridEditor) -> None:
    """However many there are, the last number has the room that it needs."""
    header = grid.view.verticalHeader()

    needed = QFontMetrics(header.font()).horizontalAdvance(str(ROWS))

    assert header.width() >= needed + px(8)  # with air on both sides
    assert grid.view.viewport().geometry().left() >= header.geometry().right()


def test_thousands_of_rows_are_pasted_in_one_step(grid: GridEditor) -> None:
    """All of them are chosen afterwards, and no row in view is higher than its text."""
    grid.go_to(0, 0)
    QGuiApplication.clipboard().setText("\n".join(f"R{number}\tD\t2" for number in range(ROWS)))

    QTest.keySequence(grid.view, QKeySequence(QKeySequence.StandardKey.Paste))

    assert [row["role"] for row in grid.rows()] == [f"R{number}" for number in range(ROWS)]
    assert grid.view.chosen_rows() == list(range(ROWS))
    last = grid.view.rowAt(grid.view.viewport().height() - 1)
    heights = {grid.view.rowHeight(row) for row in range(last + 1)}
    assert len(heights) == 1
    grid._undo_stack.undo()
    assert {row["role"] for row in grid.rows()} == {"Coach"}


def test_an_area_is_chosen_and_nothing_else(grid: GridEditor) -> None:
    """What was chosen before is not any more."""
    grid.view.selectAll()

    grid.view.choose(QRect(1, 3, 2, 2))

    chosen = {(index.row(), index.column()) for index in grid.view.selectedIndexes()}
    assert chosen == {(3, 1), (3, 2), (4, 1), (4, 2)}


def test_a_long_choice_takes_few_lines(qtbot: QtBot, words: Words) -> None:
    """With enough room, its column is wide enough for half of it; long texts have the rest."""
    title = "Whole district: a pathway that keeps teachers"
    aim = {"id": "aim", "title": "Aim", "type": "choice", "choices": [{"id": "a", "title": title}]}
    table = msgspec.convert({**ROLES, "columns": [aim, ROLES["columns"][1]]}, Table)
    grid = GridEditor(table, words, QUndoStack(), lambda _: ())
    qtbot.add_widget(grid)
    grid.resize(680, 300)
    grid.show()

    half = grid.view.fontMetrics().horizontalAdvance(title) // 2
    assert half < grid.view.columnWidth(0) < grid.view.columnWidth(1)


def test_a_long_role_is_no_tower_of_words(qtbot: QtBot, words: Words) -> None:
    """A text of many words takes about two lines where a table has the room."""
    role = "A liaison for families who speak two languages"
    table = msgspec.convert({**ROLES, "columns": ROLES["columns"][:2]}, Table)
    grid = GridEditor(table, words, QUndoStack(), lambda _: ())
    qtbot.add_widget(grid)
    grid.set_rows(list(table.read([{"role": role, "duties": "Coach colleagues. " * 30}])))
    grid.resize(460, 300)
    grid.show()

    half = grid.view.fontMetrics().horizontalAdvance(role) // 2
    assert min(half, px(LONGEST_WORD)) <= grid.view.columnWidth(0) < grid.view.columnWidth(1)
