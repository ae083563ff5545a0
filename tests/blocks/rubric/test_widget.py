"""A rubric is rated, noted, ticked and added to; a practice for others is folded away."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ladder_desktop.blocks.rubric.model import Level, Rubric
from ladder_desktop.blocks.rubric.widget import Editor, RubricEditor
from ladder_desktop.words import Words
from tests.on_screen import focused, page_with
from tests.samples import ANSWERS, block_of


@pytest.fixture
def rubric() -> Rubric:
    """Return a rubric with two practices, the second for LEAs only."""
    block = block_of("rubric")
    assert isinstance(block, Rubric)
    return block


@pytest.fixture
def editor(rubric: Rubric, words: Words, qtbot: QtBot) -> RubricEditor:
    """Return its editor, empty, on a page."""
    editor = Editor(rubric, words)
    page_with(qtbot, editor)
    editor.load(rubric.empty())
    return editor


def test_a_practice_is_rated_by_keyboard(editor: RubricEditor, qtbot: QtBot) -> None:
    """A digit rates, the same digit clears, undo brings the rating back."""
    rating = editor.practices["roles"].rating
    rating.choices[0].setFocus()

    qtbot.keyClicks(focused(), "2")
    rated = editor.answer()["roles"]["rating"]
    qtbot.keyClicks(focused(), "2")
    cleared = editor.answer()["roles"]["rating"]
    qtbot.keyClick(focused(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert (rated, cleared, rating.value()) == (2, None, 2)


def test_folds_count_what_is_inside(editor: RubricEditor, rubric: Rubric) -> None:
    """Headings say how many questions, notes and ticks there are."""
    practice = editor.practices["roles"]
    assert practice.evidence is not None
    empty = (practice.questions.heading.counts, practice.evidence.heading.counts)

    editor.load(rubric.read(ANSWERS["rubric"]))

    assert empty == ("1 question", "0 of 1")
    assert practice.questions.heading.counts == "2 questions, 2 notes"
    assert practice.evidence.heading.counts == "1 of 1, 1 note"


def test_what_holds_notes_opens_unfolded(editor: RubricEditor, rubric: Rubric) -> None:
    """Empty folds are closed, and nothing that was written is out of sight."""
    practice = editor.practices["roles"]
    assert practice.evidence is not None
    at_first = (practice.questions.is_open(), practice.evidence.is_open())

    editor.load(rubric.read(ANSWERS["rubric"]))

    assert at_first == (False, False)
    assert practice.questions.is_open()
    assert practice.evidence.is_open()


def test_people_add_questions_of_their_own(editor: RubricEditor, qtbot: QtBot) -> None:
    """An added question takes its words and notes, and can be deleted and brought back."""
    questions = editor.practices["roles"].questions
    questions.set_open(True)

    qtbot.mouseClick(questions.added.add, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(focused(), "What would it cost?")
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    qtbot.keyClicks(focused(), "Two stipends")
    added = editor.answer()["roles"]["added"]
    with qtbot.waitSignal(editor.removed):
        qtbot.mouseClick(questions.added.cards[0].delete, Qt.MouseButton.LeftButton)
    deleted = editor.answer()["roles"]["added"]
    editor.undo_stack.undo()

    assert added == [{"question": "What would it cost?", "notes": "Two stipends"}]
    assert deleted == []
    assert editor.answer()["roles"]["added"] == added


def test_a_practice_for_others_is_folded_away_and_can_be_opened(
    editor: RubricEditor, qtbot: QtBot
) -> None:
    """For a school, the LEA's practice shows its title and mark only, until it is opened."""
    practice = editor.practices["schools"]
    marks = [label.text() for label in practice.findChildren(QLabel)]

    editor.set_level("school")
    folded = practice.rating.isVisible()
    qtbot.mouseClick(practice.rest.heading, Qt.MouseButton.LeftButton)
    opened = practice.rating.isVisible()

    assert "LEA only" in marks
    assert (folded, opened) == (False, True)


@pytest.mark.parametrize("level", ["lea", None])
def test_it_is_an_ordinary_practice_for_those_it_is_for(
    editor: RubricEditor, level: str | None
) -> None:
    """For an LEA, and as long as the level is unknown, there is nothing to open first."""
    practice = editor.practices["schools"]
    editor.set_level("school")

    editor.set_level("lea" if level else None)

    assert practice.rating.isVisible()
    assert not practice.rest.heading.isVisible()


def test_a_practice_for_others_stays_open_when_it_was_answered(
    editor: RubricEditor, rubric: Rubric
) -> None:
    """What was written before the level was changed stays in sight, whichever came first."""
    answer = {**ANSWERS["rubric"], "schools": {"notes": "kept"}}
    editor.set_level("school")

    editor.load(rubric.read(answer))

    assert editor.practices["schools"].notes.isVisible()


def test_the_jump_opens_what_is_folded(editor: RubricEditor) -> None:
    """Jumping to a practice that is folded away opens it and focuses its rating."""
    editor.set_level("school")

    editor.show_item("schools")

    assert focused() is editor.practices["schools"].rating.choices[0]


@pytest.mark.parametrize("width", [500, 1000])
def test_a_scale_of_six_is_rated_like_one_of_three(
    rubric: Rubric, words: Words, qtbot: QtBot, width: int
) -> None:
    """Each level has a choice of its own in sight, and the last digit chooses the last one."""
    levels = tuple(Level(value=n, label=f"Level {n}", meaning=f"Much: {n}") for n in range(1, 7))
    six = msgspec.structs.replace(rubric, levels=levels)
    editor = Editor(six, words)
    page_with(qtbot, editor, width=width)
    editor.load(six.empty())
    choices = editor.practices["roles"].rating.choices
    choices[0].setFocus()

    qtbot.keyClicks(focused(), "6")

    assert editor.answer()["roles"]["rating"] == 6
    assert len(choices) == 6
    assert all(choice.width() >= choice.minimumSizeHint().width() for choice in choices)
