"""A checklist takes ticks, owners, days and notes."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ladder_desktop.blocks.checklist.model import Checklist, Item
from ladder_desktop.blocks.checklist.widget import ChecklistEditor, Editor
from ladder_desktop.words import Words
from tests.on_screen import focused, name_and_role, page_with

STEPS = Checklist(
    id="steps",
    title="Steps",
    remarks=("owner", "due", "notes"),
    items=(Item(id="ask", text="Ask the staff"), Item(id="meet", text="Meet")),
)


@pytest.fixture
def editor(words: Words, qtbot: QtBot) -> ChecklistEditor:
    """Return the editor of three steps, empty, on a page."""
    editor = Editor(STEPS, words)
    page_with(qtbot, editor)
    editor.load(STEPS.empty())
    return editor


def test_an_item_is_filled_by_keyboard_alone(editor: ChecklistEditor, qtbot: QtBot) -> None:
    """Space ticks, and Tab leads through the remarks."""
    editor.show_item("ask")

    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    qtbot.keyClicks(focused(), "Ada")
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    due = focused()
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    qtbot.keyClicks(focused(), "by mail")

    assert due is editor.items["ask"].due
    assert editor.answer()["ask"] == {
        "done": True,
        "owner": "Ada",
        "due": None,
        "notes": "by mail",
        "evidence": "",
    }


def test_a_picked_day_can_be_undone(editor: ChecklistEditor) -> None:
    """The day that the calendar gave is in the answer, and goes again with undo."""
    due = editor.items["ask"].due
    assert due is not None

    due.picked.emit(None, "2026-12-01")
    picked = editor.answer()["ask"]["due"]
    editor.undo_stack.undo()

    assert (picked, editor.answer()["ask"]["due"]) == ("2026-12-01", None)


def test_remarks_that_were_not_asked_for_are_shown_and_kept(editor: ChecklistEditor) -> None:
    """Evidence given elsewhere gets a box of its own."""
    editor.load(STEPS.read({"ask": {"evidence": "A mail"}}))

    assert editor.answer()["ask"]["evidence"] == "A mail"
    assert editor.items["ask"].notes["evidence"].isVisible()


def test_remarks_are_named_after_their_item(editor: ChecklistEditor) -> None:
    """A screen reader says which item a remark belongs to."""
    assert name_and_role(editor.items["meet"].notes["owner"])[0] == "Meet: Owner"
