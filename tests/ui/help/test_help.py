"""Help, keys, the sample, the check of the computer, and About."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from ladder_desktop.paths import resources
from ladder_desktop.store.file import read
from ladder_desktop.ui.help.about import About, libraries
from ladder_desktop.ui.help.help_window import HelpWindow, help_text
from ladder_desktop.ui.help.key_map import KeyMap
from ladder_desktop.ui.help.venue import findings
from ladder_desktop.ui.help.venue_dialog import VenueDialog
from ladder_desktop.ui.menu_plan import Doers
from ladder_desktop.ui.settings.program import Program
from ladder_desktop.ui.start_page.sampling import make_sample, sample
from ladder_desktop.words import Words

OpenWindow = Callable[[Path | None], Doers]
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_f1_shows_the_help_beside_the_work(
    qtbot: QtBot, open_window: OpenWindow, file: Path
) -> None:
    """The page is there without internet, and the window behind can be used meanwhile."""
    doers = open_window(file)

    qtbot.keyClick(doers.window, Qt.Key.Key_F1)

    shown = doers.window.findChild(HelpWindow)
    assert shown is not None
    assert not shown.isModal()
    assert "There is no button for saving." in shown.page.toPlainText()
    qtbot.keyClick(doers.window, Qt.Key.Key_F1)
    assert len(doers.window.findChildren(HelpWindow)) == 1


def test_the_guide_to_templates_is_read_in_the_window(open_window: OpenWindow) -> None:
    """Whoever has only what was installed finds it, beside the other page."""
    doers = open_window(None)
    doers.help.guide()

    doers.help.template_guide()
    doers.help.template_guide()

    pages = doers.window.findChildren(HelpWindow)
    texts = [one.page.toPlainText() for one in pages]
    assert len(pages) == 2
    assert "There is no button for saving." in texts[0]
    assert "first-mentors" in texts[1]
    assert pages[1].page.verticalScrollBar().value() == 0
    assert pages[1].page.horizontalScrollBar().maximum() == 0


def test_a_chapter_of_the_help_comes_to_the_top(qtbot: QtBot, words: Words) -> None:
    """Arrow keys in the list of chapters turn the page."""
    shown = HelpWindow(help_text(resources(), "en"), words)
    qtbot.addWidget(shown, before_close_func=lambda _: shown.hide())
    with qtbot.waitExposed(shown):
        shown.show()
    titles = [shown.chapters.item(row).text() for row in range(shown.chapters.count())]
    start = shown.page.verticalScrollBar().value()

    for _ in range(titles.index("Printing and sending")):
        qtbot.keyClick(shown.chapters, Qt.Key.Key_Down)

    assert shown.page.verticalScrollBar().value() > start
    assert shown.page.cursorRect().top() < shown.page.viewport().height() / 4


@pytest.fixture(params=["en", "es"])
def language(request: pytest.FixtureRequest, program: Program) -> str:
    """Return the language that the window speaks."""
    program.language.choose(request.param)
    return str(request.param)


def bare(text: str) -> str:
    """Return the text of a menu without its mark for the keyboard and its dots."""
    return text.replace("&", "").rstrip("…")


def test_the_help_names_only_what_the_menus_have(open_window: OpenWindow, language: str) -> None:
    """Each “Menu → Line” or “Menu › Line” in the help is a line of that menu."""
    doers = open_window(None)
    told = help_text(resources(), language)
    guide = help_text(resources(), language, "writing-a-template")
    named = [part for part in told.split("**")[1::2] if "→" in part]
    named += [part.replace("›", "→") for part in re.findall(r"\*(\w+ › [^*]+)\*", guide)]
    menus = {bare(menu.title()): menu for menu in doers.window.menus.values()}

    assert len(named) > 6
    for way in named:
        title, line = (part.strip() for part in way.split("→"))
        assert line.rstrip("…") in [bare(action.text()) for action in menus[title].actions()], way


@pytest.mark.parametrize("key", [Qt.Key.Key_Question, Qt.Key.Key_Slash])
def test_control_and_question_mark_show_every_key_of_the_menus(
    qtbot: QtBot, open_window: OpenWindow, key: Qt.Key
) -> None:
    """The map is made of the menus themselves, so that it can't be out of date."""
    doers = open_window(None)

    qtbot.keyClick(doers.window, key, CONTROL)

    shown = doers.window.findChild(KeyMap)
    assert shown is not None
    keys = " | ".join(f"{keys}: {what}" for keys, what in shown.rows)
    for expected in ("Ctrl+F: Find", "F1: How it works", "Ctrl+L: What's left", "Ctrl+0"):
        assert expected in keys
    qtbot.keyClick(shown, Qt.Key.Key_Escape)


def test_the_sample_fits_its_template_and_leaves_something_to_do(program: Program) -> None:
    """Most is answered, in words with marks in them; something is left for “What's left”."""
    workbook = sample(resources())

    progress = [workbook.progress(section) for section in workbook.template.sections]

    done, total = sum(one.done for one in progress), sum(one.total for one in progress)
    assert 0 < total - done < done
    assert "**" in workbook.answers["job-satisfaction"]


def test_a_sample_opens_from_the_menu(qtbot: QtBot, open_window: OpenWindow) -> None:
    """On the start page it opens right there, from a file of its own."""
    doers = open_window(None)

    with qtbot.waitSignal(doers.window.workbook_shown):
        doers.help.try_sample()

    opened = doers.window.opened
    assert opened is not None
    assert opened.session.path.parent == doers.window.program.documents()
    assert opened.session.workbook.details.name == "Maria Lopez"


def test_a_second_sample_leaves_the_first_alone(program: Program) -> None:
    """Each has a file of its own."""
    first, second = make_sample(program), make_sample(program)

    assert first != second
    assert read(first).workbook.answers == read(second).workbook.answers


def test_the_check_reports_everything_but_answers(
    qtbot: QtBot, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The report names folders, room, printers, fonts and screen; the home folder is a ~."""
    monkeypatch.setenv("HOME", str(program.places.documents.parent))
    monkeypatch.setenv("USERPROFILE", str(program.places.documents.parent))
    dialog = VenueDialog(program)
    qtbot.addWidget(dialog, before_close_func=lambda _: dialog.hide())
    dialog.show()
    qtbot.waitUntil(lambda: bool(dialog.report))

    qtbot.keyClick(dialog.copy, Qt.Key.Key_Space)

    report = QGuiApplication.clipboard().text()
    assert report == dialog.report
    for part in ("Writing: Workbooks", "Free room", "Printers", "Letters on paper", "Screen"):
        assert part in report
    assert "~" in report
    assert str(program.places.documents.parent) not in report


@pytest.mark.skipif(os.name == "nt", reason="Windows has no folders without right to write")
def test_a_folder_that_cant_be_written_is_found_out(program: Program) -> None:
    """Where a file stands in the way of the folder, nothing can be written, and it says so."""
    nowhere = Path("/proc/ladder")
    sealed = msgspec.structs.replace(
        program, places=msgspec.structs.replace(program.places, documents=nowhere)
    )

    found = findings(sealed)[0]

    assert not found.is_good
    assert found.text == "nothing can be written into “/proc”"


def test_the_check_makes_no_folder(program: Program) -> None:
    """Looking leaves nothing behind."""
    findings(program)

    assert not program.places.documents.exists()


def test_about_tells_where_things_lie_and_whose_work_it_is(qtbot: QtBot, program: Program) -> None:
    """Folders and licences are there, each button with a name of its own."""
    dialog = About(program)
    qtbot.addWidget(dialog)

    texts = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    for path in (program.places.documents, program.places.config, program.places.data):
        assert str(path) in texts
    assert any(line.startswith("PySide6") and "LGPL" in line for line in libraries())
    names = [
        button.accessibleName() or button.text() for button in dialog.findChildren(QPushButton)
    ]
    assert len(set(names)) == len(names)


def test_no_chapter_of_the_list_is_cut_off(qtbot: QtBot, words: Words, program: Program) -> None:
    """The names of the chapters are to be read without scrolling sideways."""
    shown = HelpWindow(help_text(resources(), "en"), words)
    qtbot.addWidget(shown, before_close_func=lambda _: shown.hide())

    with qtbot.waitExposed(shown):
        shown.show()

    assert shown.chapters.horizontalScrollBar().maximum() == 0
