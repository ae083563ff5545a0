"""What a workshop brought is at hand in the window: templates, files, a newer program."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ladder_desktop.blocks.resources.widget import ResourcesEditor
from ladder_desktop.stick import joining
from ladder_desktop.stick.installers import FOR_SYSTEM
from ladder_desktop.ui.menu_plan import Doers
from ladder_desktop.ui.pages import SectionPage
from ladder_desktop.ui.settings.program import Program
from ladder_desktop.ui.start_page.card_button import CardButton
from ladder_desktop.ui.start_page.greeting import Notice
from ladder_desktop.ui.start_page.start_page import StartPage
from ladder_desktop.ui.workbook_view import WorkbookView
from ladder_desktop.ui.workshop import workshops
from ladder_desktop.ui.workshop.workshop_files import WorkshopFiles
from ladder_desktop.widgets.snackbar import Snackbar
from ladder_desktop.workbook.shelf import built_in

OpenWindow = Callable[[Path | None], Doers]
WORKSHOP = """\
title = "Growing"
survey = "https://example.org/ours"
templates = ["Templates/ours.toml"]

[[files]]
title = "The career ladder"
file = "Workshop files/ladder.pdf"

[[files]]
title = "Who to call"
file = "Workshop files/call.txt"
"""


@pytest.fixture
def stick(tmp_path: Path, program: Program) -> Path:
    """Return the folder of a stick with a template and two files."""
    folder = tmp_path / "stick"
    for name in ("Templates", "Workshop files"):
        (folder / name).mkdir(parents=True)
    (folder / "workshop.toml").write_text(WORKSHOP, encoding="utf-8")
    (folder / "Workshop files" / "ladder.pdf").write_bytes(b"%PDF-1.7\n")
    (folder / "Workshop files" / "call.txt").write_text("112", encoding="utf-8")
    text = built_in("career-growth", program.resources).text
    ours = text.replace('title = "', 'title = "Our ', 1)
    (folder / "Templates" / "ours.toml").write_text(ours, encoding="utf-8")
    return folder


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Return the files that the system was asked to open; nothing is started."""
    files: list[Path] = []

    def open_file(path: Path) -> bool:
        files.append(path)
        return True

    monkeypatch.setattr(workshops, "open_file", open_file)
    return files


def resources_page(view: WorkbookView) -> SectionPage:
    """Open the tab with the sources, and return its page."""
    sections = view.session.workbook.template.sections
    kinds = [[block.kind for block in section.blocks] for section in sections]
    view.open_section(next(n for n, found in enumerate(kinds) if "resources" in found))
    page = view.page()
    assert isinstance(page, SectionPage)
    return page


def test_the_workshops_files_open_from_the_page_of_sources(  # noqa: PLR0917 - pytest passes by name
    qtbot: QtBot,
    open_window: OpenWindow,
    program: Program,
    file: Path,
    stick: Path,
    opened: list[Path],
) -> None:
    """A click opens the copy on this computer; the stick may be gone."""
    kept = joining.join(stick, program.places.data).folder
    stick.rename(stick.with_name("gone"))
    view = open_window(file).window.view
    assert view is not None

    (card,) = resources_page(view).findChildren(WorkshopFiles)
    for button in card.buttons:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    names = ("ladder.pdf", "call.txt")
    assert opened == [kept / "Workshop files" / name for name in names]


def test_a_workshop_joined_meanwhile_brings_its_files_at_once(
    open_window: OpenWindow,
    file: Path,
    stick: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nobody has to close the workbook, and joining twice shows nothing twice."""
    monkeypatch.setattr(workshops, "ask", lambda *_words: 0)
    doers = open_window(file)
    view = doers.window.view
    assert view is not None
    page = resources_page(view)
    assert not page.findChildren(WorkshopFiles)

    for _ in range(2):
        doers.workshops.join(stick)

    shown = [card for card in page.findChildren(WorkshopFiles) if page.column.indexOf(card) >= 0]
    assert len(shown) == 1


def test_keys_reach_the_files_before_the_sources(
    qtbot: QtBot, open_window: OpenWindow, program: Program, file: Path, stick: Path
) -> None:
    """Tab goes down the page as the eye does."""
    joining.join(stick, program.places.data)
    view = open_window(file).window.view
    assert view is not None
    page = resources_page(view)
    (card,) = page.findChildren(WorkshopFiles)
    card.buttons[0].setFocus()

    qtbot.keyClick(card.buttons[0], Qt.Key.Key_Tab)
    assert card.buttons[1].hasFocus()
    qtbot.keyClick(card.buttons[1], Qt.Key.Key_Tab)

    editor = next(iter(page.editors.values()))
    assert isinstance(editor, ResourcesEditor)
    first = next(iter(editor.sources.values()))
    assert first.tick.hasFocus()
    qtbot.keyClick(first.tick, Qt.Key.Key_Tab)

    assert first.note.hasFocus()


def test_a_file_that_changed_its_nature_is_not_opened(  # noqa: PLR0917 - pytest passes by name
    qtbot: QtBot,
    open_window: OpenWindow,
    program: Program,
    file: Path,
    stick: Path,
    opened: list[Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It is looked at again before it is given to another program."""
    said: list[Exception] = []
    monkeypatch.setattr(workshops, "say_error", lambda _window, error, _words: said.append(error))
    kept = joining.join(stick, program.places.data).folder
    view = open_window(file).window.view
    assert view is not None
    (card,) = resources_page(view).findChildren(WorkshopFiles)
    (kept / "Workshop files" / "ladder.pdf").write_bytes(b"MZ")

    qtbot.mouseClick(card.buttons[0], Qt.MouseButton.LeftButton)

    assert not opened
    assert said


def test_the_workshops_template_is_on_the_start_page(
    qtbot: QtBot, open_window: OpenWindow, program: Program, stick: Path
) -> None:
    """A click begins a workbook of it, with the workshop's survey."""
    joining.join(stick, program.places.data)
    doers = open_window(None)
    page = doers.window.page
    assert isinstance(page, StartPage)

    card = next(one for one in page.findChildren(CardButton) if "Our " in one.accessibleName())
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)

    begun = doers.window.opened
    assert begun is not None
    workbook = begun.session.workbook
    assert workbook.template.title.startswith("Our ")
    assert workbook.details.workshop == "Growing"
    assert "https://example.org/ours" in workbook.template.text


def put_installers(stick: Path, version: str) -> None:
    """Put installers of a version on a stick."""
    (stick / "workshop.toml").write_text(f'program = "{version}"\n', encoding="utf-8")
    for names in FOR_SYSTEM.values():
        for name in names:
            (stick / name).write_bytes(b"x")


def test_a_workbook_opened_on_a_stick_offers_the_newer_program_there(
    qtbot: QtBot,
    open_window: OpenWindow,
    file: Path,
    stick: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Who has an older program installed is told, without being kept from writing."""
    put_installers(stick, "99.0.0")
    shown: list[Path] = []
    monkeypatch.setattr(workshops, "show_in_folder", shown.append)

    view = open_window(file.rename(stick / "Templates" / file.name)).window.view

    assert view is not None
    (offer,) = view.findChildren(Snackbar)
    qtbot.mouseClick(offer.button, Qt.MouseButton.LeftButton)
    assert shown == [stick / FOR_SYSTEM[sys.platform][0]]


@pytest.mark.parametrize(("version", "offered"), [("99.0.0", True), ("0.0.1", False)])
def test_a_program_started_from_a_stick_offers_the_newer_one_there(  # noqa: PLR0917 - pytest passes by name
    qtbot: QtBot,
    open_window: OpenWindow,
    stick: Path,
    monkeypatch: pytest.MonkeyPatch,
    version: str,
    offered: bool,
) -> None:
    """The person is shown where it lies; nothing is started, and no network is asked."""
    put_installers(stick, version)
    program = stick / "Windows - without installing" / "program" / "pythonw.exe"
    monkeypatch.setattr(sys, "executable", str(program))
    shown: list[Path] = []
    monkeypatch.setattr(workshops, "show_in_folder", shown.append)

    page = open_window(None).window.page

    assert isinstance(page, StartPage)
    notices = page.findChildren(Notice)
    assert bool(notices) is offered
    for notice in notices:
        button = notice.findChild(QPushButton)
        assert button is not None
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert shown == [stick / FOR_SYSTEM[sys.platform][0]]
