"""Steps that are told while they happen, with the time that each took."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

WIDTH = 72
PATIENCE = 15  # seconds that a program may take to tidy up


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
    to_the_end: bool = False,
) -> Finished:
    """Run a program, showing its newest line on a terminal.

    Args:
        command: the program and its arguments.
        cwd: where it runs.
        env: its environment; this one's by default.
        log: a file that everything it prints is added to.
        to_the_end: let it come to its end even when this program is interrupted.
    """
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
        close_fds=False,  # a lock that this program holds lasts as long as what it started
        process_group=None if sys.platform == "win32" else 0,
    )
    with process:
        try:
            for line in process.stdout or ():
                lines.append(line)
                glimpse(line.strip())
        except (KeyboardInterrupt, SystemExit):
            if not to_the_end:
                _terminate(process)
            if process.stdout is not None:
                process.stdout.read()  # until the last of what it started has ended
            raise
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

    Ctrl+C reaches the program by itself; this side waits until it has tidied up. Asked to end in
    another way, this side passes that on as if it were Ctrl+C.
    """
    process = subprocess.Popen([str(part) for part in command], cwd=cwd, env=dict(env))
    with process:
        try:
            return _patiently(process)
        except SystemExit:
            process.send_signal(signal.SIGTERM if sys.platform == "win32" else signal.SIGINT)
            try:
                process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
            raise


def _patiently(process: subprocess.Popen[bytes]) -> int:
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            continue


def _terminate(process: subprocess.Popen[str]) -> None:
    with suppress(ProcessLookupError):
        if sys.platform == "win32":
            process.terminate()
        else:
            os.killpg(process.pid, signal.SIGTERM)
