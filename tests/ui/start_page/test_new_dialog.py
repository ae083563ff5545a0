"""A workbook is begun while another is open."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ladder_desktop.paths import Places
from ladder_desktop.store.file import read
from ladder_desktop.ui.menu_plan import Doers
from ladder_desktop.ui.start_page.new_dialog import NewDialog
from ladder_desktop.ui.start_page.start_page import StartPage
from ladder_desktop.ui.start_page.template_card import TemplateCard
from tests.ui.conftest import OpenWindow

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[Path | None]:
    """Return what other windows were opened with, none of which is."""
    started: list[Path | None] = []

    def note(path: Path | None) -> bool:
        started.append(path)
        return True

    monkeypatch.setattr("ladder_desktop.ui.files.start_window", note)
    return started


def ask(doers: Doers, qtbot: QtBot) -> NewDialog:
    """Press the keys for a new workbook over the one that is open."""
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_N, CTRL)
    (dialog,) = doers.window.findChildren(NewDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_a_template_is_chosen_by_keys(
    open_window: OpenWindow, file: Path, qtbot: QtBot, started: list[Path | None], places: Places
) -> None:
    """The first has the focus, Enter begins it in a window of its own, and nothing else moves."""
    doers = open_window(file)
    dialog = ask(doers, qtbot)

    qtbot.waitUntil(dialog.cards[0].hasFocus)
    qtbot.keyClick(dialog.cards[0], Qt.Key.Key_Return)

    (path,) = started
    assert path is not None
    assert path.parent == places.documents
    assert read(path).workbook.template.id == "career-growth"
    assert doers.window.opened is not None
    assert doers.window.opened.session.path == file


def test_the_start_page_has_the_rest(
    open_window: OpenWindow, file: Path, qtbot: QtBot, started: list[Path | None]
) -> None:
    """What a workshop brought, the other language and what is made from Word stand there."""
    dialog = ask(open_window(file), qtbot)

    qtbot.mouseClick(dialog.more, Qt.MouseButton.LeftButton)

    assert started == [None]


def test_on_the_start_page_the_templates_are_there(open_window: OpenWindow, qtbot: QtBot) -> None:
    """What was searched for makes way, and the first template has the focus."""
    doers = open_window(None)
    page = doers.window.page
    assert isinstance(page, StartPage)
    page.search.show()
    qtbot.keyClicks(page.search.line, "mentor")
    qtbot.waitUntil(lambda: not page.choices.isVisible())

    qtbot.keyClick(page.search.line, Qt.Key.Key_N, CTRL)

    assert page.choices.isVisible()
    assert isinstance(QApplication.focusWidget(), TemplateCard)


@pytest.mark.parametrize("key", [Qt.Key.Key_W, Qt.Key.Key_Q])
def test_one_line_ends_a_window_by_both_keys(
    open_window: OpenWindow, file: Path, qtbot: QtBot, key: Qt.Key
) -> None:
    """Each workbook is a program of its own: closing and quitting are the same."""
    doers = open_window(file)

    with qtbot.waitSignal(doers.window.closed):
        qtbot.keyClick(QApplication.focusWidget(), key, CTRL)
