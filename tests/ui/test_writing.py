"""Writing into every tab, closing, and finding everything again."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from ladder_desktop.store.file import read
from ladder_desktop.store.making import create
from ladder_desktop.ui.pages import SectionPage
from ladder_desktop.ui.session import Saving
from ladder_desktop.ui.workbook_view import WorkbookView
from ladder_desktop.widgets.note.note_editor import NoteEditor
from ladder_desktop.widgets.rating_picker import RatingPicker
from ladder_desktop.widgets.tick_box import TickBox
from ladder_desktop.workbook.workbook import Workbook
from tests.ui.conftest import OpenWindow


def controls(view: WorkbookView, kind: type[QWidget]) -> list[QWidget]:
    """Return the controls of a kind on the open page, in the order of the eye."""
    page = view.page()
    assert isinstance(page, SectionPage)
    page.complete()
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    found = [one for one in page.findChildren(kind) if one.isVisible()]
    return sorted(found, key=lambda one: one.mapTo(view, one.rect().topLeft()).toTuple()[::-1])


def test_what_is_typed_in_every_tab_is_there_again(
    qtbot: QtBot, open_window: OpenWindow, file: Path
) -> None:
    """Each box of each tab keeps what was typed into it, each tick and rating what was chosen."""
    doers = open_window(file)
    view = doers.window.view
    assert view is not None
    typed: dict[tuple[int, str], str] = {}

    for index in range(5):
        qtbot.keyClick(
            view.page().focusWidget(), str(index + 1), Qt.KeyboardModifier.ControlModifier
        )
        assert view.tabs.current() == index
        for number, box in enumerate(controls(view, NoteEditor)):
            text = f"note {index}-{number}"
            box.setFocus()
            qtbot.keyClicks(box, text)
            typed[index, f"{number} {box.accessibleName()}"] = text
        for tick in controls(view, TickBox):
            qtbot.keyClick(tick, Qt.Key.Key_Space)
        for number, rating in enumerate(controls(view, RatingPicker)):
            assert isinstance(rating, RatingPicker)
            qtbot.keyClick(rating.entry(), str(number + 1))
    doers.window.close()

    doers = open_window(file)
    view = doers.window.view
    assert view is not None
    assert len(typed) >= 15
    for index in range(5):
        doers.goto.section(index)
        boxes = controls(view, NoteEditor)
        for number, box in enumerate(boxes):
            assert isinstance(box, QPlainTextEdit)
            if (index, f"{number} {box.accessibleName()}") in typed:
                assert box.toPlainText() == typed[index, f"{number} {box.accessibleName()}"]
        assert all(
            tick.isChecked() for tick in controls(view, TickBox) if isinstance(tick, TickBox)
        )
    practices = view.session.workbook.answers["practices"]
    assert [answer.rating for answer in practices.values()] == [1, 2]


def test_a_key_is_committed_while_the_window_stays_open(
    qtbot: QtBot, open_window: OpenWindow, file: Path
) -> None:
    """Half a word is in the file soon after its last key, and the status line says so."""
    doers = open_window(file)
    view = doers.window.view
    assert view is not None

    with qtbot.waitSignal(view.session.saved):
        qtbot.keyClicks(view.page().focusWidget(), "half a wo")

    assert read(file).workbook.answers["job-satisfaction"] == "half a wo"
    assert doers.window.status.saving.text().startswith("Saved ")
    assert view.session.saving is Saving.SAVED


def test_until_it_is_committed_the_status_line_does_not_say_saved(
    qtbot: QtBot, open_window: OpenWindow, file: Path
) -> None:
    """From the first key to the commit the status line says that saving goes on."""
    doers = open_window(file)
    view = doers.window.view
    assert view is not None

    qtbot.keyClick(view.page().focusWidget(), "a")

    assert doers.window.status.saving.text() == "Saving…"


def test_looking_at_every_tab_changes_nothing(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path, empty_workbook: Workbook
) -> None:
    """Notes are shown with their marks without counting as edited, to the last character."""
    typed = "A **bold** word\r\nand\u00a0more"
    path = tmp_path / "marked.ladder"
    create(path, empty_workbook.with_answer("job-satisfaction", typed))
    view = open_window(path).window.view
    assert view is not None
    told: list[str] = []
    view.pages()[0].answered.connect(lambda block, _source: told.append(block))

    qtbot.waitUntil(lambda: all(box._marks is not None for box in shown_boxes(view)))
    QApplication.processEvents()

    assert told == []
    assert shown_boxes(view)[0].text() == typed


def shown_boxes(view: WorkbookView) -> list[NoteEditor]:
    """Return the boxes of the open page that can be seen and hold a text."""
    boxes = view.page().findChildren(NoteEditor)
    return [box for box in boxes if box.text() and not box.visibleRegion().isEmpty()]


def test_closing_in_mid_word_keeps_the_word(
    qtbot: QtBot, open_window: OpenWindow, file: Path
) -> None:
    """What was typed a moment before closing is in the file, and nothing lies beside it."""
    doers = open_window(file)
    view = doers.window.view
    assert view is not None

    qtbot.keyClicks(view.page().focusWidget(), "in mid sent")
    doers.window.close()

    assert read(file).workbook.answers["job-satisfaction"] == "in mid sent"
    assert [path.name for path in file.parent.glob("notes*")] == ["notes.ladder"]


@pytest.mark.parametrize("way", ["tab", "focus"])
def test_leaving_a_box_commits_at_once(
    qtbot: QtBot, open_window: OpenWindow, file: Path, way: str
) -> None:
    """Going to another tab or box hands over what was typed without waiting for the pause."""
    doers = open_window(file)
    view = doers.window.view
    assert view is not None
    box = view.page().focusWidget()
    qtbot.keyClicks(box, "abc")

    if way == "tab":
        doers.goto.next_section()
    else:
        qtbot.keyClick(box, Qt.Key.Key_Tab)
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not box)

    assert view.session.workbook.answers["job-satisfaction"] == "abc"


def test_undo_and_redo_work_from_keys_and_menu(
    qtbot: QtBot, open_window: OpenWindow, file: Path
) -> None:
    """The menu undoes what the focused block did, and nothing of another one."""
    doers = open_window(file)
    view = doers.window.view
    assert view is not None
    box = view.page().focusWidget()
    assert isinstance(box, NoteEditor)
    qtbot.keyClicks(box, "abc")

    doers.edits.undo()
    undone = box.text()
    doers.edits.redo()

    assert undone == ""
    assert box.text() == "abc"
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    assert not doers.edits.can_undo()


def test_details_are_saved_and_shown_in_the_head(
    qtbot: QtBot, open_window: OpenWindow, file: Path
) -> None:
    """A name typed on the details page stands in the head, the title and the file."""
    doers = open_window(file)
    window, view = doers.window, doers.window.view
    assert view is not None
    qtbot.keyClick(view.page().focusWidget(), "d", Qt.KeyboardModifier.ControlModifier)
    name = QApplication.focusWidget()
    assert isinstance(name, QLineEdit)

    with qtbot.waitSignal(view.session.saved):
        QTest.keyClicks(name, "Ana Ruiz")

    assert read(file).workbook.details.name == "Ana Ruiz"
    assert "Ana Ruiz" in view.header.person.text()
    assert window.windowTitle().startswith("Ana Ruiz · Career Growth")


def test_a_level_of_school_counts_no_practice_for_leas(
    qtbot: QtBot, open_window: OpenWindow, file: Path
) -> None:
    """Choosing “School” takes the second practice out of what is to be answered."""
    doers = open_window(file)
    view = doers.window.view
    assert view is not None
    before = view.session.progress().total
    doers.goto.details()
    school = next(
        one for one in view.page().findChildren(QWidget) if one.accessibleName() == "Level: School"
    )

    qtbot.mouseClick(school, Qt.MouseButton.LeftButton)

    assert view.session.progress().total == before - 1
