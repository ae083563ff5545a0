"""A plan's table of roles in the program's own window, on cards and in columns."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ladder_desktop.paths import resources
from ladder_desktop.store.making import create
from ladder_desktop.ui.menu_plan import Doers
from ladder_desktop.widgets.grid.grid_editor import GridEditor
from ladder_desktop.workbook.shelf import built_in
from ladder_desktop.workbook.workbook import new_workbook
from tests.ui.conftest import OpenWindow

NARROW, WIDE, HEIGHT = 640, 1180, 900
SECTION = 3


@pytest.fixture(params=[NARROW, WIDE])
def doers(open_window: OpenWindow, tmp_path: Path, request: pytest.FixtureRequest) -> Doers:
    """Return a window at the roles of a plan, on cards or in columns."""
    file = tmp_path / "plan.ladder"
    create(file, new_workbook(built_in("career-advancement", resources())))
    doers = open_window(file)
    doers.window.resize(request.param, HEIGHT)
    assert doers.window.view is not None
    doers.window.view.open_section(SECTION)
    return doers


@pytest.fixture
def grid(doers: Doers, qtbot: QtBot) -> GridEditor:
    """Return the table of the roles."""
    assert doers.window.view is not None
    found = doers.window.view.page().findChildren(GridEditor)[0]
    is_narrow = doers.window.width() == NARROW
    qtbot.waitUntil(lambda: found.view.is_carded == is_narrow)
    return found
