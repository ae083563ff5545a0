"""A newer version of a template: offered, previewed, done, and what is set aside shown."""

from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from ladder_desktop.document.nodes import Answer
from ladder_desktop.paths import Places
from ladder_desktop.store.amend import amend
from ladder_desktop.store.file import read
from ladder_desktop.store.history import Mark
from ladder_desktop.store.making import create
from ladder_desktop.store.own_templates import install
from ladder_desktop.store.past import moments, workbook_at
from ladder_desktop.ui import moving_on
from ladder_desktop.ui.moving_on import MoveDialog, SetAsideDialog
from ladder_desktop.words import Words
from ladder_desktop.workbook.newer_template import moved
from ladder_desktop.workbook.printing import printed
from ladder_desktop.workbook.template import Template, read_template
from ladder_desktop.workbook.workbook import new_workbook
from tests.ui.conftest import OpenWindow

HEAD = 'format = "ladder-template"\nid = "sample"\nversion = {version}\ntitle = "A sample"\n'
SECTION = '[[sections]]\nid = "all"\ntitle = "All"\n'
PROMPT = '[[sections.blocks]]\nkind = "prompt"\nid = "{id}"\nquestion = "{question}"\n'


def template(version: int, **questions: str) -> Template:
    """Return a version of a template with these questions."""
    prompts = "".join(PROMPT.format(id=name, question=text) for name, text in questions.items())
    return read_template(HEAD.format(version=version) + SECTION + prompts, "sample")


def test_a_newer_version_is_offered_previewed_and_used(
    qtbot: QtBot, open_window: OpenWindow, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Answers stay, what is no longer asked is kept and shown, the history has what was before."""
    old = template(1, why="Why?", gone="What was there?")
    newer = template(2, why="Why do you ask?", new="What is new?")
    workbook = new_workbook(old).with_answer("why", "Because.").with_answer("gone", "A lot.")
    places.documents.mkdir()
    path = places.documents / "moving.ladder"
    create(path, workbook)
    monkeypatch.setattr(moving_on, "_built_in", lambda *_: [newer, old])

    doers = open_window(path)
    keeping = doers.keeping
    qtbot.waitUntil(lambda: keeping.moving_on.newer is not None)
    assert doers.window.view is not None
    doers.window.view.banner.findChildren(QPushButton)[0].click()
    (dialog,) = doers.window.findChildren(MoveDialog)
    told = [label.text() for label in dialog.findChildren(QLabel)]
    dialog.move_on.click()

    stored = read(path).workbook
    assert "What is new?" in told
    assert "What was there?" in told
    assert stored.template.header.version == 2
    assert stored.answers == {"why": "Because.", "new": ""}
    assert stored.no_longer_asked == {"gone": "A lot."}
    assert workbook_at(path, moments(path)[0].id).template.header.version == 1
    view = doers.window.view
    qtbot.waitUntil(lambda: doers.window.view is not view)
    assert set(doers.window.view.pages()[0].editors) == {"why", "new"}
    assert keeping.moving_on.has_set_aside()
    keeping.moving_on.show_set_aside()
    (aside,) = doers.window.findChildren(SetAsideDialog)
    shown = [label.text() for label in aside.findChildren(QLabel)]
    assert {"What was there?", "A lot."} <= set(shown)
    aside.close()


def test_an_answer_set_aside_keeps_its_question_for_good(tmp_path: Path, words: Words) -> None:
    """The file still has the words that an answer was given to, and paper tells them."""
    old = template(1, why="Why?", gone="What was there?")
    before = new_workbook(old).with_answer("gone", "A lot.")
    path = tmp_path / "moved.ladder"
    create(path, before)
    newer = moved(moved(before, template(2, why="Why?")).workbook, template(3, why="Why now?"))
    amend(path, read(path), newer.workbook, Mark("before", "newer template"), tmp_path / "data")

    for workbook in (newer.workbook, read(path).workbook):
        *_, last = printed(workbook, words).sections
        answers = [node for node in last.nodes if isinstance(node, Answer)]
        assert [(one.question, one.text) for one in answers] == [("What was there?", "A lot.")]


def test_moving_on_can_be_taken_back_whole(
    qtbot: QtBot, open_window: OpenWindow, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The version before it brings the questions of then back, with every answer."""
    old = template(1, why="Why?", gone="What was there?")
    newer = template(2, why="Why do you ask?", new="What is new?")
    before = new_workbook(old).with_answer("why", "Because.").with_answer("gone", "A lot.")
    places.documents.mkdir()
    path = places.documents / "back.ladder"
    create(path, before)
    monkeypatch.setattr(moving_on, "_built_in", lambda *_: [newer])
    doers = open_window(path)
    qtbot.waitUntil(lambda: doers.keeping.moving_on.newer is not None)
    doers.keeping.moving_on.preview()
    (dialog,) = doers.window.findChildren(MoveDialog)
    qtbot.keyClick(dialog.move_on, Qt.Key.Key_Space)
    doers.window.close()
    step = next(one for one in moments(path) if one.title == "newer template")

    stored = read(path)
    back = workbook_at(path, step.id)
    amend(path, stored, back, Mark("before", "restore"), places.data)

    assert stored.workbook.template.header.version == 2
    assert read(path).workbook == before


def test_nothing_is_offered_for_the_newest_version(
    qtbot: QtBot, open_window: OpenWindow, places: Places
) -> None:
    """The version that the workbook has already, or another template, is no news."""
    places.documents.mkdir()
    path = places.documents / "newest.ladder"
    create(path, new_workbook(template(1, why="Why?")))

    doers = open_window(path)
    doers.keeping.moving_on.look()

    assert doers.keeping.moving_on.newer is None
    assert doers.window.view is not None
    assert doers.window.view.banner.isHidden()
    assert msgspec.structs.asdict(read(path).workbook)["answers"] == {"why": ""}


def test_a_newer_version_of_ones_own_template_is_offered(
    qtbot: QtBot, open_window: OpenWindow, places: Places
) -> None:
    """A template that came on a stick or out of Word is looked at, too."""
    places.documents.mkdir()
    path = places.documents / "own.ladder"
    create(path, new_workbook(template(1, why="Why?")))
    install(template(2, why="Why?", new="What is new?"), places.data)

    doers = open_window(path)
    moving_on = doers.keeping.moving_on
    moving_on.look()

    assert moving_on.newer is not None
    assert moving_on.newer.header.version == 2
