"""Kills the writer at random moments and looks what is left."""

import random
import select
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

from ladder_desktop.store.writer import Changes, Writer
from tests.torture.answers import check_between, numbers_in, start_file

ROOT = Path(__file__).parents[2]
SAVES_BEFORE = 40  # at most, before a kill
ROUNDS_A_FILE = 10  # a file lives through so many kills


class Told(NamedTuple):
    """What a killed writer had told: the highest numbers submitted and saved."""

    submitted: int
    saved: int


class KillFigures(NamedTuple):
    """What a run of kills came to.

    Attributes:
        rounds: kills.
        hot: of these, those that left a save half done, which had to be undone.
        changes: changes that were told to be saved and were found.
    """

    rounds: int
    hot: int
    changes: int


def run_kills(rounds: int, folder: Path, seed: int = 1) -> KillFigures:
    """Kill a writer so many times; each time the file has to hold what was told to be saved."""
    chance = random.Random(seed)
    hot = changes = held = 0
    path = folder / "killed.ladder"
    for done in range(rounds):
        if done % ROUNDS_A_FILE == 0:
            path = folder / f"killed-{done}.ladder"
            start_file(path)
            held = 0
        told = _killed(path, held + 1, chance)
        journal = path.with_name(path.name + "-journal")
        hot += journal.exists() and journal.stat().st_size > 0
        check_between(path, told.saved, told.submitted)
        _check_copy(path, folder, told)
        _check_soundness(path, told)
        changes += max(0, told.saved - held)
        held = max(numbers_in(path).values())
    return KillFigures(rounds, hot, changes)


def _check_copy(path: Path, folder: Path, told: Told) -> None:
    """Look into a copy of the file alone, as people take it; between saves it is whole."""
    journal = path.with_name(path.name + "-journal")
    if not journal.exists() or journal.stat().st_size == 0:
        check_between(shutil.copyfile(path, folder / "copy.ladder"), told.saved, told.submitted)


def _killed(path: Path, first: int, chance: random.Random) -> Told:
    """Start a writer, kill it after some saves, and return what it had told."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.torture.child", path, str(first)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        bufsize=0,
    )
    assert child.stdout is not None
    assert child.stderr is not None
    told = b""
    aim = chance.randint(0, SAVES_BEFORE)
    while told.count(b"saved") < aim:
        ready, _, _ = select.select([child.stdout], [], [], 60)
        part = child.stdout.read(65536) if ready else b""
        assert part, child.stderr.read().decode()
        told += part
    # somewhere inside the next commit or two, each of which takes about a millisecond
    time.sleep(chance.random() * 0.004)
    child.send_signal(signal.SIGKILL)
    rest, _ = child.communicate()
    return _told(told + rest, first - 1)


def _told(output: bytes, before: int) -> Told:
    """Return the highest numbers; a last line that is cut short was not told."""
    words = [line.split() for line in output.decode().split("\n")[:-1]]
    submitted = max((int(n) for what, n in words if what == "submitted"), default=before)
    saved = max((int(n) for what, n in words if what == "saved"), default=0)
    return Told(submitted, saved)


def _check_soundness(path: Path, told: Told) -> None:
    """Let a writer undo what was half done, and have SQLite check every page and index."""
    troubles: list[Exception] = []
    writer = Writer(path, lambda _: None, troubles.append, path.parent / "data")
    writer.submit(Changes({}))
    assert writer.close(30), troubles
    check_between(path, told.saved, told.submitted)
    with sqlite3.connect(path) as conn:
        assert conn.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    conn.close()
    assert not path.with_name(path.name + "-journal").exists()
