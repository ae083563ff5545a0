"""The application: Qt, the theme, the window, and the ways in which a system ends a program."""

import gc
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import (
    QEvent,
    QMessageLogContext,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from ladder_desktop.errors import LadderError
from ladder_desktop.paths import Places, resources
from ladder_desktop.ui.asked import Asked
from ladder_desktop.ui.main_window import MainWindow
from ladder_desktop.ui.opening import open_claimed
from ladder_desktop.ui.settings.language import Language
from ladder_desktop.ui.settings.look import Look
from ladder_desktop.ui.settings.program import Program
from ladder_desktop.ui.settings.settings import SettingsFile
from ladder_desktop.widgets.theme import STYLE


class Application(QApplication):
    """Qt's application, which also hears of files that macOS wants opened.

    Signals:
        file_asked: the system wants a file opened; carries its path.
    """

    file_asked = Signal(object)

    def event(self, event: QEvent) -> bool:
        """Open the file of a QFileOpenEvent; that is how macOS hands files over."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_asked.emit(Path(event.file()))
            return True
        return super().event(event)


def open_window(
    places: Places,
    asked: Asked,
    on_no_display: Callable[[], None],
    on_window: Callable[[MainWindow], None] | None = None,
) -> int:
    """Open the window, on a file if there is one, and stay until it is closed.

    Args:
        places: where this person's files lie.
        asked: the file that was asked for.
        on_no_display: called, before Qt would abort, when no display can be used.
        on_window: handed the window before it is shown; for whoever measures.
    """
    application = start_application(on_no_display)
    program = make_program(application, places)
    window = MainWindow(program)
    if asked.claimed:
        window.show_workbook(open_claimed(asked.claimed, places.data, places.rescues))
    else:
        # a window that opens with a workbook never needs this page
        from ladder_desktop.ui.start_page.start_page import StartPage  # noqa: PLC0415

        page = StartPage(program)
        window.show_page(page)
        page.focus_first()
    if on_window:
        on_window(window)
    window.painted.connect(lambda: finish(application, window, asked.refused))
    # what opens late, or stays open, keeps no program that has no window
    window.closed.connect(application.exit)
    window.show()
    code = application.exec()
    # nothing of this is needed before
    from ladder_desktop.ui.ending import end  # noqa: PLC0415

    end(window)
    return code


def start_application(on_no_display: Callable[[], None]) -> Application:
    """Start Qt; a display that can't be used leads to `on_no_display`."""

    def on_message(kind: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
        if kind == QtMsgType.QtFatalMsg:
            on_no_display()
        elif kind == QtMsgType.QtCriticalMsg:
            sys.stderr.write(f"{message}\n")

    qInstallMessageHandler(on_message)
    application = Application([sys.argv[0], "-style", STYLE])
    qInstallMessageHandler(None)
    application.setApplicationName("ladder-desktop")
    application.setApplicationDisplayName("Ladder Desktop")
    application.setDesktopFileName("ladder-desktop")
    return application


def make_program(application: QApplication, places: Places) -> Program:
    """Return what the parts of the window share."""
    settings = SettingsFile(places.config)
    folder = resources()
    language = Language(application, settings, folder)
    return Program(places, folder, settings, Look(application, settings), language)


def finish(
    application: Application, window: MainWindow, refused: tuple[Path, LadderError] | None
) -> None:
    """Do what the first paint did not wait for; `refused` is a file that can't be opened."""
    # none of this is needed before the window is there
    from ladder_desktop.ui.completion import complete  # noqa: PLC0415

    window.program.language.translate_qt()
    doers = complete(application, window)
    application.file_asked.connect(doers.files.open)
    if refused:
        doers.keeping.tell(*refused)
    gc.enable()
