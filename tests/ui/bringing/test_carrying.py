"""From one workbook to the next: another round of it, or a table of another one."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from ladder_desktop.paths import resources
from ladder_desktop.store.file import read
from ladder_desktop.store.making import create
from ladder_desktop.ui.bringing import carrying
from ladder_desktop.ui.bringing.use_dialog import UseDialog
from ladder_desktop.ui.files import Files
from ladder_desktop.ui.menu_plan import Doers
from ladder_desktop.words import Words
from ladder_desktop.workbook.carry_over import Offer
from ladder_desktop.workbook.details import Details
from ladder_desktop.workbook.interchange import filled
from ladder_desktop.workbook.shelf import built_in
from ladder_desktop.workbook.workbook import new_workbook
from tests.ui.conftest import OpenWindow

OFFERS = (
    Offer("entry", "Keep young teachers", "Workshop", "Goals and roles"),
    Offer("role", "Mentor", "Workshop", "Goals and roles"),
)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Return the files that are opened in windows of their own, instead of opening them."""
    paths: list[Path] = []
    monkeypatch.setattr(Files, "open", lambda _self, path: paths.append(path))
    return paths


def made(folder: Path, template_id: str, answers: dict[str, Any]) -> Path:
    """Return a workbook file of a template with these answers."""
    path = folder / f"{template_id}.ladder"
    empty = new_workbook(built_in(template_id, resources()), Details(name="Ada"))
    create(path, filled(empty, {"answers": answers}, "answers"))
    return path


def can(doers: Doers, text: str) -> bool:
    """Tell whether an entry of the Workbook menu can be used now."""
    menu: QMenu = doers.window.menus["workbook"]
    menu.aboutToShow.emit()
    found = [action for action in menu.actions() if action.text().replace("&", "") == text]
    assert len(found) == 1
    return found[0].isEnabled()


def test_nothing_begins_before_it_is_told_what_will(
    tmp_path: Path, open_window: OpenWindow, opened: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says that this workbook stays as it is; who does not want it has no further file."""
    told: list[str] = []

    def decline(_window: object, _text: str, said: str, _answers: object) -> int:
        told.append(said)
        return 1

    monkeypatch.setattr(carrying, "ask", decline)
    doers = open_window(made(tmp_path, "six-steps", {}))
    files = list(tmp_path.glob("*.ladder"))

    doers.carrying.start_round()

    assert "stays as it is" in told[0]
    assert opened == []
    assert list(tmp_path.glob("*.ladder")) == files


def test_the_next_round_lies_beside_the_last(
    tmp_path: Path, open_window: OpenWindow, opened: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It takes along what carries over, and the round before stays as it is."""
    goals = [{"goal": "Stay", "baseline": "80%", "finding": "85%"}]
    path = made(tmp_path, "six-steps", {"goals": goals, "heard": "Ask parents"})
    monkeypatch.setattr(carrying, "ask", lambda *_: 0)
    doers = open_window(path)

    assert can(doers, "Start the next round…")
    doers.carrying.start_round()

    (begun,) = opened
    second = read(begun).workbook
    assert begun.parent == tmp_path
    assert second.details.name == "Ada"
    assert second.details.date is not None
    assert second.answers["goals"][0]["baseline"] == "85%"
    assert second.answers["heard"] == ""
    assert read(path).workbook.answers["heard"] == "Ask parents"


def test_without_anything_that_carries_there_is_no_next_round(
    tmp_path: Path, open_window: OpenWindow
) -> None:
    """Neither is there something to use elsewhere in an empty workbook."""
    doers = open_window(made(tmp_path, "career-growth", {}))

    assert not can(doers, "Start the next round…")
    assert not can(doers, "Use in another workbook…")


def test_what_was_just_written_can_be_used_elsewhere(
    tmp_path: Path, qtbot: QtBot, open_window: OpenWindow
) -> None:
    """The window offers the goals of the open workbook."""
    doers = open_window(made(tmp_path, "career-growth", {"goals": [{"goal": "Reading"}]}))

    assert can(doers, "Use in another workbook…")
    doers.carrying.use_elsewhere()

    dialog = doers.window.findChild(UseDialog)
    assert dialog is not None
    assert [tick.text() for tick in dialog.offered] == ["Reading"]


def test_what_is_ticked_comes_into_the_table(tmp_path: Path, qtbot: QtBot, words: Words) -> None:
    """Goal and role each stand in a row of the other workbook, with where they came from."""
    plan = made(tmp_path, "six-steps", {})
    dialog = UseDialog(OFFERS, [plan], tmp_path / "data", words)
    qtbot.addWidget(dialog)
    dialog.show()
    enabled_at_first = dialog.use.isEnabled()
    for tick in dialog.offered:
        qtbot.keyClick(tick, Qt.Key.Key_Space)
    dialog.table.setCurrentIndex(dialog.table.findData("needs-to-roles"))

    with qtbot.waitSignal(dialog.put) as told:
        qtbot.mouseClick(dialog.use, Qt.MouseButton.LeftButton)

    rows = read(plan).workbook.answers["needs-to-roles"]
    assert not enabled_at_first
    assert told.args == [plan, 2]
    assert rows[0]["need"] == "Keep young teachers (from “Workshop”, Goals and roles)"
    assert rows[1]["role"] == "Mentor (from “Workshop”, Goals and roles)"


def test_a_file_that_is_no_workbook_is_told(tmp_path: Path, qtbot: QtBot, words: Words) -> None:
    """Another file can be chosen; what can't be used is said, and nothing can be done with it."""
    strange = tmp_path / "strange.ladder"
    strange.write_text("no workbook", encoding="utf-8")
    dialog = UseDialog(OFFERS, [], tmp_path / "data", words, choose=lambda _parent: strange)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(dialog.offered[0], Qt.Key.Key_Space)

    other = next(one for one in dialog.findChildren(QPushButton) if "…" in one.text())
    qtbot.mouseClick(other, Qt.MouseButton.LeftButton)

    assert "strange.ladder" in dialog.trouble.text()
    assert not dialog.use.isEnabled()


def test_a_workbook_that_is_open_elsewhere_is_left_alone(
    tmp_path: Path, qtbot: QtBot, words: Words, open_window: OpenWindow, program: Any
) -> None:
    """Nothing is written into a file that another window has open."""
    plan = made(tmp_path, "six-steps", {})
    open_window(plan)
    dialog = UseDialog(OFFERS, [plan], program.places.data, words)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(dialog.offered[0], Qt.Key.Key_Space)

    qtbot.mouseClick(dialog.use, Qt.MouseButton.LeftButton)

    assert dialog.trouble.text()
    assert dialog.isVisible()
    assert read(plan).workbook.answers["student-needs"][0]["need"] == ""
