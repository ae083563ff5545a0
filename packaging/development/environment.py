"""The virtual environment in `.venv`: made, filled from the lock, and known to be whole."""

import errno
import hashlib
import json
import os
import re
import shutil
import sys
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from development import system
from development.house import House, Level
from development.steps import Finished, call, say, step
from development.trouble import Trouble

STAMP = "ladder-desktop.json"
LOG = "ladder-desktop.log"
PIP = ["-m", "pip", "--disable-pip-version-check", "--no-input", "--retries", "3"]
# pip's settings that would install somewhere else than into .venv
ASTRAY = ("PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_REQUIRE_VIRTUALENV")
OFFLINE = re.compile(
    r"NewConnectionError|NameResolutionError|ConnectTimeoutError|ProxyError|Network is unreachable"
    r"|Temporary failure in name resolution|getaddrinfo failed|ReadTimeoutError"
)
FULL = re.compile(r"No space left on device|\[Errno 28\]|\[WinError 112\]|Disk quota exceeded")


@dataclass(frozen=True)
class Stamp:
    """What was set up; written last, so that an interrupted set-up has none.

    Attributes:
        level: how much was installed.
        mark: a digest of everything that the set-up depends on.
        contents: the names in `site-packages`, to notice when some are gone.
    """

    level: int
    mark: str
    contents: list[str]


def is_ready(house: House, level: Level) -> bool:
    """Tell whether nothing is to be done."""
    stamp = read_stamp(house)
    return (
        stamp is not None
        and stamp.level >= level
        and stamp.mark == mark(house, Level(stamp.level))
        and is_whole(house, stamp)
    )


def provide(house: House, level: Level) -> None:
    """Make the virtual environment and install the project, as far as that is to be done.

    Raises:
        Trouble: when that is not possible here.
    """
    if is_ready(house, level):
        return
    with _alone(house):
        # somebody else may have done it while this one waited
        if not is_ready(house, level):
            _set_up(house, level)


def must_be_made(house: House, level: Level) -> bool:
    """Tell whether there is no virtual environment that could be kept."""
    return not is_ready(house, level) and not _can_be_kept(house, read_stamp(house))


def read_stamp(house: House) -> Stamp | None:
    """Return what the last finished set-up left, if there is one."""
    try:
        return Stamp(**json.loads((house.venv / STAMP).read_bytes()))
    except (OSError, ValueError, TypeError):
        return None


def write_stamp(house: House, level: Level) -> None:
    """Note down that all of a level is set up."""
    names = sorted(contents(house) - {"__pycache__"})
    unfinished = house.venv / (STAMP + ".part")
    stamp = Stamp(level, mark(house, level), names)
    unfinished.write_text(json.dumps(asdict(stamp)), encoding="utf-8")
    unfinished.replace(house.venv / STAMP)


def mark(house: House, level: Level) -> str:
    """Return a digest of everything that a set-up of this level depends on."""
    try:
        project = tomllib.loads((house.root / "pyproject.toml").read_text(encoding="utf-8"))
    except ValueError as error:
        raise Trouble(f"pyproject.toml can't be read: {error}.") from None
    # not the whole file: a changed setting of a tool is no reason to install anything
    depends = [
        project.get("build-system"),
        project.get("project"),
        project.get("tool", {}).get("hatch"),
        house.lock(level).read_text(encoding="utf-8"),
        str(house.root),
        sys.platform,
        sys.implementation.cache_tag,
    ]
    return hashlib.sha256(json.dumps(depends).encode()).hexdigest()


def is_whole(house: House, stamp: Stamp) -> bool:
    """Tell whether everything that a set-up left is still there."""
    return (
        house.python.exists() and house.program.exists() and set(stamp.contents) <= contents(house)
    )


def contents(house: House) -> set[str]:
    """Return the names in the virtual environment's `site-packages`."""
    if sys.platform == "win32":
        folder = house.venv / "Lib" / "site-packages"
    else:
        version = f"python{sys.version_info.major}.{sys.version_info.minor}"
        folder = house.venv / "lib" / version / "site-packages"
    return {path.name for path in folder.iterdir()} if folder.is_dir() else set()


def _set_up(house: House, level: Level) -> None:
    stamp = read_stamp(house)
    before = Level(stamp.level) if stamp else level
    level = max(level, before)
    if not _can_be_kept(house, stamp):
        _remove(house.venv)
    house.venv.mkdir(exist_ok=True)
    (house.venv / STAMP).write_text("unfinished\n", encoding="utf-8")
    (house.venv / LOG).unlink(missing_ok=True)
    if not house.python.exists():
        with step("virtual environment (.venv)"):
            _make(house)
    with step("libraries"):
        _install(house, ["--require-hashes", "--only-binary", ":all:", "-r", house.lock(level)])
        _install(house, ["--no-build-isolation", "--editable", house.root])
    write_stamp(house, level)


def _can_be_kept(house: House, stamp: Stamp | None) -> bool:
    """Tell whether the packages can be brought up to date in place."""
    if stamp is None:
        # a foreign one that works is kept; one that our set-up left unfinished is not
        return not (house.venv / STAMP).exists() and _works(house)
    return is_whole(house, stamp) and _works(house)


def _works(house: House) -> bool:
    """Tell whether the virtual environment's Python starts, is this version, and has pip."""
    if not house.python.exists():
        return False
    asks = "import pip, sys; print(sys.version_info[:2])"
    try:
        answer = call([house.python, "-c", asks])
    except OSError:
        return False
    return answer.code == 0 and answer.output.strip() == str(sys.version_info[:2])


def _make(house: House) -> None:
    # when this runs inside .venv itself, the new one stands on what that one stands on
    base = getattr(sys, "_base_executable", None) or sys.executable
    if not system.VENV.is_met():
        raise Trouble("Without its module ensurepip (see above) this Python can't be set up.")
    finished = call([base, "-m", "venv", house.venv], log=house.venv / LOG)
    if finished.code != 0:
        raise Trouble(explained(house, finished))


def _install(house: House, arguments: list[str | Path]) -> None:
    env = {name: value for name, value in os.environ.items() if name not in ASTRAY}
    command = [house.python, *PIP, "install", "--no-deps", *arguments]
    finished = call(command, env=env, log=house.venv / LOG)
    if finished.code != 0:
        raise Trouble(explained(house, finished))


def explained(house: House, finished: Finished) -> str:
    """Return why Python's own set-up programs failed, and what to do."""
    if FULL.search(finished.output):
        return "The disk is full. Make room (about 600 MB) and run the same command again."
    if OFFLINE.search(finished.output):
        return (
            "The libraries could not be fetched: set-up needs the internet, this once. "
            "Connect and run the same command again."
        )
    errors = [line for line in finished.output.splitlines() if line.startswith("ERROR")]
    told = "\n".join(f"  {line}" for line in errors[-3:])
    return f"Set-up failed. All of it stands in {house.shown(house.venv / LOG)}.\n{told}".rstrip()


def _remove(folder: Path) -> None:
    if folder.is_dir() and not folder.is_symlink():
        shutil.rmtree(folder)
    else:
        folder.unlink(missing_ok=True)


@contextmanager
def _alone(house: House) -> Iterator[None]:
    """Let no second set-up of the same checkout run at the same time."""
    if sys.platform == "win32":
        # Windows has no lock on a folder; its own file locks keep two from mixing files
        yield
        return
    # only where it exists
    import fcntl  # noqa: PLC0415

    descriptor = os.open(house.root, os.O_RDONLY)
    # what is started keeps it, so that nothing goes on behind the back of the next set-up
    os.set_inheritable(descriptor, True)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        say("Another set-up of this folder is running; this one waits for it.")
        fcntl.flock(descriptor, fcntl.LOCK_EX)
    except OSError as error:
        # some network folders know no locks: then there is none
        if error.errno not in {errno.ENOLCK, errno.ENOTSUP, errno.EINVAL, errno.EBADF}:
            raise
    try:
        yield
    finally:
        os.close(descriptor)
