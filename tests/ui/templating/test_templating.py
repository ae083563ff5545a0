"""Templates from elsewhere: installed, refused, removed, previewed."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from ladder_desktop.paths import Places
from ladder_desktop.store.own_templates import own_templates
from ladder_desktop.ui.menu_plan import Doers
from ladder_desktop.ui.start_page.own_cards import OwnCard
from ladder_desktop.ui.templating import templating
from ladder_desktop.ui.templating.mistakes_dialog import MistakesDialog
from ladder_desktop.ui.templating.template_preview import TemplatePreview
from ladder_desktop.widgets.labels import Question
from ladder_desktop.words import Words
from tests.ui.conftest import OpenWindow
from tests.ui.dropping import drop

TEXT = """\
format = "ladder-template"
id = "mine"
version = 1
title = "Our own questions"

[[sections]]
id = "first"
title = "First"

[[sections.blocks]]
kind = "prompt"
id = "why"
question = "Why do we meet?"

[[sections]]
id = "second"
title = "Second"

[[sections.blocks]]
kind = "prompt"
id = "when"
question = "When do we meet?"
"""
BROKEN = TEXT.replace('question = "Why', 'asks = "Why').replace('id = "when"', 'id = "When?"')


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """Return the file of a template of one's own."""
    path = tmp_path / "mine.toml"
    path.write_text(TEXT, encoding="utf-8")
    return path


def own_cards(doers: Doers) -> list[OwnCard]:
    """Return the cards of the installed templates that are to be seen."""
    return [card for card in doers.window.findChildren(OwnCard) if not card.isHidden()]


def answers(monkeypatch: pytest.MonkeyPatch, *given: int) -> list[str]:
    """Give these answers to the questions that come; return what was asked."""
    asked: list[str] = []
    waiting = iter(given)

    def answer(_parent: object, text: str, _detail: str, _answers: Sequence[str]) -> int:
        asked.append(text)
        return next(waiting)

    monkeypatch.setattr(templating, "ask", answer)
    return asked


def test_a_dropped_template_stays_for_good(
    qtbot: QtBot, open_window: OpenWindow, template: Path, places: Places
) -> None:
    """It stands on the start page at once and at the next start, and begins a workbook."""
    first = open_window(None)

    welcome = drop(first, template)
    template.unlink()
    shown = own_cards(first)
    first.window.close()
    second = open_window(None)
    (card,) = own_cards(second)
    qtbot.keyClick(card, Qt.Key.Key_Return)

    assert welcome
    assert [card.accessibleName() for card in shown] == ["New workbook: Our own questions"]
    assert second.window.opened is not None
    assert second.window.opened.session.workbook.template.text == TEXT
    assert second.templating.cards is None


def test_the_same_id_is_replaced_only_when_the_person_says_so(
    open_window: OpenWindow,
    template: Path,
    places: Places,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The same text needs no question; another one stays out until it is let in."""
    doers = open_window(None)
    asked = answers(monkeypatch, 1, 0)
    drop(doers, template)
    drop(doers, template)
    quiet = list(asked)
    template.write_text(TEXT.replace("version = 1", "version = 2"), encoding="utf-8")

    drop(doers, template)
    kept = own_templates(places.data)
    drop(doers, template)
    replaced = own_templates(places.data)

    assert quiet == []
    assert asked == ["Replace the template “Our own questions”?"] * 2
    assert [one.template.header.version for one in kept if one.template] == [1]
    assert [one.template.header.version for one in replaced if one.template] == [2]


def test_a_built_in_id_is_refused(open_window: OpenWindow, template: Path, places: Places) -> None:
    """A template can't stand in for one that comes with the program."""
    template.write_text(TEXT.replace('"mine"', '"career-growth"'), encoding="utf-8")
    doers = open_window(None)

    drop(doers, template)

    box = doers.window.findChild(QMessageBox)
    assert box is not None
    assert "“career-growth” belongs to a template that comes with the program" in box.text()
    assert own_templates(places.data) == []


def test_every_mistake_of_a_dropped_template_is_told(
    qtbot: QtBot, open_window: OpenWindow, template: Path, places: Places
) -> None:
    """All are listed with their lines, can be copied, and nothing is installed."""
    template.write_text(BROKEN, encoding="utf-8")
    doers = open_window(None)

    drop(doers, template)
    dialog = doers.window.findChild(MistakesDialog)
    assert dialog is not None
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)

    lines = QApplication.clipboard().text().splitlines()
    assert [line.partition(",")[0] for line in lines] == ["Line 10", "Line 13", "Line 21"]
    assert own_templates(places.data) == []
    dialog.reject()


def test_a_template_can_be_removed(
    qtbot: QtBot,
    open_window: OpenWindow,
    template: Path,
    places: Places,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Its button asks first; then the card and the file are gone."""
    doers = open_window(None)
    drop(doers, template)
    (card,) = own_cards(doers)
    answers(monkeypatch, 1, 0)

    qtbot.mouseClick(card.remove, Qt.MouseButton.LeftButton)
    after_no = own_templates(places.data)
    qtbot.mouseClick(card.remove, Qt.MouseButton.LeftButton)

    assert len(after_no) == 1
    assert own_templates(places.data) == []
    assert own_cards(doers) == []
    assert doers.window.opened is None


def test_new_from_a_template_file_installs_nothing(
    open_window: OpenWindow,
    template: Path,
    places: Places,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It begins a workbook, whose file carries the template along."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(template), ""))
    doers = open_window(None)

    doers.templating.new_from_file()

    assert doers.window.opened is not None
    assert doers.window.opened.session.workbook.template.title == "Our own questions"
    assert doers.window.opened.session.workbook.details.date is not None
    assert own_templates(places.data) == []


def test_a_template_is_not_welcome_over_an_open_workbook(
    open_window: OpenWindow, file: Path, template: Path, places: Places
) -> None:
    """Whoever writes in a workbook does not want to install things by a slip of the mouse."""
    doers = open_window(file)

    welcome = drop(doers, template)

    assert not welcome
    assert own_templates(places.data) == []


def test_the_preview_follows_the_file_and_keeps_the_last_good_one(
    qtbot: QtBot, template: Path, words: Words
) -> None:
    """Mistakes are told with their line over the former preview; mended, it is shown anew."""
    preview = TemplatePreview(template, words)
    qtbot.addWidget(preview)
    with qtbot.waitExposed(preview):
        preview.show()
    first = preview.shown
    assert first is not None
    first.tabs.open_section(1)

    template.write_text(BROKEN, encoding="utf-8")
    qtbot.waitUntil(preview.mistakes.isVisible)
    told, kept = preview.mistakes.text(), preview.shown
    mended = template.with_name("new.toml")
    mended.write_text(TEXT.replace("When do", "Where do"), encoding="utf-8")
    mended.replace(template)
    qtbot.waitUntil(preview.mistakes.isHidden)

    assert [line.partition(",")[0] for line in told.splitlines()] == [
        "Line 10",
        "Line 13",
        "Line 21",
    ]
    assert kept is first
    shown = preview.shown
    assert shown is not None
    assert shown.tabs.current() == 1
    asked = [label.text() for label in shown.pages[1].findChildren(Question)]
    assert asked == ["Where do we meet?"]


def test_a_preview_of_a_file_that_is_gone_waits_for_it(
    qtbot: QtBot, template: Path, words: Words
) -> None:
    """It says that the file can't be read, and shows it when it is there."""
    template.unlink()
    preview = TemplatePreview(template, words)
    qtbot.addWidget(preview)
    with qtbot.waitExposed(preview):
        preview.show()
    told = preview.mistakes.text()

    template.write_text(TEXT, encoding="utf-8")
    qtbot.waitUntil(lambda: preview.shown is not None)

    assert "mine.toml" in told
    assert "Check its name" in told
    assert preview.mistakes.isHidden()
