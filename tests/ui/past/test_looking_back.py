"""Earlier versions: seen, compared, restored, and restoring undone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ladder_desktop.store.file import read
from ladder_desktop.store.past import answer_at, moments
from ladder_desktop.ui.marked_text import MarkedText
from ladder_desktop.ui.menu_plan import Doers
from ladder_desktop.ui.past.looking_back import LookingBack
from ladder_desktop.ui.past.mark_dialog import MarkDialog
from ladder_desktop.ui.past.moment_words import what
from ladder_desktop.ui.past.past_panel import PastPanel
from ladder_desktop.ui.past.ratings_dialog import RatingsDialog
from ladder_desktop.widgets.note.note_editor import NoteEditor
from ladder_desktop.widgets.rating_picker import RatingPicker
from ladder_desktop.widgets.rows.rows_editor import RowsEditor
from ladder_desktop.widgets.tick_box import TickBox
from ladder_desktop.workbook.newer_template import moved
from ladder_desktop.workbook.template import read_template
from tests.on_screen import focused
from tests.ui.conftest import OpenWindow

BLOCK = "job-satisfaction"
CTRL = Qt.KeyboardModifier.ControlModifier


def box() -> NoteEditor:
    """Return the box that has the focus."""
    focused = QApplication.focusWidget()
    assert isinstance(focused, NoteEditor)
    return focused


def mark(qtbot: QtBot, doers: Doers, name: str) -> None:
    """Mark this moment, as a person does."""
    qtbot.keyClick(
        QApplication.focusWidget(), Qt.Key.Key_M, CTRL | Qt.KeyboardModifier.ShiftModifier
    )
    dialog = next(one for one in doers.window.findChildren(MarkDialog) if one.isVisible())
    qtbot.keyClicks(dialog.name, name)
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)


def look_back(qtbot: QtBot, doers: Doers) -> PastPanel:
    """Open the panel by its shortcut."""
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_E, CTRL)
    assert isinstance(doers.keeping.looking_back, LookingBack)
    return doers.keeping.looking_back.panel


def saved(qtbot: QtBot, doers: Doers) -> str:
    """Return what the file holds once everything is saved."""
    assert doers.window.opened is not None
    session = doers.window.opened.session
    assert session.settle(5)
    return str(read(session.path).workbook.answers[BLOCK])


def first_tick(doers: Doers) -> TickBox:
    """Return the first box to tick on the open page."""
    view = doers.window.view
    assert view is not None
    found = [one for one in view.page().findChildren(TickBox) if one.isVisible()]
    return min(found, key=lambda one: one.mapTo(view, one.rect().topLeft()).y())


@pytest.fixture
def written(qtbot: QtBot, open_window: OpenWindow, file: Path) -> Doers:
    """Return a window in which an answer was written, marked, and then changed."""
    doers = open_window(file)
    qtbot.keyClicks(box(), "We ask early")
    mark(qtbot, doers, "Start")
    for _ in range(5):
        qtbot.keyClick(box(), Qt.Key.Key_Backspace)
    qtbot.keyClicks(box(), "often")
    return doers


def test_the_caret_goes_back_to_where_it_was(
    qtbot: QtBot, open_window: OpenWindow, file: Path
) -> None:
    """Who looks back from the notes of a practice writes on there, and no button is told of."""
    doers = open_window(file)
    qtbot.keyClick(doers.window, Qt.Key.Key_2, CTRL)
    view = doers.window.view
    assert view is not None
    notes = next(one for one in view.page().findChildren(NoteEditor) if one.isVisible())
    notes.setFocus()
    panel = look_back(qtbot, doers)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    stops: list[QWidget | None] = []
    app.focusChanged.connect(lambda _before, now: stops.append(now))

    qtbot.keyClick(panel.list, Qt.Key.Key_Escape)

    assert panel.isHidden()
    assert stops == [notes]


def test_a_moment_is_compared_with_now(qtbot: QtBot, written: Doers) -> None:
    """The newest moment of the block is marked, and what changed since is told, not by colour."""
    panel = look_back(qtbot, written)

    shown = panel.findChildren(MarkedText)
    qtbot.waitUntil(lambda: all(one.isVisible() for one in shown))

    assert panel.list.hasFocus()
    assert panel.list.currentItem().text().startswith("“Start”")
    assert [one.accessibleName() for one in shown] == ["We ask [removed: early][added: often]"]
    assert "line-through" in shown[0].text()
    assert "underline" in shown[0].text()


def test_what_changed_is_read_by_keys(qtbot: QtBot, open_window: OpenWindow, file: Path) -> None:
    """Tab comes to the changes, the arrow keys go through them, and Tab goes on to restoring."""
    doers = open_window(file)
    mark(qtbot, doers, "Nothing yet")
    qtbot.keyClicks(box(), "first")
    doers.goto.section(2)
    qtbot.keyClicks(box(), "second")
    panel = look_back(qtbot, doers)
    panel.scope.buttons["workbook"].click()
    rows = [panel.list.item(row).text() for row in range(panel.list.count())]
    panel.list.setCurrentRow(next(n for n, row in enumerate(rows) if "Nothing yet" in row))
    panel.mode.buttons["since"].setFocus()
    told = []

    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    told.append(focused().accessibleName())
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    told.append(focused().accessibleName())
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    told.append(focused().accessibleName())
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)

    assert panel.restore.hasFocus()
    assert told[0] == told[2]
    assert told[0].endswith("[added: first]")
    assert "[added: second" in told[1]


def test_restoring_says_that_the_questions_stay(
    qtbot: QtBot, open_window: OpenWindow, file: Path
) -> None:
    """Only where they were others then, and all of the workbook would go back."""
    asked = read(file).workbook
    sentence = "The questions were different then."
    doers = open_window(file)
    mark(qtbot, doers, "Before")
    panel = look_back(qtbot, doers)
    panel.scope.buttons["workbook"].click()
    same = told(panel, sentence)
    qtbot.keyClick(panel.list, Qt.Key.Key_Escape)
    reworded = read_template(asked.template.text + "\n# reworded\n", "reworded")
    assert doers.window.opened is not None
    session = doers.window.opened.session

    session.replace(moved(session.workbook, reworded).workbook, "newer template")
    panel = look_back(qtbot, doers)
    panel.scope.buttons["workbook"].click()
    qtbot.waitUntil(lambda: told(panel, sentence))
    panel.scope.buttons["block"].click()

    assert not same
    assert not told(panel, sentence)


def told(panel: PastPanel, sentence: str) -> bool:
    """Tell whether the panel says something."""
    return any(one.isVisible() and sentence in one.text() for one in panel.findChildren(QLabel))


def test_restoring_is_undone_and_done_again_by_keys(qtbot: QtBot, written: Doers) -> None:
    """Ctrl+Z takes the restored version back, then the keys before it; redo goes all the way."""
    panel = look_back(qtbot, written)

    qtbot.keyClick(panel.list, Qt.Key.Key_Return)  # leads to the button
    qtbot.keyClick(panel.restore, Qt.Key.Key_Space)
    restored = box().text(), saved(qtbot, written)
    qtbot.keyClick(box(), Qt.Key.Key_End)
    qtbot.keyClicks(box(), "!")
    qtbot.keyClick(box(), Qt.Key.Key_Z, CTRL)
    qtbot.keyClick(box(), Qt.Key.Key_Z, CTRL)
    undone = box().text(), saved(qtbot, written)
    while box().undo_stack.canUndo():
        qtbot.keyClick(box(), Qt.Key.Key_Z, CTRL)
    empty = box().text()
    for _ in range(20):
        written.edits.redo()
    redone = box().text(), saved(qtbot, written)

    assert restored == ("We ask early", "We ask early")
    assert undone == ("We ask often", "We ask often")
    assert empty == ""
    assert redone == ("We ask early!", "We ask early!")


def test_restoring_stands_in_the_history(qtbot: QtBot, written: Doers, file: Path) -> None:
    """What was there before is a moment of its own."""
    panel = look_back(qtbot, written)
    panel.restore.click()
    saved(qtbot, written)

    newest = moments(file, BLOCK)[0]

    assert (newest.reason, newest.title) == ("before", "restore")
    assert panel.list.item(0).text().startswith("Before an earlier version")


def test_the_whole_workbook_goes_back_also_on_pages_not_visited(
    qtbot: QtBot, open_window: OpenWindow, file: Path
) -> None:
    """Every block is as it was, ticks too, and each can be undone by itself."""
    doers = open_window(file)
    mark(qtbot, doers, "Nothing yet")
    qtbot.keyClicks(box(), "first")
    doers.goto.section(4)
    qtbot.keyClick(first_tick(doers), Qt.Key.Key_Space)
    first_tick(doers).setFocus()

    panel = look_back(qtbot, doers)
    panel.scope.buttons["workbook"].click()
    rows = [panel.list.item(row).text() for row in range(panel.list.count())]
    panel.list.setCurrentRow(next(n for n, row in enumerate(rows) if "Nothing yet" in row))
    panel.restore.click()

    assert saved(qtbot, doers) == ""
    assert not first_tick(doers).isChecked()
    first_tick(doers).setFocus()
    qtbot.keyClick(first_tick(doers), Qt.Key.Key_Z, CTRL)
    assert first_tick(doers).isChecked()
    assert saved(qtbot, doers) == ""


def test_the_panel_follows_the_focus_and_goes_with_escape(qtbot: QtBot, written: Doers) -> None:
    """A click into another question shows its moments; Escape leads back to writing."""
    panel = look_back(qtbot, written)
    about = panel.about.text()
    assert written.window.view is not None
    other = written.window.view.page().findChildren(NoteEditor)[1]

    other.setFocus()
    followed = panel.about.text()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_E, CTRL)
    qtbot.keyClick(panel.list, Qt.Key.Key_Escape)

    assert about.startswith("Did this change how satisfied")
    assert followed.startswith("Did it change how you saw")
    assert panel.isHidden()
    assert box() is other


@pytest.mark.parametrize(("width", "is_beside"), [(1400, True), (1180, True), (800, False)])
def test_the_panel_lies_beside_wide_pages_and_over_narrow_ones(
    qtbot: QtBot, written: Doers, width: int, is_beside: bool
) -> None:
    """On a wide window no line of the page is covered."""
    written.window.resize(width, 700)
    qtbot.waitUntil(lambda: written.window.width() == width)
    panel = look_back(qtbot, written)
    view = written.window.view
    assert view is not None
    reading = view.page().reading

    qtbot.waitUntil(
        lambda: (
            (
                reading.mapTo(view, reading.rect().topRight()).x()
                < panel.mapTo(view, panel.rect().topLeft()).x()
            )
            is is_beside
        )
    )

    assert panel.mapTo(view, panel.rect().topRight()).x() == view.rect().right()


def test_ratings_of_two_moments_stand_side_by_side(
    qtbot: QtBot, open_window: OpenWindow, file: Path
) -> None:
    """What was rated at a marked moment is shown against now, with the change."""
    doers = open_window(file)
    doers.goto.section(1)
    assert doers.window.view is not None
    rating = doers.window.view.page().findChildren(RatingPicker)[0]
    qtbot.keyClick(rating.entry(), "1")
    mark(qtbot, doers, "Start of the workshop")
    qtbot.keyClick(rating.entry(), "3")

    doers.keeping.compare_ratings()
    (dialog,) = doers.window.findChildren(RatingsDialog)
    (first, *_) = dialog.texts()

    assert dialog.names()[0].startswith("“Start of the workshop”")
    assert dialog.names()[1] == "Now"
    assert first[1].startswith("1 – ")
    assert first[2].startswith("3 – ")
    assert first[3] == "+2"
    dialog.close()


def test_undo_takes_back_the_newest_change_of_a_block_across_tabs(
    qtbot: QtBot, open_window: OpenWindow, file: Path
) -> None:
    """Text, row and text again: each Ctrl+Z takes back the newest, also after other tabs."""
    doers = open_window(file)
    view = doers.window.view
    assert view is not None
    doers.goto.section(2)
    goal = box()
    qtbot.keyClicks(goal, "goal")
    block = view.focused_block()
    rows = view.page().findChild(RowsEditor)
    assert rows is not None
    before = len(rows.rows())
    rows.delete_row(rows.cards[0])
    doers.goto.section(0)
    qtbot.keyClicks(box(), "elsewhere")
    doers.goto.section(2)
    rows.cards[0].focus()

    qtbot.keyClick(box(), Qt.Key.Key_Z, CTRL)
    row_is_back = len(rows.rows()), next(iter(rows.rows()[0].values()))
    rows.cards[0].focus()
    qtbot.keyClick(box(), Qt.Key.Key_Z, CTRL)

    assert row_is_back == (before, "goal")
    assert next(iter(rows.rows()[0].values())) == ""
    assert view.focused_block() == block
    assert saved(qtbot, doers) == "elsewhere"


def test_a_moment_is_kept_before_a_row_is_deleted(
    qtbot: QtBot, open_window: OpenWindow, file: Path
) -> None:
    """The row can be looked up after its undo stack is gone with the program."""
    doers = open_window(file)
    doers.goto.section(2)
    qtbot.keyClicks(box(), "goal")
    saved(qtbot, doers)
    assert doers.window.view is not None
    block = doers.window.view.focused_block()
    rows = doers.window.view.page().findChild(RowsEditor)
    assert rows is not None

    rows.cards[0].delete.click()
    saved(qtbot, doers)
    doers.window.close()

    newest = next(one for one in moments(file, block) if one.title == "delete")
    assert answer_at(file, newest.id, block)[0]["goal"] == "goal"


def test_a_moment_is_kept_before_a_text_is_cleared(
    qtbot: QtBot, written: Doers, file: Path
) -> None:
    """Whoever marks everything and presses Delete finds it again, with the words for it."""
    before = saved(qtbot, written)

    qtbot.keyClick(box(), Qt.Key.Key_A, CTRL)
    qtbot.keyClick(box(), Qt.Key.Key_Delete)

    assert saved(qtbot, written) == ""
    moment = next(one for one in moments(file, BLOCK) if one.reason == "before")
    assert answer_at(file, moment.id, BLOCK) == before
    assert what(moment, written.words) == "Before something was cleared"
