"""Facilitators prepare a stick, and participants join its workshop, from the window."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ladder_desktop.stick import joining
from ladder_desktop.stick.names import FILES, SUMS
from ladder_desktop.stick.workshop import read_workshop
from ladder_desktop.store.own_templates import install
from ladder_desktop.ui.main_window import MainWindow
from ladder_desktop.ui.menu_plan import Doers
from ladder_desktop.ui.settings.program import Program
from ladder_desktop.ui.workshop import stick_dialog, workshops
from ladder_desktop.ui.workshop.stick_dialog import StickDialog
from ladder_desktop.workbook.shelf import built_in
from ladder_desktop.workbook.template import read_template


@pytest.fixture
def dialog(qtbot: QtBot, program: Program, monkeypatch: pytest.MonkeyPatch) -> StickDialog:
    """Return the window, shown; it opens no file manager."""
    monkeypatch.setattr(stick_dialog, "show_in_folder", lambda _path: True)
    dialog = StickDialog(program)
    qtbot.add_widget(dialog)
    dialog.show()
    return dialog


def fill(qtbot: QtBot, dialog: StickDialog, **texts: str) -> None:
    """Type into the fields."""
    for name, text in texts.items():
        qtbot.keyClicks(dialog.facts.fields[name], text)


def test_a_stick_is_written_as_it_was_described(
    qtbot: QtBot, dialog: StickDialog, tmp_path: Path
) -> None:
    """What is typed and chosen stands on the stick, which is whole."""
    stick = tmp_path / "stick"
    text = tmp_path / "Read me.txt"
    text.write_text("Read me.")
    fill(qtbot, dialog, title="Growing", facilitator="Ana", survey="https://example.org/s")
    dialog.files.add(text)
    dialog.set_target(stick)

    with qtbot.wait_signal(dialog.prepared, timeout=30_000):
        qtbot.mouseClick(dialog.prepare, Qt.MouseButton.LeftButton)

    workshop = read_workshop(stick)
    assert (workshop.title, workshop.facilitator) == ("Growing", "Ana")
    assert workshop.survey == "https://example.org/s"
    assert [one.file for one in workshop.files] == [f"{FILES}/Read me.txt"]
    assert (stick / SUMS).is_file()


def test_a_facilitators_own_template_goes_onto_the_stick(
    qtbot: QtBot, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was added to the program can be handed out with it, and is read from the stick."""
    monkeypatch.setattr(stick_dialog, "show_in_folder", lambda _path: True)
    text = built_in("career-growth", program.resources).text
    ours = text.replace('id = "career-growth"', 'id = "ours"', 1)
    install(read_template(ours, "ours"), program.places.data)
    dialog = StickDialog(program)
    qtbot.add_widget(dialog)
    dialog.show()
    dialog.set_target(tmp_path / "stick")
    for tick, template in dialog.templates:
        tick.setChecked(template.id == "ours")

    with qtbot.wait_signal(dialog.prepared, timeout=30_000):
        qtbot.mouseClick(dialog.prepare, Qt.MouseButton.LeftButton)

    workshop = read_workshop(tmp_path / "stick")
    assert workshop.templates == ("Templates/ours.toml",)


def test_nothing_is_written_before_a_place_is_chosen(dialog: StickDialog) -> None:
    """The button waits for a stick."""
    assert not dialog.prepare.isEnabled()


@pytest.mark.parametrize("address", ["example", "https://exa mple.org", "file:///x"])
def test_an_address_that_is_none_is_explained(
    qtbot: QtBot, dialog: StickDialog, tmp_path: Path, address: str
) -> None:
    """A wrong survey link is noticed before thirty sticks carry it."""
    fill(qtbot, dialog, survey=address)
    dialog.set_target(tmp_path / "stick")

    qtbot.mouseClick(dialog.prepare, Qt.MouseButton.LeftButton)

    assert "https://" in dialog.trouble.text()
    assert dialog.focusWidget() is dialog.facts.fields["survey"]
    assert not (tmp_path / "stick").exists()


@pytest.mark.parametrize("address", ["example.org/s", " https://example.org/s"])
def test_an_address_may_be_typed_as_people_tell_it(
    qtbot: QtBot, dialog: StickDialog, address: str
) -> None:
    """Nobody says “https”, and phones need it."""
    fill(qtbot, dialog, survey=address)

    assert dialog.facts.workshop().survey == "https://example.org/s"


def test_one_stick_after_the_other_is_prepared(
    qtbot: QtBot, dialog: StickDialog, tmp_path: Path
) -> None:
    """It says that a stick is ready, and keeps what was typed for the next one; Enter goes on."""
    fill(qtbot, dialog, title="Growing")
    for name in ("first", "second"):
        dialog.set_target(tmp_path / name)
        with qtbot.wait_signal(dialog.prepared, timeout=30_000):
            qtbot.keyClick(dialog.prepare, Qt.Key.Key_Return)

        assert name in dialog.ready.text()
        assert dialog.ready.isVisible()
        assert dialog.focusWidget() is dialog.prepare
        assert read_workshop(tmp_path / name).title == "Growing"

    assert dialog.isVisible()


def test_files_are_taken_off_the_list(qtbot: QtBot, dialog: StickDialog, tmp_path: Path) -> None:
    """The newest file is marked, and there is nothing to remove before there is one."""
    remove = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Remove")
    before = remove.isEnabled()
    (tmp_path / "Read me.txt").write_text("Read me.")
    dialog.files.add(tmp_path / "Read me.txt")

    qtbot.mouseClick(remove, Qt.MouseButton.LeftButton)

    assert not before
    assert dialog.files.listed.count() == 0
    assert not remove.isEnabled()


def test_a_file_that_no_stick_may_hold_is_refused(dialog: StickDialog, tmp_path: Path) -> None:
    """A program does not get onto the list."""
    bad = tmp_path / "game.exe"
    bad.write_bytes(b"MZ")

    dialog.files.add(bad)

    assert dialog.files.listed.count() == 0
    assert "game.exe" in dialog.trouble.text()


def test_a_folder_with_other_files_is_explained(
    qtbot: QtBot, dialog: StickDialog, tmp_path: Path
) -> None:
    """The window stays open and says what to do."""
    (tmp_path / "holiday.jpg").write_bytes(b"x")
    dialog.set_target(tmp_path)

    qtbot.mouseClick(dialog.prepare, Qt.MouseButton.LeftButton)
    qtbot.wait_until(lambda: "holds other files" in dialog.trouble.text(), timeout=10_000)

    assert dialog.isVisible()
    assert dialog.prepare.isEnabled()


@pytest.mark.parametrize(("version", "offered"), [("99.0.0", True), ("0.0.1", False)])
def test_joining_tells_what_the_workshop_brings(  # noqa: PLR0917 - pytest passes by name
    qtbot: QtBot,
    program: Program,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    version: str,
    offered: bool,
) -> None:
    """After joining, the workshop counts; a newer program is offered, and never started."""
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "workshop.toml").write_text(f"title = 'Growing'\nprogram = '{version}'\n")
    for name in ("Linux - every other.run", "Mac - open me.dmg", "Windows - double-click me.exe"):
        (stick / name).write_bytes(b"x")
    said: list[str] = []
    shown: list[Path] = []

    def ask(_parent: QWidget | None, text: str, _detail: str, _answers: Sequence[str]) -> int:
        said.append(text)
        return 0

    monkeypatch.setattr(workshops, "ask", ask)
    monkeypatch.setattr(workshops, "show_in_folder", shown.append)
    window = MainWindow(program)
    qtbot.add_widget(window)

    workshops.Workshops(window).join(stick)

    found = workshops.current(program.places)
    assert found is not None
    assert found.workshop.title == "Growing"
    assert "Growing" in said[0]
    assert bool(shown) is offered


def test_new_workbooks_begin_with_the_joined_workshop(
    open_window: Callable[[Path | None], Doers], program: Program, tmp_path: Path
) -> None:
    """Nobody types the workshop's title and facilitator again, and its survey is the one asked."""
    stick = tmp_path / "stick"
    stick.mkdir()
    text = "title = 'Growing'\nfacilitator = 'Ana'\nsurvey = 'https://example.org/ours'\n"
    (stick / "workshop.toml").write_text(text)
    joining.join(stick, program.places.data)
    doers = open_window(None)

    doers.files.new(built_in("career-growth", program.resources))

    opened = doers.window.opened
    assert opened is not None
    assert opened.session.workbook.details.workshop == "Growing"
    assert opened.session.workbook.details.facilitator == "Ana"
    assert "https://example.org/ours" in opened.session.workbook.template.text
