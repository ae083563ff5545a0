"""Caret and scrolling come back in every tab, from what the settings kept."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ladder_desktop.store.making import create
from ladder_desktop.ui.main_window import MainWindow
from ladder_desktop.ui.menu_plan import Doers
from ladder_desktop.ui.settings.settings import Caret, SettingsFile, Spot
from ladder_desktop.widgets.note.note_editor import NoteEditor
from ladder_desktop.widgets.tick_box import TickBox
from ladder_desktop.workbook.template import Template
from ladder_desktop.workbook.workbook import new_workbook
from tests.on_screen import focused

OpenWindow = Callable[[Path | None], Doers]
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def long_file(tmp_path: Path, career_growth: Template) -> Path:
    """Return a workbook with texts that fill more than a window."""
    workbook = new_workbook(career_growth)
    for block in ("job-satisfaction", "view-of-role", "strongest"):
        workbook = workbook.with_answer(block, "One line of many.\n" * 60)
    path = tmp_path / "long.ladder"
    create(path, workbook)
    return path


def box() -> NoteEditor:
    """Return the box with the focus."""
    focused = QApplication.focusWidget()
    assert isinstance(focused, NoteEditor)
    return focused


def scrolled(window: MainWindow) -> int:
    """Return how far the open page is scrolled."""
    assert window.view is not None
    return window.view.page().verticalScrollBar().value()


def settled(qtbot: QtBot, window: MainWindow, place: int) -> None:
    """Wait until the open page is scrolled to a place."""
    qtbot.waitUntil(lambda: abs(scrolled(window) - place) <= 1)


def test_a_tab_is_as_it_was_left(qtbot: QtBot, open_window: OpenWindow, long_file: Path) -> None:
    """To another section and back: the same box, the same letter, the same lines in view."""
    window = open_window(long_file).window
    qtbot.keyClick(box(), Qt.Key.Key_Tab)
    qtbot.keyClick(box(), Qt.Key.Key_End, CONTROL)
    qtbot.keyClick(box(), Qt.Key.Key_Left)
    left, at, place = box(), box().textCursor().position(), scrolled(window)

    qtbot.keyClick(window, Qt.Key.Key_2, CONTROL)
    qtbot.keyClick(window, Qt.Key.Key_1, CONTROL)

    assert place > 0
    assert (box(), box().textCursor().position()) == (left, at)
    settled(qtbot, window, place)


def test_the_focus_goes_from_page_to_page_and_nowhere_else(
    open_window: OpenWindow, file: Path
) -> None:
    """On its way it is on the tabs, and comes to what takes words or a rating, not only a tick."""
    window = open_window(file).window
    view = window.view
    assert view is not None
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    stops: list[QWidget] = []
    app.focusChanged.connect(lambda _before, now: stops.append(now))

    for number in (2, 3, 4, 5, 1):
        QTest.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), CONTROL)

        assert stops.pop() is focused()
        assert not isinstance(focused(), TickBox)
        assert view.page().isAncestorOf(focused())
        assert [one for one in stops if one is not None] == [view.tabs.tabs]
        stops.clear()


def test_a_caret_that_has_no_place_any_more_does_no_harm(
    open_window: OpenWindow, long_file: Path, tmp_path: Path
) -> None:
    """Settings may be older than the file, or written by hand."""
    spot = Spot("reflection", {}, {"reflection": Caret("gone", 40, 10**9)})
    SettingsFile(tmp_path / "config").change(lambda kept: kept.with_spot(str(long_file), spot))

    open_window(long_file)

    assert box().accessibleName().startswith("Did this change how satisfied")


def test_a_caret_beyond_the_text_goes_to_its_end(
    open_window: OpenWindow, long_file: Path, tmp_path: Path
) -> None:
    """A text that was made shorter elsewhere has the caret at its end."""
    spot = Spot("reflection", {}, {"reflection": Caret("view-of-role", 0, 10**6)})
    SettingsFile(tmp_path / "config").change(lambda kept: kept.with_spot(str(long_file), spot))

    open_window(long_file)

    assert box().accessibleName().startswith("Did it change how you saw")
    assert box().textCursor().atEnd()
