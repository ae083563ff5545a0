"""Writes a document on a thread of its own, so that the window goes on."""

import threading
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ladder_desktop.errors import ExportError
from ladder_desktop.export.options import ExportOptions
from ladder_desktop.export.writing import export
from ladder_desktop.words import Words
from ladder_desktop.workbook.workbook import Workbook


class Exporting(QObject):
    """One export.

    Attributes:
        target: the file that is written.

    Signals:
        progressed: carries how much is done, and of how much.
        failed: the file can't be written; carries the ExportError.
        written: the file is there.
        ended: it is over, one way or another.
    """

    progressed = Signal(int, int)
    failed = Signal(object)
    written = Signal()
    ended = Signal()

    def __init__(
        self,
        workbook: Workbook,
        kind: str,
        target: Path,
        options: ExportOptions,
        words: Words,
    ) -> None:
        super().__init__()
        self.target = target
        self._stopped = threading.Event()
        self._work = (workbook, kind, target, options, words)
        self._thread = threading.Thread(target=self._run, name="export", daemon=True)

    def start(self) -> None:
        """Start writing, and return at once."""
        self._thread.start()

    def stop(self) -> None:
        """Have it stop soon; the target stays as it was."""
        self._stopped.set()

    def wait(self) -> None:
        """Wait until it is over."""
        self._thread.join()

    def _run(self) -> None:
        try:
            export(*self._work, progress=self.progressed.emit, cancelled=self._stopped.is_set)
        except ExportError as error:
            if not self._stopped.is_set():
                self.failed.emit(error)
        else:
            self.written.emit()
        finally:
            self.ended.emit()
