"""Opening the window loads nothing that only later work needs."""

import os
import subprocess
import sys

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
