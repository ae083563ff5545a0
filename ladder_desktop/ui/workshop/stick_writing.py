"""Writes a stick on a thread of its own, while the window stays alive."""

import threading
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ladder_desktop.errors import N_, LadderError
from ladder_desktop.stick.names import StickError
from ladder_desktop.stick.preparing import Plan, prepare
from ladder_desktop.ui.settings.program import Program


class StickStoppedError(StickError):
    """The person stopped the writing."""


class Preparing(QObject):
    """One stick that is being written, on a thread of its own.

    Signals:
        progressed: carries how many bytes are written, and of how many.
        ended: it is over; carries the LadderError that ended it, or None.
    """

    progressed = Signal(object, object)
    ended = Signal(object)

    def __init__(self, plan: Plan, stick: Path, program: Program) -> None:
        super().__init__()
        self._plan = plan
        self._stick = stick
        self._words = program.words
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="stick", daemon=True)

    def start(self) -> None:
        """Start writing, and return at once."""
        self._thread.start()

    def stop(self) -> None:
        """Have it stop soon; the stick says that it is not finished."""
        self._stopped.set()

    def _run(self) -> None:
        try:
            prepare(self._plan, self._stick, self._words, self._progress)
        except LadderError as error:
            self.ended.emit(error)
        else:
            self.ended.emit(None)

    def _progress(self, done: int, total: int) -> None:
        if self._stopped.is_set():
            raise StickStoppedError(N_("Stopped. The stick is not finished."))
        self.progressed.emit(done, total)
