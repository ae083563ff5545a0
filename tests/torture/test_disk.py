"""The forgetful disk forgets what it may, and nothing that was synced."""

import random
from pathlib import Path

from tests.torture.disk import SECTOR, Disk, State
from tests.torture.tracing import Call

FOLDER = Path("/disk")
FILE = "/disk/a"


def _call(name: str, *numbers: int, text: bytes = b"", path: str = FILE) -> Call:
    texts = (text,) if text else ()
    return Call(name, 3, path, texts, numbers, "O_CREAT" if name == "openat" else "")


def _states(*calls: Call, torn: int = 50) -> list[State]:
    disk = Disk(FOLDER)
    for call in calls:
        disk.note(call)
    return list(disk.states(random.Random(1), torn))


CREATED = (_call("openat"), _call("fsync", path=str(FOLDER)))


def test_new_file() -> None:
    """A new file is there surely only once its folder is synced."""
    assert {FILE in state for state in _states(_call("openat"))} == {True, False}
    assert {FILE in state for state in _states(*CREATED)} == {True}


def test_write() -> None:
    """What was written may be missing until it is synced; the order of calls does not matter."""
    write = _call("pwrite64", 3, 0, text=b"new")

    assert {state[FILE] for state in _states(*CREATED, write)} == {b"", b"new"}
    assert {state[FILE] for state in _states(*CREATED, write, _call("fdatasync"))} == {b"new"}


def test_torn() -> None:
    """A write may be there in some of its sectors, never in part of one."""
    write = _call("pwrite64", 0, 100, text=b"x" * 3 * SECTOR)

    found = {state[FILE] for state in _states(*CREATED, write, torn=300)}

    edges = {i for state in found for i in range(1, len(state)) if state[i] != state[i - 1]}
    assert len(found) > 4
    assert edges == {100, SECTOR, 2 * SECTOR, 3 * SECTOR}


def test_cut_and_names() -> None:
    """A shortened file may still be long, and a removed one may still be there."""
    calls = (*CREATED, _call("pwrite64", 0, 0, text=b"long"), _call("fsync"))

    cut = _states(*calls, _call("ftruncate", 0))
    gone = _states(*calls, Call("unlink", -1, "", (FILE.encode(),), (), ""))

    assert {state[FILE] for state in cut} == {b"long", b""}
    assert {state.get(FILE) for state in gone} == {b"long", None}
