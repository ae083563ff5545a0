"""A reading says where to find the text, and takes a tick and notes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ladder_desktop.blocks.reading.model import Reading
from ladder_desktop.blocks.reading.widget import Editor
from ladder_desktop.widgets.article import Article
from ladder_desktop.words import Words
from tests.on_screen import focused, page_with

PAGE = Reading(id="page", title="A Culture", part="Page four", publisher="A Department")


def test_it_says_where_to_find_the_text(words: Words, qtbot: QtBot) -> None:
    """Title, part and publisher are all to be read."""
    editor = Editor(PAGE, words)
    page_with(qtbot, editor)

    shown = [label.text() for label in editor.findChildren(QLabel) if label.isVisible()]

    assert {"A Culture", "Page four", "A Department"} <= set(shown)


def test_it_is_ticked_and_noted_by_keyboard(words: Words, qtbot: QtBot) -> None:
    """Space ticks, Tab leads to the notes."""
    editor = Editor(PAGE, words)
    page_with(qtbot, editor)
    editor.show_item("")

    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    qtbot.keyClicks(focused(), "Trust comes first")

    assert editor.answer() == {"read": True, "notes": "Trust comes first"}


def test_an_article_unfolds_with_its_marks_shown(words: Words, qtbot: QtBot) -> None:
    """What is bold as a whole is a heading, other marks are shown, and no text is markup."""
    article = "**A <heading>**\nSome *slanted* & **bold** text\n\n- one\n- two"
    editor = Editor(Reading(id="page", title="A Culture", article=article), words)
    page_with(qtbot, editor)
    fold = editor.findChild(Article)
    assert fold is not None

    qtbot.mouseClick(fold.heading, Qt.MouseButton.LeftButton)

    shown = [label.text() for label in fold.body.findChildren(QLabel) if label.isVisible()]
    assert shown == [
        "A <heading>",
        "Some <i>slanted</i> &amp; <b>bold</b> text",
        "•&nbsp;one",
        "•&nbsp;two",
    ]
    assert fold.heading.counts == "about 1 minute"
