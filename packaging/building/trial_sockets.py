"""A whole session under strace: no socket that could reach another computer."""

import re
import tempfile
from collections.abc import Mapping
from pathlib import Path

from development.steps import say
from development.trouble import Trouble

from building import smoke
from building.job import APP, Job
from building.tools import done, require

REACHING = re.compile(r"socket\((AF_INET6?|AF_PACKET|AF_NETLINK)\b")


def run(job: Job, environment: Mapping[str, str]) -> None:
    """Type, save, export and prepare a stick, and look at every socket asked for."""
    require("strace")
    program = job.work / "linux" / "dist" / APP / APP
    if not program.is_file():
        raise Trouble("The folder for Linux is not there yet: python3 packaging/dev.py build linux")
    with tempfile.TemporaryDirectory(prefix="ladder-sockets-") as name:
        folder = Path(name)
        env = {**environment, "HOME": name, "QT_QPA_PLATFORM": "xcb"}
        trace = folder / "trace"
        watch = ["strace", "-f", "-qq", "-e", "trace=socket,connect", "-A", "-o", str(trace)]
        log = folder / "report.json"
        smoke.prove("traced", [*watch, program, *smoke.words(str(log))], log, env)
        for words in _work(folder):
            done([*watch, program, *words], env=env)
        asked = trace.read_text(encoding="utf-8", errors="replace").splitlines()
    reaching = [line for line in asked if REACHING.search(line)]
    if reaching:
        raise Trouble("The program asked for sockets that reach further:\n" + "\n".join(reaching))
    say(f"  {len(asked)} calls for sockets, all within this machine")


def _work(folder: Path) -> list[list[str]]:
    workbook = str(folder / "One.ladder")
    exports = [
        ["export", workbook, "--to", kind, "-o", str(folder / f"one.{kind}")]
        for kind in ("pdf", "docx", "md", "json", "csv")
    ]
    stick = ["stick", str(folder / "stick"), "--title", "A workshop"]
    return [["new", workbook, "--name", "Ana"], ["show", workbook], *exports, stick]
