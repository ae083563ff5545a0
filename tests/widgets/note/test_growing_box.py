"""A box has the height of what is in it."""

from PySide6.QtGui import QUndoStack
from pytestqt.qtbot import QtBot

from ladder_desktop.widgets.note.note_editor import NoteEditor
from ladder_desktop.widgets.picture.picture_strip import PictureStrip
from ladder_desktop.widgets.scale import px
from ladder_desktop.words import Words


def test_a_lone_picture_stands_right_under_the_caret(qtbot: QtBot, words: Words) -> None:
    """No empty lines are kept free between the text, which may still come, and the picture."""
    note = NoteEditor(words, QUndoStack(), "Why?", placeholder="Write it down", lines=3)
    qtbot.addWidget(note)
    note.resize(400, 300)
    with qtbot.waitExposed(note):
        note.show()
    empty = note.height()

    note.set_text("![The board](picture:abc)")
    strip = note.findChild(PictureStrip)

    assert isinstance(strip, PictureStrip)
    caret = note.cursorRect().bottom()
    assert caret < strip.geometry().top() < caret + px(16)
    assert note.rect().contains(strip.geometry())
    note.set_text("")
    assert note.height() == empty
