"""Light, dark, and how large."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ladder_desktop.ui.look import Look
from ladder_desktop.ui.program import Program
from ladder_desktop.ui.settings import LARGEST, SMALLEST
from ladder_desktop.widgets.colours import COLOURS


@pytest.fixture
def look(program: Program) -> Iterator[Look]:
    """Return the look of a program, and put it back as the system has it."""
    yield program.look
    program.look.set_appearance("system")
    program.look.zoom_reset()


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
