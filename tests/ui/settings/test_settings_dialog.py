"""The window with the settings."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QPalette
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from ladder_desktop.ui.menu_plan import Doers
from ladder_desktop.ui.settings.program import Program
from ladder_desktop.ui.settings.settings import FILE
from ladder_desktop.ui.settings.settings_dialog import SettingsDialog
from ladder_desktop.ui.start_page.card_button import CardButton
from ladder_desktop.widgets.colours import COLOURS
from ladder_desktop.widgets.tick_box import TickBox

OpenWindow = Callable[[Path | None], Doers]


@pytest.fixture
def ask(qtbot: QtBot, program: Program) -> Iterator[Callable[[Path | None], SettingsDialog]]:
    """Return what shows the settings; the folder is what a person would choose."""
    shown: list[SettingsDialog] = []

    def show(folder: Path | None = None) -> SettingsDialog:
        dialog = SettingsDialog(program, choose=lambda _parent, _from: folder)
        shown.append(dialog)
        with qtbot.waitActive(dialog):
            dialog.show()
            dialog.activateWindow()
        return dialog

    yield show
    for dialog in shown:
        dialog.close()


def test_high_contrast_is_chosen_by_key_and_shows_at_once(
    qtbot: QtBot, ask: Callable[[], SettingsDialog], program: Program
) -> None:
    """The End key chooses the last appearance, everything is painted in it, and it is kept."""
    dialog = ask()

    qtbot.keyClick(dialog.appearance, Qt.Key.Key_End)

    assert dialog.appearance.currentText() == "High contrast"
    window = QApplication.palette().color(QPalette.ColorRole.Window).name()
    assert window == COLOURS["contrast"].background
    assert json.loads((program.places.config / FILE).read_text())["appearance"] == "contrast"


def test_zoom_holds_at_once_and_follows_the_keys_of_the_window(
    qtbot: QtBot, ask: Callable[[], SettingsDialog], program: Program
) -> None:
    """A larger size makes the dialog's own letters larger; a change elsewhere is shown here."""
    dialog = ask()
    before = dialog.font().pixelSize()

    qtbot.keyClick(dialog.zoom, Qt.Key.Key_Down)
    larger = dialog.font().pixelSize()
    program.look.set_zoom(200)

    assert larger > before
    assert dialog.zoom.currentText() == "200 %"


def test_paper_ticks_and_folder_are_kept_in_the_plain_file(
    qtbot: QtBot, ask: Callable[[Path | None], SettingsDialog], program: Program, tmp_path: Path
) -> None:
    """What is chosen stands in the settings file as anyone can read it."""
    dialog = ask(tmp_path)

    qtbot.keyClick(dialog.paper, Qt.Key.Key_End)
    qtbot.keyClick(dialog.backups, Qt.Key.Key_Space)
    qtbot.keyClick(dialog.choose, Qt.Key.Key_Space)

    kept = json.loads((program.places.config / FILE).read_text())
    assert kept["export"]["paper"] == "a4"
    assert (kept["backups"], kept["folder"]) == (False, str(tmp_path))


def test_a_folder_that_cant_be_written_is_refused_with_words(
    qtbot: QtBot, ask: Callable[[Path | None], SettingsDialog], program: Program, tmp_path: Path
) -> None:
    """A folder that is gone stays unchosen, and the person reads why."""
    gone = tmp_path / "gone"
    dialog = ask(gone)

    qtbot.keyClick(dialog.choose, Qt.Key.Key_Space)

    assert dialog.trouble.text() == f"Nothing can be written into “{gone}”."
    assert program.documents() == program.places.documents


def test_the_usual_folder_comes_back(
    qtbot: QtBot, ask: Callable[[Path | None], SettingsDialog], program: Program, tmp_path: Path
) -> None:
    """One button undoes the choice of a folder."""
    dialog = ask(tmp_path)
    qtbot.keyClick(dialog.choose, Qt.Key.Key_Space)
    chosen = program.documents()

    qtbot.keyClick(dialog.usual, Qt.Key.Key_Space)

    assert (chosen, program.documents()) == (tmp_path, program.places.documents)


def test_a_new_workbook_goes_into_the_chosen_folder(
    qtbot: QtBot, open_window: OpenWindow, program: Program, tmp_path: Path
) -> None:
    """The choice holds for a window that is open already."""
    doers = open_window(None)
    folder = tmp_path / "elsewhere"
    program.settings.change(lambda kept: msgspec.structs.replace(kept, folder=str(folder)))
    card = next(
        button
        for button in doers.window.findChildren(CardButton)
        if button.accessibleName().startswith("New workbook:")
    )

    qtbot.keyClick(card, Qt.Key.Key_Space)

    assert [path.suffix for path in folder.iterdir()] == [".ladder"]


def test_a_portable_program_offers_no_other_folder(qtbot: QtBot, program: Program) -> None:
    """It writes nothing outside its own folder, even when the settings name another one."""
    portable = msgspec.structs.replace(
        program, places=msgspec.structs.replace(program.places, is_portable=True)
    )
    program.settings.change(lambda kept: msgspec.structs.replace(kept, folder="/elsewhere"))

    dialog = SettingsDialog(portable)
    qtbot.addWidget(dialog)

    assert not dialog.choose.isEnabled()
    assert portable.documents() == program.places.documents


def test_everything_has_a_name_and_a_role(ask: Callable[[], SettingsDialog]) -> None:
    """A screen reader names each thing that can be chosen."""
    dialog = ask()

    for kind in (QComboBox, TickBox, QPushButton):
        for control in dialog.findChildren(kind):
            read_out = QAccessible.queryAccessibleInterface(control)
            assert read_out.text(QAccessible.Text.Name)
            assert read_out.role() != QAccessible.Role.NoRole


def test_settings_open_from_the_menu_key(qtbot: QtBot, open_window: OpenWindow) -> None:
    """Ctrl and the comma open the settings."""
    doers = open_window(None)

    qtbot.keyClick(doers.window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)

    dialog = doers.window.findChild(SettingsDialog)
    assert dialog is not None
    assert dialog.isVisible()


def test_the_language_of_spelling_is_chosen_and_kept(
    qtbot: QtBot, ask: Callable[[], SettingsDialog], program: Program
) -> None:
    """Four choices; the last one is to do without."""
    dialog = ask()
    choices = [dialog.spelling.itemText(row) for row in range(dialog.spelling.count())]

    with qtbot.waitSignal(dialog.changed):
        qtbot.keyClick(dialog.spelling, Qt.Key.Key_End)

    assert choices == ["In the language of the text", "In English", "In Spanish", "Not at all"]
    assert dialog.spelling.accessibleName() == "Check spelling"
    assert program.settings.read().spelling == "off"
