"""Programs of the system that a build calls."""

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from development.steps import Finished, call
from development.trouble import Trouble

# Where Debian and Ubuntu keep them.
PACKAGES = {
    "appstreamcli": "appstream",
    "debootstrap": "debootstrap",
    "desktop-file-validate": "desktop-file-utils",
    "dpkg-deb": "dpkg",
    "gcc": "gcc",
    "lintian": "lintian",
    "makensis": "nsis",
    "makeself": "makeself",
    "pdftotext": "poppler-utils",
    "strace": "strace",
    "strip": "binutils",
    "wine": "wine64",
    "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64",
}


def missing(names: Sequence[str]) -> list[str]:
    """Return those programs that this machine does not have."""
    return [name for name in names if shutil.which(name) is None]


def require(*names: str) -> None:
    """Go on only when all these programs are here.

    Raises:
        Trouble: names what to install.
    """
    lacking = missing(names)
    if lacking:
        packages = " ".join(sorted({PACKAGES[name] for name in lacking}))
        told = ", ".join(lacking)
        raise Trouble(f"This build needs {told}. On Debian or Ubuntu: apt-get install {packages}")


def done(
    command: Sequence[str | Path],
    *,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
) -> str:
    """Run a program that has to succeed and return what it printed.

    Raises:
        Trouble: when it fails; holds the end of what it printed.
    """
    finished: Finished = call(command, cwd=cwd, env=env)
    if finished.code != 0:
        end = "\n".join(finished.output.strip().splitlines()[-25:])
        raise Trouble(f"{Path(command[0]).name} failed ({finished.code}):\n{end}")
    return finished.output
