"""The screens that people seldom come upon: warnings, questions, and what needs a second file."""

import time
from collections.abc import Callable
from pathlib import Path

import docx
import msgspec
from PySide6.QtCore import QMimeData, QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from ladder_desktop.blocks.prompt.model import Prompt
from ladder_desktop.errors import N_, ExportError
from ladder_desktop.export.options import ExportOptions
from ladder_desktop.export.writing import export
from ladder_desktop.store.index import Index
from ladder_desktop.store.indexing import Indexer
from ladder_desktop.store.searching import search
from ladder_desktop.ui.bringing.bring_dialog import BringDialog
from ladder_desktop.ui.bringing.unplaced_dialog import UnplacedDialog
from ladder_desktop.ui.dialogs import say_error
from ladder_desktop.ui.menu_plan import Doers
from ladder_desktop.ui.moving_on import MoveDialog, SetAsideDialog
from ladder_desktop.ui.overview.overseeing import show_overview
from ladder_desktop.ui.overview.overview_window import OverviewWindow
from ladder_desktop.ui.start_page.start_page import StartPage
from ladder_desktop.ui.templating.proposal_dialog import ProposalDialog
from ladder_desktop.ui.trouble.damage import DamageDialog
from ladder_desktop.widgets.grid.day_picker import DayPicker
from ladder_desktop.widgets.note.note_editor import NoteEditor
from ladder_desktop.widgets.picture.picture_describing import DescribingDialog
from ladder_desktop.widgets.picture.picture_strip import PictureThumb
from ladder_desktop.widgets.rows.row_card import RowCard
from ladder_desktop.workbook.newer_template import moved
from ladder_desktop.workbook.workbook import Workbook
from tests.photos import photo
from tests.screen import Files, Screen

PATIENCE = 20  # seconds
WRITTEN = "Somebody wrote this into the printed form, and it is longer than what was there."
REFUSED = ExportError(
    N_("“{file}” can't be written: {reason}. Choose another place."),
    file="Maria Lopez.pdf",
    reason="Permission denied",
)


def rare_screens() -> dict[str, Screen]:
    """Return these screens by their names."""
    return {
        "searching": Screen(_search, ""),
        "menu": Screen(lambda doers, _: _pop_up(doers, "file")),
        "calendar": Screen(_open_calendar),
        "undo": Screen(_delete_row),
        "pictures": Screen(_put_picture),
        "describe": Screen(_describe),
        "picture": Screen(_open_picture),
        "compared": Screen(_compare),
        "conflict": Screen(_join_conflict),
        "newer-questions": Screen(_move),
        "no-longer-asked": Screen(_show_set_aside),
        "bring-in": Screen(_bring_in),
        "unplaced": Screen(_show_unplaced),
        "from-word": Screen(_propose, ""),
        "wrong-template": Screen(lambda doers, files: doers.templating.take(files.mistaken), ""),
        "damaged": Screen(_show_damage, ""),
        "error": Screen(lambda doers, _: say_error(doers.window, REFUSED, doers.words)),
        "rename": Screen(lambda doers, _: doers.filing.rename()),
    }


def until(is_so: Callable[[], bool]) -> None:
    """Let the program go on until something is so."""
    deadline = time.monotonic() + PATIENCE
    while not is_so():
        QApplication.processEvents()
        assert time.monotonic() < deadline, "this never came about"


def _workbook(doers: Doers) -> Workbook:
    assert doers.window.opened is not None
    return doers.window.opened.session.workbook


def _first_prompt(workbook: Workbook) -> Prompt:
    return next(block for block in workbook.template.blocks() if isinstance(block, Prompt))


def _first_note(doers: Doers) -> NoteEditor:
    assert doers.window.view is not None
    return doers.window.view.page().findChildren(NoteEditor)[0]


def _search(doers: Doers, files: Files) -> None:
    page = doers.window.page
    assert isinstance(page, StartPage)
    index = Index(files.workbook.parent / "index")
    Indexer(index, doers.words, lambda: True).refresh([files.workbook])
    page.search.show()
    page.search.line.setText("mentor")
    page.search.show_found("mentor", search(index, "mentor"))


def _pop_up(doers: Doers, name: str) -> None:
    menu = doers.window.menus[name]
    bar = doers.window.menuBar()
    place = bar.actionGeometry(menu.menuAction()).bottomLeft()
    menu.popup(bar.mapToGlobal(QPoint(place.x(), place.y())))


def _open_calendar(doers: Doers, _files: Files) -> None:
    doers.goto.details()
    QApplication.processEvents()
    assert doers.window.view is not None
    doers.window.view.details().findChildren(DayPicker)[0].click()


def _delete_row(doers: Doers, _files: Files) -> None:
    assert doers.window.view is not None
    doers.goto.section(2)
    page = doers.window.view.section_page(2)
    page.complete()
    page.findChildren(RowCard)[0].delete.click()


def _offer_picture(note: NoteEditor) -> None:
    data = QMimeData()
    data.setImageData(QImage.fromData(photo((1200, 800))))
    note.pictures().take(data)


def _put_picture(doers: Doers, _files: Files) -> None:
    note = _first_note(doers)
    _offer_picture(note)
    until(lambda: _shown(DescribingDialog) is not None)
    dialog = _shown(DescribingDialog)
    assert isinstance(dialog, DescribingDialog)
    dialog.description.setText("Sticky notes on a red wall")
    dialog.accept_button.click()
    until(lambda: bool(note.findChildren(PictureThumb)))


def _describe(doers: Doers, _files: Files) -> None:
    _offer_picture(_first_note(doers))
    until(lambda: _shown(DescribingDialog) is not None)


def _open_picture(doers: Doers, files: Files) -> None:
    _put_picture(doers, files)
    _first_note(doers).findChildren(PictureThumb)[0].click()


def _compare(doers: Doers, _files: Files) -> None:
    note = _first_note(doers)
    note.selectAll()
    note.insertPlainText("")
    show_overview(doers.window)
    until(lambda: _shown(OverviewWindow) is not None)
    window = _shown(OverviewWindow)
    assert isinstance(window, OverviewWindow)
    first: QComboBox = window.earlier
    first.setCurrentIndex(first.count() - 1)
    first.activated.emit(first.currentIndex())


def _join_conflict(doers: Doers, files: Files) -> None:
    note = _first_note(doers)
    note.insertPlainText("I wrote this here meanwhile. ")
    doers.keeping.joining.bring_in(files.copy)


def _move(doers: Doers, _files: Files) -> None:
    before = _workbook(doers)
    sections = before.template.sections
    fewer = msgspec.structs.replace(sections[0], blocks=sections[0].blocks[1:])
    newer = msgspec.structs.replace(before.template, sections=(fewer, *sections[1:]))
    MoveDialog(before, moved(before, newer), doers.words, doers.window).open()


def _show_set_aside(doers: Doers, _files: Files) -> None:
    workbook = _workbook(doers)
    aside = {_first_prompt(workbook).id: WRITTEN}
    kept = msgspec.structs.replace(workbook, no_longer_asked=aside)
    SetAsideDialog(kept, doers.words, doers.window).open()


def _bring_in(doers: Doers, files: Files) -> None:
    workbook = _workbook(doers)
    filled = files.workbook.with_name("filled.docx")
    changed = workbook.with_answer(_first_prompt(workbook).id, WRITTEN)
    export(changed, "docx", filled, ExportOptions(), doers.words)
    bringing = doers.bringing
    bringing.bring(filled)
    until(lambda: _shown(BringDialog) is not None and not bringing.reading)


def _show_unplaced(doers: Doers, _files: Files) -> None:
    UnplacedDialog((WRITTEN, "Who brings coffee?"), doers.words, doers.window).open()


def _propose(doers: Doers, files: Files) -> None:
    path = files.workbook.with_name("Our meeting.docx")
    _write_form(path)
    doers.templating.take(path)
    until(lambda: _shown(ProposalDialog) is not None)


def _write_form(path: Path) -> None:
    document = docx.Document()
    document.add_heading("Our meeting", 0)
    document.add_paragraph("For everybody who takes part.")
    for head, questions in (("Why", ("Why do we meet?",)), ("Where", ("Where?", "With whom?"))):
        document.add_heading(head, 1)
        for question in questions:
            document.add_paragraph(question)
            document.add_paragraph("")
    document.save(str(path))


def _show_damage(doers: Doers, files: Files) -> None:
    DamageDialog(
        files.workbook,
        doers.words,
        lambda _path: None,
        find=lambda: None,
        templates=list,
        elsewhere=files.workbook.parent,
        parent=doers.window,
    ).open()


def _shown(kind: type[QWidget]) -> QWidget | None:
    windows = QApplication.topLevelWidgets()
    return next((one for one in windows if isinstance(one, kind) and one.isVisible()), None)
