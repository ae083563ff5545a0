"""Whatever is open when the language changes: nothing stays in the other one."""

import contextlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QTabBar,
    QWidget,
)
from pytestqt.exceptions import TimeoutError as QtBotTimeoutError
from pytestqt.qtbot import QtBot

from ladder_desktop.paths import resources
from ladder_desktop.store.making import create
from ladder_desktop.ui.menu_plan import Doers
from ladder_desktop.ui.overview.overseeing import show_overview
from ladder_desktop.ui.settings.settings_dialog import SettingsDialog
from ladder_desktop.workbook.shelf import built_in
from ladder_desktop.workbook.workbook import new_workbook
from tests.on_screen import focused
from tests.test_translations import forms, has_words
from tests.ui.conftest import OpenWindow
from tests.walking import told

FIELD = re.compile(r"\\\{\w+\\\}")
CATALOGUE = resources() / "translations" / "es" / "LC_MESSAGES" / "ladder-desktop.po"
CONTROL, PLAIN = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def spanish_file(tmp_path: Path) -> Path:
    """Return the file of an empty Spanish workbook: all that is English is the window's."""
    path = tmp_path / "notas.ladder"
    create(path, new_workbook(built_in("career-growth", resources(), "es")))
    return path


@pytest.fixture(scope="module")
def english() -> re.Pattern[str]:
    """Return what is English in this program, and not Spanish as well."""
    with CATALOGUE.open("rb") as file:
        messages = [message for message in read_po(file) if message.id]
    pairs = [pair for message in messages for pair in forms(message)]
    patterns = [
        FIELD.sub(".+", re.escape(ours.replace("&", "")))
        for ours, theirs in pairs
        if ours != theirs and has_words(ours)
    ]
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


def texts_of(widget: QWidget) -> Iterator[str]:
    """Yield everything that a control says, on screen or to a screen reader."""
    said = told(widget)
    yield from (said.name, said.description, widget.toolTip())
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit():
            yield widget.placeholderText()
        case QComboBox():
            yield from (widget.itemText(row) for row in range(widget.count()))
        case QListWidget():
            yield from (widget.item(row).text() for row in range(widget.count()))
        case QTabBar():
            yield from (widget.tabText(tab) for tab in range(widget.count()))
    if widget.isWindow():
        yield widget.windowTitle()


def lines_of(menu: QMenu) -> Iterator[str]:
    """Yield the lines of a menu, and of those in it."""
    for action in menu.actions():
        yield action.text()
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from lines_of(inner)


def seen(doers: Doers) -> set[str]:
    """Return every text that is to be seen or read out, and every line of the menus."""
    shown = [widget for widget in QApplication.allWidgets() if widget.isVisible()]
    texts = {text for widget in shown for text in texts_of(widget)}
    for menu in (*doers.window.menus.values(), doers.window.file_menu):
        texts |= {menu.title(), *lines_of(menu)}
    return {text.replace("&", "") for text in texts if text}


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(focused(), key, modifier)


def find(_: QtBot, _doers: Doers) -> None:
    """Look for a word, and open the line to replace it."""
    press(Qt.Key.Key_F, CONTROL)
    QTest.keyClicks(focused(), "escuela")
    press(Qt.Key.Key_H, CONTROL)


def find_nothing(_: QtBot, _doers: Doers) -> None:
    """Look for what is not there."""
    press(Qt.Key.Key_F, CONTROL)
    QTest.keyClicks(focused(), "xyzzy")


def present(qtbot: QtBot, doers: Doers) -> None:
    """Present the second question."""
    press(Qt.Key.Key_F5)
    qtbot.waitUntil(doers.presenting.is_on)
    press(Qt.Key.Key_PageDown)


OPEN: dict[str, Callable[[QtBot, Doers], object]] = {
    "nothing": lambda *_: None,
    "find": find,
    "find nothing": find_nothing,
    "present": present,
    "earlier versions": lambda _, doers: doers.keeping.look_back(),
    "details": lambda _, doers: doers.goto.details(),
    "overview": lambda _, doers: show_overview(doers.window),
    "keys": lambda _, doers: doers.help.keys(),
    "help": lambda _, doers: doers.help.guide(),
    "export": lambda _, doers: doers.output.ask(),
}


@pytest.mark.parametrize("name", OPEN)
def test_nothing_stays_in_the_other_language(
    qtbot: QtBot, open_window: OpenWindow, spanish_file: Path, english: re.Pattern[str], name: str
) -> None:
    """Chosen by keyboard in a second window, another language reaches all that is open."""
    doers = open_window(spanish_file)
    OPEN[name](qtbot, doers)
    other = open_window(None)
    other.window.activateWindow()
    qtbot.waitUntil(other.window.isActiveWindow)
    other.preferring.ask()
    (dialog,) = other.window.findChildren(SettingsDialog)
    qtbot.waitUntil(dialog.isActiveWindow)

    def left() -> set[str]:
        return {text for text in seen(doers) if english.fullmatch(text)}

    assert {"Settings", "Print or export…", "Open a workbook…"} <= left()
    with qtbot.waitSignal(other.window.program.language.changed):
        dialog.language.setFocus()
        press(Qt.Key.Key_End)
        press(Qt.Key.Key_Return)

    # it is put into words by the next turns of the event loop
    with contextlib.suppress(QtBotTimeoutError):
        qtbot.waitUntil(lambda: not left(), timeout=2000)
    assert left() == set()
