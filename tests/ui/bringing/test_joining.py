"""Copies that were edited apart, files that were replaced, and what was rescued."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from ladder_desktop.paths import Places
from ladder_desktop.store.batch import Batch
from ladder_desktop.store.file import read
from ladder_desktop.store.rescue import Rescue, find_rescue
from ladder_desktop.store.texts import Text
from ladder_desktop.store.writer import Changes, Writer
from ladder_desktop.ui import keeping, reading
from ladder_desktop.ui.banner import Banner
from ladder_desktop.ui.bringing.join_dialog import JoinDialog
from ladder_desktop.ui.menu_plan import Doers
from ladder_desktop.ui.opening import open_workbook
from ladder_desktop.workbook.newer_template import moved
from ladder_desktop.workbook.template import read_template
from ladder_desktop.workbook.workbook import Workbook
from tests.ui.conftest import OpenWindow

FIRST = "job-satisfaction"


def change(path: Path, **answers: str) -> None:
    """Write answers into a file, as another program would."""
    data, last_commit = path.parent / "data", read(path).last_commit
    writer = Writer(path, lambda _: None, lambda _: None, data, last_commit=last_commit)
    writer.submit(Changes({name.replace("_", "-"): text for name, text in answers.items()}))
    assert writer.close(10)


def blocks(workbook: Workbook) -> tuple[str, str]:
    """Return the ids of the first two questions."""
    found = [block.id for block in workbook.template.blocks() if block.kind == "prompt"]
    return found[0], found[1]


def write(qtbot: QtBot, doers: Doers, text: str) -> None:
    """Type into the first box."""
    view = doers.window.view
    assert view is not None
    view.focus_block(FIRST)
    qtbot.keyClicks(QApplication.focusWidget(), text)


def answers(doers: Doers) -> dict[str, str]:
    """Return what the file holds once all is saved."""
    assert doers.window.opened is not None
    session = doers.window.opened.session
    assert session.settle(10)
    return dict(read(session.path).workbook.answers)


def dialog(doers: Doers) -> JoinDialog:
    """Return the open window about two copies."""
    return next(one for one in doers.window.findChildren(JoinDialog) if one.isVisible())


@pytest.fixture
def apart(qtbot: QtBot, open_window: OpenWindow, file: Path) -> tuple[Doers, Path]:
    """Return a window, and a copy of its file that was edited apart since."""
    doers = open_window(file)
    write(qtbot, doers, "both ")
    answers(doers)
    copy = file.with_name("home.ladder")
    shutil.copyfile(file, copy)
    second = blocks(read(file).workbook)[1]
    change(copy, **{FIRST: "both at home", second: "only at home"})
    write(qtbot, doers, "at school ")
    return doers, copy


@pytest.mark.parametrize(
    ("side", "kept"), [("ours", "both at school "), ("theirs", "both at home")]
)
def test_what_both_changed_is_chosen_side_by_side(
    apart: tuple[Doers, Path], side: str, kept: str
) -> None:
    """What one side changed is taken, what both changed is asked for, and the choice is saved."""
    doers, copy = apart

    doers.keeping.joining.bring_in(copy)
    window = dialog(doers)
    ((_, card),) = window.cards
    card.choice.buttons[side].click()
    window.join.click()

    found = answers(doers)
    second = blocks(read(copy).workbook)[1]
    assert found[FIRST] == kept
    assert found[second] == "only at home"
    assert QApplication.focusWidget() is not None
    assert doers.window.view is not None
    shown = doers.window.view.pages()[0].editors[FIRST].answer()
    assert shown == kept


def test_cancelling_changes_nothing(apart: tuple[Doers, Path]) -> None:
    """Nothing is brought in until the person says so."""
    doers, copy = apart

    doers.keeping.joining.bring_in(copy)
    dialog(doers).reject()

    assert answers(doers)[FIRST] == "both at school "


def test_a_file_that_was_replaced_is_merged_not_written_over(
    qtbot: QtBot, apart: tuple[Doers, Path], file: Path
) -> None:
    """A synchroniser put another copy there: one line says so and leads to the choice."""
    doers, copy = apart
    assert doers.window.opened is not None
    assert doers.window.opened.session.settle(10)
    copy.replace(file)
    write(qtbot, doers, "now ")
    assert doers.keeping.trouble is not None
    line = doers.keeping.trouble.banner
    qtbot.waitUntil(line.isVisible)
    held = read(file).workbook.answers[FIRST]

    button = next(one for one in line.findChildren(QPushButton) if "together" in one.text())
    button.click()
    window = dialog(doers)
    window.join.click()
    qtbot.waitUntil(line.isHidden, timeout=10_000)

    assert held == "both at home"
    found = answers(doers)
    assert found[FIRST] == "both at school now "
    assert found[blocks(read(file).workbook)[1]] == "only at home"


def test_what_was_rescued_is_put_back_at_the_next_opening(
    qtbot: QtBot, open_window: OpenWindow, file: Path, places: Places
) -> None:
    """A session that ended with its stick pulled out loses nothing."""
    keep_rescue(file, places, "not saved then")

    doers = open_window(file)

    assert doers.window.view is not None
    assert "back in its place" in doers.window.view.banner.text.text()
    assert answers(doers)[FIRST] == "not saved then"
    assert find_rescue(file, places.data) is None


def test_what_was_rescued_is_offered_when_the_file_went_on(
    open_window: OpenWindow, file: Path, places: Places
) -> None:
    """The file was changed since on another computer: both sides are shown."""
    keep_rescue(file, places, "not saved then")
    change(file, **{FIRST: "changed since"})

    doers = open_window(file)
    window = dialog(doers)
    held = answers(doers)[FIRST]
    window.cards[0][1].choice.buttons["theirs"].click()
    window.join.click()

    assert held == "changed since"
    assert answers(doers)[FIRST] == "not saved then"
    assert find_rescue(file, places.data) is None


def keep_rescue(file: Path, places: Places, text: str) -> None:
    """Leave a rescue file behind, as a session does whose file can't be written."""
    stored = read(file)
    away = file.rename(file.with_name("away"))
    rescue = Rescue(file, places.data, lambda: stored.workbook.with_answer(FIRST, text))
    writer = Writer(
        file,
        lambda _: None,
        lambda _: None,
        places.data,
        last_commit=stored.last_commit,
        rescue=rescue,
    )
    writer.submit(Changes({FIRST: text}))
    assert not writer.flush(0.5)
    writer.abandon()
    away.rename(file)
    assert rescue.place.exists()


def test_a_newer_template_that_could_not_be_saved_is_put_back_with_its_answers(
    open_window: OpenWindow, file: Path, places: Places, empty_workbook: Workbook
) -> None:
    """Also answers to questions come back that the file knows nothing of."""
    text = empty_workbook.template.text
    text = text.replace(f'id = "{FIRST}"', 'id = "quite-new"', 1)
    newer = moved(empty_workbook, read_template(text, "newer")).workbook
    on_screen = newer.with_answer("quite-new", "I am new.")
    stored, rescue = read(file), Rescue(file, places.data, lambda: on_screen)
    rescue.keep([Batch({"quite-new": Text("quite-new", '"I am new."')})], stored.last_commit)

    doers = open_window(file)

    assert doers.window.opened is not None
    assert doers.window.opened.session.settle(10)
    assert read(file).workbook == on_screen
    assert find_rescue(file, places.data) is None


def test_the_start_page_makes_a_workbook_of_what_lost_its_file(
    open_window: OpenWindow, file: Path, places: Places
) -> None:
    """With the stick gone for good, everything that was on screen comes back."""
    keep_rescue(file, places, "all of it")
    file.unlink()

    doers = open_window(None)
    assert doers.window.page is not None
    (banner,) = doers.window.page.findChildren(Banner)
    said = banner.text.text()
    banner.findChildren(QPushButton)[0].click()

    assert "notes.ladder" in said
    assert answers(doers)[FIRST] == "all of it"
    assert find_rescue(file, places.data) is None


def test_the_start_page_tells_of_an_unexpected_end(
    qtbot: QtBot, open_window: OpenWindow, file: Path
) -> None:
    """It names the file and the second up to which everything is there."""
    doers = open_window(file)
    write(qtbot, doers, "x")
    answers(doers)
    held = file.read_bytes()
    doers.window.close()
    file.write_bytes(held)

    doers = open_window(None)
    assert doers.window.page is not None
    (banner,) = doers.window.page.findChildren(Banner)

    assert "ended unexpectedly" in banner.text.text()
    assert "“notes”" in banner.text.text()


def test_a_second_window_reads_and_takes_over(
    qtbot: QtBot,
    open_window: OpenWindow,
    file: Path,
    places: Places,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """While the first is open nothing can be typed; when it is gone, the newest can be changed."""
    monkeypatch.setattr(reading, "BETWEEN_TRIES", 50)
    monkeypatch.setattr(keeping, "ask", lambda *_: 1)
    first = open_workbook(file, places.data)
    doers = open_window(None)

    doers.files.open(file)
    view = doers.window.view
    assert view is not None
    said = view.banner.text.text()
    view.focus_block(FIRST)
    qtbot.keyClicks(QApplication.focusWidget(), "no")
    first.session.replace(first.session.workbook.with_answer(FIRST, "from the first "), "restore")
    assert first.session.close()
    assert first.lock is not None
    first.lock.release()
    qtbot.waitUntil(lambda: doers.window.view is not view, timeout=5000)
    assert doers.window.view is not None
    doers.window.view.focus_block(FIRST)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_End)
    qtbot.keyClicks(QApplication.focusWidget(), "and me")

    assert "open in another window" in said
    assert answers(doers)[FIRST] == "from the first and me"
