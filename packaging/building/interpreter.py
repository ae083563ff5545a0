"""The Python that Windows' installers carry, in the layout of python.org's embeddable package."""

import os
import shutil
import tarfile
import tomllib
import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from development.steps import call
from development.trouble import Trouble

from building import sums
from building.job import Job
from building.keeping import is_left_out
from building.tools import done

PACKAGE = "LADDER_WINDOWS_PYTHON"  # where python.org's package lies
PROGRAMS = ("python.exe", "pythonw.exe")
LIBRARIES = (".dll", ".pyd")
# Python's own parts in binary form that open connections, draw other windows or test Python.
NOT_BINARIES = (
    "_asyncio", "_ctypes_test", "_hashlib", "_msi", "_multiprocessing", "_overlapped", "_ssl",
    "_test", "_tkinter", "_wmi", "libcrypto", "libssl", "tcl", "tk", "winsound", "zlib1",
)  # fmt: skip
# Folders of Python's library that no program of ours opens.
NOT_FOLDERS = {
    "__phello__", "_pyrepl", "dbm", "idlelib", "pydoc_data",
    "site-packages", "sqlite3/__main__.py", "turtledemo", "venv",
}  # fmt: skip


@dataclass(frozen=True)
class Interpreter:
    """A Python for Windows.

    Attributes:
        version: such as ``3.13.1``.
        is_release: whether it may be handed out.
    """

    version: str
    is_release: bool

    @property
    def short(self) -> str:
        """Return the version as its file names have it: ``313``."""
        return "".join(self.version.split(".")[:2])

    @property
    def feature(self) -> str:
        """Return the version as programs are named after it: ``3.13``."""
        return ".".join(self.version.split(".")[:2])


def put(job: Job, target: Path) -> Interpreter:
    """Put the interpreter into a folder and return which one it is.

    Raises:
        Trouble: when its bytes are not those that were pinned.
    """
    pins = tomllib.loads((job.packaging / "windows" / "interpreter.toml").read_text("utf-8"))
    given = os.environ.get(PACKAGE)
    target.mkdir(parents=True)
    if given:
        pin = pins["release"]
        _verify(Path(given), pin["sha256"])
        _put_embeddable(Path(given), target, _short(pin["version"]))
        return Interpreter(pin["version"], is_release=True)
    pin = pins["stand_in"]
    interpreter = Interpreter(pin["version"], is_release=False)
    _put_stand_in(job, interpreter, _fetched(job, pin), target)
    return interpreter


def compile_all(job: Job, folder: Path, interpreter: Interpreter) -> None:
    """Compile a folder's Python files in place of their sources, without times or places."""
    script = job.packaging / "building" / "bytecode.py"
    options = ["-X", "no_debug_ranges"]
    done([_compiler(interpreter), *options, script, folder], env=job.environment())


def _compiler(interpreter: Interpreter) -> str:
    """Return a Python of this machine that compiles for the interpreter.

    Raises:
        Trouble: when there is none.
    """
    name = f"python{interpreter.feature}"
    found = shutil.which(name)
    # pyenv leaves a program for each version it ever had, which only tells that it is not chosen
    if found is None or call([found, "-c", ""]).code != 0:
        raise Trouble(f"Compiling for Windows needs {name}, and the PATH leads to none that runs.")
    return found


def _short(version: str) -> str:
    return Interpreter(version, is_release=True).short


def _verify(file: Path, wanted: str) -> None:
    if not wanted or sums.digest(file) != wanted:
        raise Trouble(f"{file.name} is not what windows/interpreter.toml pins. Nothing was built.")


def _fetched(job: Job, pin: dict[str, str]) -> Path:
    name = f"{pin['package'].replace('-', '_')}-{pin['version']}.tar.gz"
    file = job.work / name
    if not file.exists():
        wanted = f"{pin['package']}=={pin['version']}"
        python = shutil.which("python3") or "python3"
        pip = [python, "-m", "pip", "--disable-pip-version-check", "download", "--no-deps"]
        done([*pip, "--no-binary", ":all:", "--dest", str(job.work), wanted])
    _verify(file, pin["sha256"])
    return file


def _put_embeddable(package: Path, target: Path, short: str) -> None:
    with zipfile.ZipFile(package) as archive:
        names = [name for name in archive.namelist() if _is_wanted_binary(name)]
        archive.extractall(target, [*names, "LICENSE.txt"])  # noqa: S202 - its sum was verified
        library = zipfile.ZipFile(BytesIO(archive.read(f"python{short}.zip")))
    kept = {name: library.read(name) for name in library.namelist() if _is_wanted(name)}
    _write_library(target / f"python{short}.zip", kept)


def _put_stand_in(job: Job, interpreter: Interpreter, file: Path, target: Path) -> None:
    stage = job.work / "windows-python"
    shutil.rmtree(stage, ignore_errors=True)
    with tarfile.open(file) as archive:
        member = next(one for one in archive.getmembers() if one.name.endswith("/data.zip"))
        data = archive.extractfile(member)
        whole = zipfile.ZipFile(BytesIO(data.read() if data else b""))
    top = f"cp{interpreter.short}/"
    for name in whole.namelist():
        place = name.removeprefix(top)
        if place.startswith("Lib/") and place.endswith(".py") and _is_wanted(place[4:]):
            (stage / place[4:]).parent.mkdir(parents=True, exist_ok=True)
            (stage / place[4:]).write_bytes(whole.read(name))
        elif _is_wanted_binary(place.removeprefix("DLLs/")) or place == "LICENSE.txt":
            (target / Path(place).name).write_bytes(whole.read(name))
    _compile_as_released(job, stage, interpreter)
    compiled = {
        path.relative_to(stage).as_posix(): path.read_bytes() for path in stage.rglob("*.pyc")
    }
    _write_library(target / f"python{interpreter.short}.zip", compiled)


def _compile_as_released(job: Job, folder: Path, interpreter: Interpreter) -> None:
    """Compile Python's own library with all that python.org's package has in it."""
    options = ["-q", "-b", "-j", "2", "-s", str(folder), "--invalidation-mode", "unchecked-hash"]
    done([_compiler(interpreter), "-m", "compileall", *options, folder], env=job.environment())


def _is_wanted_binary(name: str) -> bool:
    if "/" in name:
        return False
    return name in PROGRAMS or (
        name.endswith(LIBRARIES) and not name.lower().startswith(NOT_BINARIES)
    )


def _is_wanted(place: str) -> bool:
    """Tell whether a file of Python's library is carried; `place` is its path in there."""
    top = place.split("/", maxsplit=1)[0]
    return not (top in NOT_FOLDERS or "/test/" in place or is_left_out(place))


def _write_library(target: Path, files: dict[str, bytes]) -> None:
    """Write Python's library; not packed, for the installer packs better what is not."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            archive.writestr(zipfile.ZipInfo(name), files[name])
