"""Kills the whole program while somebody types, and looks what is left.

Keys come from outside (XTest), and “Saved” is read from outside (AT-SPI).
"""

import contextlib
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from ladder_desktop.store.file import read
from ladder_desktop.store.making import create
from ladder_desktop.workbook.workbook import new_workbook
from tests.torture.answers import template
from tests.torture.screen_reader import Node, ScreenReader, clean_environment, launcher

REPOSITORY = Path(__file__).parents[2]
PATIENCE = 30.0  # seconds for the program to start
ROUNDS_A_FILE = 10  # a file lives through so many kills
NEAR = 0.05  # seconds around a commit that count as in its midst
IN_A_COMMIT = 0.6  # of the kills; the others come anywhere between two commits
KEY_MS = 12  # between two keys: one who types fast
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789 "
BLOCK = "q0"
LANES = 2  # programs that are killed beside each other
BURSTS = 12  # of keys in a round, with a pause for thought after each
TOOLS = ("Xvfb", "xdotool", "dbus-daemon")
# without repeated keys, and without a new start when the killed program was the last one on it
DISPLAY = ("Xvfb", "-r", "-noreset", "-screen", "0", "1200x900x24")


class WindowKillFigures(NamedTuple):
    """What a run of kills came to.

    Attributes:
        rounds: kills.
        near: of these, those within 50 ms of a write to the file or its journal.
        hot: of these, those that left a save half done.
        told: characters for which “Saved” was shown; all of them were found.
        beyond: characters that were found besides, typed and not yet told.
    """

    rounds: int
    near: int
    hot: int
    told: int
    beyond: int


class Round(NamedTuple):
    """What one kill left: how much was told to be saved, what was typed, when it happened."""

    told: int
    typed: str
    is_near: bool


def missing_tools() -> list[str]:
    """Return what this needs and is not installed."""
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    return missing if launcher() else [*missing, "at-spi-bus-launcher"]


def run_window_kills(rounds: int, folder: Path, seed: int = 1) -> WindowKillFigures:
    """Kill the program so many times; each time the file has to hold what “Saved” was shown for.

    Most of a round is waiting, so rounds run beside each other, on a display of their own each.
    """
    shares = [rounds // LANES + (lane < rounds % LANES) for lane in range(LANES)]
    folders = [folder / f"lane-{lane}" for lane in range(LANES)]
    seeds = [seed * LANES + lane for lane in range(LANES)]
    with ThreadPoolExecutor(LANES) as lanes:
        figures = list(lanes.map(_run_lane, shares, folders, seeds))
    return WindowKillFigures(*(sum(column) for column in zip(*figures, strict=True)))


def _run_lane(rounds: int, folder: Path, seed: int) -> WindowKillFigures:
    chance = random.Random(seed)
    folder.mkdir()
    near = hot = told = beyond = 0
    path, former = folder / "none", ""
    with screen() as display, reader_on(display, folder) as reader:
        for done in range(rounds):
            if done % ROUNDS_A_FILE == 0:
                path, former = folder / f"typed-{done}.ladder", ""
                create(path, new_workbook(template()))
            left = _killed(path, former, reader, chance)
            hot += _journal(path).exists() and _journal(path).stat().st_size > 0
            _check_soundness(path)
            held = str(read(path).workbook.answers[BLOCK])
            own = held.removeprefix(former)
            assert held.startswith(former), "an earlier round's text is gone"
            assert left.typed.startswith(own), (
                f"holds {own!r}, but {left.typed[: len(own) + 9]!r} was typed"
            )
            assert len(own) >= left.told, f"told {left.told} to be saved, holds {len(own)}"
            near += left.is_near
            told += left.told
            beyond += len(own) - left.told
            former = held
    return WindowKillFigures(rounds, near, hot, told, beyond)


def _killed(path: Path, former: str, reader: ScreenReader, chance: random.Random) -> Round:
    """Open the program, type, and kill it after some saves; tell what “Saved” was shown for."""
    program = subprocess.Popen(
        [sys.executable, "-m", "ladder_desktop", str(path)],
        env=reader.environment,
        cwd=REPOSITORY,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        status, box = found(reader, program)
        bursts = ["".join(chance.choices(LETTERS, k=chance.randint(4, 25))) for _ in range(BURSTS)]
        focus(reader, box, len(former))
        typing = subprocess.Popen(["xdotool", *_keys(bursts, chance)], env=reader.environment)
        told = _watched(path, reader, status, box, chance)
        program.send_signal(signal.SIGKILL)
        killed = time.time()
        typing.kill()
        typing.wait()
        # a key that is still down would be missing in the next round
        up = ["xdotool", "keyup", "--delay", "0", *LETTERS.strip(), "space"]
        subprocess.run(up, env=reader.environment, check=True, timeout=PATIENCE)
    finally:
        program.kill()
        program.wait()
    return Round(max(0, told - len(former)), "".join(bursts), _is_near(path, killed))


def found(reader: ScreenReader, started: subprocess.Popen[bytes]) -> tuple[Node, Node]:
    """Return the line that tells of saving and the first box, once the window shows them."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        assert started.poll() is None, "the program ended by itself"
        status = box = None
        for program in reader.programs():
            for node in reader.all_in(program):
                role = reader.role(node)
                if role == "label" and reader.name(node).startswith("Saved"):
                    status = node
                if role == "text" and box is None:
                    box = node
                if status and box:
                    return status, box
        time.sleep(0.02)
    message = "the window did not show its status and a box"
    raise TimeoutError(message)


def _keys(bursts: list[str], chance: random.Random) -> Iterator[str]:
    """Yield the arguments that have xdotool type in bursts, as people do."""
    for burst in bursts:
        yield from ("type", "--delay", str(KEY_MS), "--args", "1", burst)
        yield from ("sleep", f"{chance.uniform(0.1, 0.45):.2f}")


def focus(reader: ScreenReader, box: Node, end: int) -> None:
    """Give the window the keys, which no window manager does here, and go to the text's end."""
    search = ["search", "--onlyvisible", "--name", "Ladder Desktop", "windowfocus"]
    subprocess.run(["xdotool", *search], env=reader.environment, check=True, timeout=PATIENCE)
    until = time.monotonic() + PATIENCE
    while not (reader.is_focused(box) and reader.caret(box) == end):
        assert time.monotonic() < until, "the box did not get the keys"
        subprocess.run(["xdotool", "key", "ctrl+End"], env=reader.environment, check=True)
        time.sleep(0.02)


def _watched(
    path: Path, reader: ScreenReader, status: Node, box: Node, chance: random.Random
) -> int:
    """Watch until the moment to kill; return the length of the text that “Saved” stood beside.

    The text is read before the status: “Saved” is told for at least that much.
    """
    aim, commits, told = chance.choice((1, 2)), 0, 0
    written = path.stat().st_mtime_ns
    end = time.monotonic() + PATIENCE
    while commits < aim and time.monotonic() < end:
        length = len(reader.text(box))
        if reader.name(status).startswith("Saved"):
            told = max(told, length)
        now = path.stat().st_mtime_ns
        commits += now != written
        written = now
    if chance.random() < IN_A_COMMIT:
        # asking what is shown would take longer than what is to be hit
        while path.stat().st_mtime_ns == written and time.monotonic() < end:
            time.sleep(0.0005)
        time.sleep(chance.random() * NEAR / 2)
        return told
    time.sleep(chance.random() * 0.4)
    length = len(reader.text(box))
    return max(told, length) if reader.name(status).startswith("Saved") else told


def _is_near(path: Path, moment: float) -> bool:
    """Tell whether the file or its journal was written close to a moment."""
    found = [one for one in (path, _journal(path)) if one.exists()]
    return any(abs(one.stat().st_mtime - moment) < NEAR for one in found)


def _check_soundness(path: Path) -> None:
    """Have SQLite undo what was half done, in a copy, and check every page and index."""
    with tempfile.TemporaryDirectory() as name:
        copy = Path(shutil.copyfile(path, Path(name, path.name)))
        if _journal(path).exists():
            shutil.copyfile(_journal(path), _journal(copy))
        with contextlib.closing(sqlite3.connect(copy)) as conn:
            assert conn.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def _journal(path: Path) -> Path:
    return path.with_name(f"{path.name}-journal")


@contextlib.contextmanager
def screen() -> Iterator[str]:
    """Start a display of its own; yield its name."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        [*DISPLAY, "-displayfd", str(writing)],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


@contextlib.contextmanager
def reader_on(display: str, folder: Path) -> Iterator[ScreenReader]:
    """Read what is on a display, for programs that keep their own files in a folder."""
    reader = ScreenReader(clean_environment(display, folder))
    try:
        yield reader
    finally:
        reader.close()
