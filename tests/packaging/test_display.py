"""Displays are found where they answer, and started and ended for tests."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from development import display
from development.trouble import Trouble

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux may lack a display")

OPENS_ONE = """
import pathlib, sys, time
from development.display import private_displays
with private_displays(1, pathlib.Path(sys.argv[1])) as [name]:
    print(name, flush=True)
    sys.stdin.read()
"""


def answers(name: str) -> bool:
    """Tell whether a display takes connections."""
    return display.is_reachable({"DISPLAY": name})


def is_gone(name: str) -> bool:
    """Wait a while for a display to end, and tell whether it did."""
    deadline = time.monotonic() + 30
    while answers(name) and time.monotonic() < deadline:
        os.sched_yield()
    return not answers(name)


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"DISPLAY": ""},
        {"DISPLAY": ":9876"},
        {"DISPLAY": "nonsense"},
        {"WAYLAND_DISPLAY": "wayland-9876", "XDG_RUNTIME_DIR": "/nowhere"},
        {"DISPLAY": ":9876", "QT_QPA_PLATFORM": "xcb"},
    ],
)
def test_a_display_that_does_not_answer_is_none(environment: dict[str, str]) -> None:
    """A name alone shows no window."""
    assert not display.is_reachable(environment)


def test_other_platforms_of_qt_need_no_display() -> None:
    """Whoever asks for Qt without a screen gets it."""
    assert display.is_reachable({"QT_QPA_PLATFORM": "offscreen:size=10x10"})


def test_private_displays_live_as_long_as_they_are_used(tmp_path: Path) -> None:
    """Each is another one, shows windows, and is gone afterwards."""
    with display.private_displays(2, tmp_path) as names:
        assert len(set(names)) == 2
        assert all(answers(name) for name in names)

    assert not any(answers(name) for name in names)


def test_a_display_ends_with_the_program_that_started_it(tmp_path: Path) -> None:
    """Not even a kill leaves a display behind."""
    packaging = Path(display.__file__).parents[1]
    owner = subprocess.Popen(
        [sys.executable, "-c", OPENS_ONE, tmp_path],
        cwd=packaging,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with owner:
        assert owner.stdout
        name = owner.stdout.readline().strip()
        assert answers(name)

        owner.kill()

    assert is_gone(name)


def test_a_display_that_can_not_start_says_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A machine without Xvfb is told so, not shown a trace."""
    monkeypatch.setenv("PATH", str(tmp_path))

    with (
        pytest.raises(Trouble, match="Xvfb and openbox"),
        display.private_displays(1, tmp_path),
    ):
        pass
