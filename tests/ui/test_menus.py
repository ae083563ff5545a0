"""The letters that choose in menus: each leads to one line only, in every language."""

import re
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from ladder_desktop.ui.menu_plan import Doers
from ladder_desktop.ui.settings.program import Program
from ladder_desktop.ui.start_page.recent_card import RecentCard
from ladder_desktop.ui.start_page.start_page import StartPage
from ladder_desktop.widgets.grid.grid_editor import GridEditor
from ladder_desktop.widgets.note.note_editor import NoteEditor
from ladder_desktop.widgets.note.spelling_menu import put_on_top
from ladder_desktop.words import LANGUAGES
from tests.screens import make_files
from tests.ui.conftest import OpenWindow

LETTER = re.compile(r"(?<!&)(?:&&)*&([^&])")
KEYBOARD = QContextMenuEvent.Reason.Keyboard


@pytest.fixture(params=list(LANGUAGES))
def spoken(program: Program, request: pytest.FixtureRequest) -> str:
    """Have the window speak a language."""
    program.language.choose(request.param)
    return str(request.param)


@pytest.fixture
def doers(open_window: OpenWindow, spoken: str, tmp_path: Path) -> Doers:
    """Return a window with a filled workbook, in one of the languages."""
    return open_window(make_files(tmp_path, "career-growth", spoken).workbook)


def twice(texts: list[str]) -> list[str]:
    """Return the letters that choose more than one of these lines."""
    letters = Counter(found[1].lower() for text in texts if (found := LETTER.search(text)))
    assert letters
    return [letter for letter, number in letters.items() if number > 1]


def lines(menu: QMenu) -> list[str]:
    """Return what stands in a menu."""
    return [action.text() for action in menu.actions() if action.isVisible()]


def menu_of(control: QWidget) -> QMenu:
    """Return the menu that the menu key opens on a control."""
    point = control.rect().center()
    place = control.mapToGlobal(point)
    QApplication.sendEvent(control, QContextMenuEvent(KEYBOARD, point, place))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_the_bar_has_each_letter_once(doers: Doers) -> None:
    """Alt and a letter opens one menu."""
    assert twice([action.text() for action in doers.window.menuBar().actions()]) == []


def test_every_menu_of_the_bar_has_each_letter_once(doers: Doers) -> None:
    """A letter does something at once, instead of marking one line after the other."""
    menus = doers.window.menus | {"head": doers.window.file_menu}
    for menu in menus.values():
        menu.aboutToShow.emit()

    assert {name: found for name, menu in menus.items() if (found := twice(lines(menu)))} == {}


def test_the_menu_of_a_note_has_each_letter_once(doers: Doers) -> None:
    """The same holds with the lines for a misspelt word over the usual ones."""
    assert doers.window.view is not None
    note = next(iter(doers.window.view.page().findChildren(NoteEditor)))
    words = doers.words
    menu = note.usual_menu()
    usual = lines(menu)
    spelling = ("Add to &my dictionary", "&Ignore in this workbook")
    put_on_top(menu, (), [(words(text), menu.close) for text in spelling], "")
    known = [*usual, words("Ta&ke “{word}” out of my dictionary", word="Ladder")]

    assert len(usual) > 7, "with pictures"
    assert twice(lines(menu)) == []
    assert twice(known) == []


def test_the_menu_of_a_table_has_each_letter_once(
    open_window: OpenWindow, spoken: str, tmp_path: Path
) -> None:
    """Also that of its cells."""
    doers = open_window(make_files(tmp_path, "six-steps", spoken).workbook)
    assert doers.window.view is not None
    table = next(iter(doers.window.view.page().findChildren(GridEditor)))

    menu = menu_of(table.view)

    assert twice(lines(menu)) == []
    menu.close()


def test_the_menu_of_a_recent_workbook_has_each_letter_once(
    open_window: OpenWindow, doers: Doers
) -> None:
    """Also on the start page."""
    doers.window.close()
    page = open_window(None).window.page
    assert isinstance(page, StartPage)

    menu = menu_of(next(iter(page.findChildren(RecentCard))))

    assert twice(lines(menu)) == []
    menu.close()
