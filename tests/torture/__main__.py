"""The long tortures: ``python -m tests.torture [--rounds N]`` and a table of what they came to."""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.torture.damage import run_damages
from tests.torture.kills import run_kills
from tests.torture.power import run_power_cuts
from tests.torture.starving import run_faults, run_faults_elsewhere
from tests.torture.sticks import can_mount, run_stick_faults
from tests.torture.tracing import can_trace
from tests.torture.two_writers import run_two_writers
from tests.torture.window_kills import missing_tools, run_window_kills

ROUNDS = 200
PARTS = ("kills", "window", "power", "starving", "sticks", "damage", "two")


def tortures(rounds: int, seed: int) -> dict[str, Callable[[Path], object]]:
    """Return the tortures by name, as long as they take for so many kills."""
    return {
        "kills": lambda folder: run_kills(rounds, folder, seed),
        "window": lambda folder: run_window_kills(rounds, folder, seed),
        "power": lambda folder: run_power_cuts(rounds // 4, 10, folder, seed),
        "starving": lambda folder: (
            run_faults(1 if rounds >= ROUNDS else 3, folder / "writing"),
            run_faults_elsewhere(folder / "elsewhere"),
        ),
        "sticks": lambda folder: run_stick_faults(max(1, rounds // 40), folder, seed),
        "damage": lambda folder: run_damages(rounds * 10, folder, seed),
        "two": lambda folder: run_two_writers(rounds * 0.3, folder, seed),
    }


def main() -> int:
    """Run the tortures one after the other; the first thing lost ends them with a trace."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="kills; all else goes by it")
    parser.add_argument("--seed", type=int, default=int(time.time()), help="to repeat a run")
    parser.add_argument("--only", choices=PARTS, help="one torture alone")
    arguments = parser.parse_args()
    _say(f"seed {arguments.seed}")
    for name, torture in tortures(arguments.rounds, arguments.seed).items():
        if arguments.only in (None, name):
            _run(name, torture)
    _say("Nothing was lost.")
    return 0


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _run(name: str, torture: Callable[[Path], object]) -> None:
    if name == "power" and not can_trace():
        sys.exit("power: strace is not here or not allowed to work; install it")
    if name in ("window", "sticks") and missing_tools():
        sys.exit(f"{name}: {', '.join(missing_tools())} is not here; install it")
    start = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="ladder-torture-") as folder:
        if name == "sticks" and not can_mount(Path(folder)):
            _say("sticks     left out: nothing can be mounted here; “starving” fails each call")
            return
        figures = torture(Path(folder))
    _say(f"{name:9} {time.monotonic() - start:6.1f} s  {figures}")


if __name__ == "__main__":
    sys.exit(main())
