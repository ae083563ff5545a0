"""Spelling is checked in tables and in lines of prose, in columns and on cards alike."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QImage, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from ladder_desktop.ui.menu_plan import Doers
from ladder_desktop.widgets.grid.cell_editors import CellLine, CellNote
from ladder_desktop.widgets.grid.grid_editor import GridEditor
from ladder_desktop.widgets.note.line_spelling import LineSpelling
from ladder_desktop.widgets.note.note_editor import NoteEditor
from ladder_desktop.widgets.note.spelt_line import SpeltLine
from ladder_desktop.widgets.picture.picture_describing import DescribingDialog
from tests.on_screen import focused
from tests.ui.role_table import doers, grid
from tests.ui.test_pictures import shown

__all__ = ["doers", "grid"]
Key = Qt.Key
ROLE, DUTIES = 0, 1


def open_cell(grid: GridEditor, column: int) -> QWidget:
    """Open a cell of the first row with the keyboard, and return its editor."""
    grid.go_to(0, column)
    QTest.keyClick(grid.view, Key.Key_Return)
    return focused()


def places(line: SpeltLine) -> list[tuple[int, int]]:
    """Return what has a wavy line."""
    return line.spelling.places() if isinstance(line.spelling, LineSpelling) else []


def ask(qtbot: QtBot, doers: Doers, control: QWidget) -> None:
    """Ask for the menu with the menu key, and wait for it."""
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(control, QContextMenuEvent(reason, QPoint(), QPoint()))
    wait_for_menu(qtbot, doers)


def wait_for_menu(qtbot: QtBot, doers: Doers) -> None:
    """Wait until better words are offered."""
    menu = doers.spelling
    qtbot.waitUntil(lambda: menu.menu is not None and QApplication.activePopupWidget() is menu.menu)


def test_a_line_of_a_table_offers_better_words(
    qtbot: QtBot, doers: Doers, grid: GridEditor
) -> None:
    """Under the word is a wavy line, the menu has the better one first, Enter takes it."""
    line = open_cell(grid, ROLE)
    assert isinstance(line, CellLine)
    qtbot.keyClicks(line, "teh mentor")
    qtbot.waitUntil(lambda: places(line) == [(0, 3)])
    qtbot.keyClick(line, Key.Key_Home)

    ask(qtbot, doers, line)
    qtbot.keyClick(doers.spelling.menu, Key.Key_Return)
    qtbot.waitUntil(lambda: line.text() == "the mentor")
    qtbot.keyClick(line, Key.Key_Return)

    qtbot.waitUntil(lambda: grid.rows()[0]["role"] == "the mentor")
    assert places(line) == []


def test_a_long_text_of_a_table_has_wavy_lines(
    qtbot: QtBot, doers: Doers, grid: GridEditor
) -> None:
    """While it is written, and afterwards in the cell as it is shown."""
    note = open_cell(grid, DUTIES)
    assert isinstance(note, CellNote)
    wave = QTextCharFormat.UnderlineStyle.WaveUnderline

    qtbot.keyClicks(note, "Plans teh week")
    qtbot.waitUntil(
        lambda: (
            [
                one.cursor.selectedText()
                for one in note.extraSelections()
                if one.format.underlineStyle() == wave
            ]
            == ["teh"]
        )
    )
    qtbot.keyClick(note, Key.Key_Backtab)
    qtbot.waitUntil(lambda: grid.delegate.misspelt == {(0, DUTIES): [(6, 9)]})
    grid.view.change_texts({(0, DUTIES): "Plans the week"})

    assert grid.delegate.misspelt == {}


def test_f7_goes_through_the_cells(qtbot: QtBot, doers: Doers, grid: GridEditor) -> None:
    """It opens the cell with the word chosen; Enter takes the best word, F7 goes on, and out."""
    grid.view.change_texts({(0, ROLE): "Lead teecher", (0, DUTIES): "One\nand anothr"})
    assert doers.window.view is not None
    note = doers.window.view.page().findChildren(NoteEditor)[-1]
    note.insert_text("Who beleives it")
    grid.go_to(0, ROLE)

    qtbot.keyClick(focused(), Key.Key_F7)
    wait_for_menu(qtbot, doers)
    line = focused()
    assert isinstance(line, CellLine)
    assert line.selectedText() == "teecher"
    qtbot.keyClick(doers.spelling.menu, Key.Key_Return)
    qtbot.waitUntil(lambda: line.text() == "Lead teacher")

    qtbot.keyClick(focused(), Key.Key_F7)
    qtbot.waitUntil(lambda: isinstance(focused(), CellNote))
    wait_for_menu(qtbot, doers)
    box = focused()
    assert isinstance(box, CellNote)
    assert box.textCursor().selectedText() == "anothr"
    qtbot.keyClick(doers.spelling.menu, Key.Key_Return)
    qtbot.waitUntil(lambda: box.text() == "One\nand another")

    qtbot.keyClick(focused(), Key.Key_F7)
    qtbot.waitUntil(note.hasFocus)
    wait_for_menu(qtbot, doers)
    assert note.textCursor().selectedText() == "beleives"
    qtbot.keyClick(doers.spelling.menu, Key.Key_Escape)
    row = grid.rows()[0]
    assert (row["role"], row["duties"]) == ("Lead teacher", "One\nand another")


def test_what_a_picture_shows_is_checked(qtbot: QtBot, doers: Doers, grid: GridEditor) -> None:
    """Its description is prose as well."""
    note = open_cell(grid, DUTIES)
    assert isinstance(note, CellNote)
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.blue)

    QApplication.clipboard().setImage(image)
    qtbot.keyClick(note, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    dialog = shown(DescribingDialog, qtbot)
    assert isinstance(dialog, DescribingDialog)
    qtbot.waitUntil(dialog.description.hasFocus)
    qtbot.keyClicks(dialog.description, "Our bord with")

    qtbot.waitUntil(lambda: places(dialog.description) == [(4, 8)])
    ask_at = dialog.description
    ask_at.setCursorPosition(5)
    ask(qtbot, doers, ask_at)
    qtbot.keyClick(doers.spelling.menu, Key.Key_Escape)
    dialog.reject()
    qtbot.waitUntil(lambda: not isValid(dialog))
