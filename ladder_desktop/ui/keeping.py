"""Everything that sees to it that nothing is lost, for the workbook of one window."""

from pathlib import Path

from PySide6.QtCore import QObject

from ladder_desktop.errors import LadderError
from ladder_desktop.store.faults import DamagedError
from ladder_desktop.ui.damage import DamageDialog
from ladder_desktop.ui.dialogs import say_error
from ladder_desktop.ui.files import Files
from ladder_desktop.ui.filing import Filing
from ladder_desktop.ui.found_workbooks import FoundWorkbooks
from ladder_desktop.ui.guardian import Guardian
from ladder_desktop.ui.main_window import MainWindow
from ladder_desktop.ui.opening import Opened
from ladder_desktop.ui.trouble import TroubleLine
from ladder_desktop.ui.workbook_view import WorkbookView

A_MOMENT = 2.0  # seconds that closing waits for a backup copy that is being made


class Keeping(QObject):
    """Checks, copies, rescues and salvages.

    Attributes:
        trouble: the line that tells of trouble with saving; None on the start page.
        guardian: checks and copies the open file; None on the start page.
    """

    def __init__(self, window: MainWindow, files: Files, filing: Filing) -> None:
        super().__init__(window)
        self._window = window
        self._files = files
        self._filing = filing
        self._words = window.program.words
        self.trouble: TroubleLine | None = None
        self.guardian: Guardian | None = None
        window.workbook_shown.connect(self._on_shown)
        window.closing.connect(self._on_closing)
        files.refused.connect(self.tell)
        files.find_asked.connect(self.find)
        if window.opened:
            self._on_shown()

    def tell(self, path: Path, error: LadderError) -> None:
        """Say why a file can't be opened; what can be read of a damaged one can be salvaged."""
        if not isinstance(error, DamagedError):
            say_error(self._window, error, self._words)
            return
        dialog = DamageDialog(path, self._words, self._files.open, self.find, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def find(self) -> None:
        """Find workbooks on this computer."""
        dialog = FoundWorkbooks(
            self._window.program.places, self._words, self._files.open, self._window
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def bring_together(self) -> None:
        """Bring our workbook and the copy in its file's place together."""

    def _on_shown(self) -> None:
        view, opened = self._window.view, self._window.opened
        if view is None or opened is None:
            return
        self.trouble = TroubleLine(view, self._window, self._filing, self.bring_together)
        self._guard(view, opened)

    def _guard(self, view: WorkbookView, opened: Opened) -> None:
        if self.guardian:
            self.guardian.stop()
        session = opened.session
        self.guardian = Guardian(session, self._window.program.places, view)
        self.guardian.damaged.connect(lambda error: self.tell(session.path, error))
        self.guardian.start()

    def _on_closing(self) -> None:
        if self.guardian:
            self.guardian.stop()
            self.guardian.wait(A_MOMENT)
