"""Brings filled forms and documents into the open workbook, and opens what PDFs carry."""

from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog

from ladder_desktop.errors import LadderError
from ladder_desktop.ui.dialogs import say_error
from ladder_desktop.ui.files import Files
from ladder_desktop.ui.main_window import MainWindow
from ladder_desktop.ui.opening import Opened
from ladder_desktop.ui.work import Work
from ladder_desktop.words import words_for

STEP = "bring in"  # as the history calls it
T = TypeVar("T")


class Reading(Work, Generic[T]):
    """Reads a document on a thread of its own.

    Attributes:
        found: what was read, once it is done.
    """

    def __init__(self, read: Callable[[], T]) -> None:
        super().__init__()
        self._read = read
        self.found: T | None = None

    def do(self) -> None:
        """Read it."""
        self.found = self._read()


class BringingIn(QObject):
    """Asks for a filled document, shows what it changes, and puts it in.

    Attributes:
        reading: the document that is being read, if any.
    """

    def __init__(self, window: MainWindow, files: Files) -> None:
        super().__init__(window)
        self._window = window
        self._files = files
        self._words = window.program.words
        self.reading: Work | None = None
        files.pdf_asked.connect(self.open_carried)
        window.document_dropped.connect(self.bring)

    def choose(self) -> None:
        """Let the person look for a filled form or document."""
        opened = self._window.opened
        if opened is None:
            return
        chosen, _filter = QFileDialog.getOpenFileName(
            self._window,
            self._words("A filled form or document"),
            str(opened.session.path.parent),
            self._words("Filled forms and documents (*.pdf *.docx)"),
        )
        if chosen:
            self.bring(Path(chosen))

    def bring(self, path: Path) -> None:
        """Read a filled document, and show what it would change."""
        opened = self._window.opened
        if opened is None or opened.session.read_only or self.reading:
            return
        # what reads documents is heavy, and seldom needed
        from ladder_desktop.intake.bringing import bring  # noqa: PLC0415

        opened.session.flush()
        workbook = opened.session.workbook
        language = workbook.template.header.language
        words = words_for(language, self._window.program.resources / "translations")
        reading = Reading(lambda: bring(path, workbook, words))

        def show() -> None:
            opened.session.flush()
            if opened.session.workbook == workbook:
                self._show(path, opened, reading.found)
            else:  # somebody went on writing meanwhile, and that is not to be undone
                reading.wait()
                QTimer.singleShot(0, self, lambda: self.bring(path))

        self._read(reading, show)

    def open_carried(self, path: Path) -> None:
        """Open the workbook that a PDF carries, as a new one."""
        if self.reading:
            return
        # PDFs with a workbook in them are seldom opened
        from ladder_desktop.intake.carried import carried_workbook  # noqa: PLC0415

        resources = self._window.program.resources
        reading = Reading(lambda: carried_workbook(path, resources))

        def begin() -> None:
            if reading.found:
                self._files.begin_with(reading.found)

        self._read(reading, begin)

    def _read(self, reading: Work, then: Callable[[], None]) -> None:
        """Read on a thread, and go on here."""
        self.reading = reading
        reading.written.connect(then, Qt.ConnectionType.QueuedConnection)
        reading.failed.connect(self._on_failed)
        reading.ended.connect(self._on_ended)
        QApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)
        reading.start()

    def _show(self, path: Path, opened: Opened, brought: object) -> None:
        # this window is seldom needed
        from ladder_desktop.intake.bringing import Brought  # noqa: PLC0415
        from ladder_desktop.ui.bringing.bring_dialog import BringDialog  # noqa: PLC0415

        if not isinstance(brought, Brought):
            return
        session = opened.session
        dialog = BringDialog(path.name, session.workbook, brought, self._words, self._window)
        dialog.decided.connect(lambda: session.replace(brought.workbook, STEP))
        dialog.open()

    def _on_failed(self, error: LadderError) -> None:
        say_error(self._window, error, self._words)

    def _on_ended(self) -> None:
        self.reading = None
        QApplication.restoreOverrideCursor()
