"""Which files belong into the Linux folder, beyond what is kept of the libraries on any system."""

import re
from collections.abc import Collection

from building.keeping import is_kept

# Small libraries of the X Window System that a usual desktop lacks: carried along, so that the
# package installs without the internet. PyInstaller puts the system's libraries at the top.
CARRIED = re.compile(
    r"lib(xcb-(cursor|shape|icccm|image|keysyms|render-util|util|xkb)|xkbcommon|xkbcommon-x11)\.so"
)
# Parts of Python itself that lie at the top or in lib-dynload.
PYTHON = re.compile(r"lib(python3\.\d+|sqlite3|ffi|mpdec|bz2|lzma|uuid)\.so")
# Needs a newer glibc on the machine that builds than the oldest system has, or opens connections.
NEVER = re.compile(r"(^|/)(libexpat|libssl|libcrypto|lib(Qt6)?Network)[.-]|_ssl\.|_hashlib\.")
TOP_LIBRARY = re.compile(r"lib[^/]*\.so[^/]*")


def belongs(place: str, fonts: Collection[str]) -> bool:
    """Tell whether a collected file belongs into the folder; `place` is its path in it."""
    if NEVER.search(place):
        return False
    if TOP_LIBRARY.fullmatch(place):
        return bool(CARRIED.match(place) or PYTHON.match(place) or _is_of_a_library(place))
    return is_kept(place, fonts)


def _is_of_a_library(place: str) -> bool:
    """Tell whether a library at the top is one that PySide6 brings itself."""
    return bool(re.match(r"lib(pyside6|shiboken6|icu|Qt6(Core|Gui|Widgets))", place))
