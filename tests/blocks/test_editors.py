"""The editor of every kind shows an answer, gives it back exactly, and can be operated."""

from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from ladder_desktop.blocks import KINDS, widget
from ladder_desktop.widgets.block_editor import BlockEditor
from ladder_desktop.widgets.count_field import CountField
from ladder_desktop.widgets.focus_chain import tabbed_after
from ladder_desktop.widgets.fold import Fold
from ladder_desktop.widgets.note.note_editor import NoteEditor
from ladder_desktop.widgets.theme import Theme
from ladder_desktop.widgets.tick_box import TickBox
from ladder_desktop.words import Words
from tests.conftest import PutOn
from tests.on_screen import focused, is_in_view, page_with
from tests.samples import ANSWERS, block_of, texts

ODD = "A\u00a0b\u2028c 👩‍👩‍👧 “مرحبا”"


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    """Return each kind in turn."""
    return str(request.param)


@pytest.fixture
def editor(kind: str, words: Words) -> BlockEditor:
    """Return the editor of the kind's sample."""
    made: BlockEditor = widget(kind)(block_of(kind), words)
    return made


def odd(plain: Any) -> Any:
    """Return an answer with an odd text added to each of its texts."""
    if isinstance(plain, dict):
        return {name: value if name == "due" else odd(value) for name, value in plain.items()}
    if isinstance(plain, list):
        return [odd(value) for value in plain]
    return plain + ODD if isinstance(plain, str) else plain


def too_small(editor: BlockEditor) -> list[QWidget]:
    """Return the visible parts that have less height than their text needs."""
    return [
        part
        for part in editor.findChildren(QWidget)
        if part.isVisibleTo(editor)
        and part.hasHeightForWidth()
        and part.height() < part.heightForWidth(part.width())
    ]


def stops(page: QScrollArea, first: QWidget) -> list[QWidget]:
    """Return everything that Tab comes to on a page."""
    found = [first]
    while (control := tabbed_after(found[-1])) not in found:
        assert control is not None
        found.append(control)
    inside = page.widget()
    assert inside is not None
    return [
        control
        for control in found
        if inside.isAncestorOf(control)
        and control.focusPolicy() & Qt.FocusPolicy.TabFocus
        and control.isVisibleTo(inside)
    ]


def test_an_answer_comes_back_exactly(kind: str, editor: BlockEditor, qtbot: QtBot) -> None:
    """What is loaded and not touched is given back to the last character."""
    page_with(qtbot, editor)
    answer = block_of(kind).read(odd(ANSWERS[kind]))

    editor.load(answer)

    assert msgspec.json.encode(editor.answer()) == msgspec.json.encode(answer)


def test_an_empty_answer_comes_back_empty(kind: str, editor: BlockEditor, qtbot: QtBot) -> None:
    """An editor that was never touched gives the empty answer, and accepts it again."""
    page_with(qtbot, editor)

    editor.load(block_of(kind).read(ANSWERS[kind]))
    editor.load(block_of(kind).empty())

    assert block_of(kind).read(editor.answer()) == block_of(kind).empty()


def test_loading_tells_nothing_and_forgets_what_could_be_undone(
    kind: str, editor: BlockEditor, qtbot: QtBot
) -> None:
    """Loading is no edit, and undoing never mixes one answer into another."""
    page_with(qtbot, editor)
    for box in editor.findChildren(NoteEditor):
        box.insert_text("typed")

    with qtbot.assertNotEmitted(editor.answered):
        editor.load(block_of(kind).read(ANSWERS[kind]))

    assert not editor.undo_stack.canUndo()
    assert editor.undo_stack.count() == 0


def test_everything_typed_and_ticked_is_undone_in_one_order(
    kind: str, editor: BlockEditor, qtbot: QtBot
) -> None:
    """Undoing all takes the answer back to what was loaded, redoing brings all of it again."""
    page_with(qtbot, editor)
    editor.load(block_of(kind).empty())
    for fold in editor.findChildren(Fold):
        fold.set_open(True)
    before = editor.answer()
    for box in editor.findChildren(NoteEditor):
        box.setFocus()
        qtbot.keyClicks(box, "x")
    for tick in editor.findChildren(TickBox):
        qtbot.mouseClick(tick, Qt.MouseButton.LeftButton)
    for field in editor.findChildren(CountField):
        field.setFocus()
        qtbot.keyClicks(field, "12")
    after = editor.answer()

    while editor.undo_stack.canUndo():
        qtbot.keyClick(focused(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    undone = editor.answer()
    while editor.undo_stack.canRedo():
        editor.undo_stack.redo()

    assert before != after
    assert undone == before
    assert editor.answer() == after


def test_every_stop_of_the_tab_key_has_a_name(kind: str, editor: BlockEditor, qtbot: QtBot) -> None:
    """A screen reader has something to say wherever Tab leads."""
    page = page_with(qtbot, editor)
    editor.load(block_of(kind).read(ANSWERS[kind]))
    for fold in editor.findChildren(Fold):
        fold.set_open(True)

    found = stops(page, editor)
    names = [
        QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name)
        for control in found
    ]

    assert len(found) >= 1
    assert [control for control, name in zip(found, names, strict=True) if not name] == []
    assert len(set(names)) == len(names)


def test_every_question_that_counts_can_be_jumped_to(
    kind: str, editor: BlockEditor, qtbot: QtBot
) -> None:
    """From the list of what is left, the control of each question gets the focus, in view."""
    page = page_with(qtbot, *(QWidget() for _ in range(3)), editor, height=300)
    editor.load(block_of(kind).empty())
    questions = block_of(kind).questions(block_of(kind).empty(), None)

    for item in [question.item for question in questions] or [""]:
        editor.show_item(item)

        assert editor.isAncestorOf(focused())
        assert is_in_view(focused(), page)


def test_every_answer_can_be_read_on_screen(kind: str, editor: BlockEditor, qtbot: QtBot) -> None:
    """Every text of an answer stands in a box that is visible without unfolding anything."""
    page_with(qtbot, editor)

    editor.load(block_of(kind).read(ANSWERS[kind]))

    shown = " ".join(
        box.text() for box in editor.findChildren(NoteEditor) if box.isVisibleTo(editor)
    )
    shown += " ".join(field.text() for field in editor.findChildren(CountField))
    assert [text for text in texts(ANSWERS[kind]) if text not in shown] == []


def test_nothing_can_be_changed_when_it_is_for_reading_only(
    kind: str, editor: BlockEditor, qtbot: QtBot
) -> None:
    """Keys and clicks change nothing; folds still open."""
    page = page_with(qtbot, editor)
    editor.load(block_of(kind).read(ANSWERS[kind]))
    before = editor.answer()

    editor.set_read_only()
    for control in stops(page, editor):
        qtbot.keyClicks(control, "2 ")
    for fold in editor.findChildren(Fold):
        was_open = fold.is_open()
        qtbot.mouseClick(fold.heading, Qt.MouseButton.LeftButton)
        assert fold.is_open() != was_open or not fold.heading.isVisible()

    assert editor.answer() == before
    assert not editor.undo_stack.canUndo()


def beyond(editor: BlockEditor, page: QScrollArea) -> list[QWidget]:
    """Return the controls that reach over the end of the page."""
    width = page.viewport().width()
    return [
        control
        for control in editor.findChildren(QWidget)
        if control.isVisibleTo(editor)
        and control.mapTo(page.viewport(), control.rect().topRight()).x() > width
    ]


@pytest.mark.parametrize("zoom", [0.8, 2.0, 3.0])
def test_nothing_is_cut_off_at_any_zoom(
    kind: str, editor: BlockEditor, qtbot: QtBot, put_on: PutOn, zoom: float
) -> None:
    """In a small window that is zoomed while open, everything has room within the page."""
    page = page_with(qtbot, editor, width=1000, height=500)
    editor.load(block_of(kind).read(ANSWERS[kind]))

    put_on(Theme("light", zoom))

    # a scroll bar that comes or goes lays the page out once more
    qtbot.waitUntil(lambda: not too_small(editor) and not beyond(editor, page))


def side(control: QWidget) -> int:
    """Return the shorter side of a control."""
    return min(control.width(), control.height())


def test_every_target_is_easy_to_hit(kind: str, editor: BlockEditor, qtbot: QtBot) -> None:
    """Whatever can be pressed or focused is at least 24 px wide and high."""
    page = page_with(qtbot, editor)
    editor.load(block_of(kind).read(ANSWERS[kind]))

    # what was just added is given its place by the next turn of the event loop
    qtbot.waitUntil(lambda: all(side(control) >= 24 for control in stops(page, editor)))
