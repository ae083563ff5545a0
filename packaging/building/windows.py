"""Everything for Windows, built on any Linux: Python, wheels, our files; setup.exe and a ZIP."""

import shutil
import sys
import zipfile
from pathlib import Path

from development.steps import say, step

from building import (
    bill,
    frozen,
    icons,
    interpreter,
    libraries,
    licences,
    packing,
    payload,
    reproducible,
)
from building.interpreter import Interpreter
from building.job import APP, Job
from building.keeping import EVERYWHERE_ELSE, is_kept, is_left_out
from building.stage import LITTER, START
from building.tools import done, require

TOP = "Ladder Desktop"
LIBRARIES = "libraries"
PORTABLE = "portable.txt"
PORTABLE_WORDS = "This file keeps everything in this folder: workbooks, settings and all.\r\n"
STARTER = f"{TOP}.cmd"
STARTER_WORDS = '@start "" "%~dp0program\\pythonw.exe" "%~dp0program\\start.pyw" %*\r\n'


def build(job: Job, source: Path) -> list[Path]:
    """Build what is handed out for Windows and return the files."""
    require("makensis")
    folder = job.work / "windows"
    shutil.rmtree(folder, ignore_errors=True)
    program = folder / TOP / "program"
    with step("folder for Windows"):
        python = interpreter.put(job, program)
        wheels = _fetch_wheels(job, python)
        _fill(job, source, program, python, wheels)
        listed = _parts(job, program, python, wheels)
        licences.write(job, listed, program / licences.FOLDER)
    reproducible.settle(folder, job.epoch)
    payload.check(program)
    # a build that holds the stand-in says so in its name
    name = f"{APP}-{job.version}-windows{'' if python.is_release else '-for-tests'}"
    bill_file = job.dist / f"{name}.cdx.json"
    bill.write(job, listed, bill_file)
    with step("setup.exe"):
        setup = write_setup(job, folder, source, job.dist / f"{name}-setup.exe")
    with step("portable ZIP"):
        portable = _write_portable(job, folder, job.dist / f"{name}-portable.zip")
    say(f"  installed: {reproducible.size_of(program) / payload.MEGABYTE:.1f} MB")
    for made in (setup, portable):
        say(f"  {made.name}: {made.stat().st_size / payload.MEGABYTE:.1f} MB")
        payload.check_size(made)
    return [setup, portable, bill_file]


def _fetch_wheels(job: Job, python: Interpreter) -> Path:
    folder = job.work / f"wheels-{python.short}"
    lock = job.house.runtime_lock
    stamp = folder / "lock.txt"
    if not stamp.exists() or stamp.read_bytes() != lock.read_bytes():
        shutil.rmtree(folder, ignore_errors=True)
        pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "download"]
        system = ["--platform", "win_amd64", "--python-version", python.feature]
        options = ["--no-deps", "--require-hashes", "--only-binary", ":all:", *system]
        done([*pip, *options, "--dest", folder, "-r", lock])
        shutil.copyfile(lock, stamp)
    return folder


def _fill(job: Job, source: Path, program: Path, python: Interpreter, wheels: Path) -> None:
    target = program / LIBRARIES
    builder = libraries.environment(job)
    fonts = [
        font
        for font in libraries.fonts(job, builder, source)
        if not font.startswith(EVERYWHERE_ELSE)
    ]
    for wheel in sorted(wheels.glob("*.whl")):
        _unpack(wheel, target, fonts)
    frozen.replace_fonts(job, builder, fonts, target)
    ours = source / "ladder_desktop"
    shutil.copytree(ours, program / "app" / "ladder_desktop", ignore=LITTER)
    interpreter.compile_all(job, target, python)
    interpreter.compile_all(job, program / "app", python)
    (program / "start.pyw").write_text(START, encoding="utf-8", newline="\r\n")
    # with this file Python looks nowhere else: no variables, no libraries of the user
    places = [f"python{python.short}.zip", ".", LIBRARIES, "app"]
    isolated = program / f"python{python.short}._pth"
    isolated.write_text("\n".join(places) + "\n", encoding="utf-8", newline="\r\n")


def _unpack(wheel: Path, target: Path, fonts: list[str]) -> None:
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            if name.endswith("/") or is_left_out(name) or name.startswith("pip"):
                continue
            if ".data/" in name or not is_kept(name, fonts):
                continue
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            (target / name).write_bytes(archive.read(name))


def _parts(job: Job, program: Path, python: Interpreter, wheels: Path) -> list[licences.Part]:
    """Return everything of others in the folder; the wheels tell where it comes from."""
    unpacked = job.work / "windows-wheels"
    shutil.rmtree(unpacked, ignore_errors=True)
    for wheel in sorted(wheels.glob("*.whl")):
        with zipfile.ZipFile(wheel) as archive:
            told = (".dist-info/", licences.FONT_LICENCE)
            names = [name for name in archive.namelist() if any(part in name for part in told)]
            archive.extractall(unpacked, names)
    inside = program / LIBRARIES
    carried = [path.relative_to(inside).as_posix() for path in inside.rglob("*") if path.is_file()]
    code = [name for name in carried if ".dist-info/" not in name]
    licence = program / "LICENSE.txt"
    listed = [*licences.libraries(unpacked, code), *licences.dictionaries(job)]
    return [*listed, licences.python(python.version, licence)]


def write_setup(job: Job, folder: Path, source: Path, target: Path) -> Path:
    """Write the installer for what lies in a folder, and return it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    icon = job.work / f"{APP}.ico"
    icons.write_ico(job, source, icon)
    shutil.copyfile(icon, folder / TOP / "program" / f"{APP}.ico")
    reproducible.settle(folder, job.epoch)
    installing, listing = job.work / "install.nsh", job.work / "uninstall.nsh"
    installing.write_text(install_list(folder / TOP), encoding="utf-8", newline="\r\n")
    listing.write_text(uninstall_list(folder / TOP), encoding="utf-8", newline="\r\n")
    values = {
        "INSTALLING": installing,
        "LISTING": listing,
        "ICON": icon,
        "VERSION": job.version,
        "LICENCE": job.packaging / "LICENSE",
        "OUTFILE": target,
    }
    script = job.packaging / "windows" / "setup.nsi"
    defines = [f"-D{name}={value}" for name, value in values.items()]
    done(["makensis", "-V2", "-NOCD", *defines, script], env=job.environment())
    return target


def install_list(folder: Path) -> str:
    """Return NSIS's words for installing the files, those side by side that are alike."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    lines, former = [], ""
    for path in sorted(files, key=lambda one: packing.alike(one.relative_to(folder).as_posix())):
        place = _nsis(path.parent, folder)
        if place != former:
            lines.append(f'SetOutPath "$INSTDIR\\{place}"')
            former = place
        lines.append(f'File "{str(path).replace("$", "$$")}"')
    return "\n".join(lines) + "\n"


def uninstall_list(folder: Path) -> str:
    """Return NSIS's words for deleting exactly the files and folders that were installed."""
    paths = sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix())
    files = [path for path in paths if path.is_file()]
    folders = sorted(
        (path for path in paths if path.is_dir()), key=lambda path: len(path.parts), reverse=True
    )
    lines = [f'Delete "$INSTDIR\\{_nsis(path, folder)}"' for path in files]
    lines += [f'RMDir "$INSTDIR\\{_nsis(path, folder)}"' for path in folders]
    return "\n".join(lines) + "\n"


def _nsis(path: Path, folder: Path) -> str:
    return str(path.relative_to(folder)).replace("/", "\\").replace("$", "$$")


def _write_portable(job: Job, folder: Path, target: Path) -> Path:
    top = job.work / "portable"
    shutil.rmtree(top, ignore_errors=True)
    shutil.copytree(folder / TOP, top / TOP)
    (top / TOP / "program" / PORTABLE).write_bytes(PORTABLE_WORDS.encode())
    (top / TOP / STARTER).write_bytes(STARTER_WORDS.encode())
    reproducible.write_zip(top, target, job.epoch)
    return target
