"""What is handed out for Windows, under Wine 10 in a Debian 13: installed, proved, taken away."""

import shutil
import sys
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from development.steps import Finished, call, say, step
from development.trouble import Trouble

from building import clean_system, smoke, windows
from building.belongings import Belongings
from building.job import APP, Job
from building.stage import stage
from building.tools import done, require

SUITE = "trixie"
COMPILER = "x86_64-w64-mingw32-gcc"
FORMER = "0.0.1"
UNINSTALL = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\LadderDesktop"
STALE = Path("program", "app", "stale.pyc")
STUBS = ("icuuc", "mscms")
INSTALLER = "Windows - double-click me.exe"
PREFIX = "/root/wine"
REGISTERED = {
    r"HKCU\Software\Classes\.ladder": "LadderDesktop.Workbook.1",
    r"HKCU\Software\Classes\LadderDesktop.Workbook.1\shell\open\command": "start.pyw",
    UNINSTALL: "Ladder Desktop",
}
PATHS = "/usr/sbin:/usr/bin:/sbin:/bin"
STICK = "stick å 漢字"


@dataclass(frozen=True)
class Wine:
    """A system with Wine in it.

    Attributes:
        root: the folder of the system.
        variables: the environment of what runs in it.
    """

    root: Path
    variables: Mapping[str, str]

    @property
    def drive(self) -> Path:
        """Return where drive C lies."""
        return self.root / PREFIX.lstrip("/") / "drive_c"

    def call(self, *words: str) -> Finished:
        """Run a Windows program, without any network."""
        settings = [f"{name}={value}" for name, value in self.variables.items()]
        inside = ["chroot", str(self.root), "env", "-i", *settings, *words]
        return call([*smoke.CUT_OFF, *inside])

    def command(self, *words: str) -> list[str]:
        """Return what runs a Windows program."""
        settings = [f"{name}={value}" for name, value in self.variables.items()]
        return [*smoke.CUT_OFF, "chroot", str(self.root), "env", "-i", *settings, "wine", *words]


def run(job: Job, environment: Mapping[str, str]) -> None:
    """Try setup.exe and the portable ZIP."""
    require("debootstrap", COMPILER)
    setup, portable = _built(job)
    with _system(job, environment) as wine:
        _add_stubs(job, wine)
        _try_setup(wine, _former(job), setup, job.version)
        _try_portable(wine, portable)
        _try_stick(job, wine, setup)


def _built(job: Job) -> tuple[Path, Path]:
    for marked in ("windows", "windows-for-tests"):
        name = f"{APP}-{job.version}-{marked}"
        files = (job.dist / f"{name}-setup.exe", job.dist / f"{name}-portable.zip")
        if all(file.is_file() for file in files):
            return files
    raise Trouble("Windows' files are not there yet: python3 packaging/dev.py build windows")


@contextmanager
def _system(job: Job, environment: Mapping[str, str]) -> Iterator[Wine]:
    root = job.work / "systems" / "wine"
    clean_system.let_go(root)
    if not (root / "usr" / "lib" / "wine").is_dir():
        with step("a system with Wine"):
            done(["debootstrap", "--variant=minbase", SUITE, root])
            shutil.copyfile("/etc/resolv.conf", root / "etc" / "resolv.conf")
            apt: list[str | Path] = ["chroot", root, "apt-get", "-y", "--no-install-recommends"]
            done([*apt, "install", "wine", "wine64", "fonts-dejavu-core"])
    shutil.rmtree(root / PREFIX.lstrip("/"), ignore_errors=True)
    variables = {
        "HOME": "/root",
        "PATH": "/usr/bin:/bin:/usr/sbin:/sbin",
        "LC_ALL": "C.UTF-8",
        "DISPLAY": environment.get("DISPLAY", ""),
        "WINEPREFIX": PREFIX,
        "WINEDEBUG": "-all",
        # neither .NET nor a browser is looked for, and our stub comes before Wine's own
        "WINEDLLOVERRIDES": "mscoree,mshtml=;mscms=n,b;certutil.exe=n",
    }
    with clean_system.bound(root):
        wine = Wine(root, variables)
        with step("Wine's first start"):
            wine.call("wine", "wineboot", "--init")
            wine.call("wineserver", "--wait")
        try:
            yield wine
        finally:
            wine.call("wineserver", "--kill")
            wine.call("wineserver", "--wait")


def _add_stubs(job: Job, wine: Wine) -> None:
    for name in STUBS:
        source = job.packaging / "windows" / "wine" / f"{name}.c"
        target = wine.drive / "windows" / "system32" / f"{name}.dll"
        done([COMPILER, "-shared", "-s", "-o", target, source])
    source = job.packaging / "windows" / "wine" / "certutil.c"
    target = wine.drive / "windows" / "system32" / "certutil.exe"
    done([COMPILER, "-municode", "-s", "-o", target, source, "-lbcrypt"])


def _former(job: Job) -> Path:
    """Make the installer of a former version, of next to nothing but a part that went since."""
    folder = job.work / "windows-former"
    shutil.rmtree(folder, ignore_errors=True)
    for place in (STALE, Path("program", "pythonw.exe")):
        (folder / windows.TOP / place).parent.mkdir(parents=True, exist_ok=True)
        (folder / windows.TOP / place).touch()
    earlier = replace(job, version=FORMER)
    return windows.write_setup(earlier, folder, stage(job), job.work / "former-setup.exe")


def _try_setup(wine: Wine, former: Path, setup: Path, version: str) -> None:
    folder = _installed_into(wine)
    _install(wine, former)
    if not (folder / STALE).is_file():
        raise Trouble("The former version was not installed.")
    (folder / "mine.txt").touch()
    kept = _move_in(wine)
    _install(wine, setup)
    # what a former version left behind must go, what a person put there must stay
    if (folder / STALE).exists():
        raise Trouble("An upgrade left parts of the former version.")
    told = wine.call("wine", "reg", "query", UNINSTALL, "/v", "DisplayVersion").output
    if version not in told:
        raise Trouble(f"The upgrade did not register version {version}:\n{told}")
    kept.check("After the upgrade")
    say(f"  upgraded from {FORMER} to {version}: nothing of the former is left")
    _check_registry(wine, present=True)
    _prove(wine, "installed by setup.exe", folder / "program", wine.drive / "år 1")
    with step("uninstall.exe"):
        # the plain call copies itself elsewhere and returns at once; this one stays
        place = _windows_path(wine, folder)
        wine.call("wine", rf"{place}\uninstall.exe", "/S", f"_?={place}")
        wine.call("wineserver", "--wait")
    _check_registry(wine, present=False)
    left = sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )
    if set(left) - {"mine.txt", "uninstall.exe"}:
        raise Trouble(f"Uninstalling left {left[:10]}.")
    if "mine.txt" not in left or not (wine.drive / "år 1" / "My workbook.ladder").is_file():
        raise Trouble("Uninstalling took a person's file with it.")
    kept.check("After uninstalling")
    say("  uninstalled: registry and program are gone, the person's files are there")


def _install(wine: Wine, setup: Path) -> None:
    shutil.copyfile(setup, wine.drive / setup.name)
    with step(setup.name):
        finished = wine.call("wine", rf"C:\{setup.name}", "/S")
        wine.call("wineserver", "--wait")
    if finished.code != 0 or not (_installed_into(wine) / "program" / "pythonw.exe").is_file():
        raise Trouble(f"{setup.name} failed ({finished.code}).\n{finished.output[-2000:]}")


def _move_in(wine: Wine) -> Belongings:
    """Let a person have settings and a dictionary of their own."""
    home = wine.drive / "users" / "root"
    own = home / "AppData" / "Local" / APP
    kept = Belongings(home / "Documents" / "Ladder Workbooks", own, own)
    kept.lay()
    return kept


def _try_portable(wine: Wine, portable: Path) -> None:
    stick = wine.drive / STICK
    with zipfile.ZipFile(portable) as archive:
        archive.extractall(stick)
    top = stick / "Ladder Desktop"
    report = _prove(wine, "portable", top / "program", stick / "workbooks")
    inside = _windows_path(wine, top)
    for name in ("documents", "data", "config"):
        if not str(report[name]).startswith(inside):
            raise Trouble(f"The portable program would write to {report[name]}.")
    say("  portable: everything stays in its folder")


def _try_stick(job: Job, wine: Wine, setup: Path) -> None:
    """Check a stick by its script, and install from it: from the top of a drive, as it is there."""
    stick = wine.root / "stick"
    shutil.rmtree(stick, ignore_errors=True)
    # Wine's shell reads lists in the code page of its start, so the name is a plain one
    text = job.work / "Read this first.txt"
    text.write_text("Read this.", encoding="utf-8")
    words = ["stick", str(stick), "--title", "Año", "--file", str(text)]
    done([sys.executable, "-m", "ladder_desktop", *words], cwd=stage(job), env=job.environment())
    (wine.drive.parent / "dosdevices" / "d:").symlink_to("/stick")
    script = ["wine", "cmd", "/c", r"D:\Check this stick\verify-windows.cmd"]
    told = wine.call(*script)
    if told.code != 0:
        raise Trouble(f"The script found a whole stick damaged.\n{told.output[-1000:]}")
    with (stick / "Start here.html").open("ab") as page:
        page.write(b" ")
    if wine.call(*script).code == 0:
        raise Trouble("The script found a damaged stick whole.")
    shutil.copyfile(setup, stick / INSTALLER)
    wine.call("wine", rf"D:\{INSTALLER}", "/S")
    wine.call("wineserver", "--wait")
    joined = wine.drive / "users" / "root" / "AppData" / "Local" / APP / "workshop"
    if not (joined / "workshop.toml").is_file() or not any(joined.rglob(text.name)):
        raise Trouble("Installing from a stick did not join its workshop.")
    say(
        "  stick: its script tells whole from damaged; installed from there, the workshop is joined"
    )


def _prove(wine: Wine, name: str, program: Path, folder: Path) -> dict[str, object]:
    folder.mkdir()
    here = _windows_path(wine, folder)
    names = ("log.json", "My workbook.ladder", "w.png")
    log, workbook, picture = (rf"{here}\{one}" for one in names)
    where = _windows_path(wine, program)
    words = [*smoke.words(log), "--smoke-picture", picture, workbook]
    command = wine.command(rf"{where}\pythonw.exe", rf"{where}\start.pyw", *words)
    report = smoke.prove(f"{name}, under Wine", command, folder / "log.json", {"PATH": PATHS})
    say(f"  its window: {folder / 'w.png'}")
    return report


def _installed_into(wine: Wine) -> Path:
    return wine.drive / "users" / "root" / "AppData" / "Local" / "Programs" / "Ladder Desktop"


def _windows_path(wine: Wine, path: Path) -> str:
    return "C:\\" + str(path.relative_to(wine.drive)).replace("/", "\\")


def _check_registry(wine: Wine, *, present: bool) -> None:
    for key, value in REGISTERED.items():
        told = wine.call("wine", "reg", "query", key, "/s").output
        if (value in told) is not present:
            raise Trouble(f"{key} {'lacks' if present else 'still has'} {value}:\n{told}")
    link = r"AppData\Roaming\Microsoft\Windows\Start Menu\Programs\Ladder Desktop.lnk"
    path = wine.drive / "users" / "root" / Path(*link.split("\\"))
    if path.is_file() is not present:
        raise Trouble(f"The Start menu {'lacks' if present else 'still has'} the program.")
