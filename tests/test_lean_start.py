"""Opening the window loads nothing that only later work needs."""

import os
import subprocess
import sys
from pathlib import Path

from ladder_desktop.store.making import create
from ladder_desktop.workbook.template import Template
from ladder_desktop.workbook.workbook import new_workbook

LATER = {
    "PIL",
    "click",
    "docx",
    "fontTools",
    "hunspell",
    "lxml",
    "pikepdf",
    "platformdirs",
    "pypdfium2",
    "reportlab",
    "segno",
    "sqlite_utils",
    "uharfbuzz",
}
# of Python's own: what takes a millisecond, or comes with PySide's explanations
LATER_STILL = {"argparse", "hashlib", "inspect", "logging", "secrets", "typing_extensions"}
LATER_ROOMS = {"cli", "export", "intake", "spelling", "stick"}
LOADED = """
import sys
before = set(sys.modules)
import ladder_desktop.ui.main_window
print(*sorted(set(sys.modules) - before))
"""


def test_the_window_loads_only_what_it_shows() -> None:
    """Importing the main window imports no exporter, no speller, no command line, no migration."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}

    told = subprocess.check_output([sys.executable, "-c", LOADED], env=environment, text=True)

    loaded = {name.partition(".")[0] for name in told.split()}
    assert "PySide6" in loaded
    assert loaded & LATER == set()
    rooms = {name.split(".")[1] for name in told.split() if name.startswith("ladder_desktop.")}
    assert "widgets" in rooms
    assert rooms & LATER_ROOMS == set()


PAINTED = """
import os, sys
from ladder_desktop.ui.start import run

def tell():
    print(*sorted(sys.modules), flush=True)
    os._exit(0)

run([sys.argv[1]], on_window=lambda window: window.painted.connect(tell))
"""


def test_a_workbook_is_painted_before_anything_else_is_loaded(
    tmp_path: Path, career_growth: Template
) -> None:
    """From the command to the first paint of a file nothing is loaded that can wait."""
    file = tmp_path / "mine.ladder"
    create(file, new_workbook(career_growth))
    folders = {name: str(tmp_path) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    environment = {**os.environ, **folders, "QT_QPA_PLATFORM": "offscreen"}

    command = [sys.executable, "-c", PAINTED, str(file)]
    told = subprocess.check_output(command, env=environment, text=True)

    loaded = {name.partition(".")[0] for name in told.split()}
    assert "ladder_desktop.ui.workbook_view" in told.split()
    assert loaded & (LATER - {"platformdirs"}) == set()
    assert loaded & LATER_STILL == set()
    rooms = {name.split(".")[1] for name in told.split() if name.startswith("ladder_desktop.")}
    assert rooms & LATER_ROOMS == set()
    assert "ladder_desktop.store.writer" not in told.split()
    assert "ladder_desktop.ui.completion" not in told.split()
