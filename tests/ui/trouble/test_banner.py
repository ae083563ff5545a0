"""The line over the pages keeps its sentence readable."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from ladder_desktop.ui.banner import Banner
from ladder_desktop.ui.link_button import LinkButton
from ladder_desktop.ui.settings.program import Program
from tests.on_screen import page_with
from tests.ui.conftest import OpenWindow

LONG = "What you write is kept, and saving is tried again by itself. " * 3


@pytest.mark.parametrize(("width", "is_beside"), [(1100, True), (560, False)])
def test_buttons_stand_beside_the_sentence_or_under_it(
    qtbot: QtBot, width: int, is_beside: bool
) -> None:
    """A sentence is never squeezed into a narrow column, nor cut."""
    banner = Banner()
    page_with(qtbot, banner, width=width)
    button = QPushButton("Save a copy elsewhere…")

    banner.say(LONG, QPushButton("Try again"), button)

    def settled() -> None:
        below = button.geometry().top() >= banner.text.geometry().bottom()
        assert below is not is_beside
        assert banner.text.height() >= banner.text.heightForWidth(banner.text.width())

    qtbot.waitUntil(banner.isVisible)
    qtbot.waitUntil(settled)


def test_in_a_low_window_a_banner_is_one_line_with_a_menu(
    qtbot: QtBot, open_window: OpenWindow, file: Path, program: Program
) -> None:
    """The page keeps its room; the menu tells the whole sentence and does what buttons do."""
    program.look.set_zoom(200)
    doers = open_window(file)
    doers.window.resize(1024, 640)
    view = doers.window.view
    assert view is not None
    again = QPushButton("Try again")

    view.banner.say(LONG, again, QPushButton("Save a copy elsewhere…"))
    qtbot.waitUntil(again.isHidden)
    short = next(one for one in view.banner.findChildren(LinkButton) if one.isVisible())
    with qtbot.waitSignal(again.clicked):
        short.click()
        menu = short.menu
        assert menu is not None
        told = [one.text() for one in menu.findChildren(QLabel)]
        next(action for action in menu.actions() if action.text() == "Try again").trigger()
        menu.close()

    assert told == [LONG]
    assert short.accessibleName() == LONG
    qtbot.waitUntil(lambda: view.page().height() > 250)
    program.look.set_zoom(100)
    qtbot.waitUntil(again.isVisible)
