"""The interface speaks English and Spanish, and changes from one to the other while it is open."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QMenu, QPlainTextEdit
from pytestqt.qtbot import QtBot

from ladder_desktop.paths import resources
from ladder_desktop.store.file import read
from ladder_desktop.store.making import create
from ladder_desktop.ui.menu_plan import Doers
from ladder_desktop.ui.paper.export_dialog import ExportDialog
from ladder_desktop.ui.settings.program import Program
from ladder_desktop.ui.settings.settings_dialog import SettingsDialog
from ladder_desktop.ui.start_page.card_button import CardButton
from ladder_desktop.ui.start_page.start_page import StartPage
from ladder_desktop.widgets.note.note_editor import NoteEditor
from ladder_desktop.widgets.rating_picker import RatingPicker
from ladder_desktop.workbook.shelf import built_in
from ladder_desktop.workbook.workbook import new_workbook
from tests.reading_back import text_of
from tests.ui.conftest import OpenWindow

UNDO = Qt.KeyboardModifier.ControlModifier
REDO = UNDO | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def spanish_file(tmp_path: Path) -> Path:
    """Return the file of an empty Spanish workbook."""
    path = tmp_path / "notas.ladder"
    create(path, new_workbook(built_in("career-growth", resources(), "es")))
    return path


def pick(qtbot: QtBot, box: QComboBox, name: str) -> None:
    """Pick an entry of a list as one does with the keyboard."""
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    view = box.view()
    qtbot.waitUntil(view.isVisible)
    view.setCurrentIndex(view.model().index(box.findText(name), 0))
    qtbot.keyClick(view, Qt.Key.Key_Return)


def choose(qtbot: QtBot, doers: Doers, name: str) -> SettingsDialog:
    """Choose a language in the settings, and return the window that they are in afterwards."""
    doers.preferring.ask()
    (dialog,) = doers.window.findChildren(SettingsDialog)
    with qtbot.waitSignal(doers.window.program.language.changed):
        pick(qtbot, dialog.language, name)
    qtbot.waitUntil(lambda: doers.window.findChildren(SettingsDialog) != [dialog])
    (shown,) = [one for one in doers.window.findChildren(SettingsDialog) if one is not dialog]
    # the system has to know which window is in front before that one is closed
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def change(qtbot: QtBot, doers: Doers, name: str) -> None:
    """Choose a language in the settings, and go back to the window."""
    dialog = choose(qtbot, doers, name)
    with qtbot.waitActive(doers.window):
        dialog.accept()
        doers.window.activateWindow()


def texts(menu: QMenu) -> list[str]:
    """Return the lines of a menu, without the letters that choose them."""
    return [action.text().replace("&", "") for action in menu.actions() if action.text()]


def note(doers: Doers, text: str) -> QPlainTextEdit:
    """Return the box that holds a text."""
    assert doers.window.view is not None
    boxes = doers.window.view.page().findChildren(QPlainTextEdit)
    return next(box for box in boxes if box.toPlainText() == text)


def test_the_start_page_changes_its_language_at_once(qtbot: QtBot, open_window: OpenWindow) -> None:
    """Titles, menus, templates and the settings themselves are Spanish without a restart."""
    doers = open_window(None)
    dialog = choose(qtbot, doers, "Español")

    assert dialog.windowTitle() == "Ajustes"
    assert QApplication.focusWidget() is dialog.language
    dialog.accept()
    window = doers.window
    assert window.menuBar().actions()[0].text() == "&Archivo"
    assert "Imprimir o exportar…" in texts(window.menus["file"])
    assert isinstance(window.page, StartPage)
    assert window.page.languages.currentText() == "Español"
    assert window.status.zoom.accessibleName().startswith("Tamaño")
    assert read_settings(doers) == "es"


def read_settings(doers: Doers) -> str:
    """Return the language that is kept for the next start."""
    return doers.window.program.settings.read().language


def test_a_workbook_goes_on_where_it_was(qtbot: QtBot, open_window: OpenWindow, file: Path) -> None:
    """What was just typed is there, saved, and the caret stands in it; the menus do their work."""
    doers = open_window(file)
    assert doers.window.view is not None
    doers.window.view.open_section(3)
    doers.window.view.open_section(0)
    box = doers.window.view.page().findChildren(QPlainTextEdit)[1]
    box.setFocus()
    qtbot.keyClicks(box, "Half a word")
    for _ in range(4):
        qtbot.keyClick(box, Qt.Key.Key_Left)
    change(qtbot, doers, "Español")

    window, view = doers.window, doers.window.view
    assert view is not None
    assert view.tabs.current() == 0
    now = note(doers, "Half a word")
    assert now is not box
    qtbot.waitUntil(lambda: QApplication.focusWidget() is now)
    assert now.textCursor().position() == len("Half a ")
    qtbot.keyClicks(now, "whole ")
    assert doers.window.opened is not None
    doers.window.opened.session.settle(5)
    assert "Half a whole word" in str(read(file).workbook.answers)
    assert view.header.export.text().startswith("Imprimir")
    assert "palabra" in window.status.words.text()
    undo = next(one for one in window.menus["edit"].actions() if one.text() == "&Deshacer")
    assert isinstance(undo, QAction)
    undo.trigger()
    assert "whole" not in now.toPlainText()


def test_what_was_done_before_is_undone_after(
    qtbot: QtBot, open_window: OpenWindow, file: Path
) -> None:
    """Ctrl+Z goes back behind the change of the language, and Ctrl+Shift+Z comes forward again."""
    doers = open_window(file)
    assert doers.window.view is not None
    box = doers.window.view.page().findChildren(NoteEditor)[0]
    box.setFocus()
    qtbot.keyClicks(box, "before")
    change(qtbot, doers, "Español")
    now = note(doers, "before")
    qtbot.waitUntil(now.hasFocus)
    qtbot.keyClicks(now, " after")

    def press(keys: Qt.KeyboardModifier, wanted: str) -> None:
        for _ in range(9):
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, keys)
            view = doers.window.view
            assert view is not None
            shown = next(iter(view.visited()[0].editors.values()))
            if shown.answer() == wanted:
                return
        pytest.fail(f"{wanted!r} never came")

    press(UNDO, "before")
    press(UNDO, "")
    assert doers.window.opened is not None
    doers.window.opened.session.settle(5)
    assert "before" not in str(read(file).workbook.answers)
    press(REDO, "before")
    press(REDO, "before after")
    change(qtbot, doers, "English")
    assert note(doers, "before after")


def test_details_stay_open(qtbot: QtBot, open_window: OpenWindow, file: Path) -> None:
    """The page with the details is the one to be seen before and after."""
    doers = open_window(file)
    doers.goto.details()
    change(qtbot, doers, "Español")

    assert doers.window.view is not None
    assert doers.window.view.is_on_details()


def test_finding_and_buttons_work_in_the_new_language(
    qtbot: QtBot, open_window: OpenWindow, file: Path
) -> None:
    """Nothing holds on to what was there before the change."""
    doers = open_window(file)
    doers.goto.find()
    change(qtbot, doers, "Español")
    doers.goto.find()
    view = doers.window.view
    assert view is not None
    box = view.page().findChildren(NoteEditor)[0]
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    qtbot.keyClicks(box, "uno")
    doers.formatting.tools.buttons[2].click()

    assert doers.formatting.tools.buttons[0].accessibleName() == "Negrita"
    assert note(doers, "- uno") is QApplication.focusWidget()


def test_the_language_is_that_of_the_last_time(program: Program) -> None:
    """The next start speaks what was chosen, and nothing breaks where that is unknown."""
    program.language.choose("es")
    assert program.words("Settings") == "Ajustes"

    program.language.choose("tlh")
    assert program.words("Settings") == "Settings"


def test_a_spanish_workbook_from_the_first_click_to_the_paper(
    qtbot: QtBot, program: Program, open_window: OpenWindow
) -> None:
    """A card, a few keys, a rating, an export: all of it is Spanish, and on paper, too."""
    program.language.choose("es")
    doers = open_window(None)
    card = doers.window.findChildren(CardButton)[0]
    title = "Oportunidades de crecimiento profesional para docentes"
    assert card.accessibleName() == f"Cuaderno nuevo: {title}"
    qtbot.keyClick(card, Qt.Key.Key_Return)
    view = doers.window.view
    assert view is not None
    box = view.page().findChildren(NoteEditor)[0]
    qtbot.waitUntil(box.hasFocus)
    qtbot.keyClicks(box, "Con mucho gusto")
    view.open_section(1)
    qtbot.keyClick(view.page().findChildren(RatingPicker)[0].choices[0], Qt.Key.Key_2)
    doers.output.ask()
    (dialog,) = doers.window.findChildren(ExportDialog)
    qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.open_written.isVisible, timeout=20_000)
    dialog.accept()

    assert doers.window.opened is not None
    path = doers.window.opened.session.path
    assert path.stem.startswith(title)
    text = text_of(path.with_suffix(".pdf"))
    for words in (
        "Con mucho gusto",
        "Calificación: 2 de 3",
        "Página 1 de",
        "Sin respuesta todavía",
    ):
        assert words in text
    assert doers.window.status.answered.text().endswith("respondidas")


def test_a_workbook_keeps_its_language(
    qtbot: QtBot, program: Program, open_window: OpenWindow, spanish_file: Path
) -> None:
    """An English interface asks Spanish questions, and offers Spanish roles."""
    doers = open_window(spanish_file)
    view = doers.window.view
    assert view is not None
    view.open_section(2)

    assert view.header.export.text() == "Print or export"
    assert view.page().accessibleName() == "Metas y funciones"
    box = view.page().findChildren(NoteEditor)[1]
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    qtbot.keyClicks(box, "Docen")
    assert isinstance(box.offers, QAbstractItemView)
    qtbot.waitUntil(box.offers.isVisible)
    offered = [box.offers.model().index(row, 0).data() for row in range(2)]
    assert all("ocen" in role for role in offered)


@pytest.mark.parametrize("language", ["en", "es"])
def test_one_letter_chooses_one_line(
    program: Program, open_window: OpenWindow, file: Path, language: str
) -> None:
    """No two lines of a menu share the letter that chooses them."""
    program.language.choose(language)
    window = open_window(file).window

    for menu in [*window.menus.values(), window.file_menu]:
        found = re.findall(r"&([^&\s])", "\n".join(action.text() for action in menu.actions()))
        letters = [letter.casefold() for letter in found]
        assert sorted(letters) == sorted(set(letters)), menu.title()
    titles = [action.text() for action in window.menuBar().actions()]
    assert len({title[title.index("&") + 1].casefold() for title in titles}) == len(titles)


def test_qt_speaks_along(qtbot: QtBot, program: Program) -> None:
    """The menu of a text box and the names of days are Spanish, too."""
    program.language.choose("es")
    box = QPlainTextEdit()
    qtbot.addWidget(box)

    assert "&Pegar" in [action.text().split("\t")[0] for action in menu_of(box)]
    assert QLocale().monthName(11) == "noviembre"


def test_keys_are_named_as_on_keyboards(qtbot: QtBot, program: Program) -> None:
    """Qt's own Spanish spells them out; back in English they have their English names."""

    def named() -> str:
        return QKeySequence("Ctrl+Shift+Del").toString(QKeySequence.SequenceFormat.NativeText)

    program.language.choose("es")
    assert named() == "Ctrl+Mayús+Supr"
    # all else is Qt's: nothing is left without a word
    assert QCoreApplication.translate("QShortcut", "Space") == "Espacio"

    program.language.choose("en")
    assert named() == "Ctrl+Shift+Del"


def menu_of(box: QPlainTextEdit) -> list[QAction]:
    """Return what the menu of the right button offers."""
    menu = box.createStandardContextMenu()
    actions = menu.actions()
    box.menu = menu  # type: ignore[attr-defined] # lives as long as its actions are looked at
    return actions
