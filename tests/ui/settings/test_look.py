"""Light, dark, and how large."""

from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ladder_desktop.ui.settings.look import Look
from ladder_desktop.ui.settings.program import Program
from ladder_desktop.ui.settings.settings import LARGEST, SMALLEST
from ladder_desktop.widgets.colours import COLOURS
from tests.ui.conftest import OpenWindow


@pytest.fixture
def look(program: Program) -> Look:
    """Return the look of a program."""
    return program.look


def background() -> str:
    """Return the colour behind everything."""
    return QApplication.palette().color(QPalette.ColorRole.Window).name()


def test_a_chosen_appearance_shows_at_once_and_is_remembered(
    qtbot: QtBot, look: Look, program: Program
) -> None:
    """Dark is dark whatever the system says, and so is light."""
    with qtbot.waitSignal(look.changed):
        look.set_appearance("dark")
    dark = background()
    with qtbot.waitSignal(look.changed):
        look.set_appearance("light")

    assert (dark, background()) == (COLOURS["dark"].background, COLOURS["light"].background)
    assert program.settings.read().appearance == "light"


def test_zoom_goes_by_steps_and_stops_at_the_ends(look: Look) -> None:
    """Each step is a usual figure; beyond the last there is none."""
    steps = []
    for _ in range(12):
        look.zoom_in()
        steps.append(look.zoom)
    largest = look.zoom
    for _ in range(15):
        look.zoom_out()

    assert steps[:4] == [110, 125, 150, 175]
    assert (largest, look.zoom) == (LARGEST, SMALLEST)


def test_the_same_look_is_not_put_on_twice(qtbot: QtBot, look: Look) -> None:
    """Choosing what is shown already changes nothing."""
    look.set_appearance("light")

    with qtbot.assertNotEmitted(look.changed):
        look.set_appearance("light")


@pytest.mark.parametrize("width", [1024, 1180])
def test_no_button_of_the_head_is_cut_off_at_300_percent(
    qtbot: QtBot, look: Look, open_window: OpenWindow, file: Path, width: int
) -> None:
    """What tells of the person and the file gives way; what one does with it stays whole."""
    window = open_window(file).window
    window.resize(width, 940)

    for _ in range(12):
        look.zoom_in()

    assert window.view is not None
    header = window.view.header
    buttons = (header.left, header.export)
    qtbot.waitUntil(lambda: window.width() == width)
    qtbot.waitUntil(
        lambda: all(
            one.width() >= one.sizeHint().width() and one.height() >= one.sizeHint().height()
            for one in buttons
        )
    )
    assert header.isVisible()
    assert all(one.x() + one.width() <= header.width() for one in buttons)


def test_the_status_leaves_out_what_it_has_no_room_for(
    qtbot: QtBot, look: Look, open_window: OpenWindow, file: Path
) -> None:
    """At 300 % no figure is cut off; back at 100 % all are there again."""
    window = open_window(file).window
    window.resize(1024, 780)
    status = window.status
    figures = (status.words, status.answered)

    for _ in range(12):
        look.zoom_in()
    qtbot.waitUntil(lambda: status.zoom.width() >= status.zoom.sizeHint().width())
    shown = [one for one in figures if one.isVisible()]
    whole = [one for one in shown if one.width() >= one.sizeHint().width()]
    look.zoom_reset()

    assert shown == whole
    qtbot.waitUntil(lambda: all(one.isVisible() for one in figures))
