"""How the program ends, whatever is open or at work: at once, in good order, with every word."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ladder_desktop.store.file import read

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30  # seconds; a test that takes so long has found a program that does not end
BEGINNING = """
import os, signal, sys
from ladder_desktop.ui.start import run

def on_window(window):
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox
    from ladder_desktop.widgets.note.note_editor import NoteEditor

    def end():
        os.kill(os.getpid(), signal.SIGTERM)

    def when(is_so, then):
        QTimer.singleShot(5, lambda: then() if is_so() else when(is_so, then))

    def picture(width, height):
        noise = os.urandom(width * height * 4)
        return QImage(noise, width, height, QImage.Format.Format_RGB32).copy()

    def asked():
        return [one for one in window.findChildren(QDialog) if one.isVisible()]

    def begin():
        note = window.view.page().focusWidget()
        note.insertPlainText("Kept.")
"""
END = """
    window.painted.connect(lambda: QTimer.singleShot(0, begin))

sys.exit(run(sys.argv[1:], on_window))
"""
ANSWERED = "job-satisfaction"
SITUATIONS = {
    "a picture is being prepared": """
        note.pictures().add(picture(3000, 2000))
        QTimer.singleShot(50, end)
""",
    "it is asked what a picture shows, and another one waits": """
        note.pictures().add(picture(40, 30))
        note.pictures().add(picture(50, 30))
        when(lambda: asked() and note.pictures()._undescribed, end)
""",
    "a picture comes out while the window closes": """
        note.pictures().add(picture(40, 30))
        shelf = note.pictures().shelf()
        while not shelf._worker._done.qsize():
            pass
        window.close()
""",
    "a mistake is told": """
        sys.stderr = open(os.devnull, "w")
        sys.excepthook(ValueError, ValueError(), None)
        when(asked, end)
""",
    "a file is chosen": """
        when(lambda: window.findChildren(QFileDialog), end)
        note.add_picture()
""",
    "something is asked, and it waits": """
        from ladder_desktop.ui.dialogs import ask
        when(asked, end)
        ask(window, "Which?", "", ["This", "That"])
""",
    "a stick is being written": """
        from threading import Event
        from ladder_desktop.ui.workshop import stick_writing
        from ladder_desktop.ui.workshop.stick_dialog import StickDialog
        never = Event()
        def write(_plan, _stick, _words, progress):
            while not never.wait(0.01):
                progress(1, 2)
        stick_writing.prepare = write
        dialog = StickDialog(window.program, window)
        dialog.set_target(window.program.places.data / "stick")
        dialog.open()
        dialog.prepare.click()
        QTimer.singleShot(50, end)
""",
    "something is at work that does not end": """
        from threading import Event, Thread
        Thread(target=Event().wait, daemon=True).start()
        from ladder_desktop.ui import ending
        ending.PATIENCE = 0.1
        end()
""",
}


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals on Windows")
@pytest.mark.parametrize("situation", SITUATIONS)
def test_it_ends_when_it_is_told_to(tmp_path: Path, file: Path, situation: str) -> None:
    """A signal, or a closed window, ends it without a word of complaint, and nothing is lost."""
    ended = subprocess.run(
        [sys.executable, "-c", BEGINNING + SITUATIONS[situation] + END, str(file)],
        cwd=ROOT,
        env=os.environ
        | {
            "HOME": str(tmp_path),
            "XDG_CONFIG_HOME": str(tmp_path / "config"),
            "XDG_DATA_HOME": str(tmp_path / "data"),
            "QT_QPA_PLATFORM": "offscreen",
        },
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )

    stored = read(file)
    complaints = [
        line for line in ended.stderr.splitlines() if "plugin does not support" not in line
    ]
    assert (ended.returncode, complaints) == (0, [])
    assert stored.workbook.answers[ANSWERED] == "Kept."
    assert stored.owner is None
