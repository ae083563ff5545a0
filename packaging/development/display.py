"""Displays: whether one is here, and private ones for the tests."""

import ctypes
import os
import select
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from development.trouble import Trouble

SCREEN = "1600x1000x24"
PATIENCE = 30  # seconds that a display may take to start on a busy machine
PR_SET_PDEATHSIG = 1  # linux/prctl.h


def is_reachable(environment: Mapping[str, str] = os.environ) -> bool:
    """Tell whether a window could open: on another system than Linux it always can."""
    if sys.platform != "linux":
        return True
    platform = environment.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if platform and platform not in {"xcb", "wayland", "wayland-egl"}:
        return True  # whoever chose that platform needs no display server
    return _answers_x11(environment) or _answers_wayland(environment)


def _answers_x11(environment: Mapping[str, str]) -> bool:
    name = environment.get("DISPLAY", "")
    if not name:
        return False
    xcb = _library("libxcb.so.1")
    if xcb is None:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(name.encode(), None)
    answers = not xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return answers


def _answers_wayland(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY", "")
    if not name:
        return False
    wayland = _library("libwayland-client.so.0")
    if wayland is None:
        return False
    wayland.wl_display_connect.restype = ctypes.c_void_p
    wayland.wl_display_connect.argtypes = [ctypes.c_char_p]
    wayland.wl_display_disconnect.argtypes = [ctypes.c_void_p]
    connection = wayland.wl_display_connect(name.encode())
    if not connection:
        return False
    wayland.wl_display_disconnect(connection)
    return True


def _library(name: str) -> ctypes.CDLL | None:
    try:
        return ctypes.CDLL(name)
    except OSError:
        return None


@contextmanager
def private_displays(number: int, folder: Path) -> Iterator[list[str]]:
    """Start displays of our own, each with a window manager, and end them afterwards.

    Args:
        number: how many.
        folder: where the displays' logs go.

    Yields:
        Their names, such as ``:1``.

    Raises:
        Trouble: when they can't be started.
    """
    absent = [program for program in ("Xvfb", "openbox") if shutil.which(program) is None]
    if absent:
        raise Trouble(f"No window can be tested here without {' and '.join(absent)} (see above).")
    with ExitStack() as stack:
        yield [stack.enter_context(_display(folder / f"display-{n}.log")) for n in range(number)]


@contextmanager
def _display(log: Path) -> Iterator[str]:
    ready = log.with_suffix(".ready")
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", SCREEN]
    with log.open("wb") as output:
        server = _start([*command, "-nolisten", "tcp", "-noreset"], output.fileno(), (writing,))
    os.close(writing)
    try:
        name = f":{_first_line(reading, log)}"
        with log.open("ab") as output:
            manager = _start(
                ["openbox", "--sm-disable", "--startup", f"touch {shlex.quote(str(ready))}"],
                output.fileno(),
                environment={**os.environ, "DISPLAY": name, "HOME": str(log.parent)},
            )
        try:
            _wait_for(ready, manager, log)
            yield name
        finally:
            _end(manager)
    finally:
        os.close(reading)
        _end(server)


def _start(
    command: list[str],
    output: int,
    descriptors: tuple[int, ...] = (),
    environment: Mapping[str, str] | None = None,
) -> subprocess.Popen[bytes]:
    # In a session of its own, so that Ctrl+C ends the tests before their display; and tied to
    # this process, so that none is left behind however this one ends.
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=output,
        pass_fds=descriptors,
        env=None if environment is None else dict(environment),
        start_new_session=True,
        preexec_fn=_end_with_parent,  # noqa: PLW1509 - started from the only thread
    )


def _end_with_parent() -> None:
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def _first_line(reading: int, log: Path) -> str:
    received = b""
    deadline = time.monotonic() + PATIENCE
    while not received.endswith(b"\n"):
        left = deadline - time.monotonic()
        ready, _, _ = select.select([reading], [], [], max(left, 0))
        chunk = os.read(reading, 16) if ready else b""
        if not chunk:
            raise _no_start("display for the tests (Xvfb)", log)
        received += chunk
    return received.decode().strip()


def _wait_for(ready: Path, manager: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while not ready.exists():
        if manager.poll() is not None or time.monotonic() > deadline:
            raise _no_start("window manager for the tests (openbox)", log)
        time.sleep(0.01)


def _no_start(name: str, log: Path) -> Trouble:
    told = log.read_text(encoding="utf-8", errors="replace").strip()
    return Trouble(f"The {name} did not start.\n{told}".rstrip())


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
