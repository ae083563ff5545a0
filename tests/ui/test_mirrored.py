"""Where lines begin at the right, everything stands on the other side, and nothing is cut off."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from ladder_desktop.ui.menu_plan import Doers
from ladder_desktop.ui.settings.program import Program
from ladder_desktop.ui.tab_bar import SectionTabs
from ladder_desktop.widgets.icons import icon
from ladder_desktop.widgets.note.note_editor import NoteEditor
from ladder_desktop.widgets.rows.grip import Grip
from ladder_desktop.widgets.tick_box import TickBox
from tests.pseudo import MIRRORED, pseudo
from tests.ui.conftest import OpenWindow

WIDE = (1180, 780)
HEBREW = "שלום לכולם"


@pytest.fixture
def mirrored(program: Program, open_window: OpenWindow, file: Path) -> Doers:
    """Return a window in a language that is written from right to left."""
    program.language.speak(pseudo(MIRRORED))
    doers = open_window(file)
    doers.window.resize(*WIDE)
    return doers


def across(control: QWidget, window: QWidget) -> int:
    """Return where the middle of a control is, from the left edge of its window."""
    return control.mapTo(window, control.rect().center()).x()


def ink(picture: QImage) -> tuple[int, int]:
    """Return the first and the last column that is not of the colour of the first dot."""
    ground = picture.pixelColor(0, 0)
    columns = [
        column
        for column in range(picture.width())
        if any(picture.pixelColor(column, row) != ground for row in range(picture.height()))
    ]
    return columns[0], columns[-1]


def gap(picture: QImage) -> float:
    """Return the middle of the blank columns inside of a drawing."""
    left, right = ink(picture)
    ground = picture.pixelColor(0, 0)
    blank = [
        column
        for column in range(left, right)
        if all(picture.pixelColor(column, row) == ground for row in range(picture.height()))
    ]
    return sum(blank) / len(blank)


def test_the_window_is_mirrored(mirrored: Doers) -> None:
    """Menus and title begin at the right; buttons, zoom and scroll bar stand at the left."""
    window, view = mirrored.window, mirrored.window.view
    assert view is not None
    bar, middle = window.menuBar(), window.width() // 2

    first, *_, last = [bar.actionGeometry(action).center().x() for action in bar.actions()]
    assert first > middle
    assert last < first
    assert across(view.header.export, window) < middle
    assert across(window.status.zoom, window) < middle < across(window.status.saving, window)
    assert across(view.page().verticalScrollBar(), window) < 30
    tabs = view.findChildren(SectionTabs)[0]
    assert tabs.tabRect(0).center().x() > tabs.tabRect(1).center().x()


def test_a_row_is_mirrored(mirrored: Doers) -> None:
    """The grip stands before the first cell, which is at the right, the bin behind the last."""
    view = mirrored.window.view
    assert view is not None
    view.open_section(2)
    page = view.page()
    grip = page.findChildren(Grip)[0]
    first, second = page.findChildren(NoteEditor)[:2]

    assert across(grip, page) > across(first, page) > across(second, page)


def test_a_progress_stands_behind_its_title(mirrored: Doers) -> None:
    """What is painted by hand is mirrored, too: title and figures don't lie on each other."""
    view = mirrored.window.view
    assert view is not None
    tabs = view.findChildren(SectionTabs)[0]

    def painted() -> tuple[int, int]:
        shown = tabs.grab(tabs.tabRect(1)).toImage()
        return ink(shown.convertToFormat(QImage.Format.Format_RGB32))

    width = tabs.tabRect(1).width()
    left, right = painted()
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    assert painted() == pytest.approx((width - 1 - right, width - 1 - left), abs=3)


@pytest.mark.parametrize("language", ["en", MIRRORED])
def test_an_answer_stands_by_its_own_direction(
    qtbot: QtBot, program: Program, open_window: OpenWindow, file: Path, language: str
) -> None:
    """Hebrew is set against the right and English against the left, whatever the interface."""
    program.language.speak(pseudo(language))
    doers = open_window(file)
    view = doers.window.view
    assert view is not None
    hebrew, english = view.page().findChildren(QPlainTextEdit)[:2]
    for box, text in ((hebrew, HEBREW), (english, "Hello everybody")):
        box.setFocus()
        qtbot.keyClicks(box, "a")
        box.setPlainText(text)
        box.clearFocus()

    def middle(box: QPlainTextEdit) -> float:
        inside = box.grab().toImage().copy(8, 8, box.width() - 16, box.height() - 16)
        left, right = ink(inside.convertToFormat(QImage.Format.Format_RGB32))
        return (left + right) / 2 / inside.width()

    assert middle(hebrew) > 0.7
    assert middle(english) < 0.3


def test_icons_with_a_direction_are_mirrored(qtbot: QtBot, program: Program) -> None:
    """The points of a list stand where its lines begin; a bin is a bin everywhere."""

    def drawn(name: str) -> QImage:
        return icon(name, QColor("black"), 24, 1).pixmap(24, 24).toImage()

    usual = {name: drawn(name) for name in ("list", "delete")}
    program.language.speak(pseudo(MIRRORED))

    # the gap between a point and its line
    assert gap(drawn("list")) == 23 - gap(usual["list"])
    assert drawn("delete") == usual["delete"]


def test_a_tick_box_is_ticked_where_its_tick_is(mirrored: Doers, qtbot: QtBot) -> None:
    """The box stands at the right, and takes clicks there."""
    view = mirrored.window.view
    assert view is not None
    view.open_section(3)
    tick = view.page().findChildren(TickBox)[0]
    picture = tick.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    qtbot.mouseClick(
        tick, Qt.MouseButton.LeftButton, pos=QPoint(tick.width() - 12, tick.height() // 2)
    )

    assert tick.isChecked()
    changed = tick.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    half = picture.width() // 2
    assert picture.copy(half, 0, half, 99) != changed.copy(half, 0, half, 99)
