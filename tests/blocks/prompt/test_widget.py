"""A prompt is answered with the keyboard."""

from pytestqt.qtbot import QtBot

from ladder_desktop.blocks.prompt.model import Prompt
from ladder_desktop.blocks.prompt.widget import Editor
from ladder_desktop.words import Words
from tests.on_screen import name_and_role, page_with

WHY = Prompt(id="why", question="Why do you ask?", guidance="In a word.", placeholder="Because")


def test_what_is_typed_is_the_answer(words: Words, qtbot: QtBot) -> None:
    """Keys become the answer, and each change is told."""
    editor = Editor(WHY, words)
    page_with(qtbot, editor)

    with qtbot.waitSignal(editor.answered):
        qtbot.keyClicks(editor.note, "Because it matters")

    assert editor.answer() == "Because it matters"


def test_the_box_is_named_after_its_question(words: Words, qtbot: QtBot) -> None:
    """A screen reader says the question; the hint stands in the empty box."""
    editor = Editor(WHY, words)
    qtbot.addWidget(editor)

    assert name_and_role(editor.note)[0] == "Why do you ask?"
    assert editor.note.accessibleDescription() == "Because"
