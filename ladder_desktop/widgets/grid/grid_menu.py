"""The menus of a table."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QUndoStack
from PySide6.QtWidgets import QMenu, QWidget

from ladder_desktop.blocks.columns import Column
from ladder_desktop.widgets.edit_menu import EditMenu, Key
from ladder_desktop.widgets.grid.grid_view import GridView
from ladder_desktop.words import Words


class Rows(Protocol):
    """What the menu asks a table to do."""

    @property
    def view(self) -> GridView:
        """Return the cells."""
        ...

    def insert_row(self) -> None:
        """Add an empty row above the current one."""
        ...

    def delete_rows(self) -> None:
        """Delete the chosen rows."""
        ...

    def move_row(self, step: int) -> None:
        """Move the current row."""
        ...

    def clear_cells(self) -> None:
        """Empty the chosen cells."""
        ...

    def sort(self, column: int) -> None:
        """Sort the rows by a column."""
        ...

    def takes_picture(self) -> bool:
        """Tell whether a picture can go into the current cell."""
        ...

    def add_picture(self) -> None:
        """Have the person choose a picture for the current cell."""
        ...


def grid_menu(rows: Rows, undo_stack: QUndoStack, words: Words) -> QMenu:
    """Return a menu with what can be done to cells and rows."""
    view = rows.view
    menu = EditMenu(view, undo_stack, words)
    add = menu.add
    here = view.currentIndex()
    chosen = bool(view.selectedIndexes())
    source = QGuiApplication.clipboard().mimeData()
    pasteable = source.hasText() or source.hasImage()

    add(words("Cu&t"), Key.Cut, view.cut, enabled=chosen)
    add(words("&Copy"), Key.Copy, view.copy, enabled=chosen)
    add(words("&Paste"), Key.Paste, view.paste, enabled=pasteable)
    add(words("Empty the cells"), Key.Delete, rows.clear_cells, enabled=chosen)
    if rows.takes_picture():
        add(words("A&dd a picture…"), None, rows.add_picture)
    menu.addSeparator()
    add(words("Add a row above"), None, rows.insert_row)
    add(words("Delete row"), "Alt+Del", rows.delete_rows, enabled=here.isValid())
    add(words("Move up"), "Alt+Up", lambda: rows.move_row(-1), enabled=here.row() > 0)
    last = view.model().rowCount() - 1
    add(words("Move down"), "Alt+Down", lambda: rows.move_row(1), enabled=0 <= here.row() < last)
    menu.addSeparator()
    title = words("Sort by this column")
    add(title, None, lambda: rows.sort(here.column()), enabled=here.isValid())
    return menu


def order_menu(control: QWidget, columns: Sequence[Column], sort: Callable[[int], None]) -> QMenu:
    """Return a menu with the columns that rows can be sorted by."""
    menu = QMenu(control)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for number, column in enumerate(columns):
        action = menu.addAction(column.title.replace("&", "&&"))
        action.triggered.connect(lambda _checked=False, by=number: sort(by))
    return menu
