"""Searching all workbooks from the start page, by keys alone."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from ladder_desktop.paths import Places
from ladder_desktop.store.index import Index
from ladder_desktop.store.librarian import Librarian
from ladder_desktop.store.making import create
from ladder_desktop.ui.main_window import MainWindow
from ladder_desktop.ui.menu_plan import Doers
from ladder_desktop.ui.settings.program import Program
from ladder_desktop.ui.settings.settings import Recent
from ladder_desktop.ui.settings.settings_dialog import SettingsDialog
from ladder_desktop.ui.start_page.search_part import SearchPart
from ladder_desktop.ui.start_page.start_page import StartPage
from ladder_desktop.widgets.note.note_editor import NoteEditor
from ladder_desktop.workbook.workbook import Workbook
from tests.ui.conftest import OpenWindow

Key = Qt.Key
MakeFile = Callable[[str, str, str], Path]


@pytest.fixture
def make_file(places: Places, program: Program, empty_workbook: Workbook) -> MakeFile:
    """Return what puts an answer into a new workbook of a person, which was open before."""

    def make(person: str, block: str, answer: str) -> Path:
        path = places.documents / f"{person}.ladder"
        places.documents.mkdir(exist_ok=True)
        details = msgspec.structs.replace(empty_workbook.details, name=person)
        workbook = msgspec.structs.replace(empty_workbook, details=details)
        create(path, workbook.with_answer(block, answer))
        program.settings.change(lambda kept: kept.with_recent(Recent(str(path), person)))
        return path

    return make


def part_of(window: MainWindow) -> SearchPart:
    """Return the part of the start page that searches."""
    assert isinstance(window.page, StartPage)
    return window.page.search


def searched(qtbot: QtBot, doers: Doers, typed: str) -> SearchPart:
    """Type into the line as soon as everything is indexed, and wait for what is found."""
    part = part_of(doers.window)
    with qtbot.waitSignal(doers.searching.looked_through):
        pass
    qtbot.keyClicks(part.line, typed)
    qtbot.waitUntil(lambda: part.told.isVisible() and part.typed() == typed)
    qtbot.waitUntil(lambda: part.list is not None)
    return part


def test_keys_alone_lead_to_the_place_that_was_found(
    qtbot: QtBot, open_window: OpenWindow, make_file: MakeFile
) -> None:
    """Ctrl+F, a few letters, Down and Enter: the first word is marked in the answer."""
    make_file("Ana Ruiz", "strongest", "Listening to the café committee")
    doers = open_window(None)
    part = part_of(doers.window)

    qtbot.keyClick(QApplication.focusWidget(), Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert part.line.hasFocus()
    searched(qtbot, doers, "CAFE com")
    qtbot.waitUntil(lambda: part.list is not None and part.list.isVisible())
    qtbot.keyClick(part.line, Key.Key_Down)
    assert part.list is not None
    assert part.list.hasFocus()
    qtbot.keyClick(part.list, Key.Key_Return)

    view = doers.window.view
    assert view is not None
    assert view.tabs.current() == 3
    boxes = view.page().findChildren(NoteEditor)
    assert [
        box.textCursor().selectedText() for box in boxes if box.textCursor().hasSelection()
    ] == ["café"]


def test_a_click_opens_a_place(qtbot: QtBot, open_window: OpenWindow, make_file: MakeFile) -> None:
    """The row under the pointer is opened."""
    make_file("Ana Ruiz", "weakest", "Patience")
    other = make_file("Maria Lopez", "weakest", "More patience")
    doers = open_window(None)
    part = searched(qtbot, doers, "more pat")
    qtbot.waitUntil(lambda: part.list is not None and part.list.isVisible())
    assert part.list is not None

    where = part.list.visualRect(part.list.places.index(0)).bottomLeft() + QPoint(40, -20)
    qtbot.mouseClick(part.list.viewport(), Qt.MouseButton.LeftButton, pos=where)

    assert doers.window.opened is not None
    assert doers.window.opened.session.path == other


def test_what_is_found_takes_the_place_of_the_page_until_escape(
    qtbot: QtBot, open_window: OpenWindow, make_file: MakeFile
) -> None:
    """Escape brings back what was there; a single letter takes nothing away."""
    make_file("Ana Ruiz", "strongest", "Listening")
    doers = open_window(None)
    page = doers.window.page
    assert isinstance(page, StartPage)

    qtbot.keyClicks(page.search.line, "l")
    with_letter = page.choices.isVisible()
    page.search.line.clear()
    part = searched(qtbot, doers, "listen")
    with_word = page.choices.isVisible()
    qtbot.keyClick(part.line, Key.Key_Escape)

    assert (with_letter, with_word, page.choices.isVisible()) == (True, False, True)
    assert part.line.hasFocus()
    assert not part.told.isVisible()


def test_screen_readers_are_told_all_of_a_place(
    qtbot: QtBot, open_window: OpenWindow, make_file: MakeFile
) -> None:
    """A row says whose workbook it is, which question, and what was written."""
    make_file("Ana Ruiz", "weakest", "Patience with paper")
    doers = open_window(None)
    part = searched(qtbot, doers, "paper")
    qtbot.waitUntil(lambda: part.list is not None and part.list.isVisible())

    assert part.list is not None
    shown = QAccessible.queryAccessibleInterface(part.list)
    named = shown.text(QAccessible.Text.Name)
    row = shown.child(0).text(QAccessible.Text.Name)

    assert named == "Places where it was found"
    assert row.startswith("Ana Ruiz, Career Growth")
    assert "Leader mindsets" in row
    assert row.endswith("Patience with paper")
    assert part.told.text() == "Found in 1 workbook"


def test_nothing_found_is_said(qtbot: QtBot, open_window: OpenWindow, make_file: MakeFile) -> None:
    """Words that stand nowhere are answered with a sentence, not with an empty page."""
    make_file("Ana Ruiz", "weakest", "Patience")
    doers = open_window(None)

    part = searched(qtbot, doers, "zebra")
    qtbot.waitUntil(lambda: part.told.text().startswith("Nothing was found"))

    assert part.list is not None
    assert not part.list.isVisible()


def test_what_was_just_written_is_found(
    qtbot: QtBot, open_window: OpenWindow, make_file: MakeFile, places: Places
) -> None:
    """Closing a window takes in what was saved last."""
    path = make_file("Ana Ruiz", "weakest", "Patience")
    first = open_window(path)
    box = first.window.view.page().findChildren(NoteEditor)[0] if first.window.view else None
    qtbot.keyClicks(box, "Marmots")
    first.window.close()
    assert Index(places.data).exists()

    doers = open_window(None)
    part = searched(qtbot, doers, "marmot")

    qtbot.waitUntil(lambda: part.told.text() == "Found in 1 workbook")


def test_a_person_without_workbooks_is_offered_no_search(
    qtbot: QtBot, open_window: OpenWindow
) -> None:
    """The first start shows nothing that does nothing."""
    doers = open_window(None)
    with qtbot.waitSignal(doers.searching.looked_through):
        pass

    assert not part_of(doers.window).isVisible()
    assert not doers.can_find()


def test_without_the_setting_there_is_no_index(
    qtbot: QtBot, open_window: OpenWindow, make_file: MakeFile, program: Program, places: Places
) -> None:
    """The tick in the settings takes the search away, and the file with it; and brings it back."""
    make_file("Ana Ruiz", "weakest", "Patience")
    doers = open_window(None)
    searched(qtbot, doers, "patience")
    doers.preferring.ask()
    dialog = doers.window.findChild(SettingsDialog)
    assert dialog is not None

    dialog.search.click()
    gone = not Index(places.data).exists(), part_of(doers.window).isVisible()
    with qtbot.waitSignal(doers.searching.looked_through):
        dialog.search.click()
    dialog.close()

    assert gone == (True, False)
    assert program.settings.read().search
    qtbot.waitUntil(part_of(doers.window).isVisible)


def test_an_answer_that_comes_too_late_is_nobodys(
    open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The thread that searches may outlast the window."""
    hired: list[Librarian] = []

    class Hired(Librarian):
        def __init__(self, *given: Any) -> None:
            super().__init__(*given)
            hired.append(self)

    monkeypatch.setattr("ladder_desktop.ui.start_page.searching.Librarian", Hired)
    window = open_window(None).window
    window.close()
    delete(window)

    teller = threading.Thread(target=hired[0]._on_looked_through, args=(1,))
    teller.start()
    teller.join()

    assert not isValid(window)
