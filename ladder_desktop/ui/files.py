"""What a window does to begin or open workbooks."""

import datetime
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from ladder_desktop.errors import N_, LadderError, WorkbookFileError, reason_of
from ladder_desktop.paths import is_folder, make_folder
from ladder_desktop.store.making import create
from ladder_desktop.ui.dialogs import say_error
from ladder_desktop.ui.front import bring_to_front
from ladder_desktop.ui.launching import show_in_folder, start_window
from ladder_desktop.ui.main_window import CARRIER, MainWindow
from ladder_desktop.ui.naming import SUFFIX, unused, workbook_name
from ladder_desktop.ui.opening import open_workbook
from ladder_desktop.ui.settings.settings import Recent
from ladder_desktop.ui.start_page.start_page import StartPage
from ladder_desktop.ui.workshop.workshops import begun
from ladder_desktop.workbook.shelf import read_template_file, template_files
from ladder_desktop.workbook.template import Template
from ladder_desktop.workbook.workbook import Workbook


class Files(QObject):
    """Opens workbooks for a window: in it while it has none, otherwise in windows of their own.

    Signals:
        find_asked: the person wants to find workbooks on this computer.
        refused: a file can't be opened; carries its path and the LadderError.
        pdf_asked: the person wants the workbook that a PDF carries; carries its path.
    """

    find_asked = Signal()
    refused = Signal(object, object)
    pdf_asked = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._words = window.program.words
        self._places = window.program.places
        window.file_dropped.connect(self.open)

    def serve(self, page: StartPage) -> None:
        """Do what a person asks for on the start page."""
        page.new_asked.connect(self.new)
        page.open_asked.connect(self.choose)
        page.find_asked.connect(self.find_asked)
        page.recent_asked.connect(lambda path: self.open(Path(path)))
        page.forget_asked.connect(self.forget)
        page.folder_asked.connect(lambda path: show_in_folder(Path(path)))

    def open(self, path: Path) -> None:
        """Open a workbook, here if there is none yet, otherwise in a window of its own."""
        opened = self._window.opened
        if path.suffix.lower() == CARRIER:
            self.pdf_asked.emit(path)
        elif opened is None:
            self._try_to_open(path)
        elif opened.session.path == path.absolute():
            bring_to_front(self._window)
        else:
            self._start_another(path)

    def choose(self) -> None:
        """Let the person look for a workbook file."""
        folder = self._window.program.documents()
        chosen, _filter = QFileDialog.getOpenFileName(
            self._window,
            self._words("Open a workbook"),
            str(folder if is_folder(folder) else folder.parent),
            self._words("Workbooks, and PDFs that carry one (*{suffix} *.pdf)", suffix=SUFFIX),
        )
        if chosen:
            self.open(Path(chosen))

    def begin(self) -> None:
        """Begin a workbook: at once where there is one template, else ask for one."""
        found = template_files(self._window.program.resources)
        if len(found) == 1:
            self.new(read_template_file(found[0]))
        elif self._window.opened:
            self._offer()
        elif isinstance(self._window.page, StartPage):
            self._window.page.focus_new()

    def new(self, template: Template) -> None:
        """Make a workbook of a template in the usual folder, and open it."""
        self.begin_with(begun(template, self._places))

    def begin_with(self, workbook: Workbook) -> None:
        """Make the file of a new workbook in the usual folder, and open it."""
        try:
            path = self._make(workbook)
        except LadderError as error:
            say_error(self._window, error, self._words)
            return
        self.open(path)

    def recent(self) -> list[Recent]:
        """Return the workbooks that were open before, without the one that is open now."""
        opened = self._window.opened
        here = str(opened.session.path) if opened else ""
        return [one for one in self._window.program.settings.read().recent if one.path != here]

    def forget(self, path: str) -> None:
        """Take a workbook off the list of recent ones; its file stays."""
        self._window.program.settings.change(lambda kept: kept.without_recent(path))

    def _offer(self) -> None:
        # a workbook is seldom begun over another
        from ladder_desktop.ui.start_page.new_dialog import NewDialog, offered  # noqa: PLC0415

        dialog = NewDialog(offered(self._window.program), self._words, self._window)
        dialog.chosen.connect(self.new)
        dialog.more_asked.connect(lambda: self._start_another(None))
        dialog.open()

    def _make(self, workbook: Workbook) -> Path:
        today = datetime.datetime.now().astimezone().date().isoformat()
        folder = self._window.program.documents()
        try:
            make_folder(folder)
        except OSError as error:
            raise WorkbookFileError(
                N_("The folder “{folder}” can't be made: {reason}. Check your rights to it."),
                folder=str(folder),
                reason=reason_of(error),
            ) from None
        details = msgspec.structs.replace(workbook.details, date=workbook.details.date or today)
        path = unused(folder, workbook_name(workbook.template.title, details.name, today))
        create(path, msgspec.structs.replace(workbook, details=details))
        return path

    def _try_to_open(self, path: Path) -> None:
        try:
            opened = open_workbook(path, self._places.data, self._places.rescues)
        except LadderError as error:
            self.refused.emit(path, error)
        else:
            self._window.show_workbook(opened)

    def _start_another(self, path: Path | None) -> None:
        if not start_window(path):
            error = LadderError(N_("Another window can't be opened just now. Try it again."))
            say_error(self._window, error, self._words)
