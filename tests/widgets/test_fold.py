"""Folds open and close by mouse and keyboard, and say what is inside."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ladder_desktop.widgets.fold import Fold
from ladder_desktop.widgets.reveal import reveal
from ladder_desktop.words import Words
from tests.on_screen import focused, is_in_view, name_and_role, page_with


@pytest.fixture
def fold(words: Words) -> Fold:
    """Return a fold with a button in it."""
    fold = Fold("Guiding questions", words)
    fold.column.addWidget(QPushButton("inside"))
    return fold


def test_a_fold_is_closed_at_first_and_opens_by_click(fold: Fold, qtbot: QtBot) -> None:
    """A click opens it, another closes it; each is told."""
    page_with(qtbot, fold)
    told: list[bool] = []
    fold.opened.connect(told.append)
    at_first = fold.body.isVisible()

    qtbot.mouseClick(fold.heading, Qt.MouseButton.LeftButton)
    opened = fold.body.isVisible()
    qtbot.mouseClick(fold.heading, Qt.MouseButton.LeftButton)

    assert (at_first, opened, fold.body.isVisible()) == (False, True, False)
    assert told == [True, False]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_fold_opens_by_keyboard(fold: Fold, qtbot: QtBot, key: Qt.Key) -> None:
    """Space and Enter do what a click does."""
    page_with(qtbot, fold)
    fold.heading.setFocus()

    qtbot.keyClick(focused(), key)

    assert fold.is_open()


def test_the_heading_says_what_is_inside(fold: Fold, qtbot: QtBot) -> None:
    """It is a button to screen readers, with the counts, and whether it is open."""
    qtbot.addWidget(fold)

    fold.set_counts("5 questions, 2 notes")
    closed = fold.heading.accessibleDescription()
    fold.set_open(True)

    assert name_and_role(fold.heading) == ("Guiding questions", QAccessible.Role.Button)
    assert closed == "folded: 5 questions, 2 notes"
    assert fold.heading.accessibleDescription() == "unfolded: 5 questions, 2 notes"


def test_revealing_unfolds_and_scrolls(fold: Fold, words: Words, qtbot: QtBot) -> None:
    """A control inside folds that are closed is brought into view and gets the focus."""
    outer = Fold("Outer", words)
    outer.column.addWidget(fold)
    page = page_with(qtbot, *(QPushButton(str(n)) for n in range(30)), outer, height=200)
    inside = fold.findChild(QPushButton)
    assert inside is not None

    reveal(inside)

    assert outer.is_open()
    assert fold.is_open()
    assert focused() is inside
    assert is_in_view(inside, page)


def test_a_fold_without_heading_is_open(fold: Fold, qtbot: QtBot) -> None:
    """What need not fold shows its parts and no heading."""
    page_with(qtbot, fold)

    fold.set_foldable(False)

    assert fold.is_open()
    assert not fold.heading.isVisible()
