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


# One of each kind that the project supports, as far as markers tell them apart.
MACHINES = [
    {"sys_platform": system, "platform_system": kind, "os_name": name}
    | {"python_version": version, "python_full_version": f"{version}.1"}
    for system, kind, name in (
        ("linux", "Linux", "posix"),
        ("darwin", "Darwin", "posix"),
        ("win32", "Windows", "nt"),
    )
    for version in ("3.11", "3.12", "3.13", "3.14")
]


def pins(name: str) -> list[Requirement]:
    """Return the exact versions of one file of the lock, with the machines that each is for."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    return [Requirement(pin) for pin in re.findall(r"^([a-z0-9-]+==[^\\\n]+)", text, re.MULTILINE)]


def versions(name: str, machine: dict[str, str]) -> dict[str, str]:
    """Return the versions that a machine gets from one file of the lock, each package once."""
    found: dict[str, str] = {}
    for pin in pins(name):
        if pin.marker is None or pin.marker.evaluate(machine):
            assert pin.name not in found, pin
            found[pin.name] = next(iter(pin.specifier)).version
    return found


def wanted(name: str) -> list[str]:
    """Return what `pyproject.toml` asks for in one file of the lock."""
    extras = PROJECT["project"]["optional-dependencies"]
    wants = list(PROJECT["project"]["dependencies"])
    if name != "runtime.txt":
        wants += extras["setup"] + PROJECT["build-system"]["requires"]
    if name == "develop.txt":
        wants += extras["dev"]
    return wants


@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: " ".join(machine.values()))
@pytest.mark.parametrize("name", FILES)
def test_the_lock_holds_what_the_project_asks_for(name: str, machine: dict[str, str]) -> None:
    """A changed dependency is not forgotten in the lock: `dev.py lock` writes it anew."""
    locked = versions(name, machine)

    for requirement in map(Requirement, wanted(name)):
        if requirement.marker is not None and not requirement.marker.evaluate(machine):
            continue
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
    runtime, setup, develop = (set(map(str, pins(name))) for name in FILES)

    assert runtime <= setup <= develop


@pytest.mark.parametrize("name", FILES)
def test_qt_comes_without_its_addons(name: str) -> None:
    """The web engine and its kin are never installed."""
    binding = {pin.name for pin in pins(name) if pin.name.startswith("pyside6")}

    assert binding == {"pyside6-essentials"}
