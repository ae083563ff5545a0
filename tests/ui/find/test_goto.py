"""Ways through a workbook: tabs, what is left, find, zoom."""

from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QListWidget
from pytestqt.qtbot import QtBot

from ladder_desktop.blocks.block import Progress
from ladder_desktop.store.making import create
from ladder_desktop.ui.find.find_bar import FindBar
from ladder_desktop.ui.find.finding import Frame
from ladder_desktop.ui.find.whats_left import WhatsLeft
from ladder_desktop.ui.settings.program import Program
from ladder_desktop.ui.tab_bar import TabBar
from ladder_desktop.ui.workbook_view import WorkbookView
from ladder_desktop.widgets.icon_button import IconButton
from ladder_desktop.widgets.note.note_editor import NoteEditor
from ladder_desktop.words import Words
from ladder_desktop.workbook.workbook import Workbook
from tests.ui.conftest import OpenWindow


@pytest.fixture
def full_file(tmp_path: Path, empty_workbook: Workbook) -> Path:
    """Return a file with three answers, one of them folded away."""
    workbook = empty_workbook.with_answer("job-satisfaction", "Mentors helped. 👍 mentors stay.")
    workbook = workbook.with_answer("strongest", "Listening to MENTORS")
    practice = {"questions": {"further-roles": "mentors again"}}
    workbook = workbook.with_answer("practices", {"range-of-roles": practice})
    path = tmp_path / "full.ladder"
    create(path, workbook)
    return path


def view_of(open_window: OpenWindow, path: Path) -> WorkbookView:
    """Open a window on a file and return what is in it."""
    view = open_window(path).window.view
    assert view is not None
    return view


def test_tabs_show_progress_and_a_tick_when_done(
    qtbot: QtBot, open_window: OpenWindow, file: Path
) -> None:
    """A tab's name says how much is answered, and follows the answers."""
    view = view_of(open_window, file)
    before = view.tabs.tabs.accessibleTabName(0)

    with qtbot.waitSignal(view.session.progressed):
        qtbot.keyClicks(view.page().focusWidget(), "abc")

    assert before == "Reflection, 0 of 3 answered"
    assert view.tabs.tabs.accessibleTabName(0) == "Reflection, 1 of 3 answered"


def test_tabs_that_do_not_fit_are_in_a_menu(qtbot: QtBot, words: Words) -> None:
    """On a narrow bar the open tab stays in sight, and the menu leads to the others."""
    bar = TabBar(words)
    qtbot.addWidget(bar)
    titles = ["First section", "Second section", "Third section", "Fourth section"]
    bar.set_sections(titles)
    for index in range(4):
        bar.set_progress(index, Progress(0, 2))
    bar.resize(420, 50)
    bar.show()
    shown = [index for index in range(4) if bar.tabs.isTabVisible(index)]

    qtbot.mouseClick(bar.more, Qt.MouseButton.LeftButton)
    entries = bar.more.menu.actions() if bar.more.menu else []
    with qtbot.waitSignal(bar.chosen) as heard:
        entries[-1].trigger()
    assert bar.more.menu is not None
    bar.more.menu.close()

    assert 0 < len(shown) < 4
    assert len(entries) == 4 - len(shown)
    assert heard.args == [3]
    assert bar.tabs.isTabVisible(3)


def test_whats_left_leads_to_the_question(
    qtbot: QtBot, open_window: OpenWindow, file: Path
) -> None:
    """The list names every open question by section; Enter puts the caret under it."""
    doers = open_window(file)
    view = doers.window.view
    assert view is not None
    doers.goto.whats_left()
    left = doers.window.findChild(WhatsLeft)
    assert left is not None
    rows = [left.list.item(row).text() for row in range(left.list.count())]
    weakest = next(row for row in range(len(rows)) if "weakest" in rows[row])

    left.list.setCurrentRow(weakest)
    qtbot.keyClick(left.list, Qt.Key.Key_Return)

    assert "Leader mindsets" in rows
    assert view.tabs.current() == 3
    box = QApplication.focusWidget()
    assert isinstance(box, NoteEditor)
    assert "weakest" in box.accessibleName()


def test_whats_left_stays_on_the_screen(
    program: Program, open_window: OpenWindow, full_file: Path
) -> None:
    """In large print it is wider than what is beside its button."""
    program.look.set_zoom(200)
    doers = open_window(full_file)
    doers.window.move(0, 0)
    doers.window.resize(800, 640)
    doers.goto.whats_left()

    popup = QApplication.activePopupWidget()
    assert isinstance(popup, WhatsLeft)
    assert popup.screen().availableGeometry().contains(popup.frameGeometry())
    popup.close()


def test_an_answered_question_is_not_left(open_window: OpenWindow, full_file: Path) -> None:
    """What has an answer is not in the list, and the button counts the others."""
    view = view_of(open_window, full_file)

    left = view.left_to_answer()

    assert ("job-satisfaction", "") not in [(block, item) for _, block, item, _ in left]
    assert view.header.left.text() == f"What's left: {len(left)}"


def test_find_goes_through_questions_and_answers_of_all_tabs(
    qtbot: QtBot, open_window: OpenWindow, full_file: Path
) -> None:
    """Each Enter marks the next place, capitals or not, unfolds it, and goes round at the end."""
    doers = open_window(full_file)
    view = doers.window.view
    assert view is not None
    doers.goto.find()
    bar = doers.window.findChild(FindBar)
    assert bar is not None

    def marked() -> tuple[int, list[str]]:
        boxes = [box for box in view.page().findChildren(NoteEditor) if box.isVisible()]
        texts = [box.textCursor().selectedText() for box in boxes]
        return view.tabs.current(), [text for text in texts if text]

    qtbot.keyClicks(bar.line, "mentors")
    places, shown = [bar.count.text()], [marked()]
    for _ in range(4):
        qtbot.keyClick(bar.line, Qt.Key.Key_Return)
        places.append(bar.count.text())
        shown.append(marked())

    assert places == ["1 of 4", "2 of 4", "3 of 4", "4 of 4", "1 of 4"]
    assert [tab for tab, _ in shown] == [0, 0, 1, 3, 0]
    assert [texts for _, texts in shown] == [
        ["Mentors"],
        ["mentors"],
        ["mentors"],
        ["MENTORS"],
        ["Mentors"],
    ]


def test_find_marks_a_letter_beyond_the_usual_plane_right(
    qtbot: QtBot, open_window: OpenWindow, full_file: Path
) -> None:
    """What stands after an emoji is marked exactly."""
    doers = open_window(full_file)
    doers.goto.find()
    bar = doers.window.findChild(FindBar)
    assert bar is not None

    qtbot.keyClicks(bar.line, "mentors stay")

    assert doers.window.view is not None
    box = doers.window.view.page().findChildren(NoteEditor)[0]
    assert box.textCursor().selectedText() == "mentors stay"


def test_find_frames_a_question_and_leaves_no_frame_behind(
    qtbot: QtBot, open_window: OpenWindow, full_file: Path
) -> None:
    """A question that was found has one line around it until finding ends."""
    doers = open_window(full_file)
    doers.goto.find()
    bar = doers.window.findChild(FindBar)
    assert bar is not None

    qtbot.keyClicks(bar.line, "satisfied")
    assert doers.window.view is not None
    qtbot.waitUntil(lambda: len(doers.window.findChildren(Frame)) == 1)
    qtbot.keyClick(bar.line, Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: not doers.window.findChildren(Frame))
    assert bar.isHidden()


def test_find_says_when_there_is_nothing(
    qtbot: QtBot, open_window: OpenWindow, full_file: Path
) -> None:
    """A text that stands nowhere is reported."""
    doers = open_window(full_file)
    doers.goto.find()
    bar = doers.window.findChild(FindBar)
    assert bar is not None

    qtbot.keyClicks(bar.line, "zebra")

    assert bar.count.text() == "Not found"


@pytest.fixture
def low_bar(
    open_window: OpenWindow, full_file: Path, program: Program
) -> tuple[WorkbookView, FindBar]:
    """Return a view in a low window with large print, and the bar that finds something in it."""
    program.look.set_zoom(300)
    doers = open_window(full_file)
    doers.window.resize(1024, 640)
    doers.goto.place("job-satisfaction", "mentors")
    view, bar = doers.window.view, doers.window.findChild(FindBar)
    assert view is not None
    assert bar is not None
    return view, bar


def test_in_a_low_window_finding_leaves_room_for_what_is_found(
    qtbot: QtBot, low_bar: tuple[WorkbookView, FindBar]
) -> None:
    """The buttons of the bar become icons that are called the same, and tabs give way."""
    view, bar = low_bar
    qtbot.waitUntil(view.tabs.isHidden)

    icons = [one for one in bar.findChildren(IconButton) if one.isVisible()]
    names = [one.accessibleName() for one in icons]
    qtbot.mouseClick(icons[names.index("Next")], Qt.MouseButton.LeftButton)
    gone_on = bar.count.text()
    qtbot.mouseClick(icons[names.index("Done")], Qt.MouseButton.LeftButton)

    assert names == ["Previous", "Next", "Replace", "Done"]
    assert gone_on == "2 of 4"
    qtbot.waitUntil(view.tabs.isVisible)


def test_in_a_low_window_replacing_keeps_what_is_found_in_sight(
    qtbot: QtBot, low_bar: tuple[WorkbookView, FindBar]
) -> None:
    """With the second line open, the marked words are still to be seen."""
    view, bar = low_bar

    bar.begin_replacing()

    def is_in_sight() -> bool:
        box = view.page().findChildren(NoteEditor)[0]
        place = box.viewport().mapTo(view.page().viewport(), box.cursorRect().center())
        return view.page().viewport().rect().contains(place)

    qtbot.waitUntil(is_in_sight)
    assert bar.replacing.line.hasFocus()


def test_the_details_have_a_mark_of_their_own(
    qtbot: QtBot, open_window: OpenWindow, file: Path
) -> None:
    """While they are to be seen no tab counts as open; a click on any tab leads back."""
    view = view_of(open_window, file)
    tabs, person = view.tabs.tabs, view.header.person

    qtbot.mouseClick(person, Qt.MouseButton.LeftButton)
    there = tabs.is_aside, person.is_here
    where = tabs.tabRect(tabs.currentIndex()).center()
    qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=where)

    assert there == (True, True)
    assert (tabs.is_aside, person.is_here) == (False, False)
    assert not view.is_on_details()


def test_the_file_gives_way_before_the_person(
    qtbot: QtBot, open_window: OpenWindow, full_file: Path, tmp_path: Path
) -> None:
    """At 1024 px name and school are whole; of the file there is its name, shortened if need be."""
    long_name = full_file.rename(
        tmp_path / "Career Growth Opportunities for Educators - Maria Lopez - 2026-11-21.ladder"
    )
    doers = open_window(long_name)
    view = doers.window.view
    assert view is not None
    details = msgspec.structs.replace(
        view.session.workbook.details,
        name="Maria Lopez",
        organization="Lincoln Elementary School",
        workshop="Fall workshop",
    )

    view.session.set_details(details)
    doers.window.resize(1024, 640)
    header = view.header
    qtbot.waitUntil(lambda: header.person.width() >= header.person.sizeHint().width())

    assert header.file.text() == long_name.stem
    assert header.file.isVisible()
    assert header.file.width() >= 160
    assert header.left.geometry().right() < header.export.geometry().left()


def test_zoom_makes_texts_larger_and_is_remembered(
    qtbot: QtBot, open_window: OpenWindow, file: Path, program: Program
) -> None:
    """Ctrl and + makes everything larger, Ctrl and 0 as it was."""
    doers = open_window(file)
    view = doers.window.view
    assert view is not None
    control = Qt.KeyboardModifier.ControlModifier
    label = view.page().findChildren(QLabel)[0]
    before = label.fontMetrics().height()

    qtbot.keyClick(view.page().focusWidget(), Qt.Key.Key_Plus, control)
    larger = label.fontMetrics().height()
    remembered = program.settings.read().zoom
    qtbot.keyClick(view.page().focusWidget(), Qt.Key.Key_0, control)

    assert larger > before
    assert remembered == 110
    assert label.fontMetrics().height() == before
    assert doers.window.status.zoom.text() == "100 %"


def test_the_open_tab_is_remembered(open_window: OpenWindow, file: Path) -> None:
    """A workbook opens at the tab where it was closed."""
    doers = open_window(file)
    doers.goto.section(2)
    doers.window.close()

    view = view_of(open_window, file)

    assert view.tabs.current() == 2


def test_the_word_count_follows(qtbot: QtBot, open_window: OpenWindow, full_file: Path) -> None:
    """The status line counts the words of the answer that is written, and of all."""
    doers = open_window(full_file)
    view, shown = doers.window.view, doers.window.status.words
    assert view is not None
    qtbot.waitUntil(lambda: shown.text() == "4 words here, 9 in all")

    with qtbot.waitSignal(view.session.progressed):
        qtbot.keyClicks(view.page().focusWidget(), "one more ")

    qtbot.waitUntil(lambda: shown.text() == "6 words here, 11 in all")


def test_the_list_of_what_is_left_is_a_list_to_screen_readers(
    open_window: OpenWindow, file: Path
) -> None:
    """The list has a name, and can be closed by Escape."""
    doers = open_window(file)

    doers.goto.whats_left()

    left = doers.window.findChild(WhatsLeft)
    assert left is not None
    assert isinstance(QApplication.focusWidget(), QListWidget)
    assert left.list.accessibleName() == "What's left to answer"
    left.close()
