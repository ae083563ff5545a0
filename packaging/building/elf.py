"""What Linux libraries say about themselves: what they need, and how new a system."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from elftools.elf.dynamic import DynamicSection
from elftools.elf.elffile import ELFFile
from elftools.elf.gnuversions import GNUVerNeedSection

MAGIC = b"\x7fELF"


@dataclass(frozen=True)
class Binary:
    """A program or library.

    Attributes:
        path: its file.
        needs: the names of the libraries that it asks the system for.
        versions: the versions of other libraries' functions that it asks for: ``GLIBC_2.34``.
    """

    path: Path
    needs: frozenset[str]
    versions: frozenset[str]


def binaries(folder: Path) -> Iterator[Binary]:
    """Yield the programs and libraries in a folder."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink() and _is_binary(path):
            yield read(path)


def read(path: Path) -> Binary:
    """Read what a program or library needs."""
    with path.open("rb") as file:
        elf = ELFFile(file)
        needs = {
            str(tag.needed)  # type: ignore[attr-defined]  # set by name
            for section in elf.iter_sections()
            if isinstance(section, DynamicSection)
            for tag in section.iter_tags("DT_NEEDED")
        }
        versions = {
            str(auxiliary.name)
            for section in elf.iter_sections()
            if isinstance(section, GNUVerNeedSection)
            for _version, auxiliaries in section.iter_versions()
            for auxiliary in auxiliaries
        }
        return Binary(path, frozenset(needs), frozenset(versions))


def needed_from_outside(folder: Path) -> dict[str, list[Path]]:
    """Return the libraries that a folder needs from the system, and who needs them."""
    found = list(binaries(folder))
    # a library may lie beside its user under the very name that is asked for
    inside = {path.name for path in folder.rglob("*.so*")}
    outside: dict[str, list[Path]] = {}
    for binary in found:
        for name in sorted(binary.needs - inside):
            outside.setdefault(name, []).append(binary.path)
    return outside


def newest_version(folder: Path, library: str) -> tuple[int, ...]:
    """Return the newest version of a library's functions that is asked for, such as (2, 35)."""
    pattern = re.compile(rf"{library}_([0-9.]+)")
    found = [
        tuple(int(part) for part in match[1].split("."))
        for binary in binaries(folder)
        for match in map(pattern.fullmatch, binary.versions)
        if match
    ]
    return max(found, default=(0,))


def _is_binary(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == MAGIC
