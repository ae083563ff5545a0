"""Steps that are told while they happen, with the time that each took."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

WIDTH = 72


def say(text: str) -> None:
    """Print a line at once, so that it stands before what other programs print."""
    print(text, flush=True)


def glimpse(text: str) -> None:
    """Show what is being done on a terminal, until the next line takes its place."""
    if sys.stdout.isatty():
        print("\r" + text[:WIDTH].ljust(WIDTH) + "\r", end="", flush=True)


@contextmanager
def step(name: str) -> Iterator[None]:
    """Tell that a step is done, and how long it took."""
    glimpse(f"{name} ...")
    start = time.monotonic()
    yield
    glimpse("")
    say(f"{name}: done in {time.monotonic() - start:.1f} s")


@dataclass(frozen=True)
class Finished:
    """What a program left behind.

    Attributes:
        code: its exit code.
        output: everything that it printed.
    """

    code: int
    output: str


def call(
    command: Sequence[str | Path],
    *,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    log: Path | None = None,
) -> Finished:
    """Run a program to its end, showing its newest line on a terminal; keep all of it in `log`."""
    lines = []
    process = subprocess.Popen(
        [str(part) for part in command],
        cwd=cwd,
        env=None if env is None else dict(env),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    with process, _ended_early(process):
        for line in process.stdout or ():
            lines.append(line)
            glimpse(line.strip())
    glimpse("")
    output = "".join(lines)
    if log is not None:
        with log.open("a", encoding="utf-8") as file:
            file.write(f"$ {' '.join(str(part) for part in command)}\n{output}\n")
    return Finished(process.returncode, output)


def become(command: Sequence[str | Path]) -> NoReturn:
    """Let a program take the place of this one, as far as the system knows how to."""
    if sys.platform == "win32":
        # Windows' own execv returns to the terminal at once and leaves the program behind
        sys.exit(hand_over(command, cwd=None, env=os.environ))
    sys.stdout.flush()
    os.execv(command[0], [str(part) for part in command])  # noqa: S606 - no shell is wanted


def hand_over(command: Sequence[str | Path], *, cwd: Path | None, env: Mapping[str, str]) -> int:
    """Run a program on this very terminal and return its exit code.

    Ctrl+C reaches the program by itself; this side waits until it has tidied up.
    """
    process = subprocess.Popen([str(part) for part in command], cwd=cwd, env=dict(env))
    with process, _ended_early(process):
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:
                continue


@contextmanager
def _ended_early(process: subprocess.Popen[Any]) -> Iterator[None]:
    """End a program, too, when this one is asked to end while it waits for it."""
    try:
        yield
    except (KeyboardInterrupt, SystemExit):
        # what runs as root (sudo apt-get) is not ours to end: it is only waited for
        with suppress(PermissionError):
            process.terminate()
        process.wait()
        raise
