"""Every workbook is filled in by keyboard alone, and every control says what it asks."""

import itertools
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QRadioButton
from pytestqt.qtbot import QtBot

from ladder_desktop.blocks.block import Block, Progress
from ladder_desktop.export.options import ExportOptions, Preset
from ladder_desktop.export.writing import FORMATS, export
from ladder_desktop.intake.bringing import bring
from ladder_desktop.paths import resources
from ladder_desktop.store.file import read
from ladder_desktop.store.making import create
from ladder_desktop.ui.main_window import MainWindow
from ladder_desktop.ui.menu_plan import Doers
from ladder_desktop.ui.pages import SectionPage
from ladder_desktop.widgets.count_field import CountField
from ladder_desktop.widgets.grid.cell_editors import CellNote
from ladder_desktop.widgets.grid.day_picker import DayPicker
from ladder_desktop.widgets.grid.grid_view import GridView
from ladder_desktop.widgets.note.note_editor import NoteEditor
from ladder_desktop.words import Words
from ladder_desktop.workbook.interchange import filled, parse_interchange
from ladder_desktop.workbook.shelf import built_in, template_files
from ladder_desktop.workbook.template import Template, read_template
from ladder_desktop.workbook.workbook import Workbook, new_workbook
from tests.reading_back import text_of
from tests.samples import template_text
from tests.walking import Filling, open_section, stops, told

OpenWindow = Callable[[Path | None], Doers]
SAMPLE = "sample"  # a template with every kind
NAMES = [SAMPLE, *(path.stem for path in template_files(resources()))]
ASKED = ("question", "title", "text")
PRESETS: tuple[Preset, ...] = ("full", "answers", "summary", "blank")


@pytest.fixture(params=NAMES)
def template(request: pytest.FixtureRequest) -> Template:
    """Return each template that there is, and one with every kind."""
    if request.param == SAMPLE:
        return read_template(template_text(), SAMPLE)
    return built_in(request.param, resources())


@pytest.fixture
def path(template: Template, tmp_path: Path) -> Path:
    """Return the file of an empty workbook."""
    path = tmp_path / "by-keyboard.ladder"
    create(path, new_workbook(template))
    return path


def sections(window: MainWindow) -> Iterator[SectionPage]:
    """Open one section after the other."""
    assert window.view is not None
    for number in range(1, len(window.view.section_titles()) + 1):
        page = open_section(window, number)
        assert isinstance(page, SectionPage)
        yield page


def asked(plain: Any) -> Iterator[str]:
    """Yield every question, title and text of a block's definition."""
    if isinstance(plain, dict):
        yield from (plain[name] for name in ASKED if plain.get(name))
    many = isinstance(plain, list | tuple)
    for value in plain.values() if isinstance(plain, dict) else plain if many else ():
        yield from asked(value)


def questions(block: Block) -> list[str]:
    """Return what a block asks, in any of its parts."""
    return list(asked(msgspec.to_builtins(block)))


def held(window: MainWindow) -> list[list[str]]:
    """Return what is told of every control and cell that holds a part of an answer, by page."""
    assert window.view is not None
    kinds = (NoteEditor, CountField, QCheckBox, QRadioButton, DayPicker)
    said = [
        [
            str(told(one))
            for kind in kinds
            for one in page.findChildren(kind)
            if not isinstance(one, CellNote)  # open over a cell, which tells the same
        ]
        + [cell for table in page.findChildren(GridView) for cell in cells(table)]
        for page in window.view.pages()
    ]
    return [sorted(page) for page in said]


def cells(table: GridView) -> Iterator[str]:
    """Yield what is told of each cell."""
    model = table.model()
    for row, column in itertools.product(range(model.rowCount()), range(model.columnCount())):
        yield str(model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole))


def exported(workbook: Workbook, folder: Path, words: Words) -> dict[tuple[str, str], Path]:
    """Export a workbook in every format and preset, and return the files."""
    made: dict[tuple[str, str], Path] = {}
    for kind, preset in itertools.product(FORMATS, PRESETS):
        made[kind, preset] = folder / f"{preset}.{kind}"
        export(workbook, kind, made[kind, preset], ExportOptions(preset=preset), words)
    return made


def missing(typed: list[str], paper: Path) -> list[str]:
    """Return what was typed and does not stand on a paper."""
    words = set(re.findall(r"\w+", re.sub(r"(?<=\d),(?=\d)", "", text_of(paper))))
    return [text for text in typed if text not in words]


def kept(workbook: Workbook) -> dict[str, Any]:
    """Return the answers without empty rows, which forms and Word documents do not tell apart."""
    answers = msgspec.to_builtins(workbook.answers)
    return {
        block: [row for row in answer if any(row.values())] if isinstance(answer, tuple) else answer
        for block, answer in answers.items()
    }


def assert_handed_on(workbook: Workbook, typed: list[str], folder: Path, words: Words) -> None:
    """Claim that every export has what was typed, and that it comes back from each that can."""
    papers, empty = exported(workbook, folder, words), new_workbook(workbook.template)
    for (kind, preset), paper in papers.items():
        lacking = missing(typed, paper)
        if preset in ("full", "answers"):
            assert lacking == [], paper.name
        elif preset == "blank" and kind != "json":  # data is always whole
            assert lacking == typed, paper.name
    export(workbook, "pdf", folder / "form.pdf", ExportOptions(form=True), words)
    for name in ("form.pdf", "full.docx"):
        brought = bring(folder / name, empty, words)
        assert brought.unplaced == ()
        assert kept(brought.workbook) == kept(workbook)
    plain = parse_interchange(papers["json", "full"].read_text(encoding="utf-8"), "full.json")
    assert filled(empty, plain, "full.json").answers == workbook.answers


def test_everything_is_filled_in_by_keyboard_alone(
    qtbot: QtBot, open_window: OpenWindow, path: Path, template: Template, words: Words
) -> None:
    """Tab, arrows, Space and letters reach everything; the file and every export have all of it."""
    window, filling = open_window(path).window, Filling()

    for page in sections(window):
        filling.fill_page(page)
    before = held(window)
    window.close()
    workbook = read(path).workbook
    again = held(open_window(path).window)

    written = json.dumps(msgspec.to_builtins(workbook.answers))
    assert len(filling.typed) > 5
    assert [text for text in filling.typed if written.count(text) != 1] == []
    progress = sum((workbook.progress(one) for one in template.sections), Progress())
    assert (progress.done, progress.total > 0) == (progress.total, True)
    assert again == before
    assert_handed_on(workbook, filling.typed, path.parent, words)


def test_every_control_says_its_question(
    qtbot: QtBot, open_window: OpenWindow, path: Path, template: Template
) -> None:
    """Wherever Tab leads, what is read out contains a question of the block that it belongs to."""
    window = open_window(path).window
    blocks = {block.id: questions(block) for block in template.blocks()}
    silent, number = [], 0

    for page in sections(window):
        names = {editor: name for name, editor in page.editors.items()}
        for control in stops(page):
            editor, heard = page.editor_of(control), told(control)
            assert editor is not None
            number += 1
            if not any(question in heard.name for question in blocks[names[editor]]):
                silent.append(heard)

    assert number > 5
    assert silent == []
