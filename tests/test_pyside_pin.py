"""The version of PySide6 that the program stands on is the right one, and stays so.

PySide6 6.12.0 loses a reference to None at every call that returns nothing; Python 3.11 aborts
when the last one is gone, after some 5,200 calls.
"""

import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

LOCKS = Path(__file__).resolve().parents[1] / "packaging" / "requirements"
CALLS = 20_000
MANY_CALLS = f"""
import sys
from PySide6.QtWidgets import QApplication, QLabel

application = QApplication(["test", "-platform", "offscreen"])
label = QLabel()
before = sys.getrefcount(None)
for number in range({CALLS}):
    label.setText("again" if number % 2 else "and again")
print("lost", before - sys.getrefcount(None))
"""


def test_calls_that_return_nothing_lose_no_none() -> None:
    """Python lives through more calls than a broken PySide6 lets it."""
    command = [sys.executable, "-c", MANY_CALLS]

    finished = subprocess.run(command, capture_output=True, text=True, check=False)

    assert finished.returncode == 0, finished.stderr
    # an immortal None (Python 3.12 and later) counts no references, so this is 0 there
    assert int(finished.stdout.split()[1]) < CALLS / 100


@pytest.mark.parametrize("package", ["pyside6-essentials", "shiboken6"])
@pytest.mark.parametrize("lock", ["runtime.txt", "setup.txt", "develop.txt"])
def test_the_installed_version_is_the_locked_one(package: str, lock: str) -> None:
    """Both halves of the binding have the locked version, which is older than 6.12."""
    lines = (LOCKS / lock).read_text(encoding="utf-8").splitlines()

    (pinned,) = [
        line.split()[0].split("==")[1] for line in lines if line.startswith(f"{package}==")
    ]

    assert version(package) == pinned
    assert (6, 11, 3) <= tuple(int(part) for part in pinned.split(".")) < (6, 12)
