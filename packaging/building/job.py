"""One build: what is built, where, and as of when."""

import os
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path

from development.house import House
from development.steps import call
from development.trouble import Trouble

VERSION = re.compile(r'^__version__ = "([^"]+)"$', re.MULTILINE)
APP = "ladder-desktop"


@dataclass(frozen=True)
class Job:
    """What all steps of a build share.

    Attributes:
        house: the checkout.
        work: a folder for what is only needed while building.
        dist: where finished files go.
        version: the program's version, such as ``0.1.0``.
        epoch: the time that everything built is given, in seconds since 1970.
    """

    house: House
    work: Path
    dist: Path
    version: str
    epoch: int

    @property
    def packaging(self) -> Path:
        """Return the folder `packaging`."""
        return self.house.root / "packaging"

    def environment(self) -> dict[str, str]:
        """Return an environment in which the same input gives the same bytes."""
        settled = {
            "SOURCE_DATE_EPOCH": str(self.epoch),
            "PYTHONHASHSEED": "0",
            "PYTHONDONTWRITEBYTECODE": "1",
            "LC_ALL": "C.UTF-8",
            "TZ": "UTC",
        }
        return {**os.environ, **settled}


def job_of(house: House, dist: Path | None = None, work: Path | None = None) -> Job:
    """Return the build of a checkout as it stands.

    Raises:
        Trouble: when its version or its time can't be told.
    """
    source = (house.root / "ladder_desktop" / "__init__.py").read_text(encoding="utf-8")
    found = VERSION.search(source)
    if found is None:
        raise Trouble("ladder_desktop/__init__.py names no version.")
    usual = Path(tempfile.gettempdir(), f"{APP}-build")
    return Job(house, work or usual, dist or house.root / "dist", found[1], _epoch(house))


def _epoch(house: House) -> int:
    """Return the time of the last commit, or what SOURCE_DATE_EPOCH says instead."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isdigit():
        return int(given)
    command = ["git", "-c", "safe.directory=*", "log", "-1", "--format=%ct"]
    finished = call(command, cwd=house.root)
    if finished.code != 0:
        raise Trouble("A build takes its date from git, or from SOURCE_DATE_EPOCH; set that.")
    return int(finished.output)
