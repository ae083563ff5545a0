"""Misspelt words are shown while one types, with real keys and the real dictionaries."""

import threading
from functools import partial
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ladder_desktop.spelling.dictionary import load
from ladder_desktop.spelling.own_words import FILE
from ladder_desktop.store.making import create
from ladder_desktop.ui.menu_plan import Doers
from ladder_desktop.ui.settings.program import Program
from ladder_desktop.ui.settings.settings import SpellingChoice
from ladder_desktop.ui.spelling.spell_check import SpellCheck
from ladder_desktop.widgets.note.note_editor import NoteEditor
from ladder_desktop.workbook.workbook import Workbook
from tests.ui.conftest import OpenWindow

Key = Qt.Key
# so long that only a part of it is ever seen
PARAGRAPHS = 500


def focused_note() -> NoteEditor:
    """Return the note that has the focus."""
    note = QApplication.focusWidget()
    assert isinstance(note, NoteEditor)
    return note


def underlined(note: NoteEditor) -> list[str]:
    """Return the words that have a wavy line."""
    wave = QTextCharFormat.UnderlineStyle.WaveUnderline
    return [
        selection.cursor.selectedText()
        for selection in note.extraSelections()
        if selection.format.underlineStyle() == wave
    ]


def settle(qtbot: QtBot, check: SpellCheck) -> None:
    """Wait until everything that was typed has been read."""
    qtbot.waitUntil(lambda: not check._timer.isActive() and not check._is_asking)


def open_menu(qtbot: QtBot, doers: Doers, note: NoteEditor, place: int) -> list[str]:
    """Ask for the menu with the menu key at a place of a note, and return its lines."""
    cursor = note.textCursor()
    cursor.setPosition(place)
    note.setTextCursor(cursor)
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(note, QContextMenuEvent(reason, QPoint(), QPoint()))
    qtbot.waitUntil(lambda: doers.spelling.menu is not None and doers.spelling.menu.isVisible())
    assert doers.spelling.menu is not None
    return [action.text().replace("&", "") for action in doers.spelling.menu.actions()]


def choose(qtbot: QtBot, doers: Doers, text: str) -> None:
    """Choose a line of the open menu with the keys."""
    menu = doers.spelling.menu
    assert menu is not None
    while (action := menu.activeAction()) is None or action.text().replace("&", "") != text:
        qtbot.keyClick(menu, Key.Key_Down)
    qtbot.keyClick(menu, Key.Key_Return)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)


@pytest.fixture
def doers(open_window: OpenWindow, file: Path) -> Doers:
    """Return a window on an empty workbook, the caret in its first note."""
    return open_window(file)


def test_misspelt_words_get_a_line(qtbot: QtBot, doers: Doers) -> None:
    """After a pause a wavy line is under what is misspelt, but not under what is being typed."""
    note = focused_note()

    qtbot.keyClicks(note, "I beleive that teh wrld")

    qtbot.waitUntil(lambda: underlined(note) == ["beleive", "teh"])

    qtbot.keyClick(note, Key.Key_Space)

    qtbot.waitUntil(lambda: underlined(note) == ["beleive", "teh", "wrld"])


def test_a_line_goes_with_the_mistake(qtbot: QtBot, doers: Doers) -> None:
    """A word that is changed loses its line at once, and gets none when it is right."""
    note = focused_note()
    qtbot.keyClicks(note, "teh end of it")
    qtbot.waitUntil(lambda: underlined(note) == ["teh"])
    qtbot.keyClick(note, Key.Key_Home)
    for _ in range(3):
        qtbot.keyClick(note, Key.Key_Delete)
    assert underlined(note) == []

    qtbot.keyClicks(note, "the")
    qtbot.keyClick(note, Key.Key_End)

    settle(qtbot, doers.spelling.check)
    assert underlined(note) == []
    assert note.text() == "the end of it"


def test_lines_are_no_edit(qtbot: QtBot, doers: Doers) -> None:
    """Showing a mistake changes no text, and nothing more can be undone than was typed."""
    note = focused_note()
    qtbot.keyClicks(note, "teh ")
    steps = note.undo_stack.count()
    revision = note.document().revision()

    qtbot.waitUntil(lambda: underlined(note) == ["teh"])

    assert (note.undo_stack.count(), note.document().revision()) == (steps, revision)


def test_nothing_is_loaded_before_the_first_pause(qtbot: QtBot, doers: Doers) -> None:
    """A window that is only looked at reads no dictionary, and has no thread for it."""
    names = {thread.name for thread in threading.enumerate()}
    check = doers.spelling.check

    qtbot.keyClick(focused_note(), Key.Key_Right)

    assert "spelling" not in names
    assert check._aside is None
    assert not check._timer.isActive()


def test_a_spanish_paragraph_is_read_as_spanish(qtbot: QtBot, doers: Doers) -> None:
    """Each paragraph has its own language; one of a third language is left in peace."""
    note = focused_note()
    note.insert_text(
        "Los estudiantes aprenden mejor con la evaluacion y el maestro escucha.\n"
        "Les élèves apprennent mieux quand ils travaillent ensemble ici.\n"
        "The students beleive in it."
    )

    qtbot.waitUntil(lambda: underlined(note) == ["evaluacion", "beleive"])


def test_only_what_can_be_seen_is_read(qtbot: QtBot, doers: Doers) -> None:
    """Of 50,000 words those are read that are on the screen or near it, wherever it is scrolled."""
    note, view = focused_note(), doers.window.view
    assert view is not None
    note.insert_text("\n".join(["teh school " * 50] * PARAGRAPHS))
    spelling = doers.spelling.check.attend(note)

    qtbot.waitUntil(lambda: len(underlined(note)) > 0)
    bar, half = view.page().verticalScrollBar(), len(note.text()) // 2
    bar.setValue(bar.maximum() // 10)
    qtbot.waitUntil(lambda: spelling.marked()[-1].cursor.position() < half)
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: spelling.marked()[0].cursor.position() > half)

    assert len(underlined(note)) < 5000
    assert sum(len(piece.text) for piece in spelling.pieces()) < len(note.text()) / 5


def test_one_long_paragraph_is_read_in_parts(qtbot: QtBot, doers: Doers) -> None:
    """Of a paragraph that never ends, too, only that is read which can be seen."""
    note = focused_note()
    note.insert_text("teh 😀 school " * 10_000)
    spelling = doers.spelling.check.attend(note)

    qtbot.waitUntil(lambda: len(underlined(note)) > 0)

    (piece,) = spelling.pieces()
    assert len(piece.text) < len(note.text()) / 5
    assert set(underlined(note)) == {"teh"}


def test_a_better_word_is_taken_by_the_menu(qtbot: QtBot, doers: Doers) -> None:
    """At most five words stand on top; the one that is chosen is put in as one step."""
    note = focused_note()
    qtbot.keyClicks(note, "So I beleive it")
    qtbot.waitUntil(lambda: underlined(note) == ["beleive"])

    lines = open_menu(qtbot, doers, note, 7)
    choose(qtbot, doers, "believe")

    assert lines.index("") <= 5
    assert lines[lines.index("") + 1 : lines.index("") + 3] == [
        "Add to my dictionary",
        "Ignore in this workbook",
    ]
    assert "Select all" in lines
    assert note.text() == "So I believe it"
    qtbot.keyClick(note, "z", Qt.KeyboardModifier.ControlModifier)
    assert note.text() == "So I beleive it"


def test_a_word_of_ones_own_is_right_from_then_on(
    qtbot: QtBot, doers: Doers, program: Program
) -> None:
    """It stands in a plain file, loses its line everywhere, and can be taken out again."""
    note = focused_note()
    qtbot.keyClicks(note, "Zorbling and zorbling!")
    qtbot.waitUntil(lambda: len(underlined(note)) == 2)

    open_menu(qtbot, doers, note, 2)
    choose(qtbot, doers, "Add to my dictionary")

    qtbot.waitUntil(lambda: underlined(note) == [])
    assert (program.places.data / FILE).read_text(encoding="utf-8") == "Zorbling\n"

    lines = open_menu(qtbot, doers, note, 2)
    choose(qtbot, doers, lines[0])

    assert lines[0] == "Take “Zorbling” out of my dictionary"
    qtbot.waitUntil(lambda: len(underlined(note)) == 2)


def test_a_word_can_be_ignored_in_one_workbook(
    qtbot: QtBot, open_window: OpenWindow, file: Path, empty_workbook: Workbook, tmp_path: Path
) -> None:
    """In that workbook it is right, also the next day; in another one it is not."""
    doers, note = open_window(file), focused_note()
    qtbot.keyClicks(note, "zorbling ")
    qtbot.waitUntil(lambda: underlined(note) == ["zorbling"])
    open_menu(qtbot, doers, note, 2)
    choose(qtbot, doers, "Ignore in this workbook")
    qtbot.waitUntil(lambda: underlined(note) == [])
    doers.window.close()

    again = open_window(file)
    qtbot.keyClick(focused_note(), Key.Key_End)
    qtbot.keyClicks(focused_note(), "so ")
    settle(qtbot, again.spelling.check)

    assert underlined(focused_note()) == []

    other = tmp_path / "other.ladder"
    create(other, empty_workbook)
    open_window(other)
    note = focused_note()
    qtbot.keyClicks(note, "zorbling ")

    qtbot.waitUntil(lambda: underlined(note) == ["zorbling"])


def test_names_of_the_details_are_right(
    qtbot: QtBot, open_window: OpenWindow, empty_workbook: Workbook, tmp_path: Path
) -> None:
    """Nobody's own name has a line under it, nor that of their school."""
    details = msgspec.structs.replace(
        empty_workbook.details, name="Ximena Okonkwo", organization="Nsukka Elementary"
    )
    path = tmp_path / "named.ladder"
    create(path, msgspec.structs.replace(empty_workbook, details=details))
    open_window(path)
    note = focused_note()

    qtbot.keyClicks(note, "I, Ximena Okonkwo from Nsukka, beleive it")

    qtbot.waitUntil(lambda: underlined(note) == ["beleive"])


@pytest.mark.parametrize(
    ("choice", "wrong"),
    [("text", ["evaluacion"]), ("es", ["evaluacion"]), ("off", [])],
)
def test_the_settings_choose_the_language(
    qtbot: QtBot, doers: Doers, program: Program, choice: SpellingChoice, wrong: list[str]
) -> None:
    """What is chosen holds at once, in the text that stands there already, too."""
    note = focused_note()
    program.settings.change(lambda kept: msgspec.structs.replace(kept, spelling="en"))
    doers.preferring.changed.emit()
    qtbot.keyClicks(note, "Los estudiantes aprenden con la evaluacion y el maestro. ")
    qtbot.waitUntil(lambda: "estudiantes" in underlined(note))

    program.settings.change(lambda kept: msgspec.structs.replace(kept, spelling=choice))
    doers.preferring.changed.emit()

    qtbot.waitUntil(lambda: underlined(note) == wrong)
    assert doers.spelling.can_look() is (choice != "off")


def test_off_reads_nothing(
    qtbot: QtBot, open_window: OpenWindow, file: Path, program: Program
) -> None:
    """Who wants no checking has no dictionary loaded."""
    program.settings.change(lambda kept: msgspec.structs.replace(kept, spelling="off"))
    doers = open_window(file)

    qtbot.keyClicks(focused_note(), "teh ")
    qtbot.keyClick(focused_note(), Key.Key_F7)

    assert not doers.spelling.check._timer.isActive()
    assert doers.spelling.check._aside is None


def test_without_dictionaries_everything_else_works(
    qtbot: QtBot, open_window: OpenWindow, file: Path, tmp_path: Path
) -> None:
    """Nothing has a line; F7 says why."""
    doers = open_window(file)
    doers.spelling.check.reader._load = partial(load, resources=tmp_path)
    note = focused_note()

    qtbot.keyClicks(note, "teh wrld ")
    settle(qtbot, doers.spelling.check)

    assert underlined(note) == []
    assert note.text() == "teh wrld "

    qtbot.keyClick(note, Key.Key_F7)

    qtbot.waitUntil(
        lambda: doers.spelling.told == "The dictionaries are missing, so nothing was checked."
    )


def test_f7_goes_from_one_mistake_to_the_next(qtbot: QtBot, doers: Doers) -> None:
    """It chooses the word and offers better ones; Enter takes the best; F7 goes on, and round."""
    note = focused_note()
    note.insert_text("teh one, 😀 beleive me")
    qtbot.keyClick(note, Key.Key_Home)

    def go(expected: str) -> None:
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_F7)
        qtbot.waitUntil(lambda: QApplication.activePopupWidget() is doers.spelling.menu is not None)
        assert note.textCursor().selectedText() == expected

    go("teh")
    qtbot.keyClick(doers.spelling.menu, Key.Key_Return)
    qtbot.waitUntil(lambda: note.text().startswith("the one"))
    go("beleive")
    qtbot.keyClick(doers.spelling.menu, Key.Key_Escape)
    go("beleive")
    qtbot.keyClick(doers.spelling.menu, Key.Key_Return)

    qtbot.waitUntil(lambda: note.text() == "the one, 😀 believe me")


def test_f7_finds_mistakes_on_other_pages(qtbot: QtBot, doers: Doers) -> None:
    """It opens the section in which the next misspelt word is."""
    view = doers.window.view
    assert view is not None
    here = view.tabs.current()
    other = view.pages()[here + 1].findChildren(NoteEditor)[0]
    other.insert_text("Here is teh word")

    qtbot.keyClick(focused_note(), Key.Key_F7)

    qtbot.waitUntil(lambda: other.textCursor().selectedText() == "teh")
    assert view.tabs.current() == here + 1
    assert other.hasFocus()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    qtbot.keyClick(doers.spelling.menu, Key.Key_Escape)


def test_f7_says_when_nothing_is_wrong(qtbot: QtBot, doers: Doers) -> None:
    """A message says so, which is read out as well."""
    qtbot.keyClicks(focused_note(), "All is well")

    qtbot.keyClick(focused_note(), Key.Key_F7)

    qtbot.waitUntil(lambda: doers.spelling.told == "No misspelt word was found.")


def test_a_window_closes_while_something_is_read(qtbot: QtBot, doers: Doers) -> None:
    """The thread keeps nothing open, and an answer that comes too late harms nobody."""
    held = threading.Event()
    doers.spelling.check.ask(held.wait, lambda _answer: pytest.fail("nobody is there"))

    doers.window.close()
    doers.window.deleteLater()
    with qtbot.waitSignal(doers.window.destroyed):
        pass
    held.set()

    spelling = (thread for thread in threading.enumerate() if thread.name == "spelling")
    qtbot.waitUntil(lambda: not any(thread.is_alive() for thread in spelling))


def test_a_note_that_is_gone_is_forgotten(qtbot: QtBot, doers: Doers) -> None:
    """What was read of a row that was deleted meanwhile is thrown away."""
    check, note = doers.spelling.check, focused_note()
    note.insert_text("teh ")
    doomed = NoteEditor(doers.words, note.undo_stack, "More", parent=note.parentWidget())
    doomed.insert_text("wrld ")
    doomed.show()
    check.attend(doomed)
    held = threading.Event()
    check.ask(held.wait, lambda _answer: None)
    check.look_again()
    qtbot.waitUntil(lambda: check._is_asking)

    doomed.deleteLater()
    with qtbot.waitSignal(doomed.destroyed):
        pass
    held.set()

    qtbot.waitUntil(lambda: underlined(note) == ["teh"])


def test_a_read_only_workbook_is_left_in_peace(
    qtbot: QtBot, doers: Doers, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing can be changed, nothing is found wrong."""
    session = doers.window.opened
    assert session is not None
    monkeypatch.setattr(session.session, "read_only", True)

    qtbot.keyClick(focused_note(), Key.Key_F7)

    assert not doers.spelling.can_look()
    assert doers.spelling.check._aside is None


def test_a_presented_question_is_checked(qtbot: QtBot, doers: Doers) -> None:
    """One question alone on the screen has its lines and its better words, too."""
    qtbot.keyClick(doers.window, Key.Key_F5)
    qtbot.waitUntil(lambda: not doers.window.status.isVisible())
    note = focused_note()
    qtbot.keyClicks(note, "We saw teh ")
    qtbot.waitUntil(lambda: underlined(note) == ["teh"])

    open_menu(qtbot, doers, note, 8)
    choose(qtbot, doers, "the")

    assert note.text() == "We saw the "
    assert not doers.window.status.isVisible()
