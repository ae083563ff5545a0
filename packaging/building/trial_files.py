"""What checkers say about the files for Linux, and what a second build says about the first."""

from collections.abc import Mapping
from pathlib import Path

from development.steps import call, say
from development.trouble import Trouble

from building import linux_files, payload, sums
from building.job import APP, Job
from building.tools import done, require


def run(job: Job, environment: Mapping[str, str]) -> None:
    """Hold the files for Linux against the checkers of Debian and freedesktop.org."""
    del environment
    require("lintian", "desktop-file-validate", "appstreamcli")
    package = deb(job)
    payload.check_size(package)
    _check_sums(job)
    folder = job.work / "checked"
    folder.mkdir(exist_ok=True)
    for name in (f"{APP}.desktop", f"{APP}.metainfo.xml"):
        (folder / name).write_text(linux_files.filled(job, name), encoding="utf-8")
    done(["desktop-file-validate", folder / f"{APP}.desktop"])
    done(["appstreamcli", "validate", "--no-net", folder / f"{APP}.metainfo.xml"])
    say("  desktop-file-validate, appstreamcli: nothing to say")
    finished = call(["lintian", "--fail-on", "error,warning", "--allow-root", package])
    if finished.code != 0:
        raise Trouble(f"lintian says:\n{finished.output}")
    say(f"  lintian: no error, no warning\n{finished.output.rstrip()}".rstrip())
    listed = done(["dpkg-deb", "--contents", package])
    wrong = payload.network_parts(line.split()[5] for line in listed.splitlines())
    if wrong:
        raise Trouble(f"{package.name} holds parts that open connections: {wrong}")
    say(f"  {len(listed.splitlines())} entries, none of which opens connections")


def deb(job: Job) -> Path:
    """Return the package in `dist`.

    Raises:
        Trouble: when it was not built yet.
    """
    return built(job, f"{APP}_{job.version}_amd64.deb", "linux")


def built(job: Job, name: str, system: str) -> Path:
    """Return a file in `dist`.

    Raises:
        Trouble: when it was not built yet.
    """
    path = job.dist / name
    if not path.is_file():
        raise Trouble(f"{name} is not there yet: python3 packaging/dev.py build {system}")
    return path


def _check_sums(job: Job) -> None:
    for line in (job.dist / sums.FILE).read_text(encoding="utf-8").splitlines():
        digest, name = line.split("  ", 1)
        if sums.digest(job.dist / name) != digest:
            raise Trouble(f"{name} is not what {sums.FILE} says.")
