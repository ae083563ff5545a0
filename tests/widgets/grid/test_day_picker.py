"""A day is picked from a calendar by keyboard, and can be taken away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCalendarWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ladder_desktop.widgets.grid.day_picker import DayPicker
from ladder_desktop.words import Words
from tests.on_screen import page_with, press_on_screen


@pytest.fixture
def picker(words: Words) -> DayPicker:
    """Return a picker for a due day."""
    return DayPicker(words, "Ask the staff: Due")


def test_a_day_is_picked_by_keyboard(picker: DayPicker, qtbot: QtBot) -> None:
    """Space opens the calendar, arrows move, Enter picks."""
    page_with(qtbot, picker)
    picker.set_day("2026-11-21")

    qtbot.keyClick(picker, Qt.Key.Key_Space)
    calendar = picker.findChild(QCalendarWidget)
    assert calendar is not None
    view = calendar.findChild(QWidget, "qt_calendar_calendarview")
    qtbot.keyClick(view, Qt.Key.Key_Right)
    with qtbot.waitSignal(picker.picked) as told:
        qtbot.keyClick(view, Qt.Key.Key_Return)

    assert told.args == ["2026-11-21", "2026-11-22"]
    assert picker.text() == "November 22, 2026"


@pytest.mark.parametrize(
    ("keys", "day"),
    [
        ([Qt.Key.Key_Right, Qt.Key.Key_Return], "2026-11-22"),
        ([Qt.Key.Key_Down, Qt.Key.Key_Return], "2026-11-28"),
        ([Qt.Key.Key_PageDown, Qt.Key.Key_Return], "2026-12-21"),
        ([Qt.Key.Key_Escape], "2026-11-21"),
        ([Qt.Key.Key_Tab, Qt.Key.Key_Space], None),
    ],
)
def test_the_keys_of_the_keyboard_reach_the_calendar(
    picker: DayPicker, qtbot: QtBot, keys: list[Qt.Key], day: str | None
) -> None:
    """What is pressed while the calendar is open goes into it, and ends with it."""
    page_with(qtbot, picker)
    picker.set_day("2026-11-21")
    picker.setFocus()

    for key in [Qt.Key.Key_Space, *keys]:
        press_on_screen(key)

    assert QApplication.activePopupWidget() is None
    assert picker.day() == day
    assert picker.hasFocus()


def test_the_calendar_is_told_with_its_question(picker: DayPicker, qtbot: QtBot) -> None:
    """What has the focus in it says what the day is for."""
    page_with(qtbot, picker)
    picker.setFocus()

    press_on_screen(Qt.Key.Key_Space)

    popup = QApplication.activePopupWidget()
    assert popup is not None
    days = popup.focusWidget()
    assert days is not None
    assert days.accessibleName() == "Ask the staff: Due"
    press_on_screen(Qt.Key.Key_Escape)


def test_a_day_can_be_taken_away(picker: DayPicker, qtbot: QtBot) -> None:
    """Without a day it is left open again."""
    page_with(qtbot, picker)
    picker.set_day("2026-11-21")

    qtbot.mouseClick(picker, Qt.MouseButton.LeftButton)
    clear = next(b for b in picker.findChildren(QPushButton) if b.text() == "No day")
    with qtbot.waitSignal(picker.picked) as told:
        qtbot.mouseClick(clear, Qt.MouseButton.LeftButton)

    assert told.args == ["2026-11-21", None]
    assert picker.day() is None


@pytest.mark.parametrize(
    ("day", "shown"),
    [(None, "Pick a day"), ("2026-02-03", "February 3, 2026"), ("2026-99-99", "2026-99-99")],
)
def test_every_day_is_shown(picker: DayPicker, qtbot: QtBot, day: str | None, shown: str) -> None:
    """Days are worded; one that is in no calendar stands as it is, and is kept."""
    qtbot.addWidget(picker)

    picker.set_day(day)

    assert (picker.text(), picker.day()) == (shown, day)
    assert picker.accessibleName() == f"Ask the staff: Due: {shown}"
