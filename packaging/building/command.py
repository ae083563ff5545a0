"""`dev.py build`: builds what this machine can build, into `dist/`."""

import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from development.commands import Command, attempt
from development.house import House, this_house
from development.steps import say
from development.trouble import Trouble

from building import linux, linux_files, macos, sums, windows, workshop_stick
from building.job import Job, job_of
from building.stage import stage

Builder = Callable[[Job, Path], list[Path]]


def run(house: House, arguments: Sequence[str]) -> int:
    """Build for the systems that are named, or for all that this machine can build for."""
    job = job_of(house)
    wanted = list(arguments) or USUAL.get(sys.platform, [])
    if not wanted:
        raise Trouble("Installers are built on Linux, and those for macOS on a Mac.")
    unknown = [name for name in wanted if name not in BUILDERS]
    if unknown:
        raise Trouble(f"What is {unknown[0]!r}? There is: build [{'|'.join(BUILDERS)}]")
    job.dist.mkdir(parents=True, exist_ok=True)
    job.work.mkdir(parents=True, exist_ok=True)
    source = stage(job)
    for name in wanted:
        for made in BUILDERS[name](job, source):
            say(f"{job.house.shown(made)}")
    shutil.copyfile(job.packaging / "CHANGELOG.md", job.dist / "CHANGELOG.md")
    linux_files.put_screenshots(job)
    sums.write(job.dist)
    return 0


BUILDERS: Mapping[str, Builder] = {
    "linux": linux.build,
    "windows": windows.build,
    "macos": macos.build,
    "stick": workshop_stick.build,
}
# What a machine builds when nothing is named; Windows cannot build for anything.
USUAL: Mapping[str, list[str]] = {
    "linux": ["linux", "windows", "stick"],
    "darwin": ["macos"],
}


if __name__ == "__main__":
    sys.exit(attempt(Command("builds installers", run), this_house(), sys.argv[1:]))
