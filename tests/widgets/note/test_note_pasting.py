"""What comes from elsewhere goes into a text box whole, and holds nobody up."""

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextOption, QUndoStack
from pytestqt.qtbot import QtBot

from ladder_desktop.widgets.note.note_editor import NoteEditor
from ladder_desktop.words import Words
from tests.on_screen import page_with


@pytest.fixture
def note(words: Words) -> NoteEditor:
    """Return an empty text box."""
    return NoteEditor(words, QUndoStack(), "Why do you ask?")


@pytest.mark.parametrize("sign", ["\x0b", "\x0c", "\r\n", "\u2029"])
def test_every_kind_of_new_line_stays_one(qtbot: QtBot, note: NoteEditor, sign: str) -> None:
    """Slides and old files end lines in ways of their own; the words around never run together."""
    page_with(qtbot, note)
    source = QMimeData()
    source.setText(f"one{sign}two")

    note.insertFromMimeData(source)

    assert note.text() == "one\ntwo"


def test_a_line_without_blanks_is_broken_anywhere(qtbot: QtBot, note: NoteEditor) -> None:
    """Looking for the end of a word that has none would hold the window up for minutes."""
    modes = QTextOption.WrapMode
    page_with(qtbot, note)
    code = "x" * 300_000

    note.insert_text(code)
    qtbot.keyClicks(note, "yz")

    assert note.text().replace("\n", "") == f"{code}yz"
    assert note.wordWrapMode() == modes.WrapAnywhere
    note.set_text(code)
    assert note.wordWrapMode() == modes.WrapAnywhere
    note.set_text("Words again " * 1000)
    assert note.wordWrapMode() == modes.WrapAtWordBoundaryOrAnywhere
