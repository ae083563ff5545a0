"""The rating is chosen by mouse, arrows and digits, and cleared by choosing again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ladder_desktop.widgets.choice import ScaleStep
from ladder_desktop.widgets.rating_picker import RatingPicker
from ladder_desktop.words import Words
from tests.on_screen import focused, name_and_role, page_with

STEPS = (
    ScaleStep(1, "Limited", "Little is seen."),
    ScaleStep(2, "Basic", "Some is seen, here and there. " * 8),
    ScaleStep(3, "Effective", "Much is seen."),
)


@pytest.fixture
def picker(words: Words) -> RatingPicker:
    """Return a rating of a practice."""
    return RatingPicker(words, "There are roles", STEPS)


def test_a_click_chooses_and_the_same_click_clears(picker: RatingPicker, qtbot: QtBot) -> None:
    """Each choice tells the value before it and the new one."""
    page_with(qtbot, picker)
    told: list[tuple[int | None, int | None]] = []
    picker.chosen.connect(lambda before, after: told.append((before, after)))

    for place in (1, 2, 2):
        qtbot.mouseClick(picker.choices[place], Qt.MouseButton.LeftButton)

    assert told == [(None, 2), (2, 3), (3, None)]
    assert picker.value() is None
    assert not any(choice.isChecked() for choice in picker.choices)


def test_digits_choose(picker: RatingPicker, qtbot: QtBot) -> None:
    """A digit chooses its step from any step; one that is no step does nothing."""
    page_with(qtbot, picker)
    picker.choices[0].setFocus()

    qtbot.keyClicks(focused(), "3")
    chosen = picker.value()
    qtbot.keyClicks(focused(), "9")

    assert (chosen, picker.value()) == (3, 3)
    assert focused() is picker.choices[2]


def test_arrows_move_and_space_chooses(picker: RatingPicker, qtbot: QtBot) -> None:
    """Looking around by arrows changes nothing until Space or Enter is pressed."""
    page_with(qtbot, picker)
    picker.choices[0].setFocus()

    qtbot.keyClick(focused(), Qt.Key.Key_Right)
    looked_at = picker.value()
    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    chosen = picker.value()
    qtbot.keyClick(focused(), Qt.Key.Key_Left)
    qtbot.keyClick(focused(), Qt.Key.Key_Left)
    qtbot.keyClick(focused(), Qt.Key.Key_Return)

    assert (looked_at, chosen, picker.value()) == (None, 2, 3)


def test_tab_comes_to_the_group_once(picker: RatingPicker, qtbot: QtBot) -> None:
    """Tab enters at the chosen step and leaves the group with the next press."""
    before, after = QPushButton("before"), QPushButton("after")
    page_with(qtbot, before, picker, after)
    picker.set_value(2)
    before.setFocus()

    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    entered = focused()
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)

    assert entered is picker.choices[1]
    assert focused() is after


def test_the_meaning_is_shown_and_nothing_jumps(picker: RatingPicker, qtbot: QtBot) -> None:
    """Focus shows a step's meaning, else the chosen one's; the room for it never changes."""
    page_with(qtbot, QPushButton("before"), picker)
    hint, height = picker.meaning.text(), picker.height()

    picker.choices[1].setFocus()
    looked_at, height_then = picker.meaning.text(), picker.height()
    picker.set_value(3)
    picker.choices[1].clearFocus()

    assert hint.startswith("Not rated yet")
    assert looked_at == STEPS[1].meaning
    assert picker.meaning.text() == STEPS[2].meaning
    assert height == height_then == picker.height()


def test_the_room_holds_the_longest_meaning(picker: RatingPicker, qtbot: QtBot) -> None:
    """No meaning is cut off, on a narrow page either."""
    page_with(qtbot, picker, width=300)

    needed = picker.meaning.heightForWidth(picker.meaning.width())

    assert picker.meaning.height() >= needed
    assert needed > 3 * picker.meaning.fontMetrics().lineSpacing()


def test_choices_stack_on_a_narrow_page(picker: RatingPicker, qtbot: QtBot) -> None:
    """Side by side where there is room, above each other where there is none."""
    page = page_with(qtbot, picker, width=900)
    tops_wide = {choice.y() for choice in picker.choices}

    page.resize(330, 600)
    qtbot.waitUntil(lambda: len({choice.y() for choice in picker.choices}) == 3)

    assert len(tops_wide) == 1
    assert len({choice.width() for choice in picker.choices}) == 1


def test_a_screen_reader_hears_radio_buttons_with_their_question(picker: RatingPicker) -> None:
    """Each choice is a radio button named after the question, its number and its name."""
    names_and_roles = [name_and_role(choice) for choice in picker.choices]

    assert names_and_roles[0] == ("There are roles: 1, Limited", QAccessible.Role.RadioButton)
    assert picker.choices[1].accessibleDescription() == STEPS[1].meaning


def test_showing_a_rating_tells_nothing(picker: RatingPicker, qtbot: QtBot) -> None:
    """Loading is no choice."""
    qtbot.addWidget(picker)

    with qtbot.assertNotEmitted(picker.chosen):
        picker.set_value(2)

    assert picker.choices[1].isChecked()
