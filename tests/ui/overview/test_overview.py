"""The overview of an open workbook: now, and against an earlier moment."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from ladder_desktop.ui.menu_plan import Doers
from ladder_desktop.ui.overview.overview_window import OverviewWindow
from ladder_desktop.ui.past.mark_dialog import MarkDialog
from ladder_desktop.widgets.bar_chart import Bar, BarChart
from tests.ui.conftest import OpenWindow

THEN_MIDDLE = 4  # px from the top: the middle of the thin bar
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def overview_of(doers: Doers) -> OverviewWindow:
    """Open the overview by its line in the menu."""
    menu = doers.window.menus["workbook"]
    menu.aboutToShow.emit()
    (line,) = [one for one in menu.actions() if one.text().replace("&", "") == "Overview…"]
    assert line.isEnabled()
    line.trigger()
    window = doers.window.findChild(OverviewWindow)
    assert window is not None
    return window


def mark(qtbot: QtBot, doers: Doers, name: str) -> None:
    """Mark this moment, as a person does."""
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_M, CTRL_SHIFT)
    dialog = next(one for one in doers.window.findChildren(MarkDialog) if one.isVisible())
    qtbot.keyClicks(dialog.name, name)
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)


def choose(qtbot: QtBot, box: QComboBox, start: str) -> None:
    """Choose the entry that begins so, with the keys of the box."""
    texts = [box.itemText(place) for place in range(box.count())]
    (wanted,) = [place for place, text in enumerate(texts) if text.startswith(start)]
    box.setFocus()
    while box.currentIndex() != wanted:
        down = box.currentIndex() < wanted
        qtbot.keyClick(box, Qt.Key.Key_Down if down else Qt.Key.Key_Up)


def test_the_overview_follows_what_is_written(
    qtbot: QtBot, open_window: OpenWindow, file: Path
) -> None:
    """It stays open beside the workbook, and its bars move with the answers."""
    doers = open_window(file)
    box = QApplication.focusWidget()
    window = overview_of(doers)
    before = window.charts["progress"].bars[0]

    qtbot.keyClicks(box, "A reason")
    assert doers.window.opened is not None
    doers.window.opened.session.flush()

    after = window.charts["progress"].bars[0]
    assert (before.figure, after.figure) == ("0 of 3", "1 of 3")
    assert after.told in window.charts["progress"].accessibleName()
    assert after.before_figure == ""


def test_two_moments_are_compared(qtbot: QtBot, open_window: OpenWindow, file: Path) -> None:
    """The figures of both stand side by side, the earlier one first."""
    doers = open_window(file)
    box = QApplication.focusWidget()
    mark(qtbot, doers, "Start")
    qtbot.keyClicks(box, "A reason")
    window = overview_of(doers)

    choose(qtbot, window.earlier, "“Start”")
    compared = window.charts["progress"].bars[0]
    choose(qtbot, window.later, "“Start”")
    same = window.charts["progress"].bars[0]
    choose(qtbot, window.earlier, "With nothing")
    alone = window.charts["progress"].bars[0]

    assert compared.told == "0 of 3 → 1 of 3"
    assert same.told == "0 of 3 → 0 of 3"
    assert alone.told == "0 of 3"


def test_without_a_workbook_there_is_no_overview(open_window: OpenWindow) -> None:
    """On the start page the line is grey."""
    menu = open_window(None).window.menus["workbook"]

    menu.aboutToShow.emit()

    (line,) = [one for one in menu.actions() if one.text().replace("&", "") == "Overview…"]
    assert not line.isEnabled()


def test_a_bar_is_painted_as_long_as_its_share(qtbot: QtBot) -> None:
    """The colours are those of the theme: the accent for now, another for the earlier moment."""
    chart = BarChart("Ratings")
    qtbot.addWidget(chart)
    palette = chart.palette()
    accent, earlier = QColor("#0b6b69"), QColor("#8a8578")
    palette.setColor(QPalette.ColorRole.Highlight, accent)
    palette.setColor(QPalette.ColorRole.Dark, earlier)
    chart.setPalette(palette)
    chart.resize(800, 100)

    chart.show_bars((Bar("A", 1.0, "3 of 3", 0.5, "1 of 3"),), compares=True)
    image = chart.grab().toImage()
    full = max(count(image, accent, row) for row in range(image.height()))
    half = count(image, earlier, THEN_MIDDLE)

    assert full > 200
    assert abs(half - full / 2) < 12
    assert chart.accessibleName() == "Ratings. A: 1 of 3 → 3 of 3"


def count(image: QImage, colour: QColor, row: int) -> int:
    """Return how many points of a row have a colour."""
    return sum(image.pixelColor(x, row).rgb() == colour.rgb() for x in range(image.width()))
