"""Where the parts of a checkout lie."""

import enum
import sys
from dataclasses import dataclass
from pathlib import Path


class Level(enum.IntEnum):
    """How much is set up: what the program needs, or what its makers need too."""

    RUN = 1
    DEVELOP = 2


@dataclass(frozen=True)
class House:
    """One checkout of the project.

    Attributes:
        root: the folder that holds `pyproject.toml`.
    """

    root: Path

    @property
    def venv(self) -> Path:
        """Return the folder of the virtual environment."""
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        """Return the virtual environment's interpreter."""
        return self.tool("python")

    @property
    def program(self) -> Path:
        """Return the program as the virtual environment installs it."""
        return self.tool("ladder-desktop")

    @property
    def catalogues(self) -> Path:
        """Return the folder of the translations."""
        return self.root / "resources" / "translations"

    @property
    def dictionaries(self) -> Path:
        """Return the folder of the dictionaries that spelling is checked with."""
        return self.root / "resources" / "dictionaries"

    def tool(self, name: str) -> Path:
        """Return where the virtual environment keeps a program."""
        if sys.platform == "win32":
            return self.venv / "Scripts" / f"{name}.exe"
        return self.venv / "bin" / name

    def lock(self, level: Level) -> Path:
        """Return the file with the exact versions and hashes that a level installs."""
        name = "setup.txt" if level is Level.RUN else "develop.txt"
        return self.root / "packaging" / "requirements" / name

    @property
    def runtime_lock(self) -> Path:
        """Return the part of the lock that travels with the program."""
        return self.root / "packaging" / "requirements" / "runtime.txt"

    @property
    def build_lock(self) -> Path:
        """Return the part of the lock that installers are made with."""
        return self.root / "packaging" / "requirements" / "build.txt"

    @property
    def dictionaries_lock(self) -> Path:
        """Return the part of the lock that dictionaries are taken out of."""
        return self.root / "packaging" / "requirements" / "dictionaries.txt"

    def dictionaries_pin(self) -> str:
        """Return the package of the dictionaries with its version, such as ``name==1.0``."""
        lines = self.dictionaries_lock.read_text(encoding="utf-8").splitlines()
        return next(line.split()[0] for line in lines if "==" in line)

    def shown(self, path: Path) -> str:
        """Return a path of the checkout as a person would type it from where they are."""
        here = Path.cwd()
        return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def this_house() -> House:
    """Return the checkout that this file belongs to."""
    return House(Path(__file__).resolve().parents[2])
