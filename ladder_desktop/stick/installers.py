"""Installers: how they are called when they are built, and what people read on a stick."""

import re
import sys
from dataclasses import dataclass
from pathlib import Path

from ladder_desktop.errors import N_, reason_of
from ladder_desktop.paths import is_file, is_folder
from ladder_desktop.stick.names import StickError
from ladder_desktop.stick.workshop import read_workshop

# From the name of what was built to the name on the stick; the portable ZIP is unpacked there.
NAMES = {
    r"ladder-desktop-(?P<version>[\d.]+)-windows(-for-tests)?-setup\.exe": (
        "Windows - double-click me.exe"
    ),
    r"ladder-desktop-(?P<version>[\d.]+)-windows(-for-tests)?-portable\.zip": (
        "Windows - without installing"
    ),
    r"ladder-desktop-(?P<version>[\d.]+)-macos-apple\.dmg": "Mac - open me.dmg",
    r"ladder-desktop-(?P<version>[\d.]+)-macos-intel\.dmg": "Mac of 2020 and older - open me.dmg",
    r"ladder-desktop_(?P<version>[\d.]+)_amd64\.deb": "Linux - Debian, Ubuntu, Mint.deb",
    r"ladder-desktop-(?P<version>[\d.]+)-linux-x86_64\.run": "Linux - every other.run",
}
# Which of them installs on which system, the better one first.
FOR_SYSTEM = {
    "win32": ("Windows - double-click me.exe",),
    "darwin": ("Mac - open me.dmg",),
    "linux": ("Linux - Debian, Ubuntu, Mint.deb", "Linux - every other.run"),
}


@dataclass(frozen=True, slots=True)
class Installer:
    """One file that installs the program.

    Attributes:
        path: where it lies now.
        name: its name on the stick.
        version: of the program in it.
    """

    path: Path
    name: str
    version: str


def find(folder: Path) -> list[Installer]:
    """Return the installers in a folder, one for each name, of the newest version.

    Raises:
        StickError: nobody may look into the folder.
    """
    found: dict[str, Installer] = {}
    for path in _inside(folder):
        for pattern, name in NAMES.items():
            match = re.fullmatch(pattern, path.name)
            if match and is_file(path):
                one = Installer(path, name, match["version"])
                if name not in found or numbers(one.version) > numbers(found[name].version):
                    found[name] = one
    return list(found.values())


def _inside(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir()) if is_folder(folder) else []
    except OSError as error:
        message = N_("“{folder}” can't be looked into: {reason}.")
        raise StickError(message, folder=str(folder), reason=reason_of(error)) from None


def newer(stick: Path, version: str, system: str = sys.platform) -> Path | None:
    """Return the installer on a stick, if it holds a newer program than this version.

    Nothing is started: it is offered to the person, who decides.
    """
    try:
        offered = read_workshop(stick).program
    except StickError:
        return None
    if not offered or numbers(offered) <= numbers(version):
        return None
    paths = (stick / name for name in FOR_SYSTEM.get(system, ()))
    return next((path for path in paths if is_file(path) and not path.is_symlink()), None)


def numbers(version: str) -> tuple[int, ...]:
    """Return a version's figures, so that versions can be compared."""
    return tuple(int(part) for part in re.findall(r"\d+", version))
