"""Where sticks are found on this computer."""

import os
from pathlib import Path

from PySide6.QtCore import QStorageInfo

# where systems put what is plugged in
AROUND = ("/media/", "/run/media/", "/Volumes/")


def first_stick(otherwise: Path) -> str:
    """Return where the first stick that is plugged in begins, for a window that asks for one.

    Without a stick it is the folder that is given, and never the one the program was started in.
    """
    found = (volume.rootPath() for volume in QStorageInfo.mountedVolumes() if volume.isReady())
    own = Path(os.environ.get("SYSTEMDRIVE", Path.home().anchor)).drive.casefold()
    sticks = sorted(path for path in found if _is_stick(path, own))
    return sticks[0] if sticks else str(otherwise)


def _is_stick(path: str, own: str) -> bool:
    """Tell whether a volume was plugged in: it has a drive of its own, or lies where they do."""
    drive = Path(path).drive.casefold()
    return bool(drive and drive != own) or path.startswith(AROUND)
