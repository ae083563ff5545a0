"""The real program, started again: on the same workbook later, and while it is still open."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ladder_desktop.store.file import read
from ladder_desktop.store.making import create
from ladder_desktop.workbook.template import Template
from ladder_desktop.workbook.workbook import new_workbook
from tests.torture.screen_reader import ScreenReader, clean_environment, launcher

REPOSITORY = Path(__file__).parents[2]
PATIENCE = 30.0

pytestmark = pytest.mark.skipif(
    launcher() is None or shutil.which("xdotool") is None, reason="needs at-spi2-core and xdotool"
)


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[ScreenReader]:
    """Return a screen reader with a bus of its own."""
    reader = ScreenReader(clean_environment(os.environ["DISPLAY"], tmp_path))
    yield reader
    reader.close()


@pytest.fixture
def long_file(tmp_path: Path, career_growth: Template) -> Path:
    """Return a workbook with texts that fill more than a window."""
    workbook = new_workbook(career_growth)
    for block in ("job-satisfaction", "view-of-role", "strongest"):
        workbook = workbook.with_answer(block, "One line of many.\n" * 60)
    path = tmp_path / "long.ladder"
    create(path, workbook)
    return path


@contextmanager
def program(reader: ScreenReader, file: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Start the program until its window has the keys; at last it is told to end, as at logout."""
    started = subprocess.Popen(
        [sys.executable, "-m", "ladder_desktop", str(file)],
        env=reader.environment,
        cwd=REPOSITORY,
    )
    try:
        search = ["search", "--sync", "--onlyvisible", "--pid", str(started.pid), "windowfocus"]
        _do(reader, *search)
        _await(lambda: _carets(reader) != {}, started)
        yield started
        started.send_signal(signal.SIGTERM)
        assert started.wait(PATIENCE) == 0
    finally:
        started.kill()
        started.wait()


def test_the_caret_is_where_it_was(reader: ScreenReader, long_file: Path) -> None:
    """Box and letter come back in the open tab and in another one, and typing goes on there."""
    with program(reader, long_file) as first:
        _do(reader, "key", "Tab", "ctrl+End", "Left", "Left", "Left")
        _await(lambda: _at(reader, 60 * 18 - 3), first)
        (before,) = _carets(reader).items()
        _do(reader, "key", "ctrl+3")
        _await(lambda: before[0] not in _carets(reader), first)

    with program(reader, long_file) as second:
        _await(lambda: before[0] not in _carets(reader), second)
        _do(reader, "key", "ctrl+1")
        _await(lambda: before in _carets(reader).items(), second)
        _do(reader, "type", "here")
        _await(lambda: _at(reader, 60 * 18 + 1), second)

    answer = read(long_file).workbook.answers["view-of-role"]
    assert answer == "One line of many.\n" * 59 + "One line of manhere" + "y.\n"


def test_a_second_start_brings_the_first_window_to_the_front(
    reader: ScreenReader, long_file: Path, career_growth: Template
) -> None:
    """Whoever opens the file once more sees its window over all others, also from the task bar."""
    other = long_file.with_name("other.ladder")
    create(other, new_workbook(career_growth))
    again = [sys.executable, "-m", "ladder_desktop", "open", str(long_file)]
    with program(reader, long_file) as first, program(reader, other) as second:
        _await(lambda: _is_active(reader, second), second)

        ended = subprocess.run(
            again, env=reader.environment, cwd=REPOSITORY, timeout=PATIENCE, check=False
        )

        assert ended.returncode == 0
        _await(lambda: _is_active(reader, first), first)


def _do(reader: ScreenReader, *words: str) -> str:
    done = subprocess.run(
        ["xdotool", *words],
        env=reader.environment,
        check=True,
        timeout=PATIENCE,
        capture_output=True,
        text=True,
    )
    return done.stdout.strip()


def _is_active(reader: ScreenReader, started: subprocess.Popen[bytes]) -> bool:
    try:
        return _do(reader, "getactivewindow", "getwindowpid") == str(started.pid)
    except subprocess.CalledProcessError:  # for a moment no window is active
        return False


def _at(reader: ScreenReader, place: int) -> bool:
    return place in _carets(reader).values()


def _carets(reader: ScreenReader) -> dict[str, int]:
    """Return the names of the boxes with the focus, and where the caret is in each."""
    nodes = [node for program in reader.programs() for node in reader.all_in(program)]
    boxes = [node for node in nodes if reader.role(node) == "text" and reader.is_focused(node)]
    return {reader.name(box): reader.caret(box) for box in boxes}


def _await(is_so: Callable[[], bool], started: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end, "it did not happen in time"
        assert started.poll() is None, "the program ended by itself"
        time.sleep(0.02)
