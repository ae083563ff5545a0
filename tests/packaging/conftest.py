"""A checkout of its own for the tests of what sets checkouts up."""

import os
import shutil
import site
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
from development import environment
from development.house import House, Level

from tests.architecture import ROOT, tracked_files

CATALOGUE = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: xx\\n"

msgid "Saved {time}"
msgstr "Gemt {time}"
"""
Dev = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def house(tmp_path: Path) -> House:
    """Return a house of empty files that looks set up."""
    house = House(tmp_path)
    (tmp_path / "pyproject.toml").write_text(
        '[project]\nname = "x"\ndependencies = ["a"]\n[tool.ruff]\nline-length = 100\n'
    )
    for level in Level:
        house.lock(level).parent.mkdir(parents=True, exist_ok=True)
        house.lock(level).write_text("a==1\n")
    for path in (house.python, house.program, packages_of(house) / "a" / "__init__.py"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    environment.write_stamp(house, Level.RUN)
    return house


def packages_of(house: House) -> Path:
    """Return the folder of a house's installed packages."""
    if sys.platform == "win32":
        return house.venv / "Lib" / "site-packages"
    return house.venv / "lib" / f"python3.{sys.version_info.minor}" / "site-packages"


@pytest.fixture(scope="session")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a checkout with nothing set up, a translation of its own, and a space in its name."""
    root = tmp_path_factory.mktemp("a checkout")
    for name in tracked_files():
        if not name.startswith("tests/"):
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, root / name)
    # what a set-up would fetch
    shutil.copytree(ROOT / "resources" / "dictionaries", root / "resources" / "dictionaries")
    source = root / "resources/translations/xx/LC_MESSAGES/ladder-desktop.po"
    source.parent.mkdir(parents=True)
    source.write_text(CATALOGUE, encoding="utf-8")
    return root


@pytest.fixture(scope="session")
def dev(checkout: Path) -> Dev:
    """Return what calls the checkout's `dev.py` as a person does, with nothing to be fetched.

    The checkout's environment sees the libraries of the one that these tests run in, so that pip
    finds all of the lock installed already.
    """
    base = getattr(sys, "_base_executable", None) or sys.executable
    usual = {**os.environ, "PYTHONPATH": os.pathsep.join(site.getsitepackages())}

    def call(
        *words: str, lacking: Sequence[str] = (), also: Mapping[str, str] = {}
    ) -> subprocess.CompletedProcess[str]:
        kept = {name: value for name, value in usual.items() if name not in lacking}
        return subprocess.run(
            [base, "packaging/dev.py", *words],
            cwd=checkout,
            env={**kept, **also},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    return call
