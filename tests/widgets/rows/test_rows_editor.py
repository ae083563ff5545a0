"""Rows are added, filled, moved, deleted and brought back, by mouse and by keyboard."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QUndoStack
from pytestqt.qtbot import QtBot

from ladder_desktop.widgets.rows.row_card import RowColumn, RowKind
from ladder_desktop.widgets.rows.rows_editor import RowsEditor
from ladder_desktop.words import Words
from tests.on_screen import focused, is_in_view, page_with

KIND = RowKind("Goals and roles", "goal", (RowColumn("goal", "Goal"), RowColumn("role", "Role")))
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def stack() -> QUndoStack:
    """Return the undo stack of a block."""
    return QUndoStack()


@pytest.fixture
def rows(words: Words, stack: QUndoStack) -> RowsEditor:
    """Return three rows."""
    rows = RowsEditor(words, stack, KIND)
    rows.set_rows([{"goal": name, "role": ""} for name in "abc"])
    return rows


def goals(rows: RowsEditor) -> str:
    """Return what stands in the first column, row by row."""
    return "".join(row["goal"] for row in rows.rows())


def test_rows_are_filled_by_keyboard_alone(rows: RowsEditor, qtbot: QtBot) -> None:
    """Tab goes from cell to cell, from a row's last to the next row, and on to the button."""
    page_with(qtbot, rows)
    rows.cards[0].focus()

    for text in "123456":
        qtbot.keyClicks(focused(), text)
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)

    assert rows.rows() == [
        {"goal": "1a", "role": "2"},
        {"goal": "3b", "role": "4"},
        {"goal": "5c", "role": "6"},
    ]
    assert focused() is rows.add


def test_rows_are_deleted_by_keyboard(rows: RowsEditor, stack: QUndoStack, qtbot: QtBot) -> None:
    """Alt+Delete in any cell deletes its row, and goes on with the row that took the place."""
    page_with(qtbot, rows)
    rows.cards[1].cells["role"].setFocus()

    qtbot.keyClick(focused(), Qt.Key.Key_Delete, Qt.KeyboardModifier.AltModifier)
    left, near = goals(rows), focused() is rows.cards[1].cells["goal"]
    stack.undo()

    assert (left, near) == ("ac", True)
    assert goals(rows) == "abc"


def test_a_new_row_takes_the_caret(rows: RowsEditor, stack: QUndoStack, qtbot: QtBot) -> None:
    """Adding a row ends with the caret in it, in view; undoing takes it away again."""
    page = page_with(qtbot, rows, height=250)

    qtbot.mouseClick(rows.add, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(focused(), "d")
    added, in_view = goals(rows), is_in_view(rows.cards[-1], page)
    stack.undo()
    stack.undo()

    assert (added, in_view) == ("abcd", True)
    assert goals(rows) == "abc"
    assert len(rows.cards) == 3


def test_the_button_names_what_it_adds(words: Words, rows: RowsEditor, qtbot: QtBot) -> None:
    """The button reads well with every name of a row."""
    qtbot.addWidget(rows)
    other = RowsEditor(words, QUndoStack(), RowKind("Ideas", "idea", KIND.columns))
    qtbot.addWidget(other)

    assert (rows.add.text(), other.add.text()) == ("+ Add a goal", "+ Add an idea")


def test_a_deleted_row_comes_back_with_its_text_and_its_history(
    rows: RowsEditor, stack: QUndoStack, qtbot: QtBot
) -> None:
    """Undoing a deletion brings the row back to its place, and what was typed can be undone."""
    page_with(qtbot, rows)
    rows.cards[1].focus()
    qtbot.keyClicks(focused(), "X")

    with qtbot.waitSignal(rows.removed) as told:
        qtbot.mouseClick(rows.cards[1].delete, Qt.MouseButton.LeftButton)
    deleted = goals(rows)
    stack.undo()
    back = goals(rows)
    stack.undo()

    assert told.args == ["Goal 2 deleted"]
    assert (deleted, back, goals(rows)) == ("ac", "aXbc", "abc")


def test_the_focus_stays_near_a_deleted_row(rows: RowsEditor, qtbot: QtBot) -> None:
    """Deleting by keyboard goes on with the row that took the place."""
    page_with(qtbot, rows)
    rows.cards[1].delete.setFocus()

    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    after_one = focused()
    for _ in range(2):
        rows.cards[0].delete.setFocus()
        qtbot.keyClick(focused(), Qt.Key.Key_Space)

    assert after_one is rows.cards[1].cells["goal"] if rows.cards else after_one
    assert focused() is rows.add


def test_rows_move_by_keyboard(rows: RowsEditor, stack: QUndoStack, qtbot: QtBot) -> None:
    """Alt+Up and Alt+Down move a row within bounds; its caret goes along; undo moves it back."""
    page_with(qtbot, rows)
    rows.cards[0].focus()
    cell = focused()

    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down):
        qtbot.keyClick(focused(), key, ALT)
    moved = goals(rows)
    stack.undo()

    assert (moved, goals(rows)) == ("bca", "bac")
    assert focused() is cell


def test_rows_are_dragged_by_their_grip(rows: RowsEditor, stack: QUndoStack, qtbot: QtBot) -> None:
    """Carrying a row past another's middle changes their places, as one step."""
    page_with(qtbot, rows)
    grip, last = rows.cards[0].grip, rows.cards[2]
    start = grip.rect().center()
    end = grip.mapFromGlobal(last.mapToGlobal(QPoint(10, last.height() - 5)))

    qtbot.mousePress(grip, Qt.MouseButton.LeftButton, pos=start)
    for part in range(1, 5):
        qtbot.mouseMove(grip, start + (end - start) * part / 4)
    qtbot.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=end)
    dragged, steps = goals(rows), stack.count()
    stack.undo()

    assert (dragged, steps, goals(rows)) == ("bca", 1, "abc")


def test_numbers_and_names_follow_the_order(rows: RowsEditor, qtbot: QtBot) -> None:
    """After a move every row is numbered anew, for eyes and for screen readers."""
    page_with(qtbot, rows)

    rows.move_row(rows.cards[0], 1)

    names = [card.cells["role"].accessibleName() for card in rows.cards]
    assert names == [f"Goals and roles: Role, goal {number}" for number in (1, 2, 3)]
    assert rows.cards[1].delete.accessibleName() == "Goals and roles: Delete goal 2"


def test_cells_stand_side_by_side_only_where_there_is_room(rows: RowsEditor, qtbot: QtBot) -> None:
    """On a narrow page the cells of a row stand above each other."""
    page = page_with(qtbot, rows, width=900)
    cells = rows.cards[0].cells
    tops = [cells["goal"].y(), cells["role"].y()]

    page.resize(420, 600)
    qtbot.waitUntil(lambda: cells["goal"].y() < cells["role"].y())

    assert tops[0] == tops[1]
    assert cells["role"].width() == cells["goal"].width()


def test_loading_other_rows_tells_nothing(rows: RowsEditor, qtbot: QtBot) -> None:
    """Showing an answer is no edit."""
    page_with(qtbot, rows)

    with qtbot.assertNotEmitted(rows.edited):
        rows.set_rows([{"goal": "z", "role": "y"}])

    assert rows.rows() == [{"goal": "z", "role": "y"}]
