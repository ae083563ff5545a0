"""The parts of the operating system that the program and its tests stand on (Linux)."""

import ctypes
import importlib
import os
import shutil
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from development.steps import Finished, call, say, step
from development.trouble import Trouble

FONT_FOLDERS = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path(os.environ.get("HOME", "/"), ".fonts"),
    Path(os.environ.get("HOME", "/"), ".local/share/fonts"),
)
UNFINISHED = "dpkg --configure -a"  # what apt advises after an interrupted installation
FONT_SUFFIXES = {".ttf", ".otf", ".ttc", ".pfb"}


@dataclass(frozen=True)
class Need:
    """One thing to find on this machine.

    Attributes:
        package: the Debian package that brings it.
        library: the shared library to look for, if it is one.
        program: the program to look for, if it is one.
        module: the module of this Python to look for, if it is one.
        file: the file to look for, if it is none of these.
        vital: whether no window opens without it.
    """

    package: str
    library: str = ""
    program: str = ""
    module: str = ""
    file: str = ""
    vital: bool = False

    def is_met(self) -> bool:
        """Look whether it is here."""
        if self.library:
            return loads(self.library)
        if self.program:
            return shutil.which(self.program) is not None
        if self.module:
            importlib.invalidate_caches()
            return find_spec(self.module) is not None
        return Path(self.file).exists()

    def name(self) -> str:
        """Return what to look for on a system without Debian's packages."""
        return self.library or self.program or self.module or self.file


# What Qt's libraries and plugins are linked with and do not bring along (`readelf -d`, NEEDED);
# tests/packaging/test_system.py holds this list against the installed wheel.
WINDOW = (
    Need("libstdc++6", library="libstdc++.so.6", vital=True),
    Need("zlib1g", library="libz.so.1", vital=True),
    Need("libzstd1", library="libzstd.so.1", vital=True),
    Need("libglib2.0-0", library="libglib-2.0.so.0", vital=True),
    Need("libglib2.0-0", library="libgthread-2.0.so.0", vital=True),
    Need("libdbus-1-3", library="libdbus-1.so.3", vital=True),
    Need("libegl1", library="libEGL.so.1", vital=True),
    Need("libgl1", library="libGL.so.1", vital=True),
    Need("libfontconfig1", library="libfontconfig.so.1", vital=True),
    Need("libfreetype6", library="libfreetype.so.6", vital=True),
    Need("libx11-6", library="libX11.so.6", vital=True),
    Need("libx11-xcb1", library="libX11-xcb.so.1", vital=True),
    Need("libxkbcommon0", library="libxkbcommon.so.0", vital=True),
    Need("libxkbcommon-x11-0", library="libxkbcommon-x11.so.0", vital=True),
    Need("libxcb1", library="libxcb.so.1", vital=True),
    Need("libxcb-cursor0", library="libxcb-cursor.so.0", vital=True),
    Need("libxcb-glx0", library="libxcb-glx.so.0", vital=True),
    Need("libxcb-icccm4", library="libxcb-icccm.so.4", vital=True),
    Need("libxcb-image0", library="libxcb-image.so.0", vital=True),
    Need("libxcb-keysyms1", library="libxcb-keysyms.so.1", vital=True),
    Need("libxcb-randr0", library="libxcb-randr.so.0", vital=True),
    Need("libxcb-render-util0", library="libxcb-render-util.so.0", vital=True),
    Need("libxcb-render0", library="libxcb-render.so.0", vital=True),
    Need("libxcb-shape0", library="libxcb-shape.so.0", vital=True),
    Need("libxcb-shm0", library="libxcb-shm.so.0", vital=True),
    Need("libxcb-sync1", library="libxcb-sync.so.1", vital=True),
    Need("libxcb-util1", library="libxcb-util.so.1", vital=True),
    Need("libxcb-xfixes0", library="libxcb-xfixes.so.0", vital=True),
    Need("libxcb-xkb1", library="libxcb-xkb.so.1", vital=True),
    # without these: no Wayland, no printers, but a window all the same
    Need("libwayland-client0", library="libwayland-client.so.0"),
    Need("libwayland-cursor0", library="libwayland-cursor.so.0"),
    Need("libwayland-egl1", library="libwayland-egl.so.1"),
    Need("libcups2", library="libcups.so.2"),
)
# Emoji on paper need a font with outlines; other systems bring one, or have other names for it.
PAPER = (Need("fonts-symbola", file="/usr/share/fonts/truetype/ancient-scripts/Symbola_hint.ttf"),)
TESTS = (
    Need("xvfb", program="Xvfb"),
    Need("xauth", program="xauth"),
    Need("openbox", program="openbox"),  # moves the keyboard focus as a real desktop does
    Need("xdotool", program="xdotool"),  # presses keys from outside
    # and the bus on which screen readers hear what the program says
    Need("at-spi2-core", file="/usr/libexec/at-spi-bus-launcher"),
    Need("poppler-utils", program="pdftotext"),  # reads PDF files back
    Need("qpdf", program="qpdf"),  # and judges their structure
    Need("pdftk-java", program="pdftk"),  # fills in forms, as some people do
    Need("strace", program="strace"),  # records what the store writes, for power cuts
    Need("git", program="git"),  # tells which files belong to the project
    # a validator for PDF/UA runs on these
    Need("default-jre-headless", program="java"),
    Need("libjaxb-java", file="/usr/share/java/jaxb-runtime.jar"),
)
FONT = "fonts-noto-core"
# Debian takes the part of Python that furnishes virtual environments out into a package
VENV = Need(f"python3.{sys.version_info.minor}-venv", module="ensurepip", vital=True)


def loads(library: str) -> bool:
    """Tell whether the dynamic linker finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_font(folders: Iterable[Path] = FONT_FOLDERS) -> bool:
    """Tell whether at least one font is installed."""
    return any(
        path.suffix in FONT_SUFFIXES
        for folder in folders
        if folder.is_dir()
        for path in folder.rglob("*")
    )


def missing(needs: Sequence[Need]) -> list[Need]:
    """Look for each need and return those that are not met."""
    if sys.platform != "linux":
        needs = [need for need in needs if need.module]
    lacks = [need for need in needs if not need.is_met()]
    if sys.platform == "linux" and not has_font():
        lacks.append(Need(FONT, file="a font", vital=True))
    return lacks


def packages(needs: Sequence[Need]) -> list[str]:
    """Return the Debian packages of some needs, each once."""
    return list(dict.fromkeys(need.package for need in needs))


def has_apt() -> bool:
    """Tell whether packages are installed with apt here (Debian, Ubuntu and their kin)."""
    return sys.platform == "linux" and shutil.which("apt-get") is not None


def may_install() -> bool:
    """Tell whether packages can be installed without asking for a password."""
    if os.geteuid() == 0:
        return True
    return shutil.which("sudo") is not None and call(["sudo", "-n", "true"]).code == 0


def command_for(names: Sequence[str]) -> str:
    """Return what a person types to install some packages."""
    prefix = "sudo " if shutil.which("sudo") else ""
    update = "" if has_package_lists() else f"{prefix}apt-get update && "
    return f"{update}{prefix}apt-get install -y --no-install-recommends {' '.join(names)}"


def person() -> str:
    """Return who may install packages here."""
    return "" if shutil.which("sudo") else " as root"


def install(names: Sequence[str]) -> None:
    """Install Debian packages.

    Raises:
        Trouble: when apt could not.
    """
    with step(f"system packages ({len(names)})"):
        arguments = ["install", "-y", "--no-install-recommends", *names]
        finished = _apt(arguments) if has_package_lists() else None
        if finished is not None and UNFINISHED in finished.output:
            call([*_as_root(), "dpkg", "--configure", "-a"], to_the_end=True)
        if finished is None or finished.code != 0:
            _apt(["update"])
            finished = _apt(arguments)
        if finished.code != 0:
            raise Trouble(_why(finished.output, names))


def provide(needs: Sequence[Need]) -> list[Need]:
    """Install what is missing where that is possible, and return what still is.

    A person who can't be helped by apt is told what to install, and the work goes on.
    """
    lacks = missing(needs)
    if not lacks:
        return []
    names = packages(lacks)
    if not has_apt():
        looked_for = ", ".join(need.name() for need in lacks)
        say(f"Missing on this system: {looked_for}. Please install them with its package manager.")
        return lacks
    if not may_install():
        say(f"Parts of the system are missing. Please install them{person()} with:")
        say(f"  {command_for(names)}")
        return lacks
    try:
        install(names)
    except Trouble as trouble:
        say(str(trouble))
    return missing(needs)


def has_package_lists(folder: Path = Path("/var/lib/apt/lists")) -> bool:
    """Tell whether apt knows any package yet; a fresh machine's has no lists."""
    return any(folder.glob("*Packages*"))


def _apt(arguments: Sequence[str]) -> Finished:
    # another program, such as the system's own updates, may hold apt for a while
    patience = ["-o", "DPkg::Lock::Timeout=300"]
    # half an installation would have to be mended first
    return call([*_as_root(), "apt-get", *patience, *arguments], to_the_end=True)


def _as_root() -> list[str]:
    prefix = [] if os.geteuid() == 0 else ["sudo", "-n"]
    return [*prefix, "env", "DEBIAN_FRONTEND=noninteractive"]


def _why(output: str, names: Sequence[str]) -> str:
    errors = [line for line in output.splitlines() if line.startswith(("E:", "dpkg: error"))]
    told = "\n".join(f"  {line}" for line in errors[-5:])
    return f"apt could not install what is missing:\n{told}\nTry{person()}:\n  {command_for(names)}"
