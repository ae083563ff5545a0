"""From a Word document to a template, and from a filled one to a workbook."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QProgressDialog

from ladder_desktop.errors import ExportError, LadderError
from ladder_desktop.export.target import write_text
from ladder_desktop.intake.bringing import Brought, bring_beside
from ladder_desktop.intake.docx_template import propose
from ladder_desktop.intake.proposal import Proposal
from ladder_desktop.ui.bringing.bringing_in import Reading
from ladder_desktop.ui.bringing.unplaced_dialog import UnplacedDialog
from ladder_desktop.ui.dialogs import ask, say_error
from ladder_desktop.ui.files import Files
from ladder_desktop.ui.main_window import MainWindow
from ladder_desktop.ui.naming import unused
from ladder_desktop.ui.templating.proposal_dialog import ProposalDialog
from ladder_desktop.words import words_for
from ladder_desktop.workbook.template import Template
from ladder_desktop.workbook.workbook import Workbook, new_workbook

Install = Callable[[Template], bool]
PATIENCE = 400  # milliseconds until it is told that a document is being read
EMPTY, FILLED = range(2)


class WordTemplates(QObject):
    """Leads from a Word document to a template that is kept.

    Attributes:
        reading: the filled document that is being read, if any.
    """

    def __init__(self, window: MainWindow, files: Files, install: Install) -> None:
        super().__init__(window)
        self._window = window
        self._files = files
        self._words = window.program.words
        self._install = install
        self.reading: Reading[Brought] | None = None

    def open(self, path: Path) -> None:
        """Read a document, and show what it becomes."""
        words = self._words
        wait = QProgressDialog(
            words("Reading “{file}”…", file=path.name), words("Cancel"), 0, 0, self._window
        )
        wait.setMinimumDuration(PATIENCE)
        reading = Reading(lambda: propose(path))
        reading.written.connect(
            lambda: self._on_proposed(path, reading.found, wait), Qt.ConnectionType.QueuedConnection
        )
        reading.failed.connect(lambda error: self._on_refused(error, wait))
        reading.start()

    def _on_proposed(self, path: Path, found: Proposal | None, wait: QProgressDialog) -> None:
        if not _is_over(wait) and found:
            dialog = ProposalDialog(found, path.name, self._words, self._window)
            dialog.install_asked.connect(lambda made: self._keep(path, made, dialog))
            dialog.save_asked.connect(lambda made: self._save(made, dialog))
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def _on_refused(self, error: LadderError, wait: QProgressDialog) -> None:
        if not _is_over(wait):
            say_error(self._window, error, self._words)

    def _keep(self, blank: Path, template: Template, dialog: ProposalDialog) -> None:
        if not self._install(template):
            return
        dialog.accept()
        words = self._words
        chosen = ask(
            self._window,
            words("“{title}” is kept on the start page.", title=template.title),
            words("You can begin a workbook of it now, empty or with what somebody filled in."),
            [words("Empty workbook"), words("Bring in a filled document…"), words("Not now")],
        )
        if chosen == EMPTY:
            self._files.new(template)
        elif chosen == FILLED:
            self._choose_filled(blank, template)

    def _save(self, template: Template, dialog: ProposalDialog) -> None:
        words = self._words
        folder = self._window.program.places.documents.parent
        chosen, _filter = QFileDialog.getSaveFileName(
            dialog,
            words("Save the template"),
            str(unused(folder, template.id, ".toml")),
            words("Templates (*{suffix})", suffix=".toml"),
        )
        if not chosen:
            return
        try:
            write_text(Path(chosen), template.text)
        except ExportError as error:
            say_error(dialog, error, words)
            return
        dialog.accept()

    def _choose_filled(self, blank: Path, template: Template) -> None:
        words = self._words
        chosen, _filter = QFileDialog.getOpenFileName(
            self._window,
            words("The filled document"),
            str(blank.parent),
            words("Word documents (*{suffix})", suffix=".docx"),
        )
        if chosen:
            self.bring_in(Path(chosen), blank, template)

    def bring_in(self, filled: Path, blank: Path, template: Template) -> None:
        """Begin a workbook with the answers of a filled document; say what has no place first."""
        if self.reading:
            return
        language = template.header.language
        words = words_for(language, self._window.program.resources / "translations")
        empty = new_workbook(template)
        reading = Reading(lambda: bring_beside(filled, blank, empty, words))
        reading.written.connect(
            lambda: self._on_read(reading.found), Qt.ConnectionType.QueuedConnection
        )
        reading.failed.connect(lambda error: say_error(self._window, error, self._words))
        reading.ended.connect(self._on_ended)
        self.reading = reading
        reading.start()

    def _on_read(self, brought: Brought | None) -> None:
        if brought is None:
            return
        if brought.unplaced:
            self._show_unplaced(brought.workbook, brought.unplaced)
        else:
            self._files.begin_with(brought.workbook)

    def _on_ended(self) -> None:
        self.reading = None

    def _show_unplaced(self, workbook: Workbook, unplaced: tuple[str, ...]) -> None:
        dialog = UnplacedDialog(unplaced, self._words, self._window)
        dialog.accepted.connect(lambda: self._files.begin_with(workbook))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _is_over(wait: QProgressDialog) -> bool:
    """Put the waiting window away; tell whether the person did not want to wait."""
    cancelled = wait.wasCanceled()
    wait.reset()
    wait.deleteLater()
    return cancelled
