"""The pictures of a note are reached, and go, by keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ladder_desktop.widgets.picture.picture_strip import PictureStrip
from ladder_desktop.words import Words
from tests.on_screen import page_with

Shown = list[tuple[str, str]]


def test_the_focus_stays_where_a_picture_was(qtbot: QtBot, words: Words) -> None:
    """It goes to the next one, then to the text, and nowhere between: all of it is read out."""
    around, text, other = QWidget(), QPushButton("The text"), QPushButton("Zoom")
    text.setParent(around)
    shown: Shown = [("First", "1"), ("Second", "2")]
    strip = PictureStrip(words, lambda: "Notes", lambda: None, lambda: True, around)
    page = page_with(qtbot, around, other)
    around.setMinimumSize(500, 200)

    def take_out(number: int, _wish: str) -> None:
        del shown[number]
        strip.show_pictures(shown, text)

    strip.wanted.connect(take_out)
    strip.resize(500, 200)
    strip.show_pictures(shown, text)
    strip.show()
    strip.thumbs[0].setFocus()
    told: list[QWidget | None] = []
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.focusChanged.connect(lambda _old, new: told.append(new))

    qtbot.keyClick(strip.thumbs[0], Qt.Key.Key_Delete)
    (left,) = strip.thumbs
    qtbot.keyClick(left, Qt.Key.Key_Delete)

    assert page.isActiveWindow()
    assert left.description == "Second"
    assert told == [left, text]
