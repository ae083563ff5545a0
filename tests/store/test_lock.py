"""One process owns a workbook file; a dead one keeps nobody out."""

import subprocess
import sys
from pathlib import Path

import pytest

from ladder_desktop.store.faults import TakenError
from ladder_desktop.store.lock import call_to_front, take

HOLDER = """
import sys
from pathlib import Path
from ladder_desktop.store.lock import take
lock = take(Path(sys.argv[1]), Path(sys.argv[2]))
print("taken", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def holder(path: Path, tmp_path: Path) -> subprocess.Popen[str]:
    """Return another process that owns the workbook file."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, path, tmp_path / "data"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "taken\n"
    return process


def test_taken(path: Path, tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    """A second process is told who has the file."""
    with pytest.raises(TakenError, match=rf"program number {holder.pid}"):
        take(path, tmp_path / "data")

    holder.communicate()


def test_dead_owner(path: Path, tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    """The lock of a killed process is free."""
    holder.kill()
    holder.communicate()

    lock = take(path, tmp_path / "data")

    lock.release()


def test_same_process(path: Path, tmp_path: Path) -> None:
    """One process does not take a file twice, but again after releasing it."""
    lock = take(path, tmp_path / "data")
    with pytest.raises(TakenError):
        take(path, tmp_path / "data")

    lock.release()

    take(path, tmp_path / "data").release()


def test_other_names(path: Path, tmp_path: Path) -> None:
    """A link to a workbook file is the same file."""
    link = tmp_path / "link.ladder"
    link.symlink_to(path)
    lock = take(path, tmp_path / "data")

    with pytest.raises(TakenError):
        take(link, tmp_path / "data")

    lock.release()


def test_call_to_front(path: Path, tmp_path: Path) -> None:
    """A second start touches the file that the owner watches; it is gone after release."""
    lock = take(path, tmp_path / "data")
    before = lock.front.read_bytes()

    call_to_front(path, tmp_path / "data")

    assert lock.front.read_bytes() != before
    lock.release()
    assert not lock.front.exists()
