"""Roles are offered while one types in a box, and anything else can be typed just as well."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QCompleter
from pytestqt.qtbot import QtBot

from ladder_desktop.widgets.note.note_editor import NoteEditor
from ladder_desktop.widgets.suggestions import Suggestions
from ladder_desktop.words import Words
from tests.on_screen import page_with

ROLES = ("Mentor", "Mentor of new teachers", "Consulting teacher 👩‍🏫")


@pytest.fixture
def note(words: Words, qtbot: QtBot) -> NoteEditor:
    """Return a box that offers roles, ready to type."""
    stack = QUndoStack()
    note = NoteEditor(words, stack, "Which roles?")
    stack.setParent(note)
    Suggestions(note, ROLES)
    page_with(qtbot, note)
    note.setFocus()
    return note


def offered(note: NoteEditor) -> list[str]:
    """Return what the open list offers, nothing when it is closed."""
    completer = note.findChild(QCompleter)
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    if not popup.isVisible():
        return []
    model = completer.completionModel()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def choose(note: NoteEditor, qtbot: QtBot) -> None:
    """Take the first of what is offered with the keyboard."""
    completer = note.findChild(QCompleter)
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)


def test_roles_are_offered_for_what_is_begun(note: NoteEditor, qtbot: QtBot) -> None:
    """Two letters are enough, wherever in the name they stand; one is too little."""
    qtbot.keyClicks(note, "t")
    first = offered(note)
    qtbot.keyClicks(note, "ea")

    assert first == []
    assert offered(note) == ["Mentor of new teachers", "Consulting teacher 👩‍🏫"]


def test_what_begins_with_the_text_comes_first(words: Words, qtbot: QtBot) -> None:
    """Whoever types “teach” means a teacher; whoever goes on finds the others in their order."""
    stack = QUndoStack()
    note = NoteEditor(words, stack, "Which roles?")
    stack.setParent(note)
    Suggestions(note, ("Lead teacher", "Art teacher", "Teacher leader", "Lead mentor"))
    page_with(qtbot, note)
    note.setFocus()

    qtbot.keyClicks(note, "teach")
    teachers = offered(note)
    qtbot.keyClicks(note, ", lea")

    assert teachers == ["Teacher leader", "Lead teacher", "Art teacher"]
    assert offered(note) == ["Lead teacher", "Lead mentor", "Teacher leader"]


def test_a_chosen_role_takes_the_place_of_what_was_begun(note: NoteEditor, qtbot: QtBot) -> None:
    """What stands before the comma stays, and one step takes the choice back."""
    note.insert_text("Coach 👩‍🏫, ")  # keys for an emoji are beyond QTest
    qtbot.keyClicks(note, "consu")

    choose(note, qtbot)

    assert note.text() == "Coach 👩‍🏫, Consulting teacher 👩‍🏫"
    note.undo_stack.undo()
    assert note.text().endswith("consu")


def test_what_nobody_knows_is_typed_in_peace(note: NoteEditor, qtbot: QtBot) -> None:
    """No list opens for a role of one's own, and none stays open over it."""
    qtbot.keyClicks(note, "men")
    qtbot.keyClicks(note, "u planner")

    assert offered(note) == []
    assert note.text() == "menu planner"


def test_escape_closes_the_list_and_keeps_the_text(note: NoteEditor, qtbot: QtBot) -> None:
    """Whoever does not want a suggestion is rid of it."""
    qtbot.keyClicks(note, "ment")
    completer = note.findChild(QCompleter)
    assert completer is not None
    popup = completer.popup()
    assert popup is not None

    qtbot.keyClick(popup, Qt.Key.Key_Escape)

    assert offered(note) == []
    assert note.text() == "ment"
