"""Links are copied or scanned; nothing here opens them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from ladder_desktop.widgets.note.link_tools import LinkTools
from ladder_desktop.words import Words
from tests.on_screen import page_with

LINK = "https://example.org/a/very/long/link?with=many&parts=1#end"


@pytest.fixture
def tools(words: Words) -> LinkTools:
    """Return the tools of a link."""
    return LinkTools(words, "The Guide", LINK)


def test_the_link_is_copied(tools: LinkTools, qtbot: QtBot) -> None:
    """A press puts the exact link into the clipboard, and says so."""
    page_with(qtbot, tools)

    qtbot.mouseClick(tools.copy, Qt.MouseButton.LeftButton)

    assert QGuiApplication.clipboard().text() == LINK
    assert tools.copy.text() == "Copied"


def test_the_code_is_made_when_it_is_asked_for(tools: LinkTools, qtbot: QtBot) -> None:
    """The code appears under the button and goes again."""
    page_with(qtbot, tools)
    at_first = tools.code

    qtbot.mouseClick(tools.show_code, Qt.MouseButton.LeftButton)
    code = tools.code
    assert code is not None
    shown = code.isVisible()
    qtbot.mouseClick(tools.show_code, Qt.MouseButton.LeftButton)

    assert at_first is None
    assert (shown, code.isVisible()) == (True, False)


def test_names_say_which_link(tools: LinkTools, qtbot: QtBot) -> None:
    """Among several sources each button says whose link it is."""
    qtbot.addWidget(tools)

    assert tools.copy.accessibleName() == "Copy the link to The Guide"
    assert tools.show_code.accessibleName() == "Show the link to The Guide as a QR code"
