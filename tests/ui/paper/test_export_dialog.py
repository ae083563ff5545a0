"""The window for printing and exporting."""

import threading
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ladder_desktop.store.making import create
from ladder_desktop.ui.menu_plan import Doers
from ladder_desktop.ui.paper import export_dialog
from ladder_desktop.ui.paper.export_dialog import ExportDialog
from ladder_desktop.ui.paper.export_foot import OneLine
from ladder_desktop.widgets.buttons import QuietButton
from ladder_desktop.workbook.workbook import Workbook
from tests.ui.conftest import OpenWindow


def ask(doers: Doers) -> ExportDialog:
    """Open the window for exporting."""
    doers.output.ask()
    dialog = doers.window.findChild(ExportDialog)
    assert dialog is not None
    return dialog


def test_a_pdf_is_written_and_can_be_opened(
    qtbot: QtBot, open_window: OpenWindow, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Export writes the last key, too, and offers the finished file."""
    opened: list[Path] = []
    monkeypatch.setattr(export_dialog, "open_file", opened.append)
    doers = open_window(file)
    assert doers.window.view is not None
    qtbot.keyClicks(doers.window.view.page().focusWidget(), "printed")
    dialog = ask(doers)

    qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.open_written.isVisible, timeout=20_000)
    qtbot.mouseClick(dialog.open_written, Qt.MouseButton.LeftButton)
    dialog.accept()

    assert file.with_suffix(".pdf").read_bytes().startswith(b"%PDF")
    assert opened == [file.with_suffix(".pdf")]


@pytest.mark.parametrize("kind", ["md", "csv", "json"])
def test_other_formats_hold_the_answer(
    qtbot: QtBot, open_window: OpenWindow, file: Path, kind: str
) -> None:
    """Choosing another format writes it beside the workbook under its own ending."""
    doers = open_window(file)
    assert doers.window.view is not None
    qtbot.keyClicks(doers.window.view.page().focusWidget(), "exported")
    dialog = ask(doers)

    qtbot.mouseClick(dialog.format.buttons[kind], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.open_written.isVisible, timeout=20_000)
    dialog.accept()

    assert "exported" in file.with_suffix(f".{kind}").read_text()


def test_a_file_that_is_there_is_named_before_it_is_replaced(
    open_window: OpenWindow, file: Path
) -> None:
    """The button says that it replaces."""
    file.with_suffix(".pdf").write_bytes(b"old")

    dialog = ask(open_window(file))

    assert dialog.export.text() == "Replace it"
    dialog.reject()


def test_a_place_that_cant_be_written_gives_a_sentence(
    qtbot: QtBot, open_window: OpenWindow, file: Path
) -> None:
    """With a folder of that name in the way, the window says so and asks again."""
    file.with_suffix(".pdf").mkdir()
    dialog = ask(open_window(file))

    qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.trouble.isVisible, timeout=20_000)

    assert "notes.pdf" in dialog.trouble.text()
    assert dialog.export.isVisible()
    dialog.reject()


def test_the_pages_are_seen_before_they_are_written(
    qtbot: QtBot, open_window: OpenWindow, file: Path
) -> None:
    """The preview draws the first page, and a choice makes another one."""
    dialog = ask(open_window(file))
    qtbot.waitUntil(dialog.preview.is_drawn, timeout=20_000)
    all_pages = dialog.preview.page_count()

    dialog.choices.preset.setCurrentIndex(dialog.choices.preset.findData("summary"))

    qtbot.waitUntil(lambda: dialog.preview.page_count() == 1, timeout=20_000)
    qtbot.waitUntil(dialog.preview.is_drawn, timeout=20_000)
    assert all_pages > 1
    dialog.reject()


def test_one_tick_leaves_a_section_out(qtbot: QtBot, open_window: OpenWindow, file: Path) -> None:
    """What is written in an unticked section is neither shown nor written."""
    doers = open_window(file)
    assert doers.window.view is not None
    qtbot.keyClicks(doers.window.view.page().focusWidget(), "quokka")
    dialog = ask(doers)
    section = next(iter(dialog.choices.sections))

    qtbot.keyClick(dialog.choices.sections[section], Qt.Key.Key_Space)
    qtbot.mouseClick(dialog.format.buttons["md"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.open_written.isVisible, timeout=20_000)
    dialog.accept()

    assert "quokka" not in file.with_suffix(".md").read_text()


def test_after_one_export_another_can_follow(
    qtbot: QtBot, open_window: OpenWindow, file: Path
) -> None:
    """Another choice asks again, and says that the file is there by now."""
    dialog = ask(open_window(file))
    qtbot.mouseClick(dialog.format.buttons["md"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.open_written.isVisible, timeout=20_000)

    qtbot.keyClick(next(iter(dialog.choices.sections.values())), Qt.Key.Key_Space)

    assert dialog.export.isVisible()
    assert dialog.export.text() == "Replace it"
    dialog.reject()


def test_without_a_section_nothing_is_written(
    qtbot: QtBot, open_window: OpenWindow, file: Path
) -> None:
    """With every tick gone the buttons wait."""
    dialog = ask(open_window(file))

    for tick in dialog.choices.sections.values():
        qtbot.keyClick(tick, Qt.Key.Key_Space)

    assert not dialog.export.isEnabled()
    assert not dialog.foot.print.isEnabled()
    dialog.reject()


def test_all_sections_or_none_are_one_click_away(
    qtbot: QtBot, open_window: OpenWindow, file: Path
) -> None:
    """Whoever wants one section of eight ticks one, not seven."""
    dialog = ask(open_window(file))
    ticks = list(dialog.choices.sections.values())
    names = {one.accessibleName(): one for one in dialog.choices.findChildren(QuietButton)}

    qtbot.keyClick(names["Sections: None"], Qt.Key.Key_Space)
    none = [tick.isChecked() for tick in ticks]
    qtbot.keyClick(names["Sections: All"], Qt.Key.Key_Space)

    assert not any(none)
    assert all(tick.isChecked() for tick in ticks)
    assert dialog.export.isEnabled()
    dialog.reject()


def test_choices_are_there_again_but_no_password(
    qtbot: QtBot, open_window: OpenWindow, file: Path
) -> None:
    """Preset, paper, options and sections come back; the password is asked for anew."""
    doers = open_window(file)
    dialog = ask(doers)
    dialog.choices.preset.setCurrentIndex(dialog.choices.preset.findData("blank"))
    qtbot.mouseClick(dialog.choices.paper.buttons["a4"], Qt.MouseButton.LeftButton)
    qtbot.keyClick(dialog.choices.ticks["large"], Qt.Key.Key_Space)
    first = next(iter(dialog.choices.sections.values()))
    qtbot.keyClick(first, Qt.Key.Key_Space)
    qtbot.keyClicks(dialog.choices.password, "let me in")
    before = dialog.choices.options()

    dialog.reject()
    dialog.deleteLater()
    qtbot.waitUntil(lambda: doers.window.findChild(ExportDialog) is None)
    again = ask(doers)

    assert before.password.startswith("let me")
    assert again.choices.options() == msgspec.structs.replace(before, password="")
    assert "let me in" not in (doers.window.program.places.config / "settings.json").read_text()
    again.reject()


def test_what_is_good_to_know_is_told_and_stops_nobody(
    qtbot: QtBot, open_window: OpenWindow, file: Path, empty_workbook: Workbook
) -> None:
    """What is left, answers over several pages and strange characters are named beforehand."""
    text = "\U000f0000 " + "word " * 3000
    file.unlink()
    create(file, empty_workbook.with_answer("job-satisfaction", text))
    dialog = ask(open_window(file))

    qtbot.waitUntil(lambda: "runs over" in dialog.notes.text(), timeout=20_000)

    assert "unanswered" in dialog.notes.text()
    assert "U+F0000" in dialog.notes.text()
    assert dialog.export.isEnabled()
    dialog.reject()


def test_a_preview_under_way_ends_with_the_window(
    qtbot: QtBot, open_window: OpenWindow, file: Path
) -> None:
    """Closing at once leaves no thread behind."""
    dialog = ask(open_window(file))

    dialog.reject()

    assert not any(thread.name == "preview" for thread in threading.enumerate())


@pytest.mark.parametrize("zoom", [200, 300])
def test_large_print_leaves_every_button_in_sight(
    qtbot: QtBot, open_window: OpenWindow, file: Path, zoom: int
) -> None:
    """In a small window the preview gives way, and nothing is larger than the window."""
    doers = open_window(file)
    doers.window.resize(1024, 640)
    doers.window.program.look.set_zoom(zoom)

    dialog = ask(doers)

    assert not dialog.preview.isVisible()
    assert dialog.width() <= 1024
    assert dialog.height() <= 640
    for button in (dialog.change, dialog.foot.print, dialog.export):
        corner = button.mapTo(dialog, button.rect().bottomRight())
        assert dialog.rect().contains(corner)
    dialog.reject()


def test_large_print_leaves_what_is_good_to_know_whole(
    qtbot: QtBot, open_window: OpenWindow, file: Path
) -> None:
    """What is found out later has the height for all its lines."""
    doers = open_window(file)
    doers.window.resize(1024, 640)
    doers.window.program.look.set_zoom(200)
    dialog = ask(doers)
    notes = dialog.notes

    qtbot.waitUntil(lambda: "page" in notes.text(), timeout=20_000)

    qtbot.waitUntil(lambda: notes.height() >= notes.heightForWidth(notes.width()))
    dialog.reject()


def test_a_long_place_is_shortened_in_its_middle(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path, empty_workbook: Workbook
) -> None:
    """A name that is too long shows both its ends, and all of it when it is pointed at."""
    name = "Lincoln Elementary " * 8 + "Maria"
    path = tmp_path / f"{name}.ladder"
    create(path, empty_workbook)
    dialog = ask(open_window(path))

    shown = next(one for one in dialog.findChildren(OneLine) if one.text().startswith("Lincoln"))
    qtbot.waitUntil(lambda: shown.text().endswith("Maria.pdf"))

    assert "…" in shown.text()
    assert shown.toolTip() == f"{name}.pdf"
    dialog.reject()


def test_ratings_of_a_marked_moment_are_printed_beside_those_of_now(
    qtbot: QtBot, open_window: OpenWindow, file: Path
) -> None:
    """Whoever marked the start of the workshop can choose it; on a blank form there is no sense."""
    doers = open_window(file)
    assert doers.window.opened is not None
    doers.window.opened.session.keep_moment("checkpoint", "Start")
    dialog = ask(doers)
    choices = dialog.choices
    assert choices.ratings is not None

    choices.ratings.moment.setCurrentIndex(1)
    choices.preset.setCurrentIndex(choices.preset.findData("blank"))
    on_blank = choices.options().compared
    choices.preset.setCurrentIndex(choices.preset.findData("answers"))
    qtbot.mouseClick(dialog.format.buttons["md"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.open_written.isVisible, timeout=20_000)
    dialog.accept()

    assert on_blank is None
    text = file.with_suffix(".md").read_text()
    assert "Ratings compared" in text
    assert "Start, " in text


def test_without_a_marked_moment_there_is_nothing_to_compare(
    open_window: OpenWindow, file: Path
) -> None:
    """The window stays as short as it was."""
    dialog = ask(open_window(file))

    assert dialog.choices.ratings is None
    dialog.reject()
