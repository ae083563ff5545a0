"""What is too long for an answer, in the window."""

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication, QMessageBox

from ladder_desktop.store.file import read
from ladder_desktop.widgets.note.note_editor import NoteEditor
from tests.ui.conftest import OpenWindow

FIRST = "job-satisfaction"  # the question that has the focus in a new workbook


def test_a_text_without_end_gets_a_sentence(open_window: OpenWindow, file: Path) -> None:
    """A computer's log that somebody has in the clipboard would make each key wait."""
    doers = open_window(file)
    note = QApplication.focusWidget()
    assert isinstance(note, NoteEditor)
    source = QMimeData()
    source.setText("x" * 1_000_001)

    note.insertFromMimeData(source)

    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert "too long" in box.text()
    box.close()
    assert note.text() == ""
    assert doers.window.opened is not None
    assert doers.window.opened.session.settle(5)
    assert read(file).workbook.answers[FIRST] == ""
