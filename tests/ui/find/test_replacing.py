"""Replacing what was found, in answers alone, and taking it back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from ladder_desktop.store.making import create
from ladder_desktop.store.past import moments
from ladder_desktop.ui.find.find_bar import FindBar
from ladder_desktop.ui.menu_plan import Doers
from ladder_desktop.ui.workbook_view import WorkbookView
from ladder_desktop.widgets.grid.grid_view import GridView
from ladder_desktop.widgets.note.note_editor import NoteEditor
from ladder_desktop.widgets.snackbar import Snackbar
from ladder_desktop.workbook.details import Details
from ladder_desktop.workbook.template import read_template
from ladder_desktop.workbook.workbook import Workbook, new_workbook
from tests.ui.conftest import OpenWindow

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
TABLE = """
format = "ladder-template"
id = "plan"
version = 1
title = "Plan"
[[sections]]
id = "steps"
title = "Steps"
[[sections.blocks]]
kind = "prompt"
id = "why"
question = "Why mentors?"
[[sections.blocks]]
kind = "table"
id = "rows"
title = "What to do"
row_name = "step"
columns = [
  { id = "step", title = "Step" },
  { id = "cost", title = "Cost", type = "money" },
]
"""


@pytest.fixture
def full_file(tmp_path: Path, empty_workbook: Workbook) -> Path:
    """Return a file with the same word in details, answers, a table and a folded note."""
    workbook = Workbook(
        empty_workbook.identity,
        empty_workbook.template,
        Details("Ana", organization="Mentors’ school"),
        empty_workbook.answers,
    )
    workbook = workbook.with_answer("job-satisfaction", "Mentors 👍 mentors, more mentors")
    practice = {"questions": {"further-roles": "mentors again"}, "notes": "no mentor"}
    workbook = workbook.with_answer("practices", {"range-of-roles": practice})
    workbook = workbook.with_answer("goals", [{"goal": "Find mentors", "roles": ""}])
    path = tmp_path / "full.ladder"
    create(path, workbook)
    return path


@pytest.fixture
def table_file(tmp_path: Path) -> Path:
    """Return a file with a table of texts and figures."""
    workbook = new_workbook(read_template(TABLE, "plan"))
    rows = [{"step": "Ask 12 mentors", "cost": "12"}, {"step": "Pay mentors", "cost": "1200"}]
    path = tmp_path / "table.ladder"
    create(path, workbook.with_answer("rows", rows))
    return path


def opened(open_window: OpenWindow, path: Path) -> tuple[Doers, WorkbookView, FindBar]:
    """Open a window on a file, and the bar with both of its lines by their keys."""
    doers = open_window(path)
    view = doers.window.view
    assert view is not None
    doers.goto.replace()
    bar = doers.window.findChild(FindBar)
    assert bar is not None
    return doers, view, bar


def press(qtbot: QtBot, bar: FindBar, text: str) -> None:
    """Press a button of the bar."""
    found = [one for one in bar.findChildren(QPushButton) if one.text() == text]
    qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)


def answers(view: WorkbookView) -> dict[str, object]:
    """Return the answers as they stand on the pages."""
    view.session.flush()
    return view.session.workbook.answers


def test_keys_replace_one_place_after_the_other(
    qtbot: QtBot, open_window: OpenWindow, full_file: Path
) -> None:
    """Ctrl+H, two words and Enter: the next place is shown each time, and Ctrl+Z takes it back."""
    doers = open_window(full_file)
    view = doers.window.view
    assert view is not None
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_H, CONTROL)
    bar = doers.window.findChild(FindBar)
    assert bar is not None
    assert bar.line.hasFocus()
    qtbot.keyClicks(bar.line, "mentors")
    qtbot.keyClick(bar.line, Key.Key_Tab)
    bar.replacing.line.setFocus()
    qtbot.keyClicks(bar.replacing.line, "coaches")

    qtbot.keyClick(bar.replacing.line, Key.Key_Return)
    once = answers(view)["job-satisfaction"]
    qtbot.keyClick(bar.replacing.line, Key.Key_Return)
    twice = answers(view)["job-satisfaction"]
    view.pages()[0].editors["job-satisfaction"].undo_stack.undo()

    assert once == "coaches 👍 mentors, more mentors"
    assert twice == "coaches 👍 coaches, more mentors"
    assert answers(view)["job-satisfaction"] == once


def test_all_places_are_replaced_and_taken_back_at_once(
    qtbot: QtBot, open_window: OpenWindow, full_file: Path
) -> None:
    """Details, folded notes and cells are changed, questions are not; Undo brings all back."""
    _doers, view, bar = opened(open_window, full_file)
    before = answers(view)
    qtbot.keyClicks(bar.line, "mentors")
    qtbot.keyClicks(bar.replacing.line, "coaches")

    press(qtbot, bar, "Replace all")
    after = answers(view)
    details = view.session.workbook.details
    snackbar = view.findChild(Snackbar)
    assert snackbar is not None
    said = snackbar.message.text()
    qtbot.mouseClick(snackbar.button, Qt.MouseButton.LeftButton)

    assert after["job-satisfaction"] == "coaches 👍 coaches, more coaches"
    practices = after["practices"]
    assert practices["range-of-roles"].questions["further-roles"] == "coaches again"  # type: ignore[index]
    assert practices["range-of-roles"].notes == "no mentor"  # type: ignore[index]
    assert after["goals"][0]["goal"] == "Find coaches"  # type: ignore[index]
    assert details.organization == "coaches’ school"
    assert said == "Replaced in 6 places."
    assert answers(view) == before
    assert view.session.workbook.details.organization == "Mentors’ school"


def test_each_block_takes_its_part_back_in_one_step(
    qtbot: QtBot, open_window: OpenWindow, full_file: Path
) -> None:
    """Ctrl+Z in an answer takes back all that was replaced in it, and nothing elsewhere."""
    _doers, view, bar = opened(open_window, full_file)
    qtbot.keyClicks(bar.line, "mentors")
    qtbot.keyClicks(bar.replacing.line, "coaches")
    press(qtbot, bar, "Replace all")
    qtbot.keyClick(bar.replacing.line, Key.Key_Escape)

    view.open_section(0)
    box = view.page().focusWidget()
    qtbot.keyClick(box, Key.Key_Z, CONTROL)

    assert answers(view)["job-satisfaction"] == "Mentors 👍 mentors, more mentors"
    assert answers(view)["goals"][0]["goal"] == "Find coaches"  # type: ignore[index]


def test_the_moment_before_is_kept(qtbot: QtBot, open_window: OpenWindow, full_file: Path) -> None:
    """Days later the history still knows how it was."""
    _doers, view, bar = opened(open_window, full_file)
    qtbot.keyClicks(bar.line, "mentors")

    press(qtbot, bar, "Replace all")
    assert view.session.settle(5)

    assert ("before", "replace") in [(one.reason, one.title) for one in moments(full_file)]
    assert answers(view)["job-satisfaction"] == " 👍 , more "


def test_figures_in_a_table_are_found_and_stay(
    qtbot: QtBot, open_window: OpenWindow, table_file: Path
) -> None:
    """Only cells that take any text are changed, in one step of the table."""
    _doers, view, bar = opened(open_window, table_file)
    qtbot.keyClicks(bar.line, "12")
    found = bar.count.text()
    qtbot.keyClicks(bar.replacing.line, "ten")

    press(qtbot, bar, "Replace all")
    rows = answers(view)["rows"]
    view.page().findChildren(GridView)[0].setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Z, CONTROL)

    assert found == "1 of 2"
    assert [row["step"] for row in rows] == ["Ask ten mentors", "Pay mentors"]  # type: ignore[attr-defined]
    assert answers(view)["rows"][0]["step"] == "Ask 12 mentors"  # type: ignore[index]


def test_the_menu_of_sections_tells_how_many_and_leads_there(
    qtbot: QtBot, open_window: OpenWindow, full_file: Path
) -> None:
    """Hits are counted by section, the details among them."""
    _doers, view, bar = opened(open_window, full_file)
    qtbot.keyClicks(bar.line, "mentors")
    qtbot.mouseClick(bar.sections, Qt.MouseButton.LeftButton)
    assert bar.sections.menu is not None
    bar.sections.menu.close()
    entries = bar.sections.menu.actions()
    said = [entry.text() for entry in entries]

    entries[-1].trigger()
    in_table = view.tabs.current()
    entries[0].trigger()

    assert bar.sections.text() == "in 4 sections"
    assert said == ["Details: 1", "Reflection: 3", "Self-assessment: 1", "Goals and roles: 1"]
    assert in_table == 2
    assert view.is_on_details()
    lines = view.details().findChildren(QLineEdit)
    assert "Mentors" in [line.selectedText() for line in lines]


def test_nothing_is_replaced_in_what_is_for_reading(
    qtbot: QtBot, open_window: OpenWindow, table_file: Path
) -> None:
    """Questions can be found, but offer nothing to replace."""
    _doers, view, bar = opened(open_window, table_file)
    qtbot.keyClicks(bar.line, "Why mentors")

    assert bar.count.text() == "1 of 1"
    assert not bar.replacing.one.isEnabled()
    assert not bar.replacing.every.isEnabled()
    assert answers(view)["why"] == ""


def test_what_was_typed_meanwhile_is_not_mistaken(
    qtbot: QtBot, open_window: OpenWindow, full_file: Path
) -> None:
    """Places are looked up again before anything is replaced."""
    _doers, view, bar = opened(open_window, full_file)
    qtbot.keyClicks(bar.line, "mentors")
    view.open_section(0)
    box = view.page().findChildren(NoteEditor)[0]
    box.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClicks(box, "Once ")

    press(qtbot, bar, "Replace")
    press(qtbot, bar, "Replace all")

    assert answers(view)["job-satisfaction"] == "Once  👍 , more "
    assert bar.replacing.line.hasFocus()


def test_only_one_place_is_marked(qtbot: QtBot, open_window: OpenWindow, full_file: Path) -> None:
    """What was shown before is left as it was."""
    _doers, view, bar = opened(open_window, full_file)
    qtbot.keyClicks(bar.line, "mentors")
    for _ in range(4):
        qtbot.keyClick(bar.line, Key.Key_Return)

    boxes = [box for page in view.pages() for box in page.findChildren(NoteEditor)]
    assert sum(box.textCursor().hasSelection() for box in boxes) == 1
