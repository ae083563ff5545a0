"""Proves that an installation works: opens the window, types, saves, prints, reopens, reports.

`ladder-desktop --smoke --smoke-log FILE [--smoke-picture FILE] [WORKBOOK]` answers for every way
in which the program is handed out. Nothing of the person's own is touched: the workbook lies in
a temporary folder unless one is named, and so do the settings.
"""

import argparse
import platform
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any

import msgspec
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, qVersion
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from ladder_desktop import __version__
from ladder_desktop.export.options import ExportOptions
from ladder_desktop.export.writing import export
from ladder_desktop.paths import Places, resources, user_places
from ladder_desktop.spelling.dictionary import load
from ladder_desktop.spelling.proofreader import Proofreader
from ladder_desktop.store.file import read
from ladder_desktop.store.making import create
from ladder_desktop.ui.app import make_program, start_application
from ladder_desktop.ui.main_window import MainWindow
from ladder_desktop.ui.opening import open_workbook
from ladder_desktop.ui.settings.program import Program
from ladder_desktop.widgets.note.note_editor import NoteEditor
from ladder_desktop.workbook.details import Details
from ladder_desktop.workbook.shelf import built_in
from ladder_desktop.workbook.workbook import new_workbook

TEMPLATE = "career-growth"
TYPED = "Typed by the smoke test: año, 漢字"
MISSPELT = ("We all saw teh school.", "La evaluacion es para los estudiantes.")
PATIENCE = 240_000  # ms; an emulated Windows is slow
SAVING = 30.0  # seconds that a slow disk may take
# What must never be loaded: the program opens no connection.
NETWORK = ("ssl", "_ssl", "http", "http.client", "urllib.request", "PySide6.QtNetwork")
NETWORK_LIBRARIES = ("Qt6Network", "libssl")


class Smoke(QObject):
    """One run through the program.

    Attributes:
        found: what is reported.
    """

    def __init__(self, program: Program, file: Path, picture: Path | None) -> None:
        super().__init__()
        self.found: dict[str, Any] = {"ok": False}
        self._program = program
        self._file = file
        self._picture = picture
        self._start = time.monotonic()
        self._window: MainWindow | None = None

    def begin(self) -> None:
        """Make the workbook, unless it is there, and open a window on it."""
        if not self._file.exists() or not self._file.stat().st_size:
            self._file.unlink(missing_ok=True)
            template = built_in(TEMPLATE, self._program.resources)
            create(self._file, new_workbook(template, Details(name="Smoke Test")))
        self._open(self._type)

    def _open(self, then: Callable[[], None]) -> None:
        window = MainWindow(self._program)
        window.show_workbook(open_workbook(self._file, self._program.places.data))
        window.painted.connect(lambda: QTimer.singleShot(0, self, then))
        self._window = window
        window.show()

    def _type(self) -> None:
        self.found["first_paint_seconds"] = round(time.monotonic() - self._start, 3)
        note = _box_of(self._window)
        before = note.text()
        note.setFocus()
        for sign in TYPED:
            _press(note, sign)
        self.found["typed"] = note.text().removeprefix(before)
        # a picture shows what was painted only after the events that ask for painting
        QTimer.singleShot(0, self, self._save)

    def _save(self) -> None:
        window = self._window
        if window is None or window.opened is None:
            return
        self.found["misspelt"] = self._misspelt()
        if self._picture:
            window.grab().save(str(self._picture))
        self.found["saved"] = window.opened.session.close(SAVING)
        window.close()
        self._print()
        self._open(self._look_again)

    def _print(self) -> None:
        stored = read(self._file)
        target = self._file.with_suffix(".pdf")
        export(stored.workbook, "pdf", target, ExportOptions(), self._program.words)
        # heavy, and only wanted here
        import pikepdf  # noqa: PLC0415

        with pikepdf.open(target) as document:
            self.found["pdf_pages"] = len(document.pages)
        self.found["pdf_bytes"] = target.stat().st_size
        self.found["misfits"] = len(stored.misfits)

    def _misspelt(self) -> list[str]:
        """Return what each dictionary that came along finds wrong."""
        reader = Proofreader(partial(load, resources=self._program.resources))
        return [mistake.word for text in MISSPELT for mistake in reader.mistakes(text)]

    def _look_again(self) -> None:
        self.found["reopened"] = TYPED in _box_of(self._window).text()
        if self._window and self._window.opened:
            self._window.opened.session.close(SAVING)
            self._window.close()
        self.found["ok"] = (
            TYPED in self.found["typed"]
            and self.found["saved"]
            and self.found["reopened"]
            and self.found["pdf_pages"] > 1
            and self.found["misspelt"] == ["teh", "evaluacion"]
        )
        QCoreApplication.quit()


def run(arguments: list[str]) -> int:
    """Run through the program, write down what was found, and return 0 if all is well."""
    asked = _parse(arguments)
    with tempfile.TemporaryDirectory(prefix="ladder-smoke-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        application = start_application(lambda: sys.exit("There is no display."))
        places = Places(documents=folder, data=folder / "data", config=folder / "config")
        smoke = Smoke(
            make_program(application, places),
            asked.workbook or folder / "Smoke test å.ladder",
            asked.smoke_picture,
        )
        sys.excepthook = partial(_on_fault, smoke)
        QTimer.singleShot(0, smoke, smoke.begin)
        QTimer.singleShot(PATIENCE, smoke, QCoreApplication.quit)
        application.exec()
        report = {**smoke.found, **_surroundings()}
    text = msgspec.json.format(msgspec.json.encode(report)).decode()
    if asked.smoke_log:
        asked.smoke_log.write_text(text + "\n", encoding="utf-8")
    else:
        sys.stdout.write(text + "\n")
    return 0 if report["ok"] else 1


def network_parts() -> list[str]:
    """Return parts of this process that could open a connection to another computer."""
    # installers put an empty module, which has no origin, in the place of one that is never used
    loaded = [name for name in NETWORK if getattr(sys.modules.get(name), "__spec__", None)]
    maps = Path("/proc/self/maps")
    mapped = maps.read_text(encoding="utf-8", errors="replace") if maps.exists() else ""
    return loaded + [name for name in NETWORK_LIBRARIES if name in mapped]


def _on_fault(
    smoke: Smoke, kind: type[BaseException], fault: BaseException, trace: TracebackType | None
) -> None:
    """Report whatever kept the run from going on, and end it."""
    smoke.found["error"] = "".join(traceback.format_exception(kind, fault, trace))
    QCoreApplication.quit()


def _parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="ladder-desktop", allow_abbrev=False)
    parser.add_argument("--smoke", action="store_true", required=True)
    parser.add_argument("--smoke-log", type=Path)
    parser.add_argument("--smoke-picture", type=Path)
    parser.add_argument("workbook", type=Path, nargs="?")
    return parser.parse_args(arguments)


def _box_of(window: MainWindow | None) -> NoteEditor:
    """Return the first box for an answer in a window."""
    assert window is not None  # noqa: S101 - it was opened a step before
    assert window.view is not None  # noqa: S101 - and shows a workbook
    box = window.view.page().findChild(NoteEditor)
    assert isinstance(box, NoteEditor)  # noqa: S101 - the first section asks for texts
    return box


def _press(target: QWidget, sign: str) -> None:
    """Press and release a key, as a keyboard would, on whatever takes the keys of a widget."""
    receiver = target.focusProxy() or target
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        key = Qt.Key(ord(sign.upper())) if sign.isascii() else Qt.Key.Key_unknown
        QApplication.sendEvent(receiver, QKeyEvent(kind, key, _no_modifier(), sign))


def _no_modifier() -> Qt.KeyboardModifier:
    return Qt.KeyboardModifier.NoModifier


def _surroundings() -> dict[str, Any]:
    """Return what the program runs on and where it would keep a person's files."""
    places = user_places()
    return {
        "version": __version__,
        "python": platform.python_version(),
        "qt": qVersion(),
        "platform": QGuiApplication.platformName(),
        "resources": str(resources()),
        "documents": str(places.documents),
        "data": str(places.data),
        "config": str(places.config),
        "network_parts": network_parts(),
    }
