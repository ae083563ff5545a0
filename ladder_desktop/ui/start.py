"""From the command to the window, or to one sentence that says why there is none."""

import gc
import os
import sys
from collections.abc import Callable
from typing import Any

from ladder_desktop.errors import N_, LadderError
from ladder_desktop.ui.binding import import_msgspec, import_qt
from ladder_desktop.ui.libraries import load_libraries

SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
NO_DISPLAY = N_(
    "The window needs a display, and there is none here. The command line does the same work "
    "without one: “ladder-desktop --help” tells how."
)
DEAD_DISPLAY = N_(
    "The window can't be shown on the display {display}: it does not answer, or a library such "
    "as libxcb-cursor0 is missing. The command line does the same work without one: "
    "“ladder-desktop --help” tells how."
)
NO_LIBRARY = N_(
    "The window needs {library}, which is not installed here. The command line does the same "
    "work without it: “ladder-desktop --help” tells how."
)


def run(files: list[str], on_window: Callable[[Any], None] | None = None) -> int:
    """Open the window and stay until it is closed; return the exit code.

    Args:
        files: at most one workbook file.
        on_window: handed the window before it is shown; for whoever measures.
    """
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in SCREENS):
        return refuse(LadderError(NO_DISPLAY))
    # what is made while starting stays; looking for garbage in it takes a tenth of the time
    gc.disable()
    import_msgspec()
    # its libraries go before those of Qt, since the system loads one after the other
    import ladder_desktop.store.lock  # noqa: F401, PLC0415

    load_libraries()
    # what can do without Qt, while its libraries are being loaded
    from ladder_desktop.paths import user_places  # noqa: PLC0415
    from ladder_desktop.ui.asked import read_asked  # noqa: PLC0415

    places = user_places()
    asked = read_asked(files, places)
    if asked.is_open:
        return 0
    try:
        # a system without a screen may lack libraries that Qt needs: then this import fails
        import_qt()
        from ladder_desktop.ui.app import open_window  # noqa: PLC0415
    except ImportError as error:
        library, _, complaint = str(error).partition(":")
        if "shared object" not in complaint:
            raise
        return refuse(LadderError(NO_LIBRARY, library=library))
    return open_window(places, asked, on_no_display=leave, on_window=on_window)


def leave() -> None:
    """End at once with a sentence, where Qt would abort for want of a usable display."""
    names = (os.environ.get(name) for name in SCREENS)
    refuse(LadderError(DEAD_DISPLAY, display=next((name for name in names if name), "?")))
    sys.stderr.flush()
    os._exit(1)


def refuse(error: LadderError) -> int:
    """Say why there is no window, and return the exit code for that."""
    # only needed for this sentence; the window brings its own words
    import locale  # noqa: PLC0415

    from ladder_desktop.paths import resources  # noqa: PLC0415
    from ladder_desktop.words import words_for  # noqa: PLC0415

    words = words_for(locale.getlocale()[0] or "en", resources() / "translations")
    sys.stderr.write(f"{error.worded(words)}\n")
    return 1
