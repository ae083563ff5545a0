"""Counts are typed, shares and means follow at once."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ladder_desktop.blocks.survey.model import Survey
from ladder_desktop.blocks.survey.widget import Editor
from ladder_desktop.words import Words
from tests.on_screen import focused, page_with
from tests.samples import block_of


@pytest.fixture
def editor(words: Words, qtbot: QtBot) -> Editor:
    """Return the empty editor of the sample survey, on the screen."""
    survey = block_of("survey")
    assert isinstance(survey, Survey)
    made = Editor(survey, words)
    page_with(qtbot, made)
    made.load(survey.empty())
    return made


def test_counts_give_shares_means_and_bars(editor: Editor, qtbot: QtBot) -> None:
    """Every key counts, and the figures stand beside the bars."""
    editor.show_item("ready")

    qtbot.keyClicks(focused(), "3")
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    qtbot.keyClicks(focused(), "12")

    item = editor.items["ready"]
    assert editor.answer()["ready"] == {"no": 3, "yes": 12}
    assert [label.text() for label in item.shares.values()] == ["20%", "80%"]
    assert item.summary.text() == "15 answered; mean 1.8 on a scale from 1 to 2"
    assert [bar.figure for bar in editor.chart.bars] == ["1.8 · 15 people", "no answers"]
    assert "We are ready: 1.8" in editor.chart.accessibleName()


def test_only_counts_can_be_typed(editor: Editor, qtbot: QtBot) -> None:
    """Letters, signs and numbers without end are not taken."""
    editor.show_item("ready")

    qtbot.keyClicks(focused(), "-x1.2e9999999")

    assert editor.answer()["ready"]["no"] in range(1_000_001)


def test_a_count_typed_in_one_go_is_undone_in_one_step(editor: Editor, qtbot: QtBot) -> None:
    """Undoing follows the order of the whole survey."""
    editor.show_item("ready")
    qtbot.keyClicks(focused(), "12")
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    qtbot.keyClicks(focused(), "7")

    qtbot.keyClick(focused(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.answer()["ready"] == {"no": 12, "yes": None}
    qtbot.keyClick(focused(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.answer()["ready"] == {"no": None, "yes": None}


def test_the_chart_paints_more_for_more(editor: Editor) -> None:
    """A larger mean fills more of its bar with the accent."""
    survey = block_of("survey")
    assert isinstance(survey, Survey)
    editor.load(survey.read({"ready": {"yes": 5}, "glad": {"no": 5}}))
    accent = editor.palette().highlight().color()

    picture = editor.chart.grab().toImage()

    half = picture.height() // 2
    filled = [
        sum(
            picture.pixelColor(x, y) == accent
            for x in range(picture.width())
            for y in range(top, bottom)
        )
        for top, bottom in ((0, half), (half, picture.height()))
    ]
    assert filled[0] > filled[1] * 1.5 > 0
