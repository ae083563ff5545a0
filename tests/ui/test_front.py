"""A window watches for a second start on its workbook, and for that alone."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from ladder_desktop.ui.front import Front
from tests.ui.conftest import OpenWindow


def test_a_workbook_shown_anew_is_watched_once(
    qtbot: QtBot, open_window: OpenWindow, file: Path
) -> None:
    """However often its page is built, the system's few watches are not used up."""
    window = open_window(file).window
    assert window.opened is not None

    for _ in range(3):
        window.show_workbook(window.opened)
        window.take_over(window.opened)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    assert len(window.findChildren(Front)) == 1
