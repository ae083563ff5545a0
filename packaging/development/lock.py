"""The lock: exact versions and hashes of everything that set-up installs."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from development.house import House, Level
from development.steps import call, step
from development.trouble import Trouble

OLDEST = "3.11"
# For every system and every Python that the project supports, and silent about where files are.
SETTINGS = (
    "--quiet",
    "--universal",
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-annotate",
    "--custom-compile-command=python3 packaging/dev.py lock",
)


def renew(house: House, arguments: Sequence[str] = ()) -> None:
    """Write the lock from `pyproject.toml`, keeping versions that still fit.

    Args:
        house: the checkout.
        arguments: what else `uv pip compile` is told, such as ``--upgrade``.

    Raises:
        Trouble: when the versions can't be looked up or brought together.
    """
    develop = house.lock(Level.DEVELOP)
    with tempfile.TemporaryDirectory() as name, step("lock"):
        uv = _install_uv(Path(name))
        _compile(uv, house, develop, ["--extra=setup", "--extra=dev", *arguments])
        # the smaller ones hold a part of the largest, in the same versions
        same = f"--constraints={develop}"
        _compile(uv, house, house.lock(Level.RUN), ["--extra=setup", same])
        _compile(uv, house, house.runtime_lock, [same])
        _compile(uv, house, house.build_lock, ["--extra=build", same])


def _install_uv(folder: Path) -> Path:
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    tools = folder / ("Scripts" if sys.platform == "win32" else "bin")
    finished = call([tools / "python", "-m", "pip", "install", "--quiet", "uv"])
    if finished.code != 0:
        raise Trouble(f"uv, which works out the lock, could not be fetched.\n{finished.output}")
    return tools / "uv"


def _compile(uv: Path, house: House, target: Path, arguments: Sequence[str]) -> None:
    target.parent.mkdir(exist_ok=True)
    words = ["pip", "compile", *SETTINGS, f"--python-version={OLDEST}", *arguments]
    # a developer's own index must not leak into the lock
    env = {name: value for name, value in os.environ.items() if not name.startswith("UV_")}
    finished = call(
        [uv, *words, "pyproject.toml", f"--output-file={target}"],
        cwd=house.root,
        env=env,
    )
    if finished.code != 0:
        raise Trouble(f"{house.shown(target)} could not be worked out.\n{finished.output}")
