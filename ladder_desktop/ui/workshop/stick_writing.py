"""Writes a stick on a thread of its own, while the window stays alive."""

import threading
from collections.abc import Callable
from pathlib import Path

from ladder_desktop.errors import N_, LadderError
from ladder_desktop.stick.names import StickError
from ladder_desktop.stick.preparing import Plan, prepare
from ladder_desktop.ui.settings.program import Program


class StickStoppedError(StickError):
    """The person stopped the writing."""


class Preparing:
    """One stick that is being written, on a thread of its own."""

    def __init__(
        self,
        plan: Plan,
        stick: Path,
        program: Program,
        progressed: Callable[[int, int], None],
        ended: Callable[[LadderError | None], None],
    ) -> None:
        """Begin with nothing written.

        Args:
            plan: what the stick is to hold.
            stick: its folder.
            program: speaks the language of what is written.
            progressed: called on the thread with how many bytes are written, and of how many.
            ended: called on the thread when it is over, with the error that ended it, or None.
        """
        self._plan = plan
        self._stick = stick
        self._words = program.words
        self._progressed = progressed
        self._ended = ended
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
            self._ended(error)
        else:
            self._ended(None)

    def _progress(self, done: int, total: int) -> None:
        if self._stopped.is_set():
            raise StickStoppedError(N_("Stopped. The stick is not finished."))
        self._progressed(done, total)
