"""What tests of every room share."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from ladder_desktop.paths import resources
from ladder_desktop.widgets.theme import Theme
from ladder_desktop.words import Words, words_for
from ladder_desktop.workbook.shelf import built_in
from ladder_desktop.workbook.template import Template

PutOn = Callable[[Theme], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a person ask for more than the ordinary run."""
    parser.addoption("--paper-examples", default="12", help="how many workbooks are made up")


@pytest.fixture(scope="session")
def words() -> Words:
    """Return the English words."""
    return words_for("en", resources() / "translations")


@pytest.fixture(scope="session")
def held() -> list[QWidget]:
    """Return the windows of tests that Qt has not deleted yet."""
    return []


@pytest.fixture
def qtbot(qtbot: QtBot, held: list[QWidget]) -> QtBot:
    """Hold the windows of a test until Qt has deleted them.

    One without a parent is Python's; where Python collects it, PySide deletes parts of it twice.
    """
    held[:] = [window for window in held if isValid(window)]
    add = qtbot.addWidget

    def hold(window: QWidget, **given: Any) -> None:
        held.append(window)
        add(window, **given)

    for name in ("addWidget", "add_widget"):
        setattr(qtbot, name, hold)
    return qtbot


@pytest.fixture
def put_on(qapp: QApplication) -> Iterator[PutOn]:
    """Return what puts on a theme for the length of a test."""
    yield lambda theme: theme.apply(qapp)
    Theme("light").apply(qapp)


@pytest.fixture(scope="session")
def career_growth() -> Template:
    """Return the built-in template of the workshop."""
    return built_in("career-growth", resources())
