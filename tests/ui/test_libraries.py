"""Qt's libraries come beside everything else that a start does, or as ever."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ladder_desktop.store.making import create
from ladder_desktop.workbook.template import Template
from ladder_desktop.workbook.workbook import new_workbook

LOADED = """
import sys
from pathlib import Path
from ladder_desktop.ui.libraries import FONTS, LAST, load_libraries

load_libraries()
maps = Path("/proc/self/maps")
while not (LAST in maps.read_text() and FONTS in maps.read_text()):
    pass
print([name for name in sys.modules if name.startswith(("PySide6", "shiboken6"))])
"""

PAINTED = """
import os, sys
from ladder_desktop.ui.start import run

sys.modules["_ctypes"] = None
run([sys.argv[1]], on_window=lambda window: window.painted.connect(lambda: os._exit(0)))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads what Linux tells of a process")
def test_qts_libraries_are_loaded_without_importing_pyside() -> None:
    """They are there before anything asks for them; who waits for them here, waits in vain else."""
    told = subprocess.check_output([sys.executable, "-c", LOADED], text=True, timeout=60)

    assert told.strip() == "[]"


def test_a_python_that_cannot_load_them_starts_all_the_same(
    tmp_path: Path, career_growth: Template
) -> None:
    """Without the module that calls into C, the window opens and paints its workbook."""
    file = tmp_path / "mine.ladder"
    create(file, new_workbook(career_growth))
    folders = {name: str(tmp_path) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    environment = {**os.environ, **folders, "QT_QPA_PLATFORM": "offscreen"}

    done = subprocess.run(
        [sys.executable, "-c", PAINTED, str(file)],
        env=environment,
        capture_output=True,
        timeout=60,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, b"")
