"""The commands of `dev.py`."""

import errno
import os
import shlex
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from development import catalogues, dictionaries, display, environment, lock, system
from development.house import House, Level, this_house
from development.rooms import rooms
from development.steps import become, call, hand_over, say, step
from development.trouble import Trouble

INTERRUPTED = 130  # what a shell reports after Ctrl+C
WORKERS = 2
# options that say themselves how tests are spread, or that need the terminal for one process
OWN_SPREADING = (
    "-n",
    "--numprocesses",
    "--dist",
    "--tx",
    "--pdb",
    "--trace",
    "-s",
    "--capture=no",
    "no:xdist",
)


@dataclass(frozen=True)
class Command:
    """One word after `dev.py`.

    Attributes:
        does: what it does, for the list of commands.
        work: does it, with the words that follow, and returns the exit code.
    """

    does: str
    work: Callable[[House, Sequence[str]], int]


def main(arguments: Sequence[str]) -> int:
    """Run the command that the arguments name and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        # a path with letters that this terminal does not know is no reason to stop
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    if not arguments or arguments[0] in {"-h", "--help", "help"}:
        say(overview())
        return 0
    command = COMMANDS.get(arguments[0])
    if command is None:
        print(f"There is no command {arguments[0]!r}.\n{overview()}", file=sys.stderr)
        return 2
    signal.signal(signal.SIGTERM, _stop)
    return attempt(command, this_house(), arguments[1:])


def attempt(command: Command, house: House, arguments: Sequence[str]) -> int:
    """Do a command's work; tell in a sentence what kept it from being done."""
    try:
        return command.work(house, arguments)
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
    except KeyboardInterrupt:
        print("\nStopped. The same command goes on from here.", file=sys.stderr)
        return INTERRUPTED
    except OSError as error:
        print(_explained(error), file=sys.stderr)
    return 1


def overview() -> str:
    """List the commands."""
    lines = [f"  {name:<16} {command.does}" for name, command in COMMANDS.items()]
    return "\n".join(["Usage: dev.py COMMAND …", *lines])


def set_up(house: House, level: Level) -> list[system.Need]:
    """Set everything up that a level needs, and return what the system still lacks."""
    needs = [*system.WINDOW, *(system.PAPER if system.has_apt() else ())]
    if level is Level.DEVELOP:
        needs += system.TESTS
    if environment.must_be_made(house, level):
        needs.append(system.VENV)
    lacks = system.provide(needs)
    environment.provide(house, level)
    catalogues.compile_stale(house)
    dictionaries.fetch_missing(house)
    return lacks


def set_up_only(house: House, arguments: Sequence[str]) -> int:
    """Set up all that running, checking and changing the program needs."""
    _take_none(arguments)
    lacks = set_up(house, Level.DEVELOP)
    say("Set up, but for what is named above." if lacks else "Everything is set up.")
    return 1 if any(need.vital for need in lacks) else 0


def run(house: House, arguments: Sequence[str]) -> int:
    """Start the program with the given arguments."""
    lacks = set_up(house, Level.RUN)
    if not arguments or arguments[0] == "open":
        _check_window(house, lacks)
    become([house.program, *arguments])


def test(house: House, arguments: Sequence[str]) -> int:
    """Check style and types, then run the tests on displays of their own."""
    set_up(house, Level.DEVELOP)
    results = [_check(house, name, words) for name, words in CHECKS.items()]
    with rooms(WORKERS) as furnished:
        spread: list[str] = []
        if not any(argument.startswith(OWN_SPREADING) for argument in arguments):
            spread = ["--dist", "worksteal"]
            for room in furnished:
                spread += ["--tx", room.worker()]
        command: list[str | Path] = [house.python, "-m", "pytest", *spread, *arguments]
        code = hand_over(command, cwd=house.root, env=furnished[0].environment())
    return code or (0 if all(results) else 1)


def bench(house: House, arguments: Sequence[str]) -> int:
    """Measure the program."""
    return _run_part(house, "bench", arguments)


def torture(house: House, arguments: Sequence[str]) -> int:
    """Try to make the program lose something."""
    return _run_part(house, "torture", arguments)


def screenshots(house: House, arguments: Sequence[str]) -> int:
    """Take pictures of every screen."""
    return _run_part(house, "screenshots", arguments)


def build(house: House, arguments: Sequence[str]) -> int:
    """Build installers."""
    return _with_builders(house, "building.command", arguments)


def check_installers(house: House, arguments: Sequence[str]) -> int:
    """Install and try what was built, on clean systems."""
    return _with_builders(house, "building.trials", arguments)


def translate(house: House, arguments: Sequence[str]) -> int:
    """Put new messages into the translators' catalogues, and tell what is left to translate."""
    _take_none(arguments)
    code = _with_builders(house, "development.messages", arguments)
    catalogues.compile_stale(house)
    return code


def renew_lock(house: House, arguments: Sequence[str]) -> int:
    """Write the lock anew; the arguments go to uv."""
    lock.renew(house, arguments)
    return 0


CHECKS: Mapping[str, Sequence[str]] = {
    "ruff check": ["ruff", "check", "--quiet"],
    "ruff format": ["ruff", "format", "--check", "--quiet"],
    "mypy": ["mypy", "--no-error-summary"],
}
COMMANDS: Mapping[str, Command] = {
    "run": Command("sets up what is missing and starts the program: run [ARGUMENTS]", run),
    "test": Command("sets up, checks style and types, tests: test [PYTEST ARGUMENTS]", test),
    "setup": Command("sets up only", set_up_only),
    "bench": Command("measures speed and memory", bench),
    "torture": Command("kills, damages and starves the program: torture [--rounds N]", torture),
    "screenshots": Command(
        "puts pictures of every screen onto one sheet: screenshots [--every | --readme]",
        screenshots,
    ),
    "build": Command("builds installers into dist: build [linux|windows|stick]", build),
    "check-installers": Command("tries what was built on clean systems", check_installers),
    "translate": Command("puts new messages into resources/translations", translate),
    "lock": Command("writes packaging/requirements anew: lock [--upgrade]", renew_lock),
}


def _check(house: House, name: str, words: Sequence[str]) -> bool:
    with step(name):
        finished = call([house.tool(words[0]), *words[1:]], cwd=house.root)
    if finished.code != 0:
        say(f"{finished.output.rstrip()}\n{name} found the above; the tests run all the same.")
    return finished.code == 0


def _run_part(house: House, name: str, arguments: Sequence[str]) -> int:
    if not (house.root / "tests" / name / "__main__.py").is_file():
        raise Trouble(f"There is no tests/{name} yet.")
    set_up(house, Level.DEVELOP)
    with rooms(1) as (room,):
        command: list[str | Path] = [house.python, "-m", f"tests.{name}", *arguments]
        return hand_over(command, cwd=house.root, env=room.environment())


def _with_builders(house: House, module: str, arguments: Sequence[str]) -> int:
    """Run a module of `building` with the environment's Python, which has what it needs."""
    set_up(house, Level.DEVELOP)
    env = {**os.environ, "PYTHONPATH": str(house.root / "packaging")}
    return hand_over([house.python, "-m", module, *arguments], cwd=house.root, env=env)


def _check_window(house: House, lacks: Sequence[system.Need]) -> None:
    vital = [need.name() for need in lacks if need.vital]
    program = shlex.join([house.shown(house.program), "--help"])
    if vital:
        raise Trouble(
            f"The window can't open without {', '.join(vital)} (see above); "
            f"what works without a window: {program}"
        )
    if not display.is_reachable():
        raise Trouble(
            f"There is no display here to open a window on; what works without one: {program}"
        )


def _take_none(arguments: Sequence[str]) -> None:
    if arguments:
        raise Trouble(f"This command takes no arguments: {shlex.join(arguments)}")


def _explained(error: OSError) -> str:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return "The disk is full. Make room (about 600 MB) and run the same command again."
    if isinstance(error, PermissionError) and error.filename:
        return f"You may not write to {error.filename}: it belongs to somebody else."
    where = f"{error.filename}: " if error.filename else ""
    return f"This could not go on: {where}{error.strerror or error}."


def _stop(number: int, _frame: FrameType | None) -> None:
    # an ordinary end, so that displays and temporary folders are cleared away
    sys.exit(128 + number)
