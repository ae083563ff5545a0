"""Opens a workbook for reading while another window has it, and takes over when that is gone."""

from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, QTimer

from ladder_desktop.errors import LadderError
from ladder_desktop.paths import Places
from ladder_desktop.store.faults import TakenError
from ladder_desktop.store.file import read
from ladder_desktop.ui.opening import Opened, open_workbook
from ladder_desktop.ui.session import Session

BETWEEN_TRIES = 2000  # milliseconds


def open_for_reading(path: Path) -> Opened:
    """Read a workbook file that another window writes; nothing is claimed.

    Raises:
        WorkbookFileError: it can't be read.
    """
    stored = read(path)
    session = Session(path.absolute(), stored.workbook, None, stored.changed)
    return Opened(session, msgspec.structs.replace(stored, owner=None), None)


def is_only_taken(opened: Opened) -> bool:
    """Tell whether a workbook is open for reading because another window has it."""
    return opened.session.read_only and not opened.stored.read_only


class TakeOver(QObject):
    """Waits until the other window is gone, then opens the workbook for writing."""

    def __init__(
        self, path: Path, places: Places, show: Callable[[Opened], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._path = path
        self._places = places
        self._show = show
        self._timer = QTimer(self, interval=BETWEEN_TRIES)
        self._timer.timeout.connect(self._try)
        self._timer.start()

    def _try(self) -> None:
        try:
            opened = open_workbook(self._path, self._places.data, self._places.rescues)
        except TakenError:
            return
        except LadderError:
            return  # gone with its disk, maybe; what is shown can still be read
        self._timer.stop()
        self._show(opened)
