"""The text box keeps every character, grows, and can be left and undone."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QTextCursor,
    QUndoStack,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from ladder_desktop.widgets.note.note_editor import NoteEditor
from ladder_desktop.widgets.note.note_menu import note_menu
from ladder_desktop.widgets.theme import Theme
from ladder_desktop.words import Words
from tests.conftest import PutOn
from tests.on_screen import focused, is_in_view, name_and_role, page_with

ODD_TEXTS = {
    "plain": "Two lines\nof text",
    "no-break spaces": "10\u00a0000\u202fkm",
    "line separator": "one\u2028two",
    "carriage returns": "one\r\ntwo\rthree",
    "control characters": "a\x00b\x01c",
    "noncharacters": "a\ufdd0b\ufffcc",
    "scripts": "مرحبا שלום 日本語 हिन्दी 👩‍👩‍👧 é",
    "blanks": "  \n\t\n ",
}


@pytest.fixture
def stack() -> QUndoStack:
    """Return the undo stack of a block."""
    return QUndoStack()


@pytest.fixture
def note(words: Words, stack: QUndoStack) -> NoteEditor:
    """Return an empty text box."""
    return NoteEditor(words, stack, "Why do you ask?")


def paste(text: str) -> None:
    """Put a text into the clipboard and paste it where the focus is."""
    QGuiApplication.clipboard().setText(text)
    box = focused()
    assert isinstance(box, NoteEditor)
    box.paste()


@pytest.mark.parametrize("text", ODD_TEXTS.values(), ids=list(ODD_TEXTS))
def test_a_loaded_text_comes_back_exactly(note: NoteEditor, qtbot: QtBot, text: str) -> None:
    """What was loaded and not touched is returned to the last character."""
    qtbot.addWidget(note)

    note.set_text(text)

    assert note.text() == text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("10\u00a0000\u202fkm", "10\u00a0000\u202fkm"),
        ("one\u2028two", "one\u2028two"),
        ("a\x00b\x1bc", "abc"),
        ("one\r\ntwo", "one\ntwo"),
        ("👩‍👩‍👧 日本語", "👩‍👩‍👧 日本語"),
    ],
)
def test_a_loaded_text_stays_when_more_is_typed(
    note: NoteEditor, qtbot: QtBot, text: str, kept: str
) -> None:
    """Typing changes what is typed; only what no box can show is left out."""
    page_with(qtbot, note)
    note.set_text(text)
    note.moveCursor(QTextCursor.MoveOperation.End)

    qtbot.keyClicks(note, "!")

    assert note.text() == kept + "!"


def test_keys_are_text_and_tell_that_they_are(note: NoteEditor, qtbot: QtBot) -> None:
    """Each change is told, without the text: whoever saves asks for it."""
    page_with(qtbot, note)
    told: list[None] = []
    note.edited.connect(lambda: told.append(None))

    qtbot.keyClicks(note, "Yes, we do")

    assert note.text() == "Yes, we do"
    assert len(told) == len("Yes, we do")


def test_loading_tells_nothing_and_cannot_be_undone(
    note: NoteEditor, stack: QUndoStack, qtbot: QtBot
) -> None:
    """Showing an answer is no edit."""
    qtbot.addWidget(note)

    with qtbot.assertNotEmitted(note.edited):
        note.set_text("An earlier answer")

    assert stack.count() == 0


def test_tab_leaves_the_box(note: NoteEditor, qtbot: QtBot) -> None:
    """Tab and Shift+Tab go on and back; they are no text."""
    before, after = QPushButton("before"), QPushButton("after")
    page_with(qtbot, before, note, after)
    note.setFocus()

    qtbot.keyClick(note, Qt.Key.Key_Tab)
    went_on = focused()
    note.setFocus()
    qtbot.keyClick(note, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)

    assert (went_on, focused()) == (after, before)
    assert note.text() == ""


def test_the_box_grows_and_shrinks_with_its_text(note: NoteEditor, qtbot: QtBot) -> None:
    """It starts at two lines, takes every further one, and gives them back."""
    page_with(qtbot, note)
    line = note.fontMetrics().lineSpacing()
    empty = note.height()

    for _ in range(7):
        qtbot.keyClick(note, Qt.Key.Key_Return)
    grown = note.height()
    note.set_text("")

    assert 2 * line <= empty < 4 * line
    assert grown >= 8 * line
    assert note.height() == empty
    assert note.verticalScrollBar().maximum() == 0


def test_a_narrower_page_makes_the_box_higher(note: NoteEditor, qtbot: QtBot) -> None:
    """Text that wraps into more lines is all to be seen."""
    page = page_with(qtbot, note)
    note.set_text("Which roles are there, and who fills them? " * 10)
    wide = note.height()

    page.resize(400, 600)
    qtbot.waitUntil(lambda: note.width() < 400)

    qtbot.waitUntil(lambda: note.verticalScrollBar().maximum() == 0)
    assert note.height() > wide


def test_the_caret_stays_in_view_while_typing(note: NoteEditor, qtbot: QtBot) -> None:
    """The page follows the caret down a box that outgrows it."""
    page = page_with(qtbot, note, height=300)

    for number in range(40):
        qtbot.keyClicks(note, f"line {number}")
        qtbot.keyClick(note, Qt.Key.Key_Return)

    place = note.viewport().mapTo(page.viewport(), note.cursorRect().center())
    assert note.height() > page.height()
    assert page.viewport().rect().contains(place)


def test_page_keys_move_by_a_page_of_the_window(note: NoteEditor, qtbot: QtBot) -> None:
    """Page Down goes as far as can be seen, not to the end of a long text."""
    page = page_with(qtbot, note, height=300)
    note.set_text("\n".join(f"line {number}" for number in range(200)))
    note.setFocus()

    qtbot.keyClick(note, Qt.Key.Key_PageDown)
    once = note.textCursor().blockNumber()
    qtbot.keyClick(note, Qt.Key.Key_PageUp)

    assert 5 < once < 30
    assert note.textCursor().blockNumber() < 3
    assert page.verticalScrollBar().value() < 100


def test_the_wheel_scrolls_the_page(note: NoteEditor, qtbot: QtBot) -> None:
    """The wheel over a box moves the page, and never the text inside the box."""
    page = page_with(qtbot, note, height=300)
    note.set_text("\n".join(f"line {number}" for number in range(200)))
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 0)
    over_the_box = note.viewport().mapTo(page, QPoint(100, 100))

    QTest.wheelEvent(page.windowHandle(), QPointF(over_the_box), QPoint(0, -120))
    QApplication.processEvents()

    assert page.verticalScrollBar().value() > 0
    assert note.verticalScrollBar().value() == 0


def test_pasting_keeps_what_marks_can_say_and_strips_the_rest(
    note: NoteEditor, qtbot: QtBot
) -> None:
    """Text from a web page arrives in the box's own type, what is bold there in marks."""
    page_with(qtbot, note)
    note.setFocus()
    copied = QMimeData()
    copied.setHtml('<p style="font-size:80px;color:red">Big <b>and</b> red</p>')

    note.insertFromMimeData(copied)

    assert note.text() == "Big **and** red"
    assert note.textCursor().charFormat().fontPointSize() == 0


def test_pasting_what_no_file_can_hold_is_cleaned(note: NoteEditor, qtbot: QtBot) -> None:
    """NUL, control characters and halves of characters are left out, the rest arrives."""
    page_with(qtbot, note)
    note.setFocus()

    note.insert_text("a\x00b\ud800c\udfffd\x07e\tf\u00a0g")

    assert note.text() == "abcde\tf\u00a0g"


def test_pasting_a_megabyte_works(note: NoteEditor, qtbot: QtBot) -> None:
    """A very long text is taken whole, as one step, and the box shows its end."""
    page_with(qtbot, note)
    note.setFocus()
    text = "word " * 200_000

    paste(text)

    assert note.text().replace("\n", " ") == text
    assert note.undo_stack.count() == 1


def test_undo_takes_back_what_was_typed(note: NoteEditor, stack: QUndoStack, qtbot: QtBot) -> None:
    """Ctrl+Z and Ctrl+Y in the box work on the stack of the block."""
    page_with(qtbot, note)
    qtbot.keyClicks(note, "first")
    qtbot.keyClick(note, Qt.Key.Key_Return)
    qtbot.keyClicks(note, "second")

    qtbot.keyClick(note, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    after_undo = note.text()
    stack.redo()

    assert after_undo in {"first\n", "first"}
    assert note.text() == "first\nsecond"


def test_two_boxes_undo_in_the_order_of_typing(
    words: Words, stack: QUndoStack, qtbot: QtBot
) -> None:
    """The newest change goes first, whichever box it was made in, and none lands elsewhere."""
    one, other = NoteEditor(words, stack, "One?"), NoteEditor(words, stack, "Other?")
    page_with(qtbot, one, other)
    for box, text in ((one, "a"), (other, "b"), (one, "c")):
        box.setFocus()
        qtbot.keyClicks(box, text)

    states = []
    while stack.canUndo():
        stack.undo()
        states.append((one.text(), other.text()))

    assert states == [("a", "b"), ("a", ""), ("", "")]


def test_undoing_puts_the_caret_where_it_happened(
    words: Words, stack: QUndoStack, qtbot: QtBot
) -> None:
    """What is taken back is brought into view and has the focus."""
    boxes = [NoteEditor(words, stack, f"Question {number}?") for number in range(12)]
    page = page_with(qtbot, *boxes, height=200)
    boxes[0].setFocus()
    qtbot.keyClicks(boxes[0], "x")
    boxes[-1].setFocus()
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())

    stack.undo()

    assert focused() is boxes[0]
    assert is_in_view(boxes[0], page)


def test_every_entry_of_the_context_menu_is_there(note: NoteEditor, qtbot: QtBot) -> None:
    """The menu key opens the usual entries, enabled where they do something."""
    page_with(qtbot, note)
    note.set_text("chosen")
    note.selectAll()

    asked = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), note.mapToGlobal(QPoint(5, 5))
    )
    QApplication.sendEvent(note.viewport(), asked)
    menu = note.findChild(QMenu)
    assert menu is not None
    entries = {entry.text(): entry.isEnabled() for entry in menu.actions() if entry.text()}
    menu.close()

    assert list(entries) == [
        "&Undo",
        "&Redo",
        "Cu&t",
        "&Copy",
        "&Paste",
        "De&lete",
        "Select &all",
    ]
    assert entries["Cu&t"]
    assert not entries["&Undo"]


def test_a_paragraph_from_right_to_left_stands_at_the_right(note: NoteEditor, qtbot: QtBot) -> None:
    """Each paragraph is set by its own direction."""
    page_with(qtbot, note)
    note.set_text("English\nעברית")
    note.repaint()

    document = note.document()
    sides = [
        document.findBlockByNumber(number).layout().textOption().alignment() for number in (0, 1)
    ]

    assert not sides[0] & Qt.AlignmentFlag.AlignRight
    assert sides[1] & Qt.AlignmentFlag.AlignRight


def test_a_screen_reader_reads_the_question(note: NoteEditor, qtbot: QtBot) -> None:
    """The box is named after what it answers."""
    qtbot.addWidget(note)

    assert name_and_role(note)[0] == "Why do you ask?"


@pytest.mark.parametrize(("text", "blank"), [("", True), (" \n\u00a0", True), ("x", False)])
def test_blanks_are_no_answer(note: NoteEditor, qtbot: QtBot, text: str, *, blank: bool) -> None:
    """A box with nothing but blanks counts as empty."""
    qtbot.addWidget(note)

    note.set_text(text)

    assert note.is_blank() == blank


def test_pasting_replaces_what_is_chosen_and_typing_goes_on(
    note: NoteEditor, stack: QUndoStack, qtbot: QtBot
) -> None:
    """The caret stands behind what was pasted, and one undo brings back what it replaced."""
    page_with(qtbot, note)
    note.set_text("old")
    note.setFocus()
    note.selectAll()

    paste("new")
    qtbot.keyClicks(note, "er")
    typed = note.text()
    stack.undo()
    stack.undo()

    assert typed == "newer"
    assert note.text() == "old"


def test_a_box_for_reading_only_offers_to_copy_and_no_more(
    note: NoteEditor, words: Words, qtbot: QtBot
) -> None:
    """Where nothing can be changed, the menu offers nothing that would."""
    page_with(qtbot, note)
    note.set_text("kept")
    note.setReadOnly(True)
    note.selectAll()
    QGuiApplication.clipboard().setText("other")

    menu = note_menu(note, note.undo_stack, words)

    enabled = [entry.text() for entry in menu.actions() if entry.text() and entry.isEnabled()]
    assert enabled == ["&Copy", "Select &all"]


@pytest.mark.parametrize("keys", [("abc", "def"), ("abc", "")])
def test_a_pause_parts_what_is_undone_together(
    note: NoteEditor, stack: QUndoStack, qtbot: QtBot, keys: tuple[str, str]
) -> None:
    """What was typed before the box was left and after coming back goes in two steps."""
    other = QPushButton("other")
    page_with(qtbot, note, other)
    for part in keys:
        note.setFocus()
        qtbot.keyClicks(note, part)
        other.setFocus()

    stack.undo()

    assert note.text() == ("abc" if keys[1] else "")


def test_a_long_text_can_be_put_in_at_once(note: NoteEditor, qtbot: QtBot) -> None:
    """A text of many paragraphs is measured once when it is pasted, not once for each of them."""
    page_with(qtbot, note)

    note.insert_text("\n".join(["many words " * 60] * 400))

    qtbot.waitUntil(lambda: note.height() > 400 * note.fontMetrics().lineSpacing())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_dropped_text_file_goes_in(
    note: NoteEditor, qtbot: QtBot, tmp_path: Path, stack: QUndoStack, encoding: str
) -> None:
    """Whatever wrote it, its text goes in as one step, and the file is not moved away."""
    page_with(qtbot, note)
    file = tmp_path / "notes.TXT"
    file.write_bytes("El niño\r\n– and more\r\n".encode(encoding))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    move = Qt.DropAction.MoveAction
    some = move | Qt.DropAction.CopyAction
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

    enter = QDragEnterEvent(QPoint(20, 15), some, data, button, keys)
    QApplication.sendEvent(note.viewport(), enter)
    drop = QDropEvent(QPointF(20, 15), some, data, button, keys)
    drop.setDropAction(move)
    QApplication.sendEvent(note.viewport(), drop)

    assert note.text().rstrip() == "El niño\n– and more"
    assert drop.dropAction() == Qt.DropAction.CopyAction
    stack.undo()
    assert note.text() == ""


def test_another_zoom_is_no_edit(qtbot: QtBot, put_on: PutOn, words: Words) -> None:
    """A text that somebody wrote is shown larger, and nobody is told that it was written again."""
    stack = QUndoStack()
    note = NoteEditor(words, stack, "Why?")
    page_with(qtbot, note)
    qtbot.keyClicks(note, "Because")
    heard: list[bool] = []
    note.edited.connect(lambda: heard.append(True))

    put_on(Theme("light", 2.0))
    put_on(Theme("light"))

    assert heard == []
