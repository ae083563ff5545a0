"""The .run file: a home with a space and foreign letters, offline, a folder that is read-only."""

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from development.steps import call, say
from development.trouble import Trouble

from building import smoke
from building.belongings import Belongings
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
        done([*smoke.CUT_OFF, "sh", file], env=env)
        kept = _move_in(home, env)
        _install_over(file, home, env)
        kept.check("After installing over it")
        _prove(home, env)
        _take_away(home, env)
        kept.check("After taking it away")


def _refuse_damaged(file: Path, home: Path, env: Mapping[str, str]) -> None:
    damaged = home / "damaged.run"
    shutil.copyfile(file, damaged)
    with damaged.open("rb+") as opened:
        opened.truncate(file.stat().st_size - 1000)
    if call(["sh", damaged], env=env).code == 0:
        raise Trouble("A .run file that is not whole was installed.")
    damaged.unlink()
    say("  a file that is not whole: refused")


def _move_in(home: Path, env: Mapping[str, str]) -> Belongings:
    """Let a person make a workbook, settings and a dictionary of their own."""
    share = home / ".local" / "share"
    kept = Belongings(home / "Documents" / "Ladder Workbooks", share / APP, home / ".config" / APP)
    kept.documents.mkdir(parents=True)
    program = home / ".local" / "bin" / APP
    done([*smoke.CUT_OFF, program, "new", kept.documents / "Mine.ladder"], env=env)
    kept.lay()
    return kept


def _install_over(file: Path, home: Path, env: Mapping[str, str]) -> None:
    stale = home / ".local" / "share" / f"{APP}-program" / "_internal" / "stale.txt"
    stale.touch()
    done([*smoke.CUT_OFF, "sh", file], env=env)
    if stale.exists():
        raise Trouble("Installing over a former version left a part of it.")


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
    left = [path for path in home.rglob(f"*{APP}*") if path.is_file() or path.is_symlink()]
    if left or (home / ".local" / "share" / f"{APP}-program").exists():
        raise Trouble(f"Taking it away left {left}.")
    if not (home / "Año 漢字" / "My workbook.ladder").is_file():
        raise Trouble("Taking it away took a workbook with it.")
    say("  taken away: nothing of the program is left, the person's things are")
