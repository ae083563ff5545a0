"""The window for printing and exporting."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ladder_desktop.ui import export_dialog
from ladder_desktop.ui.export_dialog import ExportDialog
from ladder_desktop.ui.menu_plan import Doers
from tests.ui.conftest import OpenWindow


def ask(doers: Doers) -> ExportDialog:
    """Open the window for exporting."""
    doers.output.ask()
    dialog = doers.window.findChild(ExportDialog)
    assert dialog is not None
    return dialog


def test_a_pdf_is_written_and_can_be_opened(
    qtbot: QtBot, open_window: OpenWindow, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Export writes the last key, too, and offers the finished file."""
    opened: list[Path] = []
    monkeypatch.setattr(export_dialog, "open_file", opened.append)
    doers = open_window(file)
    assert doers.window.view is not None
    qtbot.keyClicks(doers.window.view.page().focusWidget(), "printed")
    dialog = ask(doers)

    qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.open_written.isVisible, timeout=20_000)
    qtbot.mouseClick(dialog.open_written, Qt.MouseButton.LeftButton)
    dialog.accept()

    assert file.with_suffix(".pdf").read_bytes().startswith(b"%PDF")
    assert opened == [file.with_suffix(".pdf")]


@pytest.mark.parametrize("kind", ["md", "csv", "json"])
def test_other_formats_hold_the_answer(
    qtbot: QtBot, open_window: OpenWindow, file: Path, kind: str
) -> None:
    """Choosing another format writes it beside the workbook under its own ending."""
    doers = open_window(file)
    assert doers.window.view is not None
    qtbot.keyClicks(doers.window.view.page().focusWidget(), "exported")
    dialog = ask(doers)

    qtbot.mouseClick(dialog.format.buttons[kind], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.open_written.isVisible, timeout=20_000)
    dialog.accept()

    assert "exported" in file.with_suffix(f".{kind}").read_text()


def test_a_file_that_is_there_is_named_before_it_is_replaced(
    open_window: OpenWindow, file: Path
) -> None:
    """The button says that it replaces."""
    file.with_suffix(".pdf").write_bytes(b"old")

    dialog = ask(open_window(file))

    assert dialog.export.text() == "Replace it"
    dialog.reject()


def test_a_place_that_cant_be_written_gives_a_sentence(
    qtbot: QtBot, open_window: OpenWindow, file: Path
) -> None:
    """With a folder of that name in the way, the window says so and asks again."""
    file.with_suffix(".pdf").mkdir()
    dialog = ask(open_window(file))

    qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.trouble.isVisible, timeout=20_000)

    assert "notes.pdf" in dialog.trouble.text()
    assert dialog.export.isVisible()
    dialog.reject()
