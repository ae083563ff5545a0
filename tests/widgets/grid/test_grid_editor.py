"""A table with typed columns is filled with real keys, and everything can be taken back."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QKeySequence, QUndoStack
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ladder_desktop.blocks.table.model import Table
from ladder_desktop.widgets.grid.cell_editors import CellDay, CellNote
from ladder_desktop.widgets.grid.grid_editor import GridEditor
from ladder_desktop.words import Words

Key = Qt.Key
WHAT, NOTES, NUMBER, EACH, ALL, WHEN, BY, WHO = range(8)
COSTS: dict[str, Any] = {
    "kind": "table",
    "id": "costs",
    "title": "Costs",
    "row_name": "cost",
    "subtotals": "by",
    "columns": [
        {"id": "what", "title": "What", "required": True, "suggest": "roles"},
        {"id": "notes", "title": "Notes", "type": "long"},
        {"id": "number", "title": "Number", "type": "integer", "total": True},
        {"id": "each", "title": "Each", "type": "money"},
        {
            "id": "all",
            "title": "Together",
            "type": "money",
            "product": ["number", "each"],
            "total": True,
        },
        {"id": "when", "title": "When", "type": "date"},
        {
            "id": "by",
            "title": "By",
            "type": "choice",
            "choices": [{"id": "grant", "title": "Grant"}, {"id": "state", "title": "State"}],
        },
        {"id": "who", "title": "Who", "type": "person"},
    ],
}
MakeGrid = Callable[..., GridEditor]


@pytest.fixture
def make_grid(qtbot: QtBot, words: Words) -> MakeGrid:
    """Return a function that shows a table with these rows."""
    windows: list[QWidget] = []  # kept, or Python would take them away with their tables

    def make(*rows: dict[str, Any]) -> GridEditor:
        costs = msgspec.convert(COSTS, Table)
        window = QWidget()
        windows.append(window)
        qtbot.add_widget(window)
        window.resize(900, 600)
        grid = GridEditor(costs, words, QUndoStack(window), lambda _: ("Mentor", "Coach"), window)
        grid.resize(880, 580)
        grid.set_rows(list(costs.read(list(rows))))
        with qtbot.wait_exposed(window):
            window.show()
        window.activateWindow()
        return grid

    return make


def opened(grid: GridEditor, row: int, column: int) -> QWidget:
    """Open the editor of a cell with the keyboard and return it."""
    grid.go_to(row, column)
    before = set(grid.view.viewport().findChildren(QWidget))
    QTest.keyClick(grid.view, Key.Key_Return)
    new = [
        each
        for each in grid.view.viewport().findChildren(QWidget)
        if each not in before and each.parent() is grid.view.viewport()
    ]
    assert len(new) == 1
    return new[0]


def typed(grid: GridEditor, row: int, column: int, text: str) -> QLineEdit:
    """Type a text into a cell and press Enter."""
    editor = opened(grid, row, column)
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Key.Key_Return)
    QApplication.processEvents()  # Qt takes the text over once the key was handled
    return editor


def test_figures_are_typed_as_people_write_them(make_grid: MakeGrid, qtbot: QtBot) -> None:
    """Sums follow at once, in the row, in the totals and for each choice."""
    grid = make_grid({"what": "Stipend", "by": "grant"}, {"what": "Cover", "by": "grant"}, {})

    typed(grid, 0, NUMBER, "3")
    typed(grid, 0, EACH, "$1,200.50")
    typed(grid, 1, NUMBER, "2")
    typed(grid, 1, EACH, ".25")

    assert grid.rows()[0]["each"] == "1200.50"
    assert grid.model.shown(grid.model.index(0, ALL)) == "$3,601.50"
    assert grid.totals.totals[ALL] == "$3,602.00"
    assert grid.subtotals.lines == [["Grant", "5", "$3,602.00"]]
    assert "Together: $3,602.00" in grid.totals.accessibleName()


def test_what_does_not_fit_stays_open_with_a_calm_word(make_grid: MakeGrid) -> None:
    """Enter keeps the cell open and says what to write; mending it closes it."""
    grid = make_grid({})

    editor = typed(grid, 0, EACH, "1,20")

    assert grid.trouble.text() == "Decimals follow a “.” here. Do you mean $1.20?"
    assert not editor.isHidden()
    assert grid.rows()[0]["each"] is None
    QTest.keyClick(editor, Key.Key_Backspace)
    assert grid.trouble.text() == ""
    QTest.keyClick(editor, Key.Key_Return)
    assert grid.trouble.text() == "Decimals follow a “.” here. Do you mean $1.20?"
    editor.setText("1.20")
    QTest.keyClick(editor, Key.Key_Return)
    QApplication.processEvents()
    assert grid.rows()[0]["each"] == "1.20"


def test_what_is_being_typed_is_saved_before_the_cell_is_left(
    make_grid: MakeGrid, qtbot: QtBot
) -> None:
    """Whoever asks in mid-word gets the letters typed so far; Escape takes them back."""
    grid = make_grid({"what": "before"})
    editor = opened(grid, 0, WHAT)

    with qtbot.wait_signal(grid.edited):
        QTest.keyClicks(editor, "Half a wo")

    assert grid.rows()[0]["what"] == "Half a wo"
    with qtbot.wait_signal(grid.edited):
        QTest.keyClick(editor, Key.Key_Escape)
    assert grid.rows()[0]["what"] == "before"


def test_long_texts_take_line_breaks(make_grid: MakeGrid) -> None:
    """Enter starts a line, Tab takes the text over; the row grows with it."""
    grid = make_grid({}, {})
    height = grid.view.rowHeight(0)
    editor = opened(grid, 0, NOTES)
    assert isinstance(editor, CellNote)

    QTest.keyClicks(editor, "one")
    QTest.keyClick(editor, Key.Key_Return)
    QTest.keyClicks(editor, "two")
    QTest.keyClick(editor, Key.Key_Tab)

    assert grid.rows()[0]["notes"] == "one\ntwo"
    assert grid.view.rowHeight(0) > height


def test_a_text_with_line_breaks_keeps_them_in_a_short_cell(make_grid: MakeGrid) -> None:
    """Opening and leaving a cell changes nothing, not even a no-break space."""
    text = "first\nsecond\u00a0line"
    grid = make_grid({"what": text})

    editor = opened(grid, 0, WHAT)
    QTest.keyClick(editor, Key.Key_Tab)

    assert grid.rows()[0]["what"] == text
    assert not grid._undo_stack.canUndo()


def test_days_are_typed_or_picked(make_grid: MakeGrid) -> None:
    """A day in any usual writing becomes the same day."""
    grid = make_grid({})

    editor = opened(grid, 0, WHEN)
    assert isinstance(editor, CellDay)
    QTest.keyClicks(editor, "12/1/2026")
    QTest.keyClick(editor, Key.Key_Return)
    QApplication.processEvents()

    assert grid.rows()[0]["when"] == "2026-12-01"
    assert grid.model.shown(grid.model.index(0, WHEN)) == "Dec 1, 2026"


def test_a_choice_is_made_with_the_keyboard(make_grid: MakeGrid, qtbot: QtBot) -> None:
    """The list opens by itself; arrow keys go through it, Enter takes one."""
    grid = make_grid({"what": "Stipend"})
    editor = opened(grid, 0, BY)
    assert isinstance(editor, QComboBox)
    qtbot.wait_until(editor.view().isVisible)

    QTest.keyClick(editor.view(), Key.Key_Down)
    QTest.keyClick(editor.view(), Key.Key_Down)
    QTest.keyClick(editor.view(), Key.Key_Return)

    qtbot.wait_until(lambda: grid.model.rows()[0]["by"] == "state")
    grid._undo_stack.undo()
    assert grid.rows()[0]["by"] is None


def test_arrow_keys_move_through_a_closed_list(make_grid: MakeGrid, qtbot: QtBot) -> None:
    """Nothing is taken until Enter; the first entry takes the choice back."""
    grid = make_grid({"by": "state"})
    editor = opened(grid, 0, BY)
    assert isinstance(editor, QComboBox)
    qtbot.wait_until(editor.view().isVisible)
    editor.hidePopup()

    QTest.keyClick(editor, Key.Key_Up)
    QTest.keyClick(editor, Key.Key_Up)
    QTest.keyClick(editor, Key.Key_Return)

    qtbot.wait_until(lambda: grid.model.rows()[0]["by"] is None)


def completion(editor: QWidget, begun: str) -> str:
    """Return what a cell's editor offers for a begun word."""
    assert isinstance(editor, QLineEdit)
    completer = editor.completer()
    assert completer is not None
    completer.setCompletionPrefix(begun)
    return completer.currentCompletion()


def test_names_and_roles_are_suggested(make_grid: MakeGrid) -> None:
    """People named in the table before are offered again, and what the catalogue has."""
    grid = make_grid({"who": "Ada Lovelace"}, {})

    assert completion(opened(grid, 1, WHO), "love") == "Ada Lovelace"
    grid.add.setFocus()  # closes the cell
    assert completion(opened(grid, 1, WHAT), "ment") == "Mentor"


def test_what_is_offered_is_read_whole_in_a_narrow_column(
    make_grid: MakeGrid, qtbot: QtBot
) -> None:
    """The list is wider than its cell where what it offers is."""
    name = "Wolfeschlegelsteinhausenbergerdorff"
    grid = make_grid({"who": name}, {})
    grid.resize(1000, 580)
    editor = opened(grid, 1, WHO)
    assert isinstance(editor, QLineEdit)
    completer = editor.completer()
    popup = completer.popup() if completer else None
    assert popup is not None

    QTest.keyClicks(editor, "wolf")
    qtbot.wait_until(popup.isVisible)

    assert popup.viewport().width() >= popup.fontMetrics().horizontalAdvance(name) > editor.width()


def test_rows_are_added_moved_deleted_and_come_back(make_grid: MakeGrid, qtbot: QtBot) -> None:
    """Every step can be undone, in the order in which they were made."""
    grid = make_grid({"what": "a"}, {"what": "b"})
    stack = grid._undo_stack

    grid.go_to(0)
    QTest.keyClick(grid.view, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [row["what"] for row in grid.rows()] == ["b", "a"]
    assert grid.view.currentIndex().row() == 1
    QTest.mouseClick(grid.add, Qt.MouseButton.LeftButton)
    assert len(grid.rows()) == 3
    grid.go_to(0)
    with qtbot.wait_signal(grid.removed) as removed:
        QTest.mouseClick(grid.delete, Qt.MouseButton.LeftButton)

    assert removed.args == ["Cost 1 deleted"]
    assert [row["what"] for row in grid.rows()] == ["a", ""]
    stack.undo()
    stack.undo()
    stack.undo()
    assert [row["what"] for row in grid.rows()] == ["a", "b"]
    stack.redo()
    assert [row["what"] for row in grid.rows()] == ["b", "a"]


def test_sorting_goes_both_ways_and_back(make_grid: MakeGrid) -> None:
    """Figures are sorted as figures, empty cells stay last, and undoing gives the old order."""
    grid = make_grid({"number": 10}, {}, {"number": 9}, {"number": 100})

    grid.sort(NUMBER)
    assert [row["number"] for row in grid.rows()] == [9, 10, 100, None]
    grid.sort(NUMBER)
    assert [row["number"] for row in grid.rows()] == [100, 10, 9, None]
    grid._undo_stack.undo()
    grid._undo_stack.undo()
    assert [row["number"] for row in grid.rows()] == [10, None, 9, 100]


def paste(grid: GridEditor, text: str) -> None:
    """Paste a text into the current cell with the keyboard."""
    QGuiApplication.clipboard().setText(text)
    QTest.keySequence(grid.view, QKeySequence(QKeySequence.StandardKey.Paste))


def test_rows_are_pasted_from_a_spreadsheet(make_grid: MakeGrid) -> None:
    """Titles are left out, rows are added, computed columns are skipped, all in one step."""
    grid = make_grid({})
    grid.go_to(0, NUMBER)

    paste(grid, "Number\tEach\tTogether\r\n3\t$0.10\t$99\r\n1,000\t2\t\r\n")

    assert [(row["number"], row["each"]) for row in grid.rows()] == [(3, "0.10"), (1000, "2.00")]
    grid._undo_stack.undo()
    assert len(grid.rows()) == 1


def test_a_paste_that_does_not_fit_changes_nothing(make_grid: MakeGrid) -> None:
    """The sentence names line, column and text."""
    grid = make_grid({"number": 1})
    grid.go_to(0, NUMBER)

    paste(grid, "3\t1.00\nmany\t2.00")

    assert [row["number"] for row in grid.rows()] == [1]
    assert grid.trouble.text().startswith("Nothing was pasted. Line 2, “Number”, “many”: Write a")


def test_rows_are_copied_for_a_spreadsheet(make_grid: MakeGrid) -> None:
    """Cells are parted by tabs, and what is cut is gone until it is undone."""
    grid = make_grid({"number": 1, "each": "5.00"}, {"number": 2})
    grid.view.choose(QRect(NUMBER, 0, 2, 2))

    QTest.keySequence(grid.view, QKeySequence(QKeySequence.StandardKey.Cut))

    assert QGuiApplication.clipboard().text() == "1\t$5.00\n2\t"
    assert [row["number"] for row in grid.rows()] == [None, None]
    grid._undo_stack.undo()
    assert [row["number"] for row in grid.rows()] == [1, 2]


def test_a_begun_row_asks_for_what_it_needs(make_grid: MakeGrid) -> None:
    """Required cells are marked in words, in begun rows only."""
    grid = make_grid({"number": 1}, {})

    assert grid.model.index(0, WHAT).data() == "Still needed"
    assert grid.model.index(1, WHAT).data() == ""


def test_every_cell_is_read_out_with_its_question(make_grid: MakeGrid) -> None:
    """A screen reader hears table, column, row and value."""
    grid = make_grid({"number": 1})

    spoken = grid.model.index(0, NUMBER).data(Qt.ItemDataRole.AccessibleTextRole)

    assert spoken == "Costs: Number, cost 1: 1"
    assert opened(grid, 0, NUMBER).accessibleName() == spoken


def test_a_sum_is_never_cut(make_grid: MakeGrid) -> None:
    """A column is as wide as what stands under it, also when that grows with the rows."""
    grid = make_grid({"what": "Stipend", "number": 9, "each": "1"}, {})
    grid.resize(1100, 580)
    bold = QFont(grid.totals.font())
    bold.setWeight(QFont.Weight.DemiBold)

    typed(grid, 0, EACH, "9876543210.55")

    said = grid.totals.totals[ALL]
    assert said == "$88,888,888,894.95"
    assert grid.view.columnWidth(ALL) > QFontMetrics(bold).horizontalAdvance(said)


def test_words_are_whole_where_there_is_room(make_grid: MakeGrid) -> None:
    """A column gives of its share to a longer word beside it, and no column leaves the table."""
    word = "responsabilidades"
    plain, longer = make_grid({"who": "Ada"}), make_grid({"who": word})
    widths = [grid.view.columnWidth(WHO) for grid in (plain, longer)]

    assert widths[0] <= widths[1]
    assert longer.view.wanted_width() > plain.view.wanted_width()
    longer.resize(longer.view.wanted_width() + 40, 580)
    assert longer.view.columnWidth(WHO) > longer.view.fontMetrics().horizontalAdvance(word)
    assert longer.view.horizontalScrollBar().maximum() == 0


def test_2000_rows_are_usable(make_grid: MakeGrid) -> None:
    """A long table scrolls inside itself; only the rows in view are laid out."""
    grid = make_grid(*({"what": f"Cost {n}", "number": n, "each": "0.01"} for n in range(2000)))

    grid.go_to(1999, NUMBER)
    typed(grid, 1999, NUMBER, "5")

    assert grid.rows()[1999]["number"] == 5
    assert grid.totals.totals[NUMBER] == f"{sum(range(1999)) + 5:,}"
    assert grid.view.height() < 1200


def test_tab_leaves_the_table(make_grid: MakeGrid, qtbot: QtBot) -> None:
    """The keyboard is never caught in the cells."""
    grid = make_grid({}, {})
    grid.go_to(0)
    qtbot.wait_until(grid.view.hasFocus)

    QTest.keyClick(grid.view, Key.Key_Tab)

    assert QApplication.focusWidget() is grid.add


def test_a_table_for_reading_only_is_left_as_it_is(make_grid: MakeGrid) -> None:
    """Keys, paste, sorting and moving change nothing; copying works."""
    grid = make_grid({"number": 2, "each": "5.00"}, {"number": 1})
    grid.set_read_only()
    before = grid.rows()
    grid.go_to(0, NUMBER)

    QTest.keyClicks(grid.view, "7")
    QTest.keyClick(grid.view, Key.Key_Delete)
    QTest.keyClick(grid.view, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    paste(grid, "9")
    grid.sort(NUMBER)
    grid.view.choose(QRect(NUMBER, 0, 1, 1))
    QTest.keySequence(grid.view, QKeySequence(QKeySequence.StandardKey.Copy))

    assert grid.rows() == before
    assert not grid._undo_stack.canUndo()
    assert QGuiApplication.clipboard().text() == "2"
