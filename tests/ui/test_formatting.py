"""Marks from the menu's keys and the buttons of the status line."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ladder_desktop.widgets.note.note_editor import NoteEditor
from tests.on_screen import name_and_role
from tests.ui.conftest import OpenWindow


def focused_note() -> NoteEditor:
    """Return the note that has the focus."""
    note = QApplication.focusWidget()
    assert isinstance(note, NoteEditor)
    return note


@pytest.mark.parametrize("way", ["key", "button"])
def test_a_word_is_set_in_bold_and_saved(
    qtbot: QtBot, open_window: OpenWindow, file: Path, way: str
) -> None:
    """Key and button mark the word at the caret; the focus stays, and the file has the marks."""
    doers = open_window(file)
    note, session = focused_note(), doers.window.opened
    assert session is not None
    qtbot.keyClicks(note, "word")

    if way == "key":
        qtbot.keyClick(note, "b", Qt.KeyboardModifier.ControlModifier)
    else:
        qtbot.mouseClick(doers.formatting.tools.buttons[0], Qt.MouseButton.LeftButton)

    assert QApplication.focusWidget() is note
    session.session.flush()
    assert session.session.workbook.answers["job-satisfaction"] == "**word**"


def test_buttons_are_there_for_notes_only(
    qtbot: QtBot, open_window: OpenWindow, file: Path
) -> None:
    """They have names to be read out, and go where there is nothing to mark."""
    doers = open_window(file)
    tools = doers.formatting.tools

    shown = tools.isVisible()
    names = [name_and_role(button)[0] for button in tools.buttons]
    doers.goto.details()

    assert shown
    assert names == ["Bold", "Italic", "List", "Numbered list", "Link", "Add a picture"]
    qtbot.waitUntil(lambda: not tools.isVisible())
