"""Filled documents are shown before they change anything, and PDFs give back their workbook."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from ladder_desktop.export.options import ExportOptions
from ladder_desktop.export.writing import export
from ladder_desktop.store.file import read
from ladder_desktop.store.past import moments
from ladder_desktop.ui.bringing.bring_dialog import BringDialog
from ladder_desktop.ui.menu_plan import Doers
from ladder_desktop.ui.paper.hand_in import HandInDialog
from ladder_desktop.words import Words
from ladder_desktop.workbook.workbook import Workbook
from tests.ui.conftest import OpenWindow
from tests.ui.dropping import drop


@pytest.fixture
def filled_in(tmp_path: Path, empty_workbook: Workbook, words: Words) -> Path:
    """Return a Word document that somebody filled in."""
    path = tmp_path / "filled.docx"
    workbook = empty_workbook.with_answer("job-satisfaction", "from Word, with **marks**")
    export(workbook, "docx", path, ExportOptions(), words)
    return path


def shown(doers: Doers, qtbot: QtBot) -> BringDialog:
    """Return the window with the changes, once it is there."""
    qtbot.waitUntil(
        lambda: doers.window.findChild(BringDialog) is not None and not doers.bringing.reading,
        timeout=20_000,
    )
    dialog = doers.window.findChild(BringDialog)
    assert dialog is not None
    return dialog


def test_a_filled_document_is_shown_then_brought_in(
    qtbot: QtBot, open_window: OpenWindow, file: Path, filled_in: Path
) -> None:
    """The change is named with its question, put in, kept in the history, and can be undone."""
    doers = open_window(file)
    assert doers.window.opened is not None
    assert doers.window.view is not None
    session = doers.window.opened.session
    qtbot.keyClicks(doers.window.view.page().focusWidget(), "typed")

    doers.bringing.bring(filled_in)
    dialog = shown(doers, qtbot)
    before = session.workbook.answers["job-satisfaction"]
    [(label, change)] = dialog.changes
    with qtbot.waitSignal(session.saved):
        qtbot.mouseClick(dialog.bring, Qt.MouseButton.LeftButton)

    assert before == "typed"
    assert "satisf" in label
    assert (change.old, change.new) == ("typed", "from Word, with **marks**")
    assert read(file).workbook.answers["job-satisfaction"] == "from Word, with **marks**"
    assert ("before", "bring in") in [(one.reason, one.title) for one in moments(file)]
    with qtbot.waitActive(doers.window):  # no window manager here gives the focus back
        doers.window.activateWindow()
    doers.window.view.focus_block("job-satisfaction")
    doers.edits.undo()
    session.flush()
    assert session.workbook.answers["job-satisfaction"] == "typed"


def test_what_is_written_while_a_document_is_read_counts(
    qtbot: QtBot, open_window: OpenWindow, file: Path, filled_in: Path
) -> None:
    """The document is read once more, so that no change goes unseen."""
    doers = open_window(file)
    assert doers.window.opened is not None
    assert doers.window.view is not None

    doers.bringing.bring(filled_in)
    qtbot.keyClicks(doers.window.view.page().focusWidget(), "meanwhile")
    dialog = shown(doers, qtbot)

    [(_, change)] = dialog.changes
    assert (change.old, change.new) == ("meanwhile", "from Word, with **marks**")
    dialog.close()


def test_a_filled_document_can_be_dropped(
    qtbot: QtBot, open_window: OpenWindow, file: Path, filled_in: Path
) -> None:
    """Dropped on an open workbook, it is shown like one that was looked for."""
    doers = open_window(file)

    welcome = drop(doers, filled_in)
    dialog = shown(doers, qtbot)

    assert welcome
    assert len(dialog.changes) == 1
    dialog.close()


def test_looking_and_leaving_changes_nothing(
    qtbot: QtBot, open_window: OpenWindow, file: Path, filled_in: Path
) -> None:
    """Cancel leaves the workbook as it is."""
    doers = open_window(file)

    doers.bringing.bring(filled_in)
    dialog = shown(doers, qtbot)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert doers.window.opened is not None
    assert doers.window.opened.session.workbook.answers["job-satisfaction"] == ""


def test_a_strange_document_gives_a_sentence(
    qtbot: QtBot, open_window: OpenWindow, file: Path, tmp_path: Path
) -> None:
    """What can't be read is said in words."""
    strange = tmp_path / "strange.docx"
    strange.write_bytes(b"no document")
    doers = open_window(file)

    doers.bringing.bring(strange)

    qtbot.waitUntil(lambda: doers.window.findChild(QMessageBox) is not None, timeout=20_000)
    box = doers.window.findChild(QMessageBox)
    assert box is not None
    assert "strange.docx" in box.text()
    box.close()


def test_a_pdf_gives_back_the_workbook_it_carries(
    qtbot: QtBot, open_window: OpenWindow, empty_workbook: Workbook, words: Words, tmp_path: Path
) -> None:
    """Dropped on the start page, it becomes a new workbook file with every answer."""
    path = tmp_path / "mailed.pdf"
    workbook = empty_workbook.with_answer("job-satisfaction", "came by mail")
    export(workbook, "pdf", path, ExportOptions(carry=True), words)
    doers = open_window(None)

    welcome = drop(doers, path)
    qtbot.waitUntil(lambda: doers.window.opened is not None, timeout=20_000)

    assert welcome
    assert doers.window.opened is not None
    session = doers.window.opened.session
    assert session.path.suffix == ".ladder"
    assert session.workbook.answers == workbook.answers


def test_a_pdf_without_a_workbook_says_what_to_do(
    qtbot: QtBot, open_window: OpenWindow, empty_workbook: Workbook, words: Words, tmp_path: Path
) -> None:
    """A plain PDF opens nothing; the sentence names the way for filled forms."""
    path = tmp_path / "plain.pdf"
    export(empty_workbook, "pdf", path, ExportOptions(), words)
    doers = open_window(None)

    doers.files.open(path)

    qtbot.waitUntil(lambda: doers.window.findChild(QMessageBox) is not None, timeout=20_000)
    box = doers.window.findChild(QMessageBox)
    assert box is not None
    assert "carries no workbook" in box.text()
    box.close()


def test_a_copy_to_hand_in_leaves_out_what_is_not_ticked(
    qtbot: QtBot, open_window: OpenWindow, file: Path, tmp_path: Path
) -> None:
    """What was typed in an unticked section, now or earlier, is nowhere in the copy's bytes."""
    doers = open_window(file)
    assert doers.window.view is not None
    assert doers.window.opened is not None
    qtbot.keyClicks(doers.window.view.page().focusWidget(), "quokkaword")
    doers.window.opened.session.keep_moment("checkpoint", "with quokkas")
    doers.handing.ask()
    dialog = doers.window.findChild(HandInDialog)
    assert dialog is not None
    target = tmp_path / "part.ladder"

    qtbot.keyClick(next(iter(dialog.sections.values())), Qt.Key.Key_Space)
    chosen = dialog.chosen()
    dialog.reject()
    assert doers.handing.save(target, chosen)

    assert b"quokka" not in target.read_bytes()
    assert read(target).workbook.identity == doers.window.opened.session.workbook.identity
    assert doers.window.opened.session.workbook.answers["job-satisfaction"] == "quokkaword"
