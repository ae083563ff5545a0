"""Runs before the program in the Linux folder: undoes what the folder's launcher changed."""

import os
import pathlib

# The launcher points it at our libraries. This process has read it already; what it starts, such
# as the file manager, is to find its own.
_before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
if _before is None:
    os.environ.pop("LD_LIBRARY_PATH", None)
else:
    os.environ["LD_LIBRARY_PATH"] = _before

# Chromebooks' Linux breaks Wayland connections of Qt; its X server works.
if "SOMMELIER_VERSION" in os.environ or pathlib.Path("/dev/.cros_milestone").exists():
    os.environ.setdefault("QT_QPA_PLATFORM", "xcb")
