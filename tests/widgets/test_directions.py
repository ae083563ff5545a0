"""English texts in a window that begins at the right, and the other way round, stay as they are."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ladder_desktop.ui.link_button import LinkButton
from ladder_desktop.widgets.bar_chart import Bar
from ladder_desktop.widgets.directions import direction_of, lead
from ladder_desktop.widgets.labels import Body
from ladder_desktop.widgets.rating_picker import Meaning
from ladder_desktop.widgets.tick_box import TickBox
from ladder_desktop.widgets.wrapped_rows import OrderedLines, WrappedRows

ENGLISH, HEBREW = "I.", "ו."  # a tall stroke, and a full stop at its end
TALL = 6  # px; a full stop is lower
FAINT = 60  # of 255: edges of letters
BOX = 13  # px; of a tick box, all is higher
WIDE = (240, 44)


@pytest.fixture(autouse=True)
def from_left_again() -> Iterator[None]:
    """Leave the direction to the next test as it was."""
    yield
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def heights(control: QWidget) -> list[int]:
    """Return how high the ink of each column is, of those that have some."""
    inside = control.viewport() if isinstance(control, QAbstractItemView) else control
    picture = inside.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    ground = lightness(picture, picture.width() // 2, 2)
    rows = range(picture.height())
    inked = [
        [row for row in rows if abs(lightness(picture, column, row) - ground) > FAINT]
        for column in range(picture.width())
    ]
    return [found[-1] - found[0] + 1 for found in inked if found]


def lightness(picture: QImage, column: int, row: int) -> int:
    """Return how light a dot is, from 0 to 255."""
    return picture.pixelColor(column, row).lightness()


def a_list(text: str) -> QListWidget:
    """Return a list of one row."""
    box = QListWidget()
    box.setFrameShape(QListWidget.Shape.NoFrame)
    box.setItemDelegate(WrappedRows(box))
    box.addItem(text)
    return box


def a_tree(text: str) -> QTreeWidget:
    """Return a tree of one line."""
    box = QTreeWidget()
    box.setHeaderHidden(True)
    box.setFrameShape(QTreeWidget.Shape.NoFrame)
    box.setItemDelegate(OrderedLines(box))
    box.addTopLevelItem(QTreeWidgetItem([text]))
    return box


def a_link(text: str) -> LinkButton:
    """Return a link."""
    link = LinkButton()
    link.show_text(text)
    return link


def a_meaning(text: str) -> Meaning:
    """Return the meaning of a level."""
    meaning = Meaning((text,))
    meaning.show_text(text)
    return meaning


@pytest.mark.parametrize("make", [a_list, a_tree, a_link, a_meaning, TickBox])
@pytest.mark.parametrize("text", [ENGLISH, HEBREW])
@pytest.mark.parametrize("window", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_full_stop_stands_at_the_end(
    qtbot: QtBot, make: Callable[[str], QWidget], text: str, window: Qt.LayoutDirection
) -> None:
    """To the right of an English word and to the left of a Hebrew one, whatever the window."""
    QApplication.setLayoutDirection(window)
    control = make(text)
    qtbot.addWidget(control)
    control.resize(*WIDE)

    letters = [height for height in heights(control) if height < BOX]
    first, last = letters[0], letters[-1]
    assert (first > TALL > last) if text == ENGLISH else (first < TALL < last)


def test_the_first_letter_tells_the_direction() -> None:
    """Numbers and signs before it don't; what has no letter runs as the window does."""
    assert direction_of("1. Needs") == Qt.LayoutDirection.LeftToRight
    assert direction_of(f"1. {HEBREW}") == Qt.LayoutDirection.RightToLeft
    assert direction_of("2/3") == Qt.LayoutDirection.LeftToRight
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    assert direction_of("2/3") == Qt.LayoutDirection.RightToLeft


def test_a_row_of_a_list_is_as_high_as_its_lines(qtbot: QtBot) -> None:
    """Wrapped texts don't lie on each other."""
    box = a_list("One line")
    box.addItem("As many words as are wrapped into some lines, where there is room for a few only")
    box.setWordWrap(True)
    qtbot.addWidget(box)
    box.resize(*WIDE)

    one, many = (box.visualItemRect(box.item(row)).height() for row in range(2))
    assert many >= one + 2 * box.fontMetrics().lineSpacing()


@pytest.mark.parametrize("text", [ENGLISH, HEBREW])
@pytest.mark.parametrize("window", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_name_begins_where_the_window_does(
    qtbot: QtBot, text: str, window: Qt.LayoutDirection
) -> None:
    """Whatever its own direction, so that it stands in line with what is around it."""
    QApplication.setLayoutDirection(window)
    name = Body(text)
    lead(name)
    qtbot.addWidget(name)
    name.resize(*WIDE)

    picture = name.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    ground = picture.pixelColor(picture.width() // 2, 0)
    inked = [
        column
        for column in range(picture.width())
        if any(picture.pixelColor(column, row) != ground for row in range(picture.height()))
    ]
    middle = sum(inked) / len(inked)
    assert (middle > WIDE[0] / 2) == (window == Qt.LayoutDirection.RightToLeft)


def test_an_arrow_points_to_the_later_figure() -> None:
    """It points on in the direction of reading."""
    bar = Bar("Goals", 0.5, "2", 0.2, "1")
    assert bar.painted == "1 → 2"
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    assert bar.painted == "1 ← 2"
