"""What the File menu does for workshops: preparing a stick, joining one, using what was joined."""

import datetime
import sys
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from ladder_desktop import __version__
from ladder_desktop.errors import LadderError
from ladder_desktop.paths import Places
from ladder_desktop.stick import joining
from ladder_desktop.stick.installers import newer
from ladder_desktop.ui.dialogs import ask, say_error
from ladder_desktop.ui.launching import show_in_folder
from ladder_desktop.ui.main_window import MainWindow
from ladder_desktop.workbook.details import Details
from ladder_desktop.workbook.template import Template
from ladder_desktop.workbook.workbook import Workbook, new_workbook


class Workshops(QObject):
    """Prepares sticks and joins workshops for a window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._words = window.program.words

    def prepare(self) -> None:
        """Ask what a stick is to hold, and write it."""
        # only facilitators open this window, now and then
        from ladder_desktop.ui.stick_dialog import StickDialog  # noqa: PLC0415

        dialog = StickDialog(self._window.program, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def choose(self) -> None:
        """Ask for the stick of a workshop, and join it."""
        title = self._words("The stick or folder of the workshop")
        if chosen := QFileDialog.getExistingDirectory(self._window, title):
            self.join(Path(chosen))

    def join(self, stick: Path) -> None:
        """Join the workshop on a stick, and offer a newer program that lies beside it."""
        try:
            found = joining.join(stick, self._window.program.places.data)
        except LadderError as error:
            say_error(self._window, error, self._words)
            return
        installer = newer(stick, __version__)
        told = self._words(
            "You joined “{title}”. New workbooks are filled in with it.",
            title=found.workshop.title or self._words("the workshop"),
        )
        files = len(found.workshop.files)
        detail = self._words.plural("It brings one file.", "It brings {number} files.", files)
        if installer is None:
            ask(self._window, told, detail if files else "", [self._words("OK")])
            return
        detail = self._words("The stick holds a newer Ladder Desktop. Install it when you like.")
        answers = [self._words("Show me the installer"), self._words("Not now")]
        if ask(self._window, told, detail, answers) == 0:
            show_in_folder(installer)


def current(places: Places, program: Path = Path(sys.executable)) -> joining.Joined | None:
    """Return the workshop of the stick that the program runs from, or the one joined last."""
    return joining.beside(program.parent) or joining.joined(places.data)


def begun(template: Template, places: Places) -> Workbook:
    """Return a new workbook, filled in with the workshop that counts, if there is one."""
    today = datetime.datetime.now().astimezone().date().isoformat()
    found = current(places)
    if found is None:
        return new_workbook(template, Details(date=today))
    details = joining.details(found.workshop, today)
    return new_workbook(joining.template_of(template, found.workshop), details)
