"""One question at a time, in large type."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ladder_desktop.blocks.rubric.widget import PracticeEditor
from ladder_desktop.store.file import read
from ladder_desktop.ui.main_window import MainWindow
from ladder_desktop.ui.menu_plan import Doers
from ladder_desktop.ui.present_bar import PresentBar
from ladder_desktop.widgets.labels import Question
from ladder_desktop.widgets.note_editor import NoteEditor

OpenWindow = Callable[[Path | None], Doers]
Key = Qt.Key


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> None:
    """Press a key where the focus is."""
    qtbot.keyClick(QApplication.focusWidget() or window, key)


def asked(window: MainWindow) -> list[str]:
    """Return the questions that are to be seen."""
    return [label.text() for label in window.findChildren(Question) if label.isVisible()]


def place(window: MainWindow) -> str:
    """Return what the line under the question says."""
    bar = window.findChild(PresentBar)
    assert bar is not None
    return next(label.text() for label in bar.findChildren(QLabel) if " of " in label.text())


@pytest.fixture
def window(qtbot: QtBot, open_window: OpenWindow, file: Path) -> MainWindow:
    """Return a window that presents its first question, begun by key."""
    window = open_window(file).window
    press(qtbot, window, Key.Key_F5)
    return window


def test_one_question_stands_alone_and_large(window: MainWindow) -> None:
    """Head, tabs and status are gone, one question is left, and its letters are larger."""
    assert window.view is not None

    assert len(asked(window)) == 1
    assert asked(window)[0].startswith("Did this change how satisfied")
    assert not any(
        part.isVisible() for part in (window.view.header, window.view.tabs, window.status)
    )
    assert QApplication.font().pixelSize() == 24


def test_what_is_typed_is_saved_and_can_be_taken_back(
    qtbot: QtBot, window: MainWindow, file: Path
) -> None:
    """The box has the focus at once; its answer is the workbook's own, and so is its undo."""
    box = QApplication.focusWidget()
    assert isinstance(box, NoteEditor)
    assert window.opened is not None

    qtbot.keyClicks(box, "Together")
    assert window.opened.session.settle(5)
    written = read(file).workbook.answers["job-satisfaction"]
    qtbot.keyClick(box, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert (written, box.text()) == ("Together", "")


def test_pages_lead_on_and_back_through_all_sections(qtbot: QtBot, window: MainWindow) -> None:
    """Page Down shows each question once, practices one by one, up to the last."""
    seen = [place(window)]
    for _ in range(10):
        press(qtbot, window, Key.Key_PageDown)
        seen.append(place(window))
    press(qtbot, window, Key.Key_PageUp)

    sections = [text.split(" · ")[1] for text in seen[:8]]
    assert sections == [
        *["Reflection"] * 3,
        *["Self-assessment"] * 2,
        "Goals and roles",
        *["Leader mindsets"] * 2,
    ]
    assert len(set(seen[:8])) == 8
    assert set(seen[8:]) == {seen[7]}
    assert place(window) == seen[6]


def test_practices_are_presented_one_by_one(qtbot: QtBot, window: MainWindow) -> None:
    """Each has its rating and its folds, the other practice is away, and its rating has focus."""
    for _ in range(4):
        press(qtbot, window, Key.Key_PageDown)

    shown = [part for part in window.findChildren(PracticeEditor) if part.isVisible()]

    focused = QApplication.focusWidget()
    assert len(shown) == 1
    assert focused is not None
    assert shown[0].isAncestorOf(focused)
    assert place(window).startswith("5 of 8")


def test_escape_brings_everything_back_with_the_caret(qtbot: QtBot, window: MainWindow) -> None:
    """The page is as it was, as large as it was, and the caret is in the same box."""
    assert window.view is not None
    press(qtbot, window, Key.Key_PageDown)
    box = QApplication.focusWidget()

    press(qtbot, window, Key.Key_Escape)

    assert window.view.header.isVisible()
    assert window.status.isVisible()
    assert len(asked(window)) == 3
    assert QApplication.focusWidget() is box
    assert QApplication.font().pixelSize() == 15
    assert not window.findChildren(PresentBar, options=Qt.FindChildOption.FindDirectChildrenOnly)


def test_the_larger_letters_are_not_remembered(window: MainWindow) -> None:
    """The zoom in the settings is that of the usual view."""
    assert window.program.settings.read().zoom == 100


def test_it_begins_where_the_caret_is(qtbot: QtBot, open_window: OpenWindow, file: Path) -> None:
    """Who presents from within a question sees that one."""
    window = open_window(file).window
    press(qtbot, window, Key.Key_Tab)

    press(qtbot, window, Key.Key_F5)

    assert asked(window)[0].startswith("Did it change how you saw")


def test_another_section_ends_it(qtbot: QtBot, window: MainWindow) -> None:
    """A key that leads elsewhere shows the whole page there."""
    assert window.view is not None

    qtbot.keyClick(window, Key.Key_D, Qt.KeyboardModifier.ControlModifier)

    assert window.view.header.isVisible()
    assert QApplication.font().pixelSize() == 15


def test_the_place_is_shown(window: MainWindow) -> None:
    """A line says which question of how many, and of which section."""
    assert place(window) == "1 of 8 · Reflection"
