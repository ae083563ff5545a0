"""`dev.py check-installers`: installs what was built on clean systems and lets it prove itself.

Needs root, a machine with Debian's tools, and some minutes. What a trial finds is told line by
line; the first thing that is not as promised ends it.
"""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from development.commands import Command, attempt
from development.house import House, this_house
from development.rooms import rooms
from development.steps import say
from development.trouble import Trouble

from building import (
    trial_debian,
    trial_files,
    trial_macos,
    trial_run,
    trial_sockets,
    trial_wheel,
    trial_windows,
)
from building.job import Job, job_of

Trial = Callable[[Job, Mapping[str, str]], None]


def run(house: House, arguments: Sequence[str]) -> int:
    """Do the trials that are named, or all."""
    unknown = [name for name in arguments if name not in TRIALS]
    if unknown:
        raise Trouble(f"There is no trial {unknown[0]!r}; there are: {', '.join(TRIALS)}.")
    if os.geteuid() != 0:
        raise Trouble("These trials make clean systems, which only root may do.")
    job = job_of(house)
    job.work.mkdir(parents=True, exist_ok=True)
    with rooms(1) as (room,):
        for name in arguments or TRIALS:
            say(f"== {name}")
            TRIALS[name](job, room.environment())
    say("Every trial went well.")
    return 0


TRIALS: Mapping[str, Trial] = {
    "files": trial_files.run,
    "wheel": trial_wheel.run,
    "debian-12": trial_debian.on("bookworm"),
    "debian-13": trial_debian.on("trixie"),
    "run": trial_run.run,
    "sockets": trial_sockets.run,
    "windows": trial_windows.run,
    "macos": trial_macos.run,
}


if __name__ == "__main__":
    house: House = this_house()
    sys.exit(attempt(Command("tries installers", run), house, [str(Path(a)) for a in sys.argv[1:]]))
