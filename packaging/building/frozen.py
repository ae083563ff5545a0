"""The folder for Linux: Python, the libraries and the program, ready to start."""

import shutil
import sys
import sysconfig
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from development.steps import step

from building import libraries, sums
from building.job import APP, Job
from building.tools import done, require

FONT_CACHE = "smaller-fonts"


def build(job: Job, source: Path) -> Path:
    """Build the folder and return it.

    Raises:
        Trouble: when a program that is needed is missing, or fails.
    """
    require("strip", "gcc")
    python = libraries.environment(job)
    fonts = libraries.fonts(job, python, source)
    with step("folder for Linux"):
        folder = _freeze(job, source, python, fonts)
    with step("binaries made smaller"):
        _strip(folder)
        done([python, "-c", SHRINK_ICU, folder], env=_environment(job))
        _compile_anew(job, python, folder / "_internal")
    replace_fonts(job, python, fonts, folder / "_internal")
    return folder


def replace_fonts(job: Job, python: Path, fonts: list[str], target: Path) -> None:
    """Put the smaller fonts into a folder, in place of those that the packages brought."""
    originals = libraries.site_packages(python)
    script = job.packaging / "building" / "fonts.py"
    cached = {font: _cached(job, script, originals / font) for font in fonts}
    missing = [font for font in fonts if not cached[font].exists()]
    if missing:
        with step(f"fonts made smaller ({len(missing)})"):
            for font in missing:
                _shrink(job, python, originals / font, cached[font])
    for font in fonts:
        (target / font).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(cached[font], target / font)


def _cached(job: Job, script: Path, original: Path) -> Path:
    """Return where the smaller form of a font is kept from one build to the next."""
    name = f"{sums.digest(script)[:12]}-{sums.digest(original)[:24]}{original.suffix}"
    return job.work / FONT_CACHE / name


SHRINK_ICU = """\
import sys
from pathlib import Path
from building import icu
for library in sorted(Path(sys.argv[1]).rglob("libicudata.so.*")):
    icu.shrink(library)
"""


def _environment(job: Job) -> dict[str, str]:
    return {**job.environment(), "PYTHONPATH": str(job.packaging)}


def _shrink(job: Job, python: Path, source: Path, target: Path) -> None:
    part = target.with_name(f".{target.name}")
    script = job.packaging / "building" / "fonts.py"
    done([python, script, source, part], env=job.environment())
    part.rename(target)


def _compile_anew(job: Job, python: Path, folder: Path) -> None:
    """Compile the libraries again, without what only people who write code read."""
    script = job.packaging / "building" / "bytecode.py"
    sources: list[str | Path] = [libraries.site_packages(python), sysconfig.get_path("stdlib")]
    done([python, "-X", "no_debug_ranges", script, folder, *sources], env=job.environment())


def _freeze(job: Job, source: Path, python: Path, fonts: list[str]) -> Path:
    folder = job.work / "linux"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    font_list = folder / "fonts.txt"
    font_list.write_text("\n".join(fonts), encoding="utf-8")
    places = {
        "LADDER_PACKAGING": str(job.packaging),
        "LADDER_SOURCE": str(source),
        "LADDER_FONTS": str(font_list),
        "LADDER_SITE_PACKAGES": str(libraries.site_packages(python)),
        # nothing of a former build may get in
        "PYINSTALLER_CONFIG_DIR": str(folder / "cache"),
        # what would mark the place of a mistake within its line; nobody sees it
        "PYTHONNODEBUGRANGES": "1",
    }
    spec = job.packaging / "linux" / "ladder-desktop.spec"
    options = ["--noconfirm", "--clean", "--log-level", "ERROR"]
    tree: list[str | Path] = ["--distpath", folder / "dist", "--workpath", folder / "work"]
    pyinstaller = [python, "-m", "PyInstaller", *options, *tree, spec]
    done(pyinstaller, cwd=folder, env={**job.environment(), **places})
    return folder / "dist" / APP


def _strip(folder: Path) -> None:
    paths = [path for path in sorted(folder.rglob("*.so*")) if not path.is_symlink()]
    # the launcher itself carries data behind its code and stays as it is
    with ThreadPoolExecutor(2) as pool:
        for _ in pool.map(lambda path: done(["strip", "--strip-unneeded", path]), paths):
            sys.stdout.flush()
