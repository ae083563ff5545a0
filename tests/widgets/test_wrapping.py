"""A line of buttons wraps before it is wider than its window."""

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ladder_desktop.widgets.wrapping import WrappingLine


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Return a window that lives as long as the test."""
    window = QWidget()
    qtbot.addWidget(window)
    return window


def shown(qtbot: QtBot, window: QWidget, width: int) -> list[QPushButton]:
    """Show a line of three buttons in a window of a width, and return them."""
    line = WrappingLine()
    window.setLayout(line)
    made = [QPushButton(f"Button {number}") for number in range(3)]
    for button in made:
        button.setFixedSize(100, 40)
        line.addWidget(button)
    window.resize(width, line.heightForWidth(width))
    window.show()
    qtbot.waitExposed(window)
    return made


def test_buttons_stand_at_the_end_of_one_line_where_it_is_wide(
    qtbot: QtBot, window: QWidget
) -> None:
    """Nothing wraps for which there is room."""
    first, second, third = shown(qtbot, window, 500)

    assert first.y() == second.y() == third.y()
    assert third.geometry().right() + 1 == 500
    assert second.x() - first.x() == third.x() - second.x() > 100


def test_buttons_wrap_in_their_order_where_it_is_narrow(qtbot: QtBot, window: QWidget) -> None:
    """What has no room goes on in the next line, whole."""
    first, second, third = shown(qtbot, window, 250)

    assert first.y() == second.y() < third.y()
    assert third.geometry().right() + 1 == 250
    assert third.y() >= first.geometry().bottom()


def test_what_is_hidden_takes_no_room(qtbot: QtBot, window: QWidget) -> None:
    """A button that does not apply leaves no gap."""
    first, second, third = shown(qtbot, window, 250)

    second.hide()
    qtbot.waitUntil(lambda: third.y() == first.y())

    assert first.x() == third.x() - 100 - 8


def test_the_line_is_mirrored_from_right_to_left(
    qtbot: QtBot, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The end of the line is the left in Arabic or Hebrew."""
    monkeypatch.setattr("ladder_desktop.widgets.directions.is_mirrored", lambda: True)

    first, _second, third = shown(qtbot, window, 500)

    assert third.x() == 0
    assert first.x() > third.x()
