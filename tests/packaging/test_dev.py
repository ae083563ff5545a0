"""`dev.py` as a person calls it."""

import ast
import subprocess
import sys
from pathlib import Path

import dev as entrance
import pytest

from tests.architecture import ROOT
from tests.packaging.conftest import Dev

SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="only Linux may lack a display")


def test_the_entrance_can_be_read_by_an_old_python() -> None:
    """Python 3.8 gets as far as telling that it is too old."""
    source = (ROOT / "packaging" / "dev.py").read_text(encoding="utf-8")

    assert ast.parse(source, feature_version=(3, 8))


@pytest.mark.parametrize(
    ("version", "is_fit"),
    [
        ((3, 8), False),
        ((3, 10), False),
        ((3, 11), True),
        ((3, 14), True),
        ((3, 15), False),
    ],
)
def test_a_python_that_does_not_fit_says_so(
    monkeypatch: pytest.MonkeyPatch, version: tuple[int, int], is_fit: bool
) -> None:
    """Too old and too new a Python name themselves and what is needed."""
    monkeypatch.setattr(sys, "version_info", (*version, 0))

    told = entrance.unfit()

    assert (told == "") is is_fit
    assert is_fit or f"this is {version[0]}.{version[1]}." in told


def test_one_command_sets_all_up(checkout: Path, dev: Dev) -> None:
    """A fresh checkout is installed, with its translations, and says so."""
    finished = dev("setup")

    assert finished.returncode == 0, finished.stdout + finished.stderr
    assert finished.stdout.endswith("Everything is set up.\n")
    assert (checkout / "resources/translations/xx/LC_MESSAGES/ladder-desktop.mo").is_file()
    script = checkout / ".venv" / ("Scripts" if sys.platform == "win32" else "bin")
    asks = "import ladder_desktop; print(ladder_desktop.__file__)"
    answer = subprocess.check_output([script / "python", "-c", asks], cwd="/", text=True)
    assert Path(answer.strip()).is_relative_to(checkout)


def test_a_second_set_up_changes_nothing(checkout: Path, dev: Dev) -> None:
    """Where nothing is to be done, nothing is done."""
    dev("setup")
    before = stamps(checkout)

    finished = dev("setup")

    assert finished.stdout == "Everything is set up.\n"
    assert stamps(checkout) == before


def test_an_interrupted_set_up_is_done_again(checkout: Path, dev: Dev) -> None:
    """What a set-up left unfinished is not built upon."""
    dev("setup")
    (checkout / ".venv" / "ladder-desktop.json").write_text("unfinished\n")
    (checkout / ".venv" / "left-over").touch()

    finished = dev("setup")

    assert finished.returncode == 0, finished.stdout + finished.stderr
    assert not (checkout / ".venv" / "left-over").exists()
    assert dev("setup").stdout == "Everything is set up.\n"


@linux_only
@pytest.mark.parametrize("display", ["", ":9876"])
def test_no_display_is_told_in_one_sentence(
    dev: Dev, monkeypatch: pytest.MonkeyPatch, display: str
) -> None:
    """Without a display nobody sees Qt abort, but reads what works without one."""
    dev("setup")

    finished = dev("run", lacking=SCREENS, also={"DISPLAY": display})

    assert finished.returncode == 1
    assert finished.stderr.count("\n") == 1
    assert ".venv/bin/ladder-desktop --help" in finished.stderr


@linux_only
def test_what_needs_no_display_runs_without(dev: Dev) -> None:
    """The command line is handed on to the program as it was typed."""
    dev("setup")

    finished = dev("run", "templates", lacking=SCREENS)

    assert finished.returncode == 0, finished.stderr
    assert finished.stdout.startswith("career-growth\t")


def test_an_unknown_command_is_answered_with_those_there_are(dev: Dev) -> None:
    """Wrong usage is told on standard error, with exit code 2."""
    finished = dev("tset")

    assert finished.returncode == 2
    assert "'tset'" in finished.stderr
    assert "\n  test " in finished.stderr


def test_no_command_lists_them(dev: Dev) -> None:
    """Whoever knows nothing yet is told what can be done."""
    finished = dev()

    assert finished.returncode == 0
    for name in ("run", "test", "setup", "bench", "torture"):
        assert f"\n  {name} " in finished.stdout


def stamps(checkout: Path) -> dict[str, int]:
    """Return when the traces of a set-up were last written."""
    names = ("ladder-desktop.json", "ladder-desktop.log", "pyvenv.cfg")
    return {name: (checkout / ".venv" / name).stat().st_mtime_ns for name in names}
