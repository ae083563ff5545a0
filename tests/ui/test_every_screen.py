"""Every screen can be seen whole, and used by everyone."""

import contextlib
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QCalendarWidget,
    QDialog,
    QMenu,
    QTabBar,
    QWidget,
)
from pytestqt.exceptions import TimeoutError as QtBotTimeoutError
from pytestqt.qtbot import QtBot

from ladder_desktop.ui.menu_plan import Doers
from ladder_desktop.ui.settings.program import Program
from ladder_desktop.widgets.picture.picture_strip import PictureThumb
from tests.on_screen import focused, press_on_screen
from tests.screens import make_files, screens, shown_windows
from tests.sight import against_the_eye, cut_off, too_small
from tests.walking import press, told

OpenWindow = Callable[[Path | None], Doers]
Show = Callable[[str, int], None]
SCREENS = screens()
LOW = (1024, 640)
ZOOMS = (80, 100, 200, 300)
WHOLE = "present"  # takes the whole display; its own tests look at it on a small one


@pytest.fixture
def show(
    qtbot: QtBot,
    program: Program,
    open_window: OpenWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Show]:
    """Return what opens a screen on a small display, at a zoom."""
    monkeypatch.setattr(QScreen, "availableSize", lambda _screen: QSize(*LOW))
    opened: list[Doers] = []

    def show(name: str, zoom: int) -> None:
        screen = SCREENS[name]
        files = make_files(tmp_path, screen.template)
        program.look.set_zoom(zoom)
        doers = open_window(files.workbook if screen.template else None)
        opened.append(doers)
        doers.window.resize(*LOW)
        before = set(shown_windows())
        screen.open(doers, files)
        QApplication.processEvents()
        # a window beside the other is there at once, and has the keys a while later
        qtbot.waitUntil(lambda: has_keys(set(shown_windows()) - before or {doers.window}))

    yield show
    for doers in opened:
        for window in shown_windows():
            if window is not doers.window:
                window.close()
        for dialog in doers.window.findChildren(QDialog):
            dialog.reject()


def has_keys(windows: set[QWidget]) -> bool:
    """Tell whether keys go to one of these windows, or to what has popped up."""
    return any(one.isActiveWindow() for one in windows)


def fits(window: QWidget) -> bool:
    """Tell whether a window is no larger than the display."""
    # Qt itself fits menus to the display, and knows the true one
    is_menu = isinstance(window, QMenu) and not window.findChildren(QCalendarWidget)
    return is_menu or (window.width() <= LOW[0] and window.height() <= LOW[1])


@pytest.mark.parametrize("zoom", ZOOMS)
@pytest.mark.parametrize("name", [name for name in SCREENS if name != WHOLE])
def test_nothing_is_cut_off(qtbot: QtBot, show: Show, name: str, zoom: int) -> None:
    """In a window of 1024 × 640, texts are whole and everything to press is in reach."""
    show(name, zoom)

    def found() -> list[str]:
        large = [one for one in shown_windows() if not fits(one)]
        sizes = [f"{type(one).__name__} is larger than the display: {one.size()}" for one in large]
        return sizes + [sentence for one in shown_windows() for sentence in cut_off(one)]

    # what was just opened is given its place by the next turns of the event loop
    with contextlib.suppress(QtBotTimeoutError):
        qtbot.waitUntil(lambda: not found(), timeout=1000)
    assert found() == []


@pytest.mark.parametrize("name", SCREENS)
def test_every_control_has_a_name_and_is_easy_to_hit(show: Show, name: str) -> None:
    """A screen reader has something to say of it, and it is at least 24 px wide and high."""
    show(name, 100)

    windows = list(shown_windows())
    nameless = [
        control
        for window in windows
        for control in window.findChildren(QWidget)
        if control.isVisible()
        and control.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(control, QAbstractScrollArea | QTabBar)
        and not told(control).name
    ]

    assert nameless == []
    assert [sentence for window in windows for sentence in too_small(window)] == []


@pytest.mark.parametrize("name", SCREENS)
def test_tab_follows_the_eye_and_can_be_seen(show: Show, name: str) -> None:
    """Tab leads down and to the right, and whatever has the focus looks another way with it."""
    show(name, 100)
    window = QApplication.activePopupWidget() or QApplication.activeWindow()
    assert window is not None

    stops, unseen = walk(window)

    assert len(stops) >= 1
    assert against_the_eye(stops) == []
    assert unseen == []


@pytest.mark.parametrize("name", SCREENS)
def test_enter_presses_the_button_that_has_the_focus(show: Show, name: str) -> None:
    """On every desktop, Enter does what the focus is on, and nothing else."""
    show(name, 100)
    window = QApplication.activePopupWidget() or QApplication.activeWindow()
    assert window is not None
    buttons = [
        one
        for one in window.findChildren(QAbstractButton)
        if one.window() is window  # help stands beside it
        and one.isVisible()
        and one.isEnabled()
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(one, PictureThumb)  # opens a window, and has tests of its own
    ]
    pressed: list[QAbstractButton] = []
    for button in buttons:
        with warnings.catch_warnings(action="ignore"):  # nobody may listen yet
            button.clicked.disconnect()
        button.clicked.connect(lambda *_, button=button: pressed.append(button))

    # from the last one on: ticks that go would have the others disabled
    for button in reversed(buttons):
        button.setFocus()
        press_on_screen(Qt.Key.Key_Return)

    assert [one.text() for one in reversed(pressed)] == [one.text() for one in buttons]


def walk(window: QWidget) -> tuple[list[QWidget], list[QWidget]]:
    """Press Tab until it comes round; return the stops, from the first on, and those unseen."""
    found: list[QWidget] = []
    unseen: list[QWidget] = []
    while (control := focused()) not in found:
        found.append(control)
        with_focus = control.grab().toImage()
        press(Qt.Key.Key_Tab)
        if focused() is not control and control.grab().toImage() == with_focus:
            unseen.append(control)
    return found[found.index(focused()) :], unseen
