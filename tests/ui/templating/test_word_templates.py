"""A Word document becomes a template as a person changes it, and its answers come along."""

from collections.abc import Callable, Sequence
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from ladder_desktop.intake.docx_template import propose
from ladder_desktop.intake.proposal import KINDS
from ladder_desktop.paths import Places
from ladder_desktop.store.own_templates import own_templates
from ladder_desktop.ui.bringing.unplaced_dialog import UnplacedDialog
from ladder_desktop.ui.menu_plan import Doers
from ladder_desktop.ui.templating import word_templates
from ladder_desktop.ui.templating.proposal_dialog import ProposalDialog
from ladder_desktop.words import Words
from ladder_desktop.workbook.shelf import read_template_file
from tests.ui.conftest import OpenWindow

Written = Callable[..., Path]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """Return what writes a document of two headings, with these answers under its questions."""

    def write(name: str, reason: str = "", place: str = "", extra: str = "") -> Path:
        document = docx.Document()
        document.add_heading("Our meeting", 0)
        if extra:
            document.add_paragraph(extra)
        document.add_heading("Why", 1)
        document.add_paragraph("Why do we meet?")
        document.add_paragraph(reason)
        document.add_heading("Where", 1)
        document.add_paragraph("Where do we meet?")
        document.add_paragraph(place)
        document.add_paragraph("Who brings coffee?")
        document.add_paragraph("")
        path = tmp_path / name
        document.save(str(path))
        return path

    return write


def dialog_for(qtbot: QtBot, doers: Doers, path: Path) -> ProposalDialog:
    """Return the window with the proposal for a document."""
    doers.templating.take(path)
    qtbot.waitUntil(lambda: doers.window.findChild(ProposalDialog) is not None)
    dialog = doers.window.findChild(ProposalDialog)
    assert dialog is not None
    return dialog


def answer(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """Answer what comes after a template was kept."""

    def ask(_parent: object, _text: str, _detail: str, _answers: Sequence[str]) -> int:
        return number

    monkeypatch.setattr(word_templates, "ask", ask)


def choose(dialog: ProposalDialog, section: int, block: int | None) -> None:
    """Choose a line of the list."""
    line = dialog.tree.topLevelItem(section)
    assert line is not None
    chosen: QTreeWidgetItem | None = line if block is None else line.child(block)
    assert chosen is not None
    dialog.tree.setCurrentItem(chosen)


def test_a_proposal_is_changed_by_hand_and_kept(
    qtbot: QtBot,
    open_window: OpenWindow,
    written: Written,
    places: Places,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Titles, kinds and what is left out are as the person wants; all else is word for word."""
    doers = open_window(None)
    dialog = dialog_for(qtbot, doers, written("blank.docx"))
    answer(monkeypatch, 2)

    choose(dialog, 0, None)
    dialog.part.title.selectAll()
    qtbot.keyClicks(dialog.part.title, "Reasons")
    choose(dialog, 1, 0)
    dialog.part.kind.setFocus()
    qtbot.keyClick(dialog.part.kind, Qt.Key.Key_Down)
    choose(dialog, 1, 1)
    left_out = dialog.tree.currentItem()
    assert left_out is not None
    left_out.setCheckState(0, Qt.CheckState.Unchecked)
    qtbot.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)

    (own,) = own_templates(places.data)
    assert own.template is not None
    blocks = [(block.kind, getattr(block, "question", "")) for block in own.template.blocks()]
    assert [section.title for section in own.template.sections] == ["Reasons", "Where"]
    assert blocks == [("prompt", "Why do we meet?"), ("checklist", "")]
    assert "Where do we meet?" in own.template.text
    assert "coffee" not in own.template.text
    assert not dialog.isVisible()


def test_kinds_can_be_tried_without_losing_a_word(
    qtbot: QtBot, written: Written, words: Words
) -> None:
    """Back at the first kind the block is what the document says."""
    dialog = ProposalDialog(propose(written("blank.docx")), "blank.docx", words)
    qtbot.addWidget(dialog)
    choose(dialog, 1, 0)
    before = dialog.edits.template().text

    seen = []
    for place in (*range(1, len(KINDS)), 0):
        dialog.part.kind.setCurrentIndex(place)
        dialog.part.kind.activated.emit(place)
        seen.append(dialog.edits.block(1, 0).kind)
        assert dialog.part.shown is not None

    assert seen == [*KINDS[1:], KINDS[0]]
    assert dialog.edits.template().text == before


def test_with_everything_left_out_there_is_nothing_to_keep(
    qtbot: QtBot, written: Written, words: Words
) -> None:
    """The buttons are grey until there is something again."""
    dialog = ProposalDialog(propose(written("blank.docx")), "blank.docx", words)
    qtbot.addWidget(dialog)
    sections = [dialog.tree.topLevelItem(0), dialog.tree.topLevelItem(1)]

    for line in sections:
        assert line is not None
        line.setCheckState(0, Qt.CheckState.Unchecked)
    without = dialog.keep.isEnabled(), dialog.save.isEnabled()
    assert sections[0] is not None
    sections[0].setCheckState(0, Qt.CheckState.Checked)

    assert without == (False, False)
    assert dialog.keep.isEnabled()


def test_a_proposal_can_be_saved_as_a_file(
    qtbot: QtBot,
    open_window: OpenWindow,
    written: Written,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The file is a template like any other, for another computer or an editor."""
    target = tmp_path / "made.toml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    dialog = dialog_for(qtbot, open_window(None), written("blank.docx"))

    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)

    assert read_template_file(target).title == "Our meeting"
    assert not dialog.isVisible()


def test_a_filled_document_brings_its_answers_along(
    qtbot: QtBot,
    open_window: OpenWindow,
    written: Written,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What the blank lacks is answer; what has no place is listed before the workbook is made."""
    filled = written("filled.docx", "To decide.", "In the library.", "Hello all, this is new")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(filled), ""))
    doers = open_window(None)
    dialog = dialog_for(qtbot, doers, written("blank.docx"))
    answer(monkeypatch, 1)

    qtbot.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: doers.window.findChild(UnplacedDialog) is not None, timeout=20_000)
    listed = doers.window.findChild(UnplacedDialog)
    assert listed is not None
    told = listed.list.toPlainText()
    qtbot.mouseClick(listed.go_on, Qt.MouseButton.LeftButton)

    assert "Hello all, this is new" in told
    assert doers.window.opened is not None
    workbook = doers.window.opened.session.workbook
    assert "To decide." in workbook.answers.values()
    assert "In the library." in workbook.answers.values()


def test_a_document_that_is_none_is_refused_in_a_sentence(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    """The person is told what is wrong, and the start page stays."""
    path = tmp_path / "not.docx"
    path.write_bytes(b"no document")
    doers = open_window(None)

    doers.templating.take(path)
    qtbot.waitUntil(lambda: doers.window.findChild(QMessageBox) is not None)

    box = doers.window.findChild(QMessageBox)
    assert box is not None
    assert "not.docx" in box.text()
    assert QApplication.overrideCursor() is None
