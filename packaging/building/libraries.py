"""The libraries that travel with the program, installed from the lock into a place of their own."""

import hashlib
import platform
import shutil
import sys
from pathlib import Path

from development.steps import step

from building.job import Job
from building.tools import done

STAMP = "complete"
# What wheels call the systems that a Mac with macOS 13 takes, by its processor.
_OF_TEN = (15, 14, 13, 12, 11, 10, 9)
MAC_13 = {
    "arm64": [
        *(f"macosx_{n}_0_{kind}" for n in (13, 12, 11) for kind in ("arm64", "universal2")),
        *(f"macosx_10_{n}_universal2" for n in _OF_TEN),
    ],
    "x86_64": [
        *(f"macosx_{n}_0_{kind}" for n in (13, 12, 11) for kind in ("x86_64", "universal2")),
        *(f"macosx_10_{n}_{kind}" for n in _OF_TEN for kind in ("x86_64", "universal2")),
    ],
}
LIST_FONTS = """\
import sysconfig
from pathlib import Path
from ladder_desktop.export.pdf.font_files import installed_fonts
base = Path(sysconfig.get_path("purelib"))
for font in installed_fonts("en"):
    for path in (font.upright, font.italic):
        if path is not None:
            print(path.relative_to(base).as_posix())
"""


def environment(job: Job) -> Path:
    """Return the interpreter of an environment that holds the libraries and the builders."""
    digest = hashlib.sha256(sys.version.encode())
    digest.update(job.house.build_lock.read_bytes())
    folder = job.work / f"libraries-{digest.hexdigest()[:12]}"
    python = folder / "bin" / "python"
    if not (folder / STAMP).exists():
        with step("libraries for building"):
            _fill(job, folder, python)
        (folder / STAMP).touch()
    return python


def _fill(job: Job, folder: Path, python: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    base = getattr(sys, "_base_executable", None) or sys.executable
    done([base, "-m", "venv", folder])
    pip: list[str | Path] = [
        python,
        "-m",
        "pip",
        "--disable-pip-version-check",
        "install",
        "--no-deps",
    ]
    options: list[str | Path] = ["--require-hashes", "--only-binary", ":all:"]
    if sys.platform == "darwin":
        # a newer Mac would take wheels that an older one can't start
        wheels = folder / "wheels"
        words = [word for tag in MAC_13[platform.machine()] for word in ("--platform", tag)]
        fetch: list[str | Path] = [*pip[:4], "download", "--no-deps", *options, *words]
        done([*fetch, "--dest", wheels, "-r", job.house.build_lock])
        options += ["--no-index", "--find-links", wheels]
    done([*pip, *options, "-r", job.house.build_lock])


def site_packages(python: Path) -> Path:
    """Return the folder of an environment's libraries."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    return python.parent.parent / "lib" / version / "site-packages"


def fonts(job: Job, python: Path, source: Path) -> list[str]:
    """Return the fonts that the program asks for, as paths in `site-packages`."""
    told = done([python, "-c", LIST_FONTS], cwd=source, env=job.environment())
    return sorted(told.split("\n")[:-1])
