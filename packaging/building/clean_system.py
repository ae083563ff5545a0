"""What is bound into a clean system, and let go of again before anything in it is deleted."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from development.steps import call
from development.trouble import Trouble

from building.tools import done

SOCKETS = "tmp/.X11-unix"  # where X keeps them, on every system
BOUND = {"proc": "/proc", "dev": "/dev", SOCKETS: f"/{SOCKETS}"}
MOUNTS = Path("/proc/self/mountinfo")
MOST = 5  # times that a place may have been bound by trials that were cut short


@contextmanager
def bound(root: Path) -> Iterator[None]:
    """Bind processes, devices and the display's sockets into a system, for a while."""
    let_go(root)
    try:
        for place, source in BOUND.items():
            (root / place).mkdir(parents=True, exist_ok=True)
            done(["mount", "--bind", source, root / place])
            # nothing that happens in there reaches this machine's own
            done(["mount", "--make-private", root / place])
        yield
    finally:
        let_go(root)


def let_go(root: Path) -> None:
    """Unbind everything from a system.

    Raises:
        Trouble: when something stays bound; deleting the system would delete that, too.
    """
    for _ in range(MOST):
        mounted = _mounted_under(root)
        if not mounted:
            return
        for place in sorted(mounted, reverse=True):
            call(["umount", place])
    raise Trouble(f"Something in {root} is still in use; end it, then: umount {root}/dev")


def remove(root: Path) -> None:
    """Delete a system, once nothing of this machine is bound into it."""
    let_go(root)
    shutil.rmtree(root, ignore_errors=True)


def _mounted_under(root: Path) -> list[str]:
    lines = MOUNTS.read_text(encoding="utf-8").splitlines()
    places = [line.split(" ")[4].replace("\\040", " ") for line in lines]
    return [place for place in places if place.startswith(f"{root}/")]
