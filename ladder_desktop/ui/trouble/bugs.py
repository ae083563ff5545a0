"""What happens when the program itself makes a mistake: save, say so once, offer a report."""

import datetime
import platform
import sys
import threading
import time
import traceback
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal, qVersion
from PySide6.QtWidgets import QFileDialog, QMessageBox

from ladder_desktop import __version__
from ladder_desktop.errors import ExportError
from ladder_desktop.paths import make_folder
from ladder_desktop.ui.dialogs import say_error
from ladder_desktop.ui.main_window import MainWindow
from ladder_desktop.ui.status import clock

REPORTS = "reports"
MOST_KEPT = 20
QUIET = 60.0  # seconds in which the same mistake is not told again: one may come with each paint
PATIENCE = 5.0  # seconds that saving may take before the person is told that it did not work


class Bugs(QObject):
    """The one place that hears of mistakes in the program.

    Signals:
        found: a mistake happened, maybe on another thread; carries its report.
    """

    found = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._words = window.program.words
        self._is_telling = False
        self._last = "", 0.0  # what was told last, and when, on a clock that nobody sets
        self.found.connect(self._tell)
        sys.excepthook = self._on_mistake
        threading.excepthook = self._on_thread_mistake

    def _on_mistake(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._window.close()
            return
        sys.__excepthook__(kind, error, trace)
        text = report(kind, trace)
        # a painter that is kept with its frame outlives what it paints on, and Qt aborts
        traceback.clear_frames(trace)
        told, at = self._last
        if text == told and time.monotonic() - at < QUIET:
            return
        # a report that can't be kept is still told, and can be saved elsewhere from there
        with suppress(OSError):
            keep_report(text, self._window.program.places.data)
        self.found.emit(text)

    def _on_thread_mistake(self, happened: threading.ExceptHookArgs) -> None:
        if happened.exc_value is not None:
            self._on_mistake(happened.exc_type, happened.exc_value, happened.exc_traceback)

    def _tell(self, text: str) -> None:
        """Save, then tell; a second mistake while the first is told of adds no second window."""
        if self._is_telling:
            return
        self._is_telling = True
        opened, words = self._window.opened, self._words
        saved = opened is None or opened.session.read_only or opened.session.settle(PATIENCE)
        box = QMessageBox(self._window)
        box.setWindowTitle(words("Ladder Desktop"))
        box.setText(words("The program made a mistake."))
        box.setInformativeText(self._assurance(is_saved=saved))
        box.addButton(words("Go on"), QMessageBox.ButtonRole.AcceptRole)
        keep = box.addButton(words("Save a report…"), QMessageBox.ButtonRole.ActionRole)
        box.finished.connect(lambda: self._on_told(text, wanted=box.clickedButton() is keep))
        box.open()

    def _assurance(self, *, is_saved: bool) -> str:
        opened, words = self._window.opened, self._words
        if not is_saved:
            return words(
                "Your last changes are not in the file yet. Save a copy elsewhere now: it is in "
                "the File menu."
            )
        if opened is None:
            return words("No workbook is open. A report for its makers holds no answers.")
        now = clock(datetime.datetime.now().astimezone())
        return words(
            "Your notes are safe: everything was saved at {time} in “{file}”. A report for the "
            "makers of the program holds none of your answers.",
            time=now,
            file=opened.session.path.name,
        )

    def _on_told(self, text: str, *, wanted: bool) -> None:
        self._is_telling = False
        self._last = text, time.monotonic()
        if not wanted:
            return
        words = self._words
        proposed = self._window.program.places.documents.parent / "ladder-desktop-report.txt"
        title = words("Save the report")
        chosen, _filter = QFileDialog.getSaveFileName(self._window, title, str(proposed))
        if chosen:
            self._save(text, Path(chosen))

    def _save(self, text: str, target: Path) -> None:
        # what writes files is not needed before
        from ladder_desktop.export.target import write_text  # noqa: PLC0415

        try:
            write_text(target, text)
        except ExportError as error:
            say_error(self._window, error, self._words)


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return what the makers need to know.

    The message of a mistake may quote an answer, so only its kind and the places in the program
    are named.
    """
    places = "".join(
        f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}\n"
        for frame in traceback.extract_tb(trace)
    )
    return (
        f"Ladder Desktop {__version__}\n"
        f"Qt {qVersion()}, Python {platform.python_version()}, {platform.platform()}\n"
        f"{kind.__name__}\n{places}"
    )


def keep_report(text: str, data: Path) -> Path:
    """Put a report into the data folder, from where a person can send it; old ones go.

    Raises:
        OSError: the folder can't be written to.
    """
    folder = data / REPORTS
    make_folder(folder)
    place = folder / f"{datetime.datetime.now(datetime.UTC):%Y%m%dT%H%M%S%f}.txt"
    place.write_text(text, encoding="utf-8")
    for old in sorted(folder.glob("*.txt"))[:-MOST_KEPT]:
        old.unlink(missing_ok=True)
    return place
