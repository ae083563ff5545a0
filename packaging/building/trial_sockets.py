"""A whole session under strace: no socket that could reach another computer; and its paper."""

import re
import tempfile
from collections.abc import Mapping
from pathlib import Path

from development.steps import say
from development.trouble import Trouble

from building import smoke
from building.job import APP, Job
from building.tools import done, require

# A word of each script that documents are set in.
SCRIPTS = (
    "Zoë", "Ελλάδα", "Київ", "漢字", "かな", "한국어", "हिन्दी", "বাংলা", "தமிழ்", "తెలుగు",
    "العربية", "עברית", "ไทย", "ລາວ", "ខ្មែរ", "မြန်မာ", "አማርኛ", "∑", "☃",
)  # fmt: skip
REACHING = re.compile(r"socket\((AF_INET6?|AF_PACKET|AF_NETLINK)\b")


def run(job: Job, environment: Mapping[str, str]) -> None:
    """Type, save, export and prepare a stick, and look at every socket asked for."""
    require("strace", "pdftotext")
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
        _check_letters(folder / "one.pdf")
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
    stick = str(folder / "stick")
    return [
        ["new", workbook, "--name", " ".join(SCRIPTS)],
        ["show", workbook],
        *exports,
        ["bring-in", workbook, str(folder / "one.docx")],
        ["checkpoint", workbook, "Today"],
        ["history", workbook],
        ["check", workbook],
        ["stick", stick, "--title", "A workshop"],
        ["join", stick],
    ]


def _check_letters(paper: Path) -> None:
    """Look whether letters of every script stand on paper; fonts were made smaller for it."""
    # a word of a script without blanks may go on in the next line
    text = "".join(done(["pdftotext", paper, "-"]).split())
    lost = [word for word in SCRIPTS if word not in text]
    if lost:
        raise Trouble(f"These words are not on paper: {' '.join(lost)}")
    say(f"  words of {len(SCRIPTS)} scripts stand on paper")
