"""The .run file: a home with a space and foreign letters, offline, a folder that is read-only."""

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from development.steps import call, say
from development.trouble import Trouble

from building import smoke
from building.job import APP, Job
from building.tools import done
from building.trial_files import built


def run(job: Job, environment: Mapping[str, str]) -> None:
    """Install, prove, install over it, and take it away."""
    file = built(job, f"{APP}-{job.version}-linux-x86_64.run", "linux")
    with tempfile.TemporaryDirectory(prefix="ladder trial å 漢字 ") as name:
        home = Path(name)
        env = {**environment, "HOME": name, "LADDER_TRIAL": "yes"}
        _refuse_damaged(file, home, env)
        for _ in ("first", "over the first"):
            done([*smoke.CUT_OFF, "sh", file], env=env)
        _prove(home, env)
        _take_away(home, env)


def _refuse_damaged(file: Path, home: Path, env: Mapping[str, str]) -> None:
    damaged = home / "damaged.run"
    shutil.copyfile(file, damaged)
    with damaged.open("rb+") as opened:
        opened.truncate(file.stat().st_size - 1000)
    if call(["sh", damaged], env=env).code == 0:
        raise Trouble("A .run file that is not whole was installed.")
    damaged.unlink()
    say("  a file that is not whole: refused")


def _prove(home: Path, env: Mapping[str, str]) -> None:
    program = home / ".local" / "share" / f"{APP}-program"
    done(["chmod", "-R", "a-w", program])
    log = home / "report.json"
    workbook = home / "Año 漢字" / "My workbook.ladder"
    workbook.parent.mkdir()
    for platform in ("xcb", "offscreen"):
        words = smoke.words(str(log), str(workbook))
        command: list[str | Path] = [*smoke.CUT_OFF, home / ".local" / "bin" / APP, *words]
        report = smoke.prove(
            f".run on {platform}", command, log, {**env, "QT_QPA_PLATFORM": platform}
        )
        if not str(report["documents"]).startswith(str(home)):
            raise Trouble(f"Workbooks would lie in {report['documents']}.")
    entry = home / ".local" / "share" / "applications" / f"{APP}.desktop"
    done(["desktop-file-validate", entry])
    done(["chmod", "-R", "u+w", program])


def _take_away(home: Path, env: Mapping[str, str]) -> None:
    done(["sh", home / ".local" / "share" / f"{APP}-program" / "uninstall.sh"], env=env)
    left = [path for path in home.rglob(f"*{APP}*") if path.name != "report.json"]
    files = [path for path in left if path.is_file() or path.is_symlink()]
    if files:
        raise Trouble(f"Taking it away left {files}.")
    if not (home / "Año 漢字" / "My workbook.ladder").is_file():
        raise Trouble("Taking it away took a workbook with it.")
    say("  taken away: nothing of the program is left, the workbook is")
