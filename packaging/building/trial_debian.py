"""The package on a Debian on which nothing is installed, used by an ordinary person, offline."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from development.steps import call, say, step
from development.trouble import Trouble

from building import clean_system, smoke, trial_files
from building.belongings import Belongings
from building.job import APP, Job
from building.tools import done, require

PERSON = "ana"
HOME = f"/home/{PERSON}"
FORMER = "0.0.1"
STALE = f"/usr/lib/{APP}/_internal/stale.txt"


def on(suite: str) -> Callable[[Job, Mapping[str, str]], None]:
    """Return the trial on one release of Debian."""

    def run(job: Job, environment: Mapping[str, str]) -> None:
        require("debootstrap")
        package = trial_files.deb(job)
        with _clean_system(job, suite) as root:
            _install(root, _former(job, package))
            kept = _move_in(root)
            _upgrade(root, package)
            kept.check("After the upgrade")
            _prove(root, environment)
            _take_away(root)
            kept.check("After taking the package away")
            say("  taken away: nothing of the program is left, the person's things are")

    return run


@contextmanager
def _clean_system(job: Job, suite: str) -> Iterator[Path]:
    """Give a copy of a freshly made system."""
    pristine = job.work / "systems" / suite
    if not (pristine / "etc" / "debian_version").exists():
        with step(f"system {suite}"):
            clean_system.remove(pristine)
            pristine.parent.mkdir(parents=True, exist_ok=True)
            done(["debootstrap", "--variant=minbase", suite, pristine])
    root = job.work / "systems" / f"{suite}-trial"
    clean_system.remove(root)
    done(["cp", "-a", pristine, root])
    with clean_system.bound(root):
        yield root


def _inside(root: Path, *command: str, person: str = "root", offline: bool = False) -> list[str]:
    cut = list(smoke.CUT_OFF) if offline else []
    return [*cut, "chroot", f"--userspec={person}", str(root), *command]


def _install(root: Path, package: Path) -> None:
    shutil.copyfile("/etc/resolv.conf", root / "etc" / "resolv.conf")
    shutil.copyfile(package, root / "root" / package.name)
    environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND": "noninteractive"}
    with step("what a desktop has"):
        done(_inside(root, "apt-get", "update"), env=environment)
        needs = done(["dpkg-deb", "--field", package, "Depends"]).strip()
        first = _inside(root, "apt-get", "install", "-y", "--no-install-recommends")
        done([*first, *_names(root, needs)], env=environment)
    with step("the package, offline"):
        done(_inside(root, "dpkg", "-i", f"/root/{package.name}", offline=True), env=environment)
    done(_inside(root, "useradd", "-m", "-s", "/bin/sh", PERSON))
    missing = done(_inside(root, "sh", "-c", UNRESOLVED))
    if missing.strip():
        raise Trouble(f"Libraries are missing:\n{missing}")


# ldd of every binary in its folder; prints those that find something missing
UNRESOLVED = f"""\
cd /usr/lib/{APP}/_internal
for file in $(find . -name '*.so*' -type f | grep -v ' '); do
    LD_LIBRARY_PATH=$PWD:$PWD/PySide6/Qt/lib ldd "$file" 2>/dev/null \
        | grep 'not found' | sed "s|^|$file |" || true
done
"""


def _names(root: Path, needs: str) -> list[str]:
    """Return a package for each dependency, the first that this release has."""
    names = []
    for need in needs.split(", "):
        choices = [choice.split(" ")[0] for choice in need.split(" | ")]
        known = [one for one in choices if _is_known(root, one)]
        if not known:
            raise Trouble(f"This release has none of {need}.")
        names.append(known[0])
    return names


def _is_known(root: Path, package: str) -> bool:
    told = call(_inside(root, "apt-cache", "policy", package)).output
    return "Candidate:" in told and "Candidate: (none)" not in told


def _former(job: Job, package: Path) -> Path:
    """Make a package of a former version, with a part that the new one has no longer."""
    folder = job.work / "former"
    shutil.rmtree(folder, ignore_errors=True)
    done(["dpkg-deb", "--raw-extract", package, folder])
    (folder / STALE.lstrip("/")).touch()
    control = folder / "DEBIAN" / "control"
    text = control.read_text(encoding="utf-8")
    control.write_text(text.replace(f"Version: {job.version}", f"Version: {FORMER}"), "utf-8")
    made = job.work / f"{APP}_{FORMER}_amd64.deb"
    done(["dpkg-deb", "--root-owner-group", "-Znone", "--build", folder, made])
    return made


def _move_in(root: Path) -> Belongings:
    """Let a person make a workbook, settings and a dictionary of their own."""
    ana = f"{PERSON}:{PERSON}"
    workbook = f"{HOME}/Documents/Ladder Workbooks/Mine.ladder"
    done(_inside(root, "mkdir", "-p", str(Path(workbook).parent), person=ana))
    program = ["env", "-i", f"HOME={HOME}", "LC_ALL=C.UTF-8", f"/usr/bin/{APP}"]
    done(_inside(root, *program, "new", workbook, "--name", "Ana", person=ana, offline=True))
    home = root / HOME.lstrip("/")
    kept = Belongings(
        home / "Documents" / "Ladder Workbooks",
        home / ".local" / "share" / APP,
        home / ".config" / APP,
    )
    kept.lay()
    done(_inside(root, "chown", "-R", ana, HOME))
    return kept


def _upgrade(root: Path, package: Path) -> None:
    shutil.copyfile(package, root / "root" / package.name)
    environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND": "noninteractive"}
    done(_inside(root, "dpkg", "-i", f"/root/{package.name}", offline=True), env=environment)
    version = done(_inside(root, "dpkg-query", "-W", "-f", "${Version}", APP)).strip()
    if version == FORMER or (root / STALE.lstrip("/")).exists():
        raise Trouble("The upgrade left the former version, or a part of it.")
    say(f"  upgraded from {FORMER} to {version}: nothing of the former is left")


def _prove(root: Path, environment: Mapping[str, str]) -> None:
    log = f"{HOME}/report.json"
    for platform in ("xcb", "offscreen"):
        settings = [
            f"HOME={HOME}",
            f"DISPLAY={environment.get('DISPLAY', '')}",
            f"QT_QPA_PLATFORM={platform}",
            "LC_ALL=C.UTF-8",
            "PATH=/usr/bin:/bin",
        ]
        words = ["env", "-i", *settings, APP, *smoke.words(log)]
        command = _inside(root, *words, person=f"{PERSON}:{PERSON}", offline=True)
        smoke.prove(f"{root.name} on {platform}", command, root / log.lstrip("/"), environment)


def _take_away(root: Path) -> None:
    done(_inside(root, "dpkg", "--purge", APP, offline=True))
    left = done(
        _inside(root, "find", "/usr", "/etc", "/opt", "/var/lib/dpkg/info", "-name", f"*{APP}*")
    )
    if left.strip():
        raise Trouble(f"Taking the package away left:\n{left}")
