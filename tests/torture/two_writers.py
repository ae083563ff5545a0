"""Two programs write into one file as fast as they can, and are killed now and then."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

from ladder_desktop.errors import LadderError
from ladder_desktop.store.faults import ReplacedError
from ladder_desktop.store.file import Stored, read
from ladder_desktop.store.writer import Changes, Writer
from tests.torture.answers import start_file
from tests.torture.child import say
from tests.torture.kills import ROOT

BOTH = ("one", "other")  # each counts for itself, and writes down both counts in one answer
SHARED = "q0"
A_WHILE = 0.6  # seconds between two kills
PATIENCE = 20.0  # seconds that a program may take to begin


class TwoFigures(NamedTuple):
    """What two writers came to.

    Attributes:
        kills: of either of them.
        saved: changes that were told to be saved, and were found.
        refused: times that a program found the other one's work in place and took it up.
    """

    kills: int
    saved: int
    refused: int


def run_two_writers(seconds: float, folder: Path, seed: int = 1) -> TwoFigures:
    """Let two programs write for so long; what either told to be saved is never gone again."""
    path = folder / "shared.ladder"
    start_file(path)
    chance = random.Random(seed)
    told = {name: folder / f"{name}.told" for name in BOTH}
    running = {name: _start(path, name, told[name]) for name in BOTH}
    kills, end = 0, time.monotonic() + seconds
    try:
        while time.monotonic() < end:
            name = chance.choice(BOTH)
            _wait_for_a_word(told[name])
            time.sleep(chance.random() * 2 * A_WHILE)
            _kill(running[name])
            kills += 1
            _check(path, name, told[name])
            running[name] = _start(path, name, told[name])
        for name, process in running.items():
            _kill(process)
            _check(path, name, told[name])
    finally:
        for process in running.values():
            process.kill()
    words = [word for file in told.values() for word in file.read_text().split("\n")]
    refused = sum(word.startswith("refused") for word in words)
    return TwoFigures(kills, sum(word.startswith("saved") for word in words), refused)


def _start(path: Path, name: str, told: Path) -> subprocess.Popen[bytes]:
    with told.open("ab") as output:
        return subprocess.Popen(
            [sys.executable, "-m", "tests.torture.two_writers", path, name],
            stdout=output,
            cwd=ROOT,
        )


def _wait_for_a_word(told: Path) -> None:
    """Wait until a program has begun to write: a busy machine takes its time to start it."""
    size, end = told.stat().st_size, time.monotonic() + PATIENCE
    while told.stat().st_size == size and time.monotonic() < end:
        time.sleep(0.01)


def _kill(process: subprocess.Popen[bytes]) -> None:
    assert process.poll() is None, "a program gave up"
    process.send_signal(signal.SIGKILL)
    process.wait()


def _check(path: Path, name: str, told: Path) -> None:
    """Assert that the count of a program is what it told to be saved last, or what came next."""
    words = [line.split() for line in told.read_text().split("\n")[:-1]]
    saved = max((int(number) for what, number in words if what == "saved"), default=0)
    begun = max((int(number) for what, number in words if what == "submitted"), default=0)
    held = _counts(_stored(path))[name]
    assert saved <= held <= begun, f"{name} holds {held}; {saved} was saved, {begun} begun"


def _counts(stored: Stored) -> dict[str, int]:
    numbers = stored.workbook.answers[SHARED].split() or ["0", "0"]
    return dict(zip(BOTH, map(int, numbers), strict=True))


def _stored(path: Path) -> Stored:
    """Read the file; while the other program saves, wait for it as a person would."""
    for _ in range(100):
        try:
            return read(path)
        except LadderError as error:
            trouble = error
    raise trouble


def main() -> None:
    """Count ever higher; take up the other program's count whenever it got in between."""
    path, name = Path(sys.argv[1]), sys.argv[2]
    while True:
        _write(path, name)


def _write(path: Path, name: str) -> None:
    """Write until the other program got in between."""
    stored = _stored(path)
    counts = _counts(stored)
    troubles: list[LadderError] = []
    data = path.parent / "data"
    writer = Writer(path, lambda _: None, troubles.append, data, last_commit=stored.last_commit)
    chance = random.Random(time.monotonic_ns())
    while not any(isinstance(trouble, ReplacedError) for trouble in troubles):
        counts[name] += 1
        say("submitted", counts[name])
        writer.submit(Changes({SHARED: f"{counts[BOTH[0]]} {counts[BOTH[1]]}"}))
        while not writer.flush(0.05):
            if any(isinstance(trouble, ReplacedError) for trouble in troubles):
                say("refused", counts[name])
                break
        else:
            say("saved", counts[name])
        if chance.random() < 0.1:
            break
        time.sleep(chance.random() * 0.01)
    if troubles or not writer.close(5):
        writer.abandon()


if __name__ == "__main__":
    main()
