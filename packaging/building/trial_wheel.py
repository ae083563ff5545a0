"""The program from its source, and from a wheel in an environment of its own; both offline."""

import shutil
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from building import smoke
from building.job import APP, Job
from building.tools import done


def run(job: Job, environment: Mapping[str, str]) -> None:
    """Build the wheel, install it beside the locked libraries, and let both prove themselves."""
    with tempfile.TemporaryDirectory(prefix="ladder wheel å ") as name:
        folder = Path(name)
        env = {**environment, "HOME": name, "QT_QPA_PLATFORM": "xcb"}
        log = folder / "report.json"
        source: list[str | Path] = [job.house.python, "-m", "ladder_desktop"]
        installed: list[str | Path] = [_installed(job, folder) / APP]
        for title, start in (("source", source), ("wheel", installed)):
            command = [*smoke.CUT_OFF, *start, *smoke.words(str(log))]
            where = job.house.root if title == "source" else folder
            smoke.prove(title, command, log, env, cwd=where, is_ours=False)


def _installed(job: Job, folder: Path) -> Path:
    """Return the folder of programs of an environment that the wheel was installed in."""
    wheels, environment = folder / "wheels", folder / "environment"
    quiet = ["-m", "pip", "--disable-pip-version-check", "--quiet"]
    making = ["wheel", "--no-deps", "--no-build-isolation", "--wheel-dir"]
    done([job.house.python, *quiet, *making, wheels, job.house.root])
    base = getattr(sys, "_base_executable", None) or sys.executable
    done([base, "-m", "venv", environment])
    python = environment / "bin" / "python"
    locked: list[str | Path] = ["--require-hashes", "-r", job.house.runtime_lock]
    done([python, *quiet, "install", "--no-deps", "--only-binary", ":all:", *locked])
    done([python, *quiet, "install", "--no-deps", *sorted(wheels.glob("*.whl"))])
    shutil.rmtree(wheels)
    return environment / "bin"
