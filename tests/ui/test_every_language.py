"""Every screen can be seen whole in every language, and from right to left."""

import contextlib
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QDialog
from pytestqt.exceptions import TimeoutError as QtBotTimeoutError
from pytestqt.qtbot import QtBot

from ladder_desktop.ui.menu_plan import Doers
from ladder_desktop.ui.settings.program import Program
from ladder_desktop.words import LANGUAGES
from tests.pseudo import LONG, MIRRORED, pseudo
from tests.screens import make_files, screens, shown_windows
from tests.sight import cut_off
from tests.ui.conftest import OpenWindow

LOW = (1024, 640)
SCREENS = screens()
# real words also in the largest print; the longest ones, and those from the right, as usual
VIEWS = [("es", 100), ("es", 300), (LONG, 100), (MIRRORED, 100)]


@pytest.fixture(autouse=True)
def small_display(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a small display."""
    monkeypatch.setattr(QScreen, "availableSize", lambda _screen: QSize(*LOW))


def wrong() -> list[str]:
    """Return what can't be seen whole in the windows that are open."""
    return [line for window in shown_windows() for line in cut_off(window)]


def put_away(doers: Doers) -> None:
    """Close everything but the window itself."""
    for window in shown_windows():
        if window is not doers.window:
            window.close()
    for dialog in doers.window.findChildren(QDialog):
        dialog.reject()


@pytest.mark.parametrize(("language", "zoom"), VIEWS)
@pytest.mark.parametrize("name", SCREENS)
def test_nothing_is_cut_off_in_any_language(  # noqa: PLR0917 - fixtures
    qtbot: QtBot,
    program: Program,
    open_window: OpenWindow,
    tmp_path: Path,
    name: str,
    language: str,
    zoom: int,
) -> None:
    """Longer words have room, and what is mirrored stays inside; Qt has nothing to warn of."""
    screen = SCREENS[name]
    if language in LANGUAGES:
        program.language.choose(language)
    else:
        program.language.speak(pseudo(language))
    program.look.set_zoom(zoom)
    files = make_files(tmp_path, screen.template, language if language in LANGUAGES else "en")
    doers = open_window(files.workbook if screen.template else None)
    doers.window.resize(*LOW)
    screen.open(doers, files)

    # what was just opened is given its place by the next turns of the event loop
    with contextlib.suppress(QtBotTimeoutError):
        qtbot.waitUntil(lambda: wrong() == [], timeout=2000)
    assert wrong() == []
    put_away(doers)
