"""What a screen reader hears of the program, over the bus, while somebody works by keyboard."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.torture.screen_reader import ScreenReader, clean_environment, launcher

REPOSITORY = Path(__file__).parents[2]
PATIENCE = 30.0
Press = Callable[..., None]

pytestmark = pytest.mark.skipif(launcher() is None, reason="needs at-spi2-core")


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[ScreenReader]:
    """Return a screen reader with a bus of its own."""
    reader = ScreenReader(clean_environment(os.environ["DISPLAY"], tmp_path))
    yield reader
    reader.close()


@pytest.fixture
def program(reader: ScreenReader, file: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Start the program on an empty workbook, until its first box has the keys."""
    program = subprocess.Popen(
        [sys.executable, "-m", "ladder_desktop", str(file)],
        env=reader.environment,
        cwd=REPOSITORY,
    )
    search = ["search", "--sync", "--onlyvisible", "--pid", str(program.pid), "windowfocus"]
    subprocess.run(["xdotool", *search], env=reader.environment, check=True, timeout=PATIENCE)
    try:
        _wait(lambda: "text" in _focused_roles(reader))
        yield program
    finally:
        program.kill()
        program.wait(PATIENCE)


@pytest.fixture
def press(reader: ScreenReader, program: subprocess.Popen[bytes]) -> Press:
    """Return what presses keys on the display, as a person does."""

    def press(*keys: str) -> None:
        subprocess.run(["xdotool", "key", *keys], env=reader.environment, check=True)

    return press


def test_progress_and_saving_are_announced(reader: ScreenReader, press: Press) -> None:
    """Who answers a question hears how many are answered, and that it is saved."""
    with reader.listening() as next_heard:
        press("y", "e", "s")

        assert next_heard() == "1 of 8 answered"
        assert next_heard().startswith("Saved ")


def test_a_rating_is_announced(reader: ScreenReader, press: Press) -> None:
    """Who goes to a section hears its title; who rates, the level, and that it is taken back."""
    with reader.listening() as next_heard:
        press("ctrl+2")
        section = next_heard()
        press("2")
        chosen = next_heard()
        press("2")
        heard = [next_heard() for _ in range(2)]

    assert section == "Self-assessment"
    assert chosen == "2, Basic: chosen"
    assert "2, Basic: taken back" in heard


def _wait(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.02)


def _focused_roles(reader: ScreenReader) -> list[str]:
    """Return the roles of what has the focus; Qt counts the open tab as well."""
    nodes = (node for program in reader.programs() for node in reader.all_in(program))
    return [reader.role(node) for node in nodes if reader.is_focused(node)]
