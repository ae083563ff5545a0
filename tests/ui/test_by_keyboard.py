"""Every workbook is filled in by keyboard alone, and every control says what it asks."""

import itertools
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QRadioButton
from pytestqt.qtbot import QtBot

from ladder_desktop.blocks.block import Block, Progress
from ladder_desktop.paths import resources
from ladder_desktop.store.file import read
from ladder_desktop.store.making import create
from ladder_desktop.ui.main_window import MainWindow
from ladder_desktop.ui.menu_plan import Doers
from ladder_desktop.ui.pages import SectionPage
from ladder_desktop.widgets.count_field import CountField
from ladder_desktop.widgets.day_picker import DayPicker
from ladder_desktop.widgets.grid_view import GridView
from ladder_desktop.widgets.note_editor import NoteEditor
from ladder_desktop.workbook.shelf import built_in, template_files
from ladder_desktop.workbook.template import Template, read_template
from ladder_desktop.workbook.workbook import new_workbook
from tests.samples import template_text
from tests.walking import Filling, open_section, stops, told

OpenWindow = Callable[[Path | None], Doers]
SAMPLE = "sample"  # a template with every kind
NAMES = [SAMPLE, *(path.stem for path in template_files(resources()))]
ASKED = ("question", "title", "text")


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
        [str(told(one)) for kind in kinds for one in page.findChildren(kind)]
        + [cell for table in page.findChildren(GridView) for cell in cells(table)]
        for page in window.view.pages()
    ]
    return [sorted(page) for page in said]


def cells(table: GridView) -> Iterator[str]:
    """Yield what is told of each cell."""
    model = table.model()
    for row, column in itertools.product(range(model.rowCount()), range(model.columnCount())):
        yield str(model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole))


def test_everything_is_filled_in_by_keyboard_alone(
    qtbot: QtBot, open_window: OpenWindow, path: Path, template: Template
) -> None:
    """Tab, arrows, Space and letters reach everything, and the file has all of it."""
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
