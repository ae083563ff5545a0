"""How many words are written, here and in the whole workbook."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ladder_desktop.paths import resources
from ladder_desktop.ui.counting import WordCount, words_in
from ladder_desktop.workbook.shelf import built_in
from ladder_desktop.workbook.workbook import Workbook, new_workbook
from tests.ui.conftest import OpenWindow


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("", 0),
        ("One, two – three.", 3),
        ("- an item\n- another", 3),
        ("**two words**", 2),
        ("well-being don't e.g. 3rd 42", 5),
        ("* - — … !?", 0),
        ("El niño aprendió más", 4),
        ("Ελληνικά слово मराठी שלום مرحبا بكم", 6),
        ("学校を作る", 5),
        ("Our 学校 here", 4),
        ("안녕 하세요", 2),
    ],
)
def test_words_of_every_script_count(text: str, number: int) -> None:
    """What blanks part is a word if it has a letter; signs of Chinese and Japanese count each."""
    assert words_in(text) == number


def test_a_block_and_the_whole_are_counted(empty_workbook: Workbook) -> None:
    """Changing one answer changes its number and the sum."""
    count = WordCount()
    first = empty_workbook.with_answer("job-satisfaction", "One two\nthree")

    assert (count.count_in(first, "job-satisfaction"), count.count(first)) == (3, 3)

    second = first.with_answer("job-satisfaction", "One two\nthree four")
    second = second.with_answer("view-of-role", "five")

    assert (count.count_in(second, "job-satisfaction"), count.count(second)) == (4, 5)
    assert count.count_in(second, "nowhere") == 0


def test_words_of_the_template_are_not_counted() -> None:
    """Rows that a table starts with were written by nobody here; what is added to them was."""
    count = WordCount()
    workbook = new_workbook(built_in("culture-of-leadership", resources()))
    rows = [dict(row) for row in workbook.answers["faq"]]

    assert count.count(workbook) == 0

    rows[0]["said"] = "Nobody grows alone."
    assert count.count(workbook.with_answer("faq", tuple(rows))) == 3


def test_the_status_line_tells_both(qtbot: QtBot, open_window: OpenWindow, file: Path) -> None:
    """The answer that has the focus is counted by itself, the next one as well."""
    doers = open_window(file)
    words = doers.window.status.words
    note = QApplication.focusWidget()

    qtbot.keyClicks(note, "three words here")
    qtbot.waitUntil(lambda: words.text() == "3 words here, 3 in all")
    qtbot.keyClick(note, Qt.Key.Key_Tab)

    qtbot.waitUntil(lambda: words.text() == "0 words here, 3 in all")
    doers.goto.details()
    qtbot.waitUntil(lambda: words.text() == "3 words")
