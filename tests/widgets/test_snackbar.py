"""The snackbar offers to undo at the foot of its page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ladder_desktop.widgets.snackbar import Snackbar
from tests.on_screen import page_with


def test_its_button_accepts_and_it_goes(qtbot: QtBot) -> None:
    """A press on the button is told, and the message goes."""
    page = page_with(qtbot, QWidget())
    bar = Snackbar(page)

    bar.offer("Goal 2 deleted", "Undo")
    shown = bar.isVisible()
    with qtbot.waitSignal(bar.accepted):
        qtbot.mouseClick(bar.button, Qt.MouseButton.LeftButton)

    assert (shown, bar.isVisible()) == (True, False)


def test_it_stays_at_the_foot_and_inside(qtbot: QtBot) -> None:
    """A long message wraps within the page, also when the page becomes smaller."""
    page = page_with(qtbot, QWidget())
    bar = Snackbar(page)

    bar.offer("A very long message that has to wrap. " * 4, "Undo")
    page.resize(300, 400)
    qtbot.waitUntil(lambda: bar.width() < 300)

    assert page.rect().contains(bar.geometry())
    assert bar.message.height() >= bar.message.heightForWidth(bar.message.width())
    assert bar.button.accessibleName().startswith("Undo: A very long")
