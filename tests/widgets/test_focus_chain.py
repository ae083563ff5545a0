"""Who asks for the order of Tab takes nothing away from anybody."""

import gc
import weakref

from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ladder_desktop.widgets.focus_chain import tabbed_after, tabbed_before
from tests.architecture import PACKAGE, ROOT

ASKING = ("nextInFocusChain", "previousInFocusChain")


def open_dialog(window: QWidget) -> "weakref.ref[QDialog]":
    """Open a dialog that nobody holds, with two buttons, and go round in it."""
    dialog = QDialog(window)
    column = QVBoxLayout(dialog)
    first, second = QPushButton("One"), QPushButton("Two")
    column.addWidget(first)
    column.addWidget(second)
    dialog.open()
    # closes a circle: held by nothing else, it is what Python tidies away
    first.clicked.connect(dialog.accept)

    assert tabbed_after(dialog) is first
    assert tabbed_after(first) is second
    assert tabbed_after(second) is dialog
    assert tabbed_before(first) is dialog
    assert dialog.isVisible()
    return weakref.ref(dialog)


def test_a_dialog_stays_when_python_tidies_up(qtbot: QtBot) -> None:
    """It belongs to its window, not to the button that comes before it in the circle."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    dialog = open_dialog(window)

    gc.collect()
    found = dialog()
    assert found is not None
    assert found.isVisible()
    assert found.parent() is window


def test_nobody_asks_in_another_way() -> None:
    """Qt's own methods are called in one place only."""
    asking = {
        path.name
        for path in (ROOT / PACKAGE).rglob("*.py")
        if any(name in path.read_text(encoding="utf-8") for name in ASKING)
    }
    assert asking == {"focus_chain.py"}
