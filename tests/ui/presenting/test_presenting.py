"""One question at a time, in large type: with keys of the display, as a person presses them."""

import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from ladder_desktop.blocks.rubric.widget import PracticeEditor
from ladder_desktop.paths import resources
from ladder_desktop.store.file import read
from ladder_desktop.store.making import create
from ladder_desktop.ui.help.help_window import HelpWindow
from ladder_desktop.ui.help.key_map import KeyMap
from ladder_desktop.ui.main_window import MainWindow
from ladder_desktop.ui.menu_plan import Doers
from ladder_desktop.ui.past.mark_dialog import MarkDialog
from ladder_desktop.ui.presenting.presentation import Presentation
from ladder_desktop.widgets.choice import Choice
from ladder_desktop.widgets.grid.grid_view import GridView
from ladder_desktop.widgets.labels import Question
from ladder_desktop.widgets.note.note_editor import NoteEditor
from ladder_desktop.workbook.shelf import built_in
from ladder_desktop.workbook.workbook import new_workbook
from tests.on_screen import focused
from tests.sight import cut_off

OpenWindow = Callable[[Path | None], Doers]


def press(*keys: str) -> None:
    """Press keys on the display; the window that has the keys hears of them."""
    subprocess.run(["xdotool", "key", "--delay", "20", *keys], check=True, timeout=20)


def screen_of(window: MainWindow) -> Presentation:
    """Return what is presented."""
    shown = [one for one in window.findChildren(Presentation) if one.isVisible()]
    assert len(shown) == 1
    return shown[0]


def is_on(window: MainWindow) -> bool:
    """Tell whether anything is presented."""
    return any(one.isVisible() for one in window.findChildren(Presentation))


@pytest.fixture
def window(qtbot: QtBot, open_window: OpenWindow, file: Path) -> MainWindow:
    """Return a window that presents its first question."""
    window = open_window(file).window
    press("F5")
    qtbot.waitUntil(lambda: is_on(window) and window.isActiveWindow())
    qtbot.waitUntil(lambda: window.size() == window.screen().size())
    return window


def turn(qtbot: QtBot, window: MainWindow, key: str, place: str) -> None:
    """Press a key, and wait until it led to a place."""
    press(key)
    qtbot.waitUntil(lambda: screen_of(window).place.text() == place)


def test_one_question_stands_alone_and_large(window: MainWindow) -> None:
    """Head, tabs and status are gone, one question is left, and its letters are larger."""
    assert window.view is not None

    asked = [label for label in window.findChildren(Question) if label.isVisible()]
    assert [label.text()[:32] for label in asked] == ["Did this change how satisfied yo"]
    assert asked[0].font().pixelSize() == 35
    assert not any(
        part.isVisible() for part in (window.view.header, window.view.tabs, window.status)
    )
    assert screen_of(window).place.text() == "1 of 8"


def test_what_is_typed_is_saved_and_can_be_taken_back(
    qtbot: QtBot, window: MainWindow, file: Path
) -> None:
    """The box has the focus at once; its answer is the workbook's own, and so is its undo."""
    box = focused()
    assert isinstance(box, NoteEditor)
    assert window.opened is not None

    press("t", "w", "o")
    qtbot.waitUntil(lambda: box.text() == "two")
    assert window.opened.session.settle(5)
    written = read(file).workbook.answers["job-satisfaction"]
    press("ctrl+z")
    qtbot.waitUntil(lambda: box.text() == "")

    assert written == "two"


def test_keys_lead_on_and_back_through_all_questions(qtbot: QtBot, window: MainWindow) -> None:
    """Page Down and Alt+Right lead on wherever the focus is, up to the last; others lead back."""
    for number in range(2, 9):
        turn(qtbot, window, "Next" if number % 2 else "alt+Right", f"{number} of 8")
    press("Next")
    turn(qtbot, window, "Prior", "7 of 8")
    turn(qtbot, window, "alt+Left", "6 of 8")

    assert screen_of(window).section.text() == "Goals and roles"


def test_the_focus_goes_from_question_to_question(qtbot: QtBot, window: MainWindow) -> None:
    """A screen reader tells of the next question, and of no button on the way; so for leaving."""
    screen = screen_of(window)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    stops: list[QWidget | None] = []
    app.focusChanged.connect(lambda _before, now: stops.append(now))

    press("Next")

    qtbot.waitUntil(lambda: screen.place.text().startswith("2 "))
    qtbot.waitUntil(lambda: bool(stops) and stops[-1] is not None)
    assert [one for one in stops if one is not None] == [focused()]
    assert screen.page.isAncestorOf(focused())

    box = focused()
    stops.clear()
    press("Escape")

    qtbot.waitUntil(lambda: window.view is not None and window.view.page().isAncestorOf(box))
    qtbot.waitUntil(lambda: bool(stops) and stops[-1] is not None)
    assert [one for one in stops if one is not None] == [box]


def test_practices_are_presented_one_by_one_and_rated(
    qtbot: QtBot, window: MainWindow, file: Path
) -> None:
    """Each has its large rating with the focus; a digit chooses; the other practices are away."""
    for number in range(2, 6):
        turn(qtbot, window, "Next", f"{number} of 8")

    shown = [part for part in window.findChildren(PracticeEditor) if part.isVisible()]
    assert isinstance(focused(), Choice)
    press("3")
    qtbot.waitUntil(lambda: shown[0].rating.value() == 3)

    assert len(shown) == 1
    assert shown[0].isAncestorOf(focused())


def test_escape_leads_back_to_the_same_place(qtbot: QtBot, window: MainWindow) -> None:
    """The tab of the question is open, its box has the focus, and all is as large as before."""
    assert window.view is not None
    turn(qtbot, window, "Next", "2 of 8")
    box = focused()

    press("Escape")
    qtbot.waitUntil(lambda: not is_on(window))

    asked = [label for label in window.findChildren(Question) if label.isVisible()]
    assert len(asked) == 3
    assert focused() is box
    assert window.view.header.isVisible()
    assert window.status.isVisible()
    assert QApplication.font().pixelSize() == 15
    qtbot.waitUntil(lambda: window.size() != window.screen().size())


def test_typing_goes_on_after_what_was_typed_there(qtbot: QtBot, window: MainWindow) -> None:
    """The box on the page has the caret where the presented box had it."""
    box = focused()
    assert isinstance(box, NoteEditor)
    press("w", "e")
    qtbot.waitUntil(lambda: box.text() == "we")

    press("F5")
    qtbot.waitUntil(lambda: not is_on(window) and window.isActiveWindow())
    press("l", "l")

    qtbot.waitUntil(lambda: len(box.text()) == len("well"))
    assert box.text() == "well"


def test_it_begins_where_the_caret_is(qtbot: QtBot, open_window: OpenWindow, file: Path) -> None:
    """Who presents from within a question sees that one."""
    window = open_window(file).window
    press("Tab", "Tab")
    qtbot.waitUntil(lambda: "mission" in focused().accessibleName())

    press("F5")

    qtbot.waitUntil(lambda: is_on(window))
    assert screen_of(window).place.text() == "3 of 8"


def test_keys_that_lead_elsewhere_rest(qtbot: QtBot, window: MainWindow) -> None:
    """What is hidden does not take the focus, nor open over the question."""
    box = focused()

    press("ctrl+f", "ctrl+d", "ctrl+e", "ctrl+comma", "F3", "x")
    qtbot.waitUntil(lambda: isinstance(box, NoteEditor) and box.text() == "x")

    assert focused() is box
    assert screen_of(window).place.text() == "1 of 8"


def test_f7_offers_better_words(qtbot: QtBot, open_window: OpenWindow, file: Path) -> None:
    """Enter takes the best one, and the question stays alone on the screen."""
    doers = open_window(file)
    press("F5")
    qtbot.waitUntil(lambda: is_on(doers.window) and doers.window.isActiveWindow())
    box = focused()
    assert isinstance(box, NoteEditor)
    box.insert_text("We saw teh board")

    press("F7")
    menu = doers.spelling
    qtbot.waitUntil(lambda: menu.menu is not None and QApplication.activePopupWidget() is menu.menu)
    press("Return")

    qtbot.waitUntil(lambda: box.text() == "We saw the board")
    assert is_on(doers.window)


def test_undo_zoom_help_and_moments_work(qtbot: QtBot, window: MainWindow) -> None:
    """Each key does what it does elsewhere, and the question is there again afterwards."""
    box, large = focused(), window.program.look.zoom
    assert isinstance(box, NoteEditor)

    press("x")
    qtbot.waitUntil(lambda: box.text() == "x")
    press("ctrl+z")
    qtbot.waitUntil(lambda: box.text() == "")
    press("ctrl+shift+z")
    qtbot.waitUntil(lambda: box.text() == "x")
    press("ctrl+plus")
    qtbot.waitUntil(lambda: window.program.look.zoom > large)
    press("ctrl+0")
    qtbot.waitUntil(lambda: window.program.look.zoom == large)
    for keys, kind in (("ctrl+shift+m", MarkDialog), ("ctrl+question", KeyMap), ("F1", HelpWindow)):
        press(keys)
        shown = wait_for(qtbot, kind)
        press("Escape")
        qtbot.waitUntil(partial(is_gone, shown))
        assert is_on(window)
        qtbot.waitUntil(window.isActiveWindow)


def is_gone(window: QWidget) -> bool:
    """Tell whether a window was closed."""
    return not isValid(window) or not window.isVisible()


def wait_for(qtbot: QtBot, kind: type[QWidget]) -> QWidget:
    """Wait until a window of a class is there and has the keys, and return it."""

    def found() -> list[QWidget]:
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, kind)]

    qtbot.waitUntil(lambda: any(one.isActiveWindow() for one in found()))
    return found()[0]


def test_keys_lead_from_section_to_section(qtbot: QtBot, window: MainWindow) -> None:
    """As everywhere: Ctrl+Tab to the next, with Shift back, and Ctrl with its number."""
    turn(qtbot, window, "ctrl+Tab", "4 of 8")
    turn(qtbot, window, "ctrl+shift+Tab", "1 of 8")
    turn(qtbot, window, "ctrl+2", "4 of 8")
    turn(qtbot, window, "ctrl+Next", "6 of 8")
    turn(qtbot, window, "ctrl+1", "1 of 8")


def test_nothing_of_it_is_remembered(qtbot: QtBot, open_window: OpenWindow, file: Path) -> None:
    """Who closes the window while it presents finds a usual window and zoom the next time."""
    window = open_window(file).window
    usual = window.size()
    press("F5")
    qtbot.waitUntil(lambda: is_on(window))

    window.close()
    again = open_window(file).window

    assert again.program.settings.read().zoom == 100
    assert not again.isFullScreen()
    assert again.size() == usual


@pytest.mark.parametrize("zoom", [100, 300])
def test_everything_is_seen_on_a_small_screen(qtbot: QtBot, window: MainWindow, zoom: int) -> None:
    """At 1024 × 640, no button and no text is cut off, at any size of letters."""
    window.program.look.set_zoom(zoom)
    window.showNormal()
    window.resize(1024, 640)

    qtbot.waitUntil(lambda: cut_off(window) == [])


def test_a_table_takes_the_screen(qtbot: QtBot, open_window: OpenWindow, tmp_path: Path) -> None:
    """No figure is broken, and the page has its table back as it was."""
    file = tmp_path / "plan.ladder"
    create(file, new_workbook(built_in("career-advancement", resources())))
    window = open_window(file).window
    assert window.view is not None
    window.view.open_section(3)
    view = window.view.page().findChildren(GridView)[0]
    qtbot.waitUntil(lambda: view.width() > 800)
    usual = view.width()
    view.setFocus()

    press("F5")
    qtbot.waitUntil(lambda: is_on(window) and window.size() == window.screen().size())
    qtbot.waitUntil(lambda: view.width() > 1.5 * usual)
    press("Escape")

    qtbot.waitUntil(lambda: not is_on(window) and view.width() == usual)


def test_in_large_print_a_question_is_seen_from_its_beginning(
    qtbot: QtBot, open_window: OpenWindow, file: Path
) -> None:
    """What does not fit on the screen is scrolled to later, and not to begin with."""
    doers = open_window(file)
    doers.window.program.look.set_zoom(300)
    press("F5")
    qtbot.waitUntil(lambda: is_on(doers.window) and doers.window.isActiveWindow())
    qtbot.waitUntil(lambda: doers.window.size() == doers.window.screen().size())
    bar = screen_of(doers.window).page.verticalScrollBar()

    qtbot.waitUntil(lambda: bar.maximum() > 0 and bar.value() == 0)

    assert isinstance(focused(), NoteEditor)
