"""Starting the program: what opens the window, and what says why not."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ladder_desktop.store.file import read
from ladder_desktop.ui.launching import start_window

CALL = [sys.executable, "-m", "ladder_desktop"]
ROOT = Path(__file__).resolve().parents[2]


def home(tmp_path: Path) -> dict[str, str]:
    """Return an environment with folders of its own."""
    return os.environ | {
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "XDG_DOCUMENTS_DIR": str(tmp_path / "documents"),
    }


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays are named so on Linux")
@pytest.mark.parametrize("display", ["", ":4711"])
def test_without_a_display_one_sentence_says_so(tmp_path: Path, display: str) -> None:
    """No display, or one that does not answer: a sentence that names what works without one."""
    environment = home(tmp_path) | {"DISPLAY": display}
    for name in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        environment.pop(name, None)

    ended = subprocess.run(
        CALL, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )

    assert ended.returncode == 1
    assert ended.stdout == ""
    assert len(ended.stderr.strip().splitlines()) == 1
    assert "ladder-desktop --help" in ended.stderr


def test_other_commands_need_no_display(tmp_path: Path) -> None:
    """Everything but the window goes to the command line, without Qt."""
    environment = home(tmp_path) | {"DISPLAY": ""}
    code = (
        "import sys, runpy; sys.argv = ['ladder-desktop', 'templates']\n"
        "try: runpy.run_module('ladder_desktop', run_name='__main__')\n"
        "except SystemExit as end: code = end.code\n"
        "print('QT' if any(name.startswith('PySide6') for name in sys.modules) else 'NO QT')\n"
        "sys.exit(code)"
    )

    ended = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert ended.returncode == 0
    assert "career-growth" in ended.stdout
    assert ended.stdout.endswith("NO QT\n")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals on Windows")
def test_a_second_start_ends_at_once_and_a_signal_ends_the_first_in_good_order(
    tmp_path: Path, file: Path
) -> None:
    """One process a workbook; told to end, it leaves a closed file without side files."""
    environment = home(tmp_path) | {"QT_QPA_PLATFORM": "offscreen"}
    first = subprocess.Popen([*CALL, "open", str(file)], cwd=ROOT, env=environment)
    try:
        locks = tmp_path / "data" / "ladder-desktop" / "locks"
        deadline = time.monotonic() + 20
        while not list(locks.glob("*.front")) and time.monotonic() < deadline:
            assert first.poll() is None
        settings = tmp_path / "config" / "ladder-desktop" / "settings.json"
        while not settings.exists() and time.monotonic() < deadline:
            assert first.poll() is None

        second = subprocess.run(
            [*CALL, str(file)], cwd=ROOT, env=environment, timeout=20, check=False
        )
        still_running = first.poll() is None
        first.send_signal(signal.SIGTERM)

        assert second.returncode == 0
        assert still_running
        assert first.wait(20) == 0
        assert read(file).owner is None
        assert [path.name for path in tmp_path.glob("notes*")] == ["notes.ladder"]
    finally:
        first.kill()


def test_another_window_is_started_with_the_same_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From source, the interpreter is started on the package; frozen, the program itself."""
    started: list[list[str]] = []

    def note(program: str, arguments: list[str], *_folder: str) -> tuple[bool, int]:
        started.append([program, *arguments])
        return True, 1

    monkeypatch.setattr("ladder_desktop.ui.launching.QProcess.startDetached", note)
    start_window(tmp_path / "a.ladder")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    start_window(tmp_path / "a.ladder")

    path = str(tmp_path / "a.ladder")
    assert started == [
        [sys.executable, "-m", "ladder_desktop", "open", path],
        [sys.executable, "open", path],
    ]
