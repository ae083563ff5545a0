"""The line over the pages keeps its sentence readable."""

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ladder_desktop.ui.banner import Banner
from tests.on_screen import page_with

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
