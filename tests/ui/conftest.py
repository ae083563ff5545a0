"""A window as a person has it, in folders of its own."""

import contextlib
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ladder_desktop.paths import Places, resources
from ladder_desktop.store.making import create
from ladder_desktop.ui.app import make_program
from ladder_desktop.ui.completion import complete
from ladder_desktop.ui.main_window import MainWindow
from ladder_desktop.ui.menu_plan import Doers
from ladder_desktop.ui.opening import open_workbook
from ladder_desktop.ui.settings.program import Program
from ladder_desktop.ui.start_page.start_page import StartPage
from ladder_desktop.words import Words
from ladder_desktop.workbook.template import Template
from ladder_desktop.workbook.workbook import Workbook, new_workbook

OpenWindow = Callable[[Path | None], Doers]


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Return the folders of a person who has nothing yet."""
    return Places(tmp_path / "documents", tmp_path / "data", tmp_path / "config")


@pytest.fixture
def program(qapp: QApplication, places: Places, words: Words) -> Iterator[Program]:
    """Return what the parts of a window share; the next test finds look and language as usual."""
    program = make_program(qapp, places)
    yield program
    program.language.speak(words)
    QLocale.setDefault(QLocale.system())
    if program.look.appearance != "system":
        program.look.set_appearance("system")
    program.look.zoom_reset()
    program.look.deleteLater()  # or else it follows the colours that later tests choose


@pytest.fixture
def empty_workbook(career_growth: Template) -> Workbook:
    """Return a workbook that nobody wrote in yet."""
    return new_workbook(career_growth)


@pytest.fixture
def file(tmp_path: Path, empty_workbook: Workbook) -> Path:
    """Return the file of an empty workbook."""
    path = tmp_path / "notes.ladder"
    create(path, empty_workbook)
    return path


@pytest.fixture
def hooks() -> Iterator[None]:
    """Put back what a program may hook into only once."""
    kept = sys.excepthook, threading.excepthook
    numbers = (signal.SIGTERM, signal.SIGINT)
    handlers = [signal.getsignal(number) for number in numbers]
    yield
    sys.excepthook, threading.excepthook = kept
    signal.set_wakeup_fd(-1)
    for number, handler in zip(numbers, handlers, strict=True):
        signal.signal(number, handler)


@pytest.fixture
def open_window(qtbot: QtBot, program: Program, hooks: None) -> Iterator[OpenWindow]:
    """Return what opens a window, on a file or with the start page, complete and active."""
    windows: list[MainWindow] = []

    def show(path: Path | None) -> Doers:
        window = MainWindow(program)
        windows.append(window)
        if path:
            window.show_workbook(open_workbook(path, program.places.data))
        else:
            window.show_page(StartPage(program))
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        doers = complete(app, window)
        with qtbot.waitSignal(window.painted), qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return doers

    yield show
    for window in windows:
        with contextlib.suppress(RuntimeError):  # a test may have deleted it
            window.close()
            window.deleteLater()
        _forget_changes(window)


def _forget_changes(window: MainWindow) -> None:
    """Keep a window that is gone from saving in the middle of the next test."""
    if window.opened:
        session = window.opened.session
        session._touched.clear()
        with contextlib.suppress(RuntimeError):  # it may be gone, too
            session._timer.stop()


@pytest.fixture
def template_folder() -> Path:
    """Return the folder of the built-in templates."""
    return resources() / "templates"
