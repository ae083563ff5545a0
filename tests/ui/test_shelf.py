"""Every built-in template is filled completely with real keys, saved, reopened and handed on."""

import itertools
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from ladder_desktop.blocks.block import plain
from ladder_desktop.export.options import ExportOptions, Preset
from ladder_desktop.export.writing import FORMATS, export
from ladder_desktop.paths import resources
from ladder_desktop.store.file import read
from ladder_desktop.store.making import create
from ladder_desktop.ui.find.finding import hits_on, show_hit
from ladder_desktop.ui.pages import SectionPage
from ladder_desktop.ui.workbook_view import WorkbookView
from ladder_desktop.widgets.count_field import CountField
from ladder_desktop.widgets.fold import Fold
from ladder_desktop.widgets.grid.day_picker import DayPicker
from ladder_desktop.widgets.grid.grid_editor import GridEditor
from ladder_desktop.widgets.note.note_editor import NoteEditor
from ladder_desktop.widgets.rating_picker import RatingPicker
from ladder_desktop.widgets.tick_box import TickBox
from ladder_desktop.words import Words
from ladder_desktop.workbook.shelf import built_in, template_files
from ladder_desktop.workbook.workbook import Workbook, new_workbook
from tests.on_screen import focused
from tests.reading_back import text_of
from tests.ui.conftest import OpenWindow

IDS = [path.stem for path in template_files(resources())]
PRESETS: tuple[Preset, ...] = ("full", "answers", "summary", "blank")
FIGURES = {"integer": "3", "money": "$1,200.50", "percent": "12.5%", "date": "12/1/2026"}


class Typist:
    """Fills every control of a page with the keyboard.

    Attributes:
        typed: every word that was typed as text.
    """

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self._numbers = itertools.count(1000)
        self.typed: list[str] = []

    def fill(self, view: WorkbookView) -> None:
        """Fill the open page."""
        page = view.page()
        assert isinstance(page, SectionPage)
        page.complete()
        for fold in page.findChildren(Fold):
            fold.set_open(True)
        for note in page.findChildren(NoteEditor):
            note.setFocus()
            self._qtbot.keyClicks(note, self._word())
        for tick in page.findChildren(TickBox):
            self._qtbot.keyClick(tick, Qt.Key.Key_Space)
        for rating in page.findChildren(RatingPicker):
            self._qtbot.keyClick(rating.entry(), "2")
        for picker in page.findChildren(DayPicker):
            self._pick(picker)
        for field in page.findChildren(CountField):
            field.setFocus()
            self._qtbot.keyClicks(field, "4")
        for grid in page.findChildren(GridEditor):
            self._fill_grid(grid)

    def _word(self) -> str:
        self.typed.append(f"q{next(self._numbers)}z")
        return self.typed[-1]

    def _pick(self, picker: DayPicker) -> None:
        self._qtbot.keyClick(picker, Qt.Key.Key_Space)
        calendar = picker.findChild(QCalendarWidget)
        assert calendar is not None
        days = calendar.findChild(QWidget, "qt_calendar_calendarview")
        self._qtbot.keyClick(days, Qt.Key.Key_Return)

    def _fill_grid(self, grid: GridEditor) -> None:
        for row in range(grid.model.rowCount()):
            for number, column in enumerate(grid.model.rules.columns):
                grid.go_to(row, number)
                if column.type == "choice" and row:
                    self._repeat(grid, row, number)
                elif not column.is_computed:
                    self._fill_cell(grid, column.type)

    def _repeat(self, grid: GridEditor, row: int, column: int) -> None:
        """Copy the cell above, as people do."""
        grid.go_to(row - 1, column)
        self._qtbot.keyClick(grid.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        grid.go_to(row, column)
        self._qtbot.keyClick(grid.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def _fill_cell(self, grid: GridEditor, cell_type: str) -> None:
        before = set(grid.view.viewport().children())
        self._qtbot.keyClick(grid.view, Qt.Key.Key_Return)
        (editor,) = set(grid.view.viewport().children()) - before
        assert isinstance(editor, QWidget)
        if isinstance(editor, QComboBox):
            self._choose(editor)
        else:
            self._qtbot.keyClicks(editor, FIGURES.get(cell_type) or self._word())
            self._qtbot.keyClick(editor, Qt.Key.Key_Tab)
        # Tab opens the next cell; the grid is to be in no cell before the next one is filled
        grid.add.setFocus()
        QApplication.processEvents()

    def _choose(self, editor: QComboBox) -> None:
        self._qtbot.waitUntil(editor.view().isVisible)
        self._qtbot.keyClick(editor.view(), Qt.Key.Key_End)
        self._qtbot.keyClick(editor.view(), Qt.Key.Key_Return)


@pytest.fixture(params=IDS)
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return the file of an empty workbook of each template in turn."""
    made = tmp_path / "shelf.ladder"
    create(made, new_workbook(built_in(str(request.param), resources())))
    return made


def hand_on(workbook: Workbook, folder: Path, words: Words) -> dict[tuple[str, str], str]:
    """Return the text of a workbook in every format and preset."""
    texts: dict[tuple[str, str], str] = {}
    for kind, preset in itertools.product(FORMATS, PRESETS):
        target = folder / f"{preset}.{kind}"
        export(workbook, kind, target, ExportOptions(preset=preset), words)
        texts[kind, preset] = text_of(target)
    return texts


def test_a_template_is_filled_reopened_and_handed_on(
    path: Path, qtbot: QtBot, open_window: OpenWindow, words: Words, tmp_path: Path
) -> None:
    """Nothing of what was typed is lost on the way to the file and to paper."""
    doers = open_window(path)
    view = doers.window.view
    assert view is not None
    typist = Typist(qtbot)

    for index in range(len(view.section_titles())):
        doers.goto.section(index)
        typist.fill(view)
    doers.window.close()
    stored = read(path)

    kept = str(plain(stored.workbook.answers))
    assert stored.misfits == ()
    assert [word for word in typist.typed if word not in kept] == []
    for section in stored.workbook.template.sections:
        progress = stored.workbook.progress(section)
        assert (section.id, progress.done) == (section.id, progress.total)
    texts = hand_on(stored.workbook, tmp_path, words)
    for kind in ("pdf", "docx", "md", "json", "csv"):
        assert [word for word in typist.typed if word not in texts[kind, "full"]] == []


def test_a_cell_in_the_midst_of_a_word_is_saved_on_closing(
    tmp_path: Path, qtbot: QtBot, open_window: OpenWindow
) -> None:
    """Whoever closes the window without leaving the cell finds the letters again."""
    path = tmp_path / "roles.ladder"
    create(path, new_workbook(built_in("career-advancement", resources())))
    doers = open_window(path)
    view = doers.window.view
    assert view is not None
    doers.goto.section(3)
    grid = view.page().findChildren(GridEditor)[0]
    grid.go_to(0)

    QTest.keyClick(grid.view, Qt.Key.Key_Return)
    QTest.keyClicks(focused(), "Lead teach")
    doers.window.close()

    assert read(path).workbook.answers["roles"][0]["role"] == "Lead teach"


def test_what_stands_in_a_table_is_found(
    tmp_path: Path, qtbot: QtBot, open_window: OpenWindow
) -> None:
    """Find goes through cells as through boxes, and chooses the cell."""
    path = tmp_path / "groups.ladder"
    create(path, new_workbook(built_in("six-steps", resources())))
    doers = open_window(path)
    view = doers.window.view
    assert view is not None
    doers.goto.section(2)
    grid = view.page().findChildren(GridEditor)[0]
    page = view.pages()[2]

    hits = hits_on(page, 2, "community mem")
    show_hit(page, hits[0])

    assert [(hit.control, hit.cell) for hit in hits] == [(grid.view, (5, 0))]
    assert [index.data() for index in grid.view.selectedIndexes()] == ["Community members"]


def test_the_edit_menu_works_in_tables(
    tmp_path: Path, qtbot: QtBot, open_window: OpenWindow
) -> None:
    """Copy and paste of the menu are those of the cells."""
    path = tmp_path / "groups.ladder"
    create(path, new_workbook(built_in("six-steps", resources())))
    doers = open_window(path)
    view = doers.window.view
    assert view is not None
    doers.goto.section(2)
    grid = view.page().findChildren(GridEditor)[0]
    grid.go_to(0)

    assert doers.edits.is_in_text()
    assert doers.edits.has_selection()
    doers.edits.copy()
    grid.go_to(1, 3)
    doers.edits.paste()

    assert grid.rows()[1]["channel"] == "Teachers"
    doers.edits.undo()
    assert grid.rows()[1]["channel"] == ""
