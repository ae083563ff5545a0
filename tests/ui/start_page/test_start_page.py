"""The start page: new workbooks, recent ones, and what they are called."""

import datetime
from pathlib import Path

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ladder_desktop.paths import Places
from ladder_desktop.store.file import read
from ladder_desktop.ui.settings.program import Program
from ladder_desktop.ui.settings.settings import Recent, SettingsFile
from ladder_desktop.ui.start_page.card_button import CardButton
from ladder_desktop.ui.start_page.recent_card import RecentCard
from ladder_desktop.widgets.labels import Caption
from ladder_desktop.widgets.note.note_editor import NoteEditor
from ladder_desktop.words import Words
from ladder_desktop.workbook.template import Template
from tests.ui.conftest import OpenWindow


def card_of(title: str, window: QWidget) -> CardButton:
    """Return the card that begins a workbook of a template."""
    cards = window.findChildren(CardButton)
    return next(
        card for card in cards if card.accessibleName().startswith(f"New workbook: {title}")
    )


def test_one_click_leads_from_the_first_start_to_writing(
    qtbot: QtBot, open_window: OpenWindow, places: Places
) -> None:
    """A click on the template's card makes the file, and the next key lands in a box."""
    window = open_window(None).window
    card = card_of("Career Growth", window)

    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    box = QApplication.focusWidget()
    assert isinstance(box, NoteEditor)
    qtbot.keyClicks(box, "first")
    window.close()

    today = datetime.datetime.now().astimezone().date().isoformat()
    name = f"Career Growth Opportunities for Educators - {today}.ladder"
    workbook = read(places.documents / name).workbook
    assert workbook.answers["job-satisfaction"] == "first"
    assert workbook.details.date == today


def test_enter_on_a_card_begins_a_workbook(qtbot: QtBot, open_window: OpenWindow) -> None:
    """The card has the focus at first, and Enter is enough."""
    window = open_window(None).window

    card = QApplication.focusWidget()
    assert isinstance(card, CardButton)
    qtbot.keyClick(card, Qt.Key.Key_Return)

    assert window.opened is not None


def test_shortcuts_work_in_a_workbook_begun_on_the_start_page(
    qtbot: QtBot, open_window: OpenWindow
) -> None:
    """No menu has to be opened first: the keys for tabs and for finding are alive at once."""
    window = open_window(None).window
    qtbot.mouseClick(card_of("Career Growth", window), Qt.MouseButton.LeftButton)
    view = window.view
    assert view is not None

    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)

    assert view.tabs.current() == 2


def test_new_workbooks_never_write_over_each_other(
    open_window: OpenWindow, places: Places, career_growth: Template
) -> None:
    """Two workbooks of one template and day get two names."""
    for _ in range(2):
        open_window(None).files.new(career_growth)

    assert len(list(places.documents.glob("*.ladder"))) == 2


def test_an_opened_workbook_is_listed_with_its_progress(
    open_window: OpenWindow, file: Path, program: Program
) -> None:
    """After a session the start page shows name, template and progress, and leads back."""
    first = open_window(file)
    assert first.window.opened is not None
    session = first.window.opened.session
    session.set_details(msgspec.structs.replace(session.workbook.details, name="Ana Ruiz"))
    first.window.close()

    window = open_window(None).window
    card = window.findChild(RecentCard)
    assert card is not None
    texts = [label.text() for label in card.findChildren(Caption)]
    card.click()

    assert "0 of 8 answered" in texts
    assert "today" in texts
    assert "Ana Ruiz" in card.accessibleName()
    assert window.opened is not None
    assert window.opened.session.path == file


def test_a_recent_workbook_that_is_gone_says_so_and_can_be_taken_off(
    open_window: OpenWindow, program: Program, tmp_path: Path
) -> None:
    """A file that was moved away stays listed with a remark until the person removes it."""
    gone = Recent(str(tmp_path / "gone.ladder"), "Ana", "Template", 1, 2, "2026-11-20T10:00:00")
    program.settings.change(lambda kept: kept.with_recent(gone))
    window = open_window(None).window
    card = window.findChild(RecentCard)
    assert card is not None
    texts = " ".join(label.text() for label in card.findChildren(Caption))

    card.forget_asked.emit()

    assert "not there" in texts
    assert program.settings.read().recent == ()


def test_a_broken_settings_file_counts_as_none(tmp_path: Path) -> None:
    """Settings that can't be read are the usual ones, and can be written again."""
    (tmp_path / "settings.json").write_bytes(b"\xff{not json")
    settings = SettingsFile(tmp_path)

    before = settings.read()
    settings.change(lambda kept: msgspec.structs.replace(kept, zoom=150))

    assert before.zoom == 100
    assert settings.read().zoom == 150


def test_a_recent_workbook_without_a_person_is_told_once(qtbot: QtBot, words: Words) -> None:
    """Its file's name begins with the template's; with a person all three stand there."""
    path, title = "/somewhere/Goals - 2026-11-21.ladder", "Goals"
    cards = [RecentCard(Recent(path, name, title), words) for name in ("", "Ada Lovelace")]
    for card in cards:
        qtbot.addWidget(card)

    told = [
        [
            one.text()
            for one in card.findChildren(QLabel)
            if not one.isHidden() and title in one.text()
        ]
        for card in cards
    ]

    assert told[0] == ["Goals - 2026-11-21"]
    assert told[1][0] == "Goals"
    assert told[1][1].startswith("Goals - 2026-11-21.ladder")
