"""Marks are seen while one writes, set by keys, and gone with one undo."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QFont, QTextCursor, QUndoStack
from pytestqt.qtbot import QtBot

from ladder_desktop.widgets.note.note_editor import NoteEditor
from ladder_desktop.widgets.note.note_marking import set_list, set_numbers
from ladder_desktop.words import Words
from tests.on_screen import page_with

Control = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def note(words: Words, qtbot: QtBot) -> NoteEditor:
    """Return an empty text box on a page, with the focus."""
    box = NoteEditor(words, QUndoStack(), "Why do you ask?")
    box.setObjectName("note")
    return box


def on_page(note: NoteEditor, qtbot: QtBot, text: str = "") -> None:
    """Show the box with a text, the caret at its end."""
    page_with(qtbot, note)
    note.set_text(text)
    note.setFocus()
    note.moveCursor(QTextCursor.MoveOperation.End)


def choose(note: NoteEditor, start: int, end: int) -> None:
    """Choose a part of the text."""
    cursor = note.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    note.setTextCursor(cursor)


def looks(note: NoteEditor, line: int) -> dict[str, tuple[bool, bool, bool]]:
    """Return what is shown bold, italic or underlined in a line."""
    block = note.document().findBlockByNumber(line)
    raw = block.text().encode("utf-16-le")
    return {
        raw[one.start * 2 : (one.start + one.length) * 2].decode("utf-16-le"): (
            one.format.fontWeight() == QFont.Weight.Bold,
            one.format.fontItalic(),
            one.format.fontUnderline(),
        )
        for one in block.layout().formats()
    }


def test_marks_are_seen_as_they_will_be_printed(note: NoteEditor, qtbot: QtBot) -> None:
    """Bold, italic, a link and an item; a figure with stars stays plain, emoji shift nothing."""
    on_page(note, qtbot, "- 😀 **bold** *it*\nsee [here](https://e.org)\n2*3*4")

    qtbot.waitUntil(lambda: bool(looks(note, 0)))

    assert looks(note, 0)["bold"] == (True, False, False)
    assert looks(note, 0)["it"] == (False, True, False)
    assert looks(note, 0)["- "] == (True, False, False)
    assert looks(note, 1)["here"] == (False, False, True)
    assert looks(note, 2) == {}
    assert note.undo_stack.count() == 0
    assert note.text() == "- 😀 **bold** *it*\nsee [here](https://e.org)\n2*3*4"


def test_what_is_typed_is_shown_at_once(note: NoteEditor, qtbot: QtBot) -> None:
    """The second star that closes a word makes it bold."""
    on_page(note, qtbot)

    qtbot.keyClicks(note, "a **word**")

    qtbot.waitUntil(lambda: looks(note, 0).get("word") == (True, False, False))


@pytest.mark.parametrize(
    ("key", "result"), [(Qt.Key.Key_B, "one **two** three"), (Qt.Key.Key_I, "one *two* three")]
)
def test_keys_mark_the_word_at_the_caret(
    note: NoteEditor, qtbot: QtBot, key: Qt.Key, result: str
) -> None:
    """One key marks, the same again takes away; each is one step, and the caret stays."""
    on_page(note, qtbot, "one two three")
    choose(note, 5, 5)

    qtbot.keyClick(note, key, Control)
    marked, caret = note.text(), note.textCursor().position()
    qtbot.keyClick(note, key, Control)

    assert marked == result
    assert marked[caret - 1] == "t"
    assert note.text() == "one two three"
    note.undo_stack.undo()
    assert note.text() == result
    note.undo_stack.undo()
    assert note.text() == "one two three"


def test_several_lines_are_marked_in_one_step(note: NoteEditor, qtbot: QtBot) -> None:
    """Each line gets marks of its own, for marks end with the line."""
    on_page(note, qtbot, "one two\n\n😀 three")
    note.selectAll()

    qtbot.keyClick(note, Qt.Key.Key_B, Control)

    assert note.text() == "**one two**\n\n**😀 three**"
    assert note.undo_stack.count() == 1
    note.undo_stack.undo()
    assert note.text() == "one two\n\n😀 three"


def test_between_words_marks_wait_for_one(note: NoteEditor, qtbot: QtBot) -> None:
    """What is typed next stands between them; without any they go again."""
    on_page(note, qtbot, "one ")

    qtbot.keyClick(note, Qt.Key.Key_B, Control)
    qtbot.keyClick(note, Qt.Key.Key_B, Control)
    emptied = note.text()
    qtbot.keyClick(note, Qt.Key.Key_B, Control)
    qtbot.keyClicks(note, "two")

    assert emptied == "one "
    assert note.text() == "one **two**"


def test_enter_goes_on_with_a_list_and_ends_it(note: NoteEditor, qtbot: QtBot) -> None:
    """The next number stands there; Enter on an empty item ends the list, undo brings it back."""
    on_page(note, qtbot)

    qtbot.keyClicks(note, "1. one")
    qtbot.keyClick(note, Qt.Key.Key_Return)
    qtbot.keyClicks(note, "two")
    qtbot.keyClick(note, Qt.Key.Key_Return)
    counted = note.text()
    qtbot.keyClick(note, Qt.Key.Key_Return)
    ended = note.text()
    note.undo_stack.undo()

    assert counted == "1. one\n2. two\n3. "
    assert ended == "1. one\n2. two\n"
    assert note.text() == counted


def test_lines_become_a_list_in_one_step(note: NoteEditor, qtbot: QtBot) -> None:
    """All lines that are chosen become items; the other list takes the place of the first."""
    on_page(note, qtbot, "one\ntwo")
    note.selectAll()

    set_list(note)
    bullets = note.text()
    set_numbers(note)

    assert bullets == "- one\n- two"
    assert note.text() == "1. one\n2. two"
    note.undo_stack.undo()
    note.undo_stack.undo()
    assert note.text() == "one\ntwo"


def test_a_link_waits_for_its_address(note: NoteEditor, qtbot: QtBot) -> None:
    """The word is the label, and what is typed next the address."""
    on_page(note, qtbot, "see this")

    qtbot.keyClick(note, Qt.Key.Key_K, Control)
    qtbot.keyClicks(note, "https://e.org")

    assert note.text() == "see [this](https://e.org)"


def test_rich_text_arrives_with_marks_and_nothing_else(note: NoteEditor, qtbot: QtBot) -> None:
    """Bold, italic, lists and safe links are kept, headings, pictures and scripts are not."""
    on_page(note, qtbot)
    copied = QMimeData()
    copied.setHtml(
        "<h2>Head</h2><p style='color:red'>A <b>bold</b> <i>word</i> "
        "<a href='https://e.org'>there</a><a href='javascript:x'>bad</a></p>"
        "<ul><li>one<li>two</ul><ol><li>a<li>b</ol><img src='file:///etc/passwd'>"
    )

    note.insertFromMimeData(copied)

    assert note.text().rstrip() == (
        "Head\nA **bold** *word* [there](https://e.org)bad\n- one\n- two\n1. a\n2. b"
    )
    assert note.undo_stack.count() == 1


def test_text_without_looks_is_pasted_as_it_is(note: NoteEditor, qtbot: QtBot) -> None:
    """A table's plain text keeps its tabs; nothing is taken from its HTML."""
    on_page(note, qtbot)
    copied = QMimeData()
    copied.setHtml("<table><tr><td><b>a</b></td><td>b</td></tr></table>")
    copied.setText("a\tb")

    note.insertFromMimeData(copied)

    assert note.text() == "a\tb"


def test_a_text_for_reading_takes_no_marks(note: NoteEditor, qtbot: QtBot) -> None:
    """Keys change nothing where nothing may be changed."""
    on_page(note, qtbot, "one")
    note.setReadOnly(True)

    qtbot.keyClick(note, Qt.Key.Key_B, Control)

    assert note.text() == "one"
