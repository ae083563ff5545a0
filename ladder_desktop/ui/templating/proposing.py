"""Reads a Word document on a thread of its own, so that the window goes on meanwhile."""

from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, Signal

from ladder_desktop.errors import LadderError
from ladder_desktop.intake.docx_template import propose


class Proposing(QObject):
    """Makes a proposal for a template.

    Signals:
        proposed: it is there; carries the Proposal.
        refused: the document can't be used; carries the LadderError.
    """

    proposed = Signal(object)
    refused = Signal(object)

    def __init__(self, path: Path) -> None:
        """Begin with nothing read; without a parent, so that nothing takes it from its thread."""
        super().__init__()
        self._path = path
        self._thread = Thread(target=self._run, name="Proposing", daemon=True)

    def start(self) -> None:
        """Start, and return at once."""
        self._thread.start()

    def _run(self) -> None:
        try:
            found = propose(self._path)
        except LadderError as error:
            self.refused.emit(error)
        else:
            self.proposed.emit(found)
