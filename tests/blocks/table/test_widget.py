"""A table of texts is filled card by card."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ladder_desktop.blocks.table.model import Table
from ladder_desktop.blocks.table.widget import Editor
from ladder_desktop.widgets.rows.rows_editor import RowsEditor
from ladder_desktop.words import Words
from tests.on_screen import focused, page_with
from tests.samples import block_of


def test_rows_are_filled_and_added(words: Words, qtbot: QtBot) -> None:
    """The first empty row takes the caret, Tab leads on, the button adds one more."""
    block = block_of("table")
    assert isinstance(block, Table)
    editor = Editor(block, words)
    assert isinstance(editor.rows, RowsEditor)
    page_with(qtbot, editor)
    editor.load(block.read([{"goal": "kept"}, {}]))

    editor.show_item("")
    qtbot.keyClicks(focused(), "new")
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    qtbot.keyClicks(focused(), "mentor")
    qtbot.mouseClick(editor.rows.add, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(focused(), "third")

    assert editor.answer() == [
        {"goal": "kept", "role": ""},
        {"goal": "new", "role": "mentor"},
        {"goal": "third", "role": ""},
    ]
