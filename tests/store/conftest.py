"""Small workbooks and files that the tests of the store share."""

import datetime
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ladder_desktop.errors import LadderError
from ladder_desktop.store.making import create
from ladder_desktop.store.writer import Writer
from ladder_desktop.workbook.details import Details
from ladder_desktop.workbook.template import Template, read_template
from ladder_desktop.workbook.workbook import Workbook, new_workbook

SMALL = """
format = "ladder-template"
id = "small"
version = 1
title = "Small"
[[sections]]
id = "one"
title = "One"
[[sections.blocks]]
kind = "prompt"
id = "why"
question = "Why?"
[[sections.blocks]]
kind = "prompt"
id = "how"
question = "How?"
[[sections.blocks]]
kind = "table"
id = "goals"
title = "Goals"
row_name = "goal"
columns = [{ id = "goal", title = "Goal" }, { id = "role", title = "Role" }]
"""


class Heard:
    """What a writer told: the saves, and the troubles in the order they came."""

    def __init__(self) -> None:
        self.saved: list[datetime.datetime] = []
        self.troubles: list[LadderError] = []
        self._change = threading.Condition()

    def on_saved(self, moment: datetime.datetime) -> None:
        """Note a save."""
        with self._change:
            self.saved.append(moment)
            self._change.notify_all()

    def on_trouble(self, trouble: LadderError) -> None:
        """Note a trouble."""
        with self._change:
            self.troubles.append(trouble)
            self._change.notify_all()

    def wait(self, enough: Callable[["Heard"], bool], timeout: float = 20) -> bool:
        """Wait until enough was heard."""
        with self._change:
            return self._change.wait_for(lambda: enough(self), timeout)


def names(folder: Path) -> list[str]:
    """Return the names of what lies in a folder."""
    return sorted(found.name for found in folder.iterdir())


@pytest.fixture
def heard() -> Heard:
    """Return somebody who listens to a writer."""
    return Heard()


@pytest.fixture
def small() -> Template:
    """Return a template of three questions."""
    return read_template(SMALL, "small")


@pytest.fixture
def workbook(small: Template) -> Workbook:
    """Return a small workbook with a name and one answer."""
    return new_workbook(small, Details(name="Ada")).with_answer("why", "Because.")


@pytest.fixture
def path(tmp_path: Path, workbook: Workbook) -> Path:
    """Return a workbook file that holds it."""
    place = tmp_path / "ada.ladder"
    create(place, workbook)
    return place


@pytest.fixture
def writer(path: Path, heard: Heard) -> Iterator[Writer]:
    """Return a writer of that file."""
    writer = Writer(path, heard.on_saved, heard.on_trouble, path.parent / "data")
    yield writer
    writer.close(0.5)  # a test that cares closes it itself
    writer.abandon()
