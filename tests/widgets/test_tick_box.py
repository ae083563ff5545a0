"""The tick box shows its tick, wraps its text, and is easy to hit."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from ladder_desktop.widgets.tick_box import TickBox
from tests.on_screen import name_and_role, page_with


def test_the_whole_line_can_be_clicked(qtbot: QtBot) -> None:
    """A click on the text, or far behind it, ticks."""
    box = TickBox("Read")
    page_with(qtbot, box)

    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(box.width() - 5, 10))

    assert box.isChecked()


def test_a_tick_can_be_seen(qtbot: QtBot) -> None:
    """The ticked box holds the accent and, on it, a tick in another colour."""
    box = TickBox("Read")
    page_with(qtbot, box)
    palette = box.palette()

    qtbot.keyClick(box, Qt.Key.Key_Space)
    picture = box.grab().toImage()
    colours = {
        picture.pixelColor(x, y).name() for x in range(6, 26) for y in range(picture.height())
    }

    assert palette.highlight().color().name() in colours
    assert palette.highlightedText().color().name() in colours


def test_enter_ticks_too(qtbot: QtBot) -> None:
    """Enter does what Space does."""
    box = TickBox("Read")
    page_with(qtbot, box)

    qtbot.keyClick(box, Qt.Key.Key_Return)
    ticked = box.isChecked()
    qtbot.keyClick(box, Qt.Key.Key_Space)

    assert (ticked, box.isChecked()) == (True, False)


def test_a_long_text_wraps(qtbot: QtBot) -> None:
    """All of a long text is shown on a narrow page, and the target is at least 24 px high."""
    short, long = TickBox("Read"), TickBox("How many serve in leadership roles " * 6)
    page_with(qtbot, short, long, width=300)

    assert long.height() >= 5 * long.fontMetrics().lineSpacing()
    assert short.height() >= 24


def test_a_screen_reader_hears_the_question(qtbot: QtBot) -> None:
    """The tick box is a check box whose name says what is ticked."""
    box = TickBox("Read", "The Guide")
    qtbot.addWidget(box)

    assert name_and_role(box) == ("The Guide: Read", QAccessible.Role.CheckBox)
