"""Finds out whether a folder can be written into."""

import os
import tempfile
from pathlib import Path


def is_writable(folder: Path) -> bool:
    """Tell whether a file can be made, filled and removed in a folder, by doing it."""
    try:
        handle, name = tempfile.mkstemp(dir=folder, prefix=".ladder-")
    except OSError:
        return False
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(b"ladder")
            file.flush()
            os.fsync(file.fileno())
        Path(name).unlink()
    except OSError:
        return False
    return True
