"""Has the system load Qt's libraries while Python reads the workbook.

Linking them takes as long as all that a start imports and reads before it needs them; then the
fonts of the system are looked through. Where this fails, Qt does it as ever, or says what is wrong.
"""

import os
import sys
from _thread import allocate_lock, start_new_thread  # `threading` imports much that waits so far
from collections.abc import Sequence
from contextlib import suppress
from importlib.machinery import PathFinder
from pathlib import Path

LAST = "QtWidgets.abi3.so"  # needs all others
XCB = "Qt/plugins/platforms/libqxcb.so"  # what draws on X, with libraries of its own
FONTS = "libfontconfig.so.1"
ARENAS = -8  # in glibc's `mallopt`: the most heaps that threads share


def load_libraries() -> None:
    """Begin to load what Qt's widgets need, on a thread that ends by itself."""
    if sys.platform != "linux":  # finds libraries in another way, or wants them on its first thread
        return
    found = PathFinder.find_spec("PySide6")
    for folder in (found and found.submodule_search_locations) or ():
        _load_beside([Path(folder, name) for name in _names()])


def _names() -> Sequence[str]:
    on_x = os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY")
    return [LAST, XCB] if on_x else [LAST]


def _load_beside(paths: Sequence[Path]) -> None:
    try:
        # calls into C without stopping Python; `ctypes`, which does so in public, takes as long to
        # import as a third of what this gains
        from _ctypes import call_cdeclfunction, dlopen, dlsym  # noqa: PLC0415

        program = dlopen(None, os.RTLD_NOW)  # type: ignore[arg-type]  # the one that is running
        load = dlsym(program, "dlopen")
    except (ImportError, OSError):  # a Python that was made without it, or a system that hides it
        return
    with suppress(OSError):  # a second heap would take 3 MB more for what has room in one
        call_cdeclfunction(dlsym(program, "mallopt"), (ARENAS, 1))
    begun = allocate_lock()

    def load_all() -> None:
        begun.release()
        for path in paths:
            call_cdeclfunction(load, (os.fsencode(path), os.RTLD_NOW))
        with suppress(OSError):
            call_cdeclfunction(dlsym(dlopen(FONTS, os.RTLD_NOW), "FcInit"), ())

    begun.acquire()
    start_new_thread(load_all, ())
    begun.acquire()  # else the thread would not begin before Python lets others go on
