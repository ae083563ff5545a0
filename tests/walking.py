"""Walks through a window by keyboard, and reads it as a screen reader does."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from ladder_desktop.ui.main_window import MainWindow
from ladder_desktop.ui.pages import Page
from tests.on_screen import focused

Key = Qt.Key
Role = QAccessible.Role
MOST = 2000  # stops on one page; whoever makes more turns in a circle
ROWS = 2  # of a table that are filled in; the others are no different


class Told(NamedTuple):
    """What a screen reader tells of a control."""

    name: str
    role: QAccessible.Role
    description: str
    value: str
    is_checked: bool


def told(control: QWidget) -> Told:
    """Return what is told of a control."""
    read_out = QAccessible.queryAccessibleInterface(control)
    said = QAccessible.Text
    return Told(
        read_out.text(said.Name),
        read_out.role(),
        read_out.text(said.Description),
        read_out.text(said.Value),
        bool(read_out.state().checked),
    )


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is; what has popped up takes all of them."""
    popup = QApplication.activePopupWidget()
    QTest.keyClick(popup.focusWidget() or popup if popup else focused(), key, modifier)


def open_section(window: MainWindow, number: int) -> Page:
    """Open a section, from 1, by its shortcut, and go to what stands before its page."""
    QTest.keyClick(window, Key(Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
    assert window.view is not None
    page = window.view.page()
    for _ in range(MOST):
        if not page.isAncestorOf(focused()):
            return page
        press(Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    message = "Shift+Tab does not lead out of the page"
    raise AssertionError(message)


def stops(page: QWidget) -> Iterator[QWidget]:
    """Yield every control of a page that Tab comes to, which has the focus then, in their order."""
    for _ in range(MOST):
        press(Key.Key_Tab)
        if not page.isAncestorOf(focused()):
            return
        yield focused()
    message = "Tab does not lead out of the page"
    raise AssertionError(message)


class Filling:
    """Fills in a page by keyboard alone, going only by what is told of each control.

    Attributes:
        typed: every text, each of them once.
    """

    def __init__(self) -> None:
        self.typed: list[str] = []
        self._added: set[str] = set()

    def fill_page(self, page: QWidget) -> list[Told]:
        """Fill in everything on a page that Tab comes to, and return what was told of it."""
        heard = []
        for control in stops(page):
            heard.append(told(control))
            self._fill(control, heard[-1])
        return heard

    def _fill(self, control: QWidget, heard: Told) -> None:
        match heard.role:
            case Role.EditableText:
                self._type()
            case Role.RadioButton:
                press(Key.Key_Right)
                press(Key.Key_Space)
            case Role.CheckBox:
                press(Key.Key_Space)
            case Role.Table:
                assert isinstance(control, QTableView)
                self._fill_table(control)
            case Role.Button:
                self._push(heard)
            case role:
                message = f"{heard.name} is a {role.name}, and nobody knows what to do with it"
                raise AssertionError(message)

    def _push(self, heard: Told) -> None:
        if "Pick a day" in heard.name:
            press(Key.Key_Space)
            press(Key.Key_Return)  # today
        elif heard.description.startswith("folded"):
            press(Key.Key_Space)
        elif "+ Add" in heard.name and heard.name not in self._added:
            self._added.add(heard.name)
            press(Key.Key_Space)  # the new row has the focus, and is the next to be filled in
            press(Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)

    def _type(self) -> None:
        # figures, which fit into every field, and a new number each time
        self.typed.append(str(1000 + len(self.typed)))
        QTest.keyClicks(focused(), self.typed[-1])

    def _fill_table(self, table: QTableView) -> None:
        model = table.model()
        for row in range(min(model.rowCount(), ROWS)):
            for column in range(model.columnCount()):
                _go_to(table, row, column)
                _fill_cell(table)


def _go_to(table: QTableView, row: int, column: int) -> None:
    here = table.currentIndex()
    for _ in range(abs(row - here.row())):
        press(Key.Key_Down if row > here.row() else Key.Key_Up)
    for _ in range(abs(column - here.column())):
        press(Key.Key_Right if column > here.column() else Key.Key_Left)
    assert table.currentIndex() == table.model().index(row, column)


def _fill_cell(table: QTableView) -> None:
    """Open a cell, write into it, and close it again; what is computed does not open."""
    press(Key.Key_F2)
    if focused() is table:
        return
    cell = told(focused())
    # on Linux, Qt gives the choice for the name of a box to choose from
    assert table.accessibleName() in (cell.description if cell.role == Role.ComboBox else cell.name)
    if cell.role == Role.ComboBox:
        QTest.qWait(0)  # the list of choices opens with the next turn
        press(Key.Key_Down)
        press(Key.Key_Return)
        return
    QTest.keyClicks(focused(), "2026-12-01" if "Day, such as" in cell.description else "7")
    press(Key.Key_Tab)  # to the next cell, which opens, or out of the table
    if table.isAncestorOf(focused()):
        press(Key.Key_Escape)
    else:
        press(Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert focused() is table
