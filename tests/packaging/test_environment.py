"""Set-up knows what is already there, and what it can no longer trust."""

import json
import shutil
from collections.abc import Callable

import pytest
from development import environment
from development.house import House, Level
from development.steps import Finished

from tests.packaging.conftest import packages_of

Change = Callable[[House], object]


def edit_project(old: str, new: str) -> Change:
    """Return a change of the house's `pyproject.toml`."""

    def change(house: House) -> None:
        path = house.root / "pyproject.toml"
        path.write_text(path.read_text().replace(old, new))

    return change


def stamp(text: str) -> Change:
    """Return a change of what the last set-up noted down."""
    return lambda house: (house.venv / environment.STAMP).write_text(text)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda _house: None, id="nothing"),
        pytest.param(edit_project("line-length = 100", "line-length = 99"), id="a tool's setting"),
        pytest.param(lambda house: (packages_of(house) / "b").mkdir(), id="a package more"),
        pytest.param(lambda house: house.lock(Level.DEVELOP).write_text("b==2"), id="other lock"),
    ],
)
def test_a_house_that_is_set_up_is_ready(house: House, change: Change) -> None:
    """What set-up does not depend on may change."""
    change(house)

    assert environment.is_ready(house, Level.RUN)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda house: house.lock(Level.RUN).write_text("a==2\n"), id="lock"),
        pytest.param(edit_project('"a"', '"b"'), id="dependencies"),
        pytest.param(lambda house: house.python.unlink(), id="no interpreter"),
        pytest.param(lambda house: house.program.unlink(), id="no program"),
        pytest.param(lambda house: shutil.rmtree(packages_of(house) / "a"), id="no package"),
        pytest.param(lambda house: shutil.rmtree(house.venv), id="no environment"),
        pytest.param(lambda house: (house.venv / environment.STAMP).unlink(), id="no stamp"),
        pytest.param(stamp("unfinished\n"), id="interrupted"),
        pytest.param(stamp('{"level": 1, "ma'), id="cut off"),
        pytest.param(stamp('{"level": 1}'), id="another stamp"),
        pytest.param(stamp("[]"), id="not a stamp"),
    ],
)
def test_a_house_that_changed_is_not_ready(house: House, change: Change) -> None:
    """Whatever set-up depends on leads to a set-up when it changes."""
    change(house)

    assert not environment.is_ready(house, Level.RUN)


def test_a_moved_house_is_not_ready(house: House) -> None:
    """An environment holds whole paths, so it can't move along."""
    moved = House(house.root.with_name("moved"))
    shutil.move(house.root, moved.root)

    assert not environment.is_ready(moved, Level.RUN)


def test_a_house_for_developers_is_ready_for_users_too(house: House) -> None:
    """More than enough is enough, and less is not."""
    assert not environment.is_ready(house, Level.DEVELOP)

    environment.write_stamp(house, Level.DEVELOP)

    assert environment.is_ready(house, Level.DEVELOP)
    assert environment.is_ready(house, Level.RUN)


def test_another_python_needs_a_set_up_of_its_own(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The packages of one version of Python are of no use to another."""
    monkeypatch.setattr("sys.implementation.cache_tag", "cpython-399")

    assert not environment.is_ready(house, Level.RUN)


def test_a_stamp_lists_what_was_installed(house: House) -> None:
    """What a stamp is compared with later is all there, and nothing that comes and goes."""
    (packages_of(house) / "__pycache__").mkdir()

    environment.write_stamp(house, Level.RUN)

    assert json.loads((house.venv / environment.STAMP).read_text())["contents"] == ["a"]


@pytest.mark.parametrize(
    ("output", "told"),
    [
        ("WARNING: Retrying after connection broken by 'NewConnectionError(...)'", "internet"),
        ("... Temporary failure in name resolution ...", "internet"),
        ("ERROR: Could not install: [Errno 28] No space left on device", "The disk is full"),
        ("ERROR: something strange", "something strange"),
        ("Killed", "ladder-desktop.log"),
    ],
)
def test_a_failed_installation_is_explained(house: House, output: str, told: str) -> None:
    """A person reads what happened, not what pip calls it."""
    assert told in environment.explained(house, Finished(1, output))
