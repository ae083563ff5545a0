"""Looks after the file of an open workbook: a check at opening, and backup copies."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ladder_desktop.errors import LadderError
from ladder_desktop.paths import Places
from ladder_desktop.store.backup import keep_backup
from ladder_desktop.store.faults import DamagedError
from ladder_desktop.store.file import read
from ladder_desktop.ui.session import Session
from ladder_desktop.widgets.messenger import Messenger

BETWEEN_BACKUPS = 30 * 60.0  # seconds


class Guardian(QObject):
    """Checks every page of the file, then keeps a copy now and every 30 minutes, on a thread.

    A copy is only made when something changed since the last one.

    Attributes:
        rounds: how often it has looked whether a copy is due.

    Signals:
        damaged: the file is damaged; carries the DamagedError.
    """

    damaged = Signal(object)

    def __init__(
        self,
        session: Session,
        places: Places,
        parent: QObject,
        is_wanted: Callable[[], bool] = lambda: True,
    ) -> None:
        super().__init__(parent)
        self.rounds = 0
        self._is_wanted = is_wanted  # asked on the thread, before each copy
        self._session = session
        self._data = places.data
        self._ended = threading.Event()
        self._tell_damage = Messenger(self.damaged)
        self._thread = threading.Thread(target=self._run, name="guardian", daemon=True)

    def start(self) -> None:
        """Begin; call it when the window is painted."""
        self._thread.start()

    def stop(self) -> None:
        """Make no further copies; one that is being made is finished."""
        self._ended.set()

    def wait(self, timeout: float) -> None:
        """Wait, at most so many seconds, until a copy that is being made is there."""
        self._thread.join(timeout)

    def _run(self) -> None:
        if not self._is_sound():
            return
        self._keep()
        while not self._ended.wait(BETWEEN_BACKUPS):
            self._keep()

    def _is_sound(self) -> bool:
        try:
            read(self._session.path, thoroughly=True)
        except DamagedError as error:
            self._tell(error)
            return False
        except LadderError:
            return True  # it can't be reached just now; whoever writes into it says so
        return True

    def _keep(self) -> None:
        try:
            if self._is_wanted():
                keep_backup(self._session.path, self._data)
        except DamagedError as error:
            self._tell(error)
        except LadderError:
            pass  # the writer tells of a file that can't be reached, and the next round tries again
        self.rounds += 1

    def _tell(self, error: LadderError) -> None:
        if not self._ended.is_set():
            self._tell_damage(error)
