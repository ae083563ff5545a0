"""What can be said about macOS without a Mac: the pinned libraries are there for its oldest."""

import re
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from development.steps import call, say
from development.trouble import Trouble

from building import icons, stage
from building.job import APP, Job
from building.libraries import MAC_13

SYSTEMS = {"Apple": MAC_13["arm64"], "Intel": MAC_13["x86_64"]}
PYTHON = "3.12"  # for later ones, some libraries ask for a newer macOS
PIN = re.compile(r"^([a-z0-9-]+==[^\s;]+)(?:\s*;\s*([^\\]+?))?\s*\\?$", re.MULTILINE)
MAGIC = b"icns"


def run(job: Job, environment: Mapping[str, str]) -> None:
    """Look every pinned library up for macOS 13, and draw the icon."""
    del environment
    pins = darwin_pins(job.house.build_lock.read_text(encoding="utf-8"))
    for name, tags in SYSTEMS.items():
        with tempfile.TemporaryDirectory() as folder:
            _look_up(name, pins, tags, Path(folder))
        say(f"  {name} Macs: all {len(pins)} pinned libraries are there for macOS 13")
    source = stage.stage(job)
    icon = job.work / f"{APP}.icns"
    icons.write_icns(job, source, icon)
    if not icon.read_bytes().startswith(MAGIC):
        raise Trouble("The icon for macOS is not one.")
    say(f"  icon: {icon.stat().st_size // 1000} kB")


def darwin_pins(lock: str) -> list[str]:
    """Return the pins of a lock that count on a Mac."""
    # pip's own copy of the library that understands markers; ours would be hidden by this folder
    from pip._vendor.packaging.markers import Marker  # noqa: PLC0415

    mac = {"sys_platform": "darwin", "python_full_version": f"{PYTHON}.9", "python_version": PYTHON}
    return [
        match[1] for match in PIN.finditer(lock) if not match[2] or Marker(match[2]).evaluate(mac)
    ]


def _look_up(name: str, pins: list[str], tags: list[str], folder: Path) -> None:
    """Have pip find every library for a Mac, without installing any."""
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--dry-run"]
    platforms = [word for tag in tags for word in ("--platform", tag)]
    options = ["--no-deps", "--only-binary", ":all:", "--python-version", PYTHON]
    finished = call([*pip, *options, *platforms, "--target", str(folder), *pins])
    if finished.code != 0:
        told = [line for line in finished.output.splitlines() if line.startswith("ERROR: No")]
        raise Trouble(f"For {name} Macs with macOS 13: {' '.join(told) or finished.output[-500:]}")
