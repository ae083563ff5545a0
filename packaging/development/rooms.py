"""Rooms for tests: a display, a home and an environment that are nobody's own."""

import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from development.display import private_displays

# What a desktop session says about itself; a test must not depend on the developer's.
SESSION = ("XDG_", "QT_", "GTK_", "KDE_", "GNOME_", "DBUS_", "LC_", "AT_SPI")
# Qt wants a locale that knows every letter; these are there on every Linux, and on every Mac.
LOCALES = ("C.UTF-8", "en_US.UTF-8")
SESSION_NAMES = {
    "DESKTOP_SESSION",
    "DISPLAY",
    "LANG",
    "LANGUAGE",
    "NO_AT_BRIDGE",
    "SESSION_MANAGER",
    "WAYLAND_DISPLAY",
    "XAUTHORITY",
}


@dataclass(frozen=True)
class Room:
    """Where one test process works.

    Attributes:
        variables: what it finds in its environment instead of the developer's session.
    """

    variables: dict[str, str]

    def environment(self) -> dict[str, str]:
        """Return the whole environment for a process in this room."""
        return {**without_session(os.environ), **self.variables}

    def worker(self) -> str:
        """Return the room in the words of pytest-xdist's `--tx`."""
        settings = [f"env:{name}={value}" for name, value in self.variables.items()]
        return "//".join(["popen", *settings])


@contextmanager
def rooms(number: int) -> Iterator[list[Room]]:
    """Furnish rooms, each with a home of its own and, on Linux, a display of its own.

    Two windows on one display take the keyboard focus from each other, so no two test
    processes share one.
    """
    with tempfile.TemporaryDirectory(prefix="ladder-tests-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        homes = [_home(folder / f"home-{n}") for n in range(number)]
        if sys.platform != "linux":
            yield [Room(variables) for variables in homes]
            return
        with private_displays(number, folder) as displays:
            yield [
                Room({**variables, "DISPLAY": display})
                for variables, display in zip(homes, displays, strict=True)
            ]


def without_session(environment: Mapping[str, str]) -> dict[str, str]:
    """Return an environment without what a desktop session put there."""
    return {
        name: value
        for name, value in environment.items()
        if name not in SESSION_NAMES and not name.startswith(SESSION)
    }


def _home(folder: Path) -> dict[str, str]:
    folder.mkdir()
    variables = {"HOME": str(folder)}
    if sys.platform == "win32":
        names = ("USERPROFILE", "APPDATA", "LOCALAPPDATA")
        return variables | dict.fromkeys(names, str(folder))
    runtime = folder / ".runtime"
    runtime.mkdir(mode=0o700)
    variables |= {"XDG_RUNTIME_DIR": str(runtime), "LC_ALL": LOCALES[sys.platform == "darwin"]}
    # no asking the desktop for its colours, and no message bus started for every test
    return variables | {"DBUS_SESSION_BUS_ADDRESS": "disabled:"}
