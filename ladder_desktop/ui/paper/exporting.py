"""Writes a document on a thread of its own, so that the window goes on."""

from pathlib import Path

from ladder_desktop.export.options import ExportOptions
from ladder_desktop.export.writing import export
from ladder_desktop.ui.work import Work
from ladder_desktop.words import Words
from ladder_desktop.workbook.workbook import Workbook


class Exporting(Work):
    """One export; when it is stopped, the target stays as it was.

    Attributes:
        target: the file that is written.
    """

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
        self._work = (workbook, kind, target, options, words)

    def do(self) -> None:
        """Write the target."""
        export(*self._work, progress=self.progressed.emit, cancelled=self._stopped.is_set)
