"""What is told of the stops in every window, to whoever does not see what stands around them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QComboBox, QDialog, QWidget

from ladder_desktop.ui.pages import Page
from tests.screens import make_files, screens, shown_windows
from tests.ui.conftest import OpenWindow
from tests.walking import told

SCREENS = screens()
WITH_CHOICES = ("start", "export", "settings", "compare-ratings", "overview", "use-elsewhere")
SCROLLING = ("keys", "this-computer", "about", "compare-ratings", "overview", "export", "help")


@pytest.fixture
def shown(
    open_window: OpenWindow, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[list[QWidget]]:
    """Show the screen of this name, and return everything that is to be seen of it."""
    screen = SCREENS[request.getfixturevalue("name")]
    files = make_files(tmp_path, screen.template)
    doers = open_window(files.workbook if screen.template else None)
    screen.open(doers, files)
    QApplication.processEvents()
    parts = [one for window in shown_windows() for one in window.findChildren(QWidget)]
    yield [one for one in parts if one.isVisible()]
    for dialog in doers.window.findChildren(QDialog):
        dialog.reject()


def is_asked(box: QComboBox) -> bool:
    """Tell whether more is told of a combo box than what is chosen in it, on every system."""
    read_out = QAccessible.queryAccessibleInterface(box)
    label = QAccessible.RelationFlag.Label
    return bool(read_out.relations(label) or read_out.text(QAccessible.Text.Description))


@pytest.mark.parametrize("name", WITH_CHOICES)
def test_every_choice_is_told_with_its_question(shown: list[QWidget], name: str) -> None:
    """Some systems tell of a combo box what is chosen only, unless a label belongs to it."""
    boxes = [one for one in shown if isinstance(one, QComboBox)]

    assert boxes != [], name
    assert [one.currentText() for one in boxes if not is_asked(one)] == []


@pytest.mark.parametrize("name", SCROLLING)
def test_what_only_scrolls_is_reached_and_named(shown: list[QWidget], name: str) -> None:
    """Where there is nothing to press, the arrow keys scroll, and it says what is read there."""
    areas = [one for one in shown if isinstance(one, QAbstractScrollArea)]
    stops = [one for one in areas if one.focusPolicy() & Qt.FocusPolicy.TabFocus]

    assert [one for one in stops if not told(one).name] == []
    if name == "overview":
        assert any(isinstance(one, Page) for one in stops)
