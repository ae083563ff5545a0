"""Sources are ticked and noted; those with a link can be copied and scanned."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ladder_desktop.blocks.resources.model import Resource, Resources
from ladder_desktop.blocks.resources.widget import Editor, ResourcesEditor
from ladder_desktop.widgets.note.link_tools import LinkTools
from ladder_desktop.words import Words
from tests.on_screen import focused, name_and_role, page_with

SOURCES = Resources(
    id="sources",
    title="Documents",
    items=(
        Resource(id="guide", title="The Guide", publisher="IU13", url="https://example.org/g"),
        Resource(id="book", title="The Book"),
    ),
)


@pytest.fixture
def editor(words: Words, qtbot: QtBot) -> ResourcesEditor:
    """Return the editor of two sources, on a page."""
    editor = Editor(SOURCES, words)
    page_with(qtbot, editor)
    editor.load(SOURCES.empty())
    return editor


def test_a_source_is_ticked_and_noted_by_keyboard(editor: ResourcesEditor, qtbot: QtBot) -> None:
    """The tick and the notes go to their own source."""
    editor.show_item("book")

    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    qtbot.keyClicks(focused(), "Good tables")

    assert editor.answer() == {
        "guide": {"read": False, "notes": ""},
        "book": {"read": True, "notes": "Good tables"},
    }


def test_only_a_source_with_a_link_has_tools_for_it(editor: ResourcesEditor) -> None:
    """Nothing is offered that could not work."""
    tools = [len(source.findChildren(LinkTools)) for source in editor.sources.values()]

    assert tools == [1, 0]


def test_ticks_and_notes_are_named_after_their_source(editor: ResourcesEditor) -> None:
    """A screen reader says which source is ticked."""
    source = editor.sources["guide"]

    assert name_and_role(source.tick)[0] == "The Guide: Read"
    assert name_and_role(source.note)[0] == "The Guide: What I took from it"
