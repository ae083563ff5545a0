"""The settings are read as far as they can be, and are worth no word of trouble."""

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ladder_desktop.store.file import read
from ladder_desktop.ui.recent import when
from ladder_desktop.ui.settings.settings import Recent, Settings, SettingsFile
from ladder_desktop.widgets.note.note_editor import NoteEditor
from ladder_desktop.words import Words
from tests.ui.conftest import OpenWindow


@pytest.mark.parametrize(
    "odd",
    [
        '"appearance": "sepia"',
        '"zoom": 1e9',
        '"spots": {"a": {"section": 5}}',
        '"unknown to this version": [1, 2]',
    ],
)
def test_one_strange_setting_costs_no_other(tmp_path: Path, odd: str) -> None:
    """A newer program, or a person, wrote something: all else is still remembered."""
    text = f'{{"language": "es", {odd}, "recent": [{{"path": "a.ladder"}}]}}'
    (tmp_path / "settings.json").write_text(text, encoding="utf-8")

    found = SettingsFile(tmp_path).read()

    assert found == Settings(language="es", recent=(Recent("a.ladder"),))


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", '{"zoom"}', "[" * 100_000, '{"a":' * 100_000, "\xff"]
)
def test_what_cannot_be_read_leaves_the_usual_settings(tmp_path: Path, text: str) -> None:
    """A broken file is replaced by the next change."""
    (tmp_path / "settings.json").write_text(text, encoding="latin-1")
    settings = SettingsFile(tmp_path)

    assert settings.read() == Settings()
    settings.change(lambda kept: kept.with_recent(Recent("a.ladder")))
    assert settings.read().recent == (Recent("a.ladder"),)


@pytest.mark.parametrize(
    "opened", ["", "soon", "0001-01-01", "9999-12-31T23:59:59-23:59", "9" * 5000]
)
def test_a_day_that_is_in_no_calendar(opened: str, words: Words) -> None:
    """The start page says nothing of it, instead of failing."""
    assert when(opened, words) in ("", "January 1, 1")


def test_a_workbook_with_a_name_that_is_no_text(
    qtbot: QtBot, open_window: OpenWindow, file: Path, tmp_path: Path
) -> None:
    """A file from an old disk is written as any other; the start page does without it."""
    path = tmp_path / "na\udcefve.ladder"
    try:
        shutil.copy(file, path)
    except OSError:
        pytest.skip("this system gives no such names")

    doers = open_window(path)
    assert doers.window.view is not None
    note = doers.window.view.page().findChildren(NoteEditor)[0]
    note.setFocus()
    qtbot.keyClicks(note, "kept")
    doers.window.close()

    assert "kept" in read(path).workbook.answers.values()
    assert doers.window.program.settings.read().recent == ()
