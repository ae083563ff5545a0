"""A head start for what takes long and needs no Python: loading Qt, and finding the fonts.

Together that is a sixth of the time to the first paint. Python lets go of its lock while a
foreign function runs, so a second processor can do it while the first one reads modules.
"""

import ctypes
import importlib.util
import threading
from pathlib import Path

LIBRARIES = ("lib/libQt6Widgets.so.6", "plugins/platforms/libqxcb.so")
FONTS = "libfontconfig.so.1"


def give_head_start() -> None:
    """Begin to load what Qt will need, on a thread of its own; only Linux is waited for so."""
    found = importlib.util.find_spec("PySide6")
    if found and found.submodule_search_locations:
        folder = Path(found.submodule_search_locations[0], "Qt")
        threading.Thread(target=_load, args=(folder,), name="head start", daemon=True).start()


def _load(folder: Path) -> None:
    """Load what is there; what is missing is for Qt to complain of, in its own words."""
    try:
        for library in LIBRARIES:
            ctypes.CDLL(str(folder / library))
        ctypes.CDLL(FONTS).FcInit()
    except OSError:
        return
