"""Makes backup copies of the open workbook on a thread of its own."""

import threading
from collections.abc import Callable
from pathlib import Path

from ladder_desktop.errors import LadderError
from ladder_desktop.store.backup import Backup, keep_backup

BETWEEN = 30 * 60.0  # seconds of work


class BackupKeeper:
    """Keeps a copy when the workbook is opened and every half hour, if something changed.

    A copy that can't be made is tried again at the next turn; saving does not depend on it.
    """

    def __init__(
        self,
        path: Path,
        data: Path,
        on_kept: Callable[[Backup], None],
        on_trouble: Callable[[LadderError], None],
        *,
        between: float = BETWEEN,
    ) -> None:
        """Start the thread; it makes the first copy at once.

        Args:
            path: the workbook file.
            data: the person's data folder (`Places.data`).
            on_kept: called on the thread after each new copy.
            on_trouble: called on the thread when a copy could not be made.
            between: seconds from one copy to the next.
        """
        self._path = path
        self._data = data
        self._on_kept = on_kept
        self._on_trouble = on_trouble
        self._between = between
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="backups", daemon=True)
        self._thread.start()

    def stop(self, timeout: float = 0.0) -> None:
        """Make no further copies; wait so many seconds for the one that is being made."""
        self._stopped.set()
        self._thread.join(timeout)

    def _run(self) -> None:
        while True:
            try:
                backup = keep_backup(self._path, self._data)
            except LadderError as trouble:
                self._on_trouble(trouble)
            else:
                if backup:
                    self._on_kept(backup)
            if self._stopped.wait(self._between):
                return
