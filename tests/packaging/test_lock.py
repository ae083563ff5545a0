"""The lock fits the project, and pins all that is installed."""

import re
import tomllib

import pytest
from packaging.utils import canonicalize_name

from packaging.requirements import Requirement
from tests.architecture import ROOT

FOLDER = ROOT / "packaging" / "requirements"
FILES = ("runtime.txt", "setup.txt", "develop.txt")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def pins(name: str) -> dict[str, str]:
    """Return the exact versions of one file of the lock."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", text, re.MULTILINE))


def wanted(name: str) -> list[str]:
    """Return what `pyproject.toml` asks for in one file of the lock."""
    extras = PROJECT["project"]["optional-dependencies"]
    wants = list(PROJECT["project"]["dependencies"])
    if name != "runtime.txt":
        wants += extras["setup"] + PROJECT["build-system"]["requires"]
    if name == "develop.txt":
        wants += extras["dev"]
    return wants


@pytest.mark.parametrize("name", FILES)
def test_the_lock_holds_what_the_project_asks_for(name: str) -> None:
    """A changed dependency is not forgotten in the lock: `dev.py lock` writes it anew."""
    locked = pins(name)

    for requirement in map(Requirement, wanted(name)):
        version = locked.get(canonicalize_name(requirement.name))
        assert version is not None, requirement
        assert requirement.specifier.contains(version), requirement


@pytest.mark.parametrize("name", FILES)
def test_every_pin_is_exact_and_known_by_its_content(name: str) -> None:
    """Nothing else than what was locked can be installed, wherever it is fetched from."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    entries = re.sub(r"\\\n", "", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE)).splitlines()

    assert len(entries) > 10
    for entry in entries:
        assert re.fullmatch(r"[a-z0-9-]+==\S+( ; [^#]*?)?(\s+--hash=sha256:[0-9a-f]{64})+", entry)


@pytest.mark.parametrize("name", FILES)
def test_the_lock_names_no_place(name: str) -> None:
    """Where files are fetched from is the business of the machine that fetches them."""
    assert not re.search(r"://|--index|--find-links", (FOLDER / name).read_text(encoding="utf-8"))


def test_the_parts_of_the_lock_agree() -> None:
    """What is tested is what is shipped."""
    runtime, setup, develop = map(pins, FILES)

    assert runtime.items() <= setup.items() <= develop.items()


@pytest.mark.parametrize("name", FILES)
def test_qt_comes_without_its_addons(name: str) -> None:
    """The web engine and its kin are never installed."""
    binding = {package for package in pins(name) if package.startswith("pyside6")}

    assert binding == {"pyside6-essentials"}
