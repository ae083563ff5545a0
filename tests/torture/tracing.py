"""Records what a program asks of the system about files, in its order, by running it in strace."""

import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

CALLS = (
    "openat,creat,pwrite64,write,writev,pwritev,fsync,fdatasync,ftruncate,truncate,fallocate,"
    "sync_file_range,unlink,unlinkat,rename,renameat,renameat2,link,linkat"
)
LINE = re.compile(r"(?P<pid>\d+) +(?P<call>\w+)\((?P<arguments>.*)\) += (?P<result>-?\d+)")
UNFINISHED = re.compile(r"(?P<pid>\d+) +(?P<start>.*) <unfinished \.\.\.>$")
RESUMED = re.compile(r"(?P<pid>\d+) +<\.\.\. \w+ resumed>(?P<end>.*)$")
TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
HANDLE = re.compile(r"\b(\d+|AT_FDCWD)<((?:[^<>])*)>")


class Call(NamedTuple):
    """One call to the system that worked.

    Attributes:
        name: of the call.
        handle: the number of the file it works on; -1 where it names paths instead.
        path: of that file.
        texts: the quoted arguments: paths or content.
        numbers: the plain numbers among the arguments, in order.
        flags: the arguments as strace wrote them, for what is written in words.
    """

    name: str
    handle: int
    path: str
    texts: tuple[bytes, ...]
    numbers: tuple[int, ...]
    flags: str


def can_trace() -> bool:
    """Tell whether strace is here and allowed to work."""
    found = shutil.which("strace")
    if not found:
        return False
    tried = subprocess.run(
        [found, "-f", "-o", "/dev/null", "true"], capture_output=True, check=False
    )
    return tried.returncode == 0


def traced(command: Sequence[str | Path], cwd: Path, log: Path) -> list[Call]:
    """Run a program and return its calls about files, in the order in which they ended."""
    subprocess.run(
        ["strace", "-f", "-qq", "-y", "-xx", "-s", "100000000", "-e", f"trace={CALLS}",
         "-e", "signal=none", "-o", log, *command],
        cwd=cwd,
        check=True,
        stdout=subprocess.DEVNULL,
    )  # fmt: skip
    with log.open() as lines:
        return list(_calls(lines))


def _calls(lines: Iterator[str]) -> Iterator[Call]:
    begun: dict[str, str] = {}
    for line in lines:
        if found := UNFINISHED.match(line.rstrip("\n")):
            begun[found["pid"]] = found["start"]
            continue
        whole = line
        if found := RESUMED.match(line.rstrip("\n")):
            whole = f"{found['pid']} {begun.pop(found['pid'])}{found['end']}"
        if (call := LINE.match(whole)) and int(call["result"]) >= 0:
            yield _call(call["call"], call["arguments"], whole)


def _call(name: str, arguments: str, line: str) -> Call:
    texts = tuple(bytes.fromhex(text.replace("\\x", "")) for text in TEXT.findall(arguments))
    bare = TEXT.sub('""', arguments)
    if name in ("openat", "creat"):
        opened = HANDLE.findall(line.rpartition(" = ")[2])
        handle, path = opened[0] if opened else ("-1", "")
    else:
        at = HANDLE.match(bare)
        handle, path = at.groups() if at else ("-1", "")
    numbers = tuple(int(word) for word in re.findall(r"(?<=, )-?\d+(?=,|$)", bare))
    number = int(handle) if handle.isdigit() else -1
    return Call(name, number, _unescaped(path), texts, numbers, bare)


def _unescaped(path: str) -> str:
    return re.sub(r"\\x([0-9a-f]{2})", lambda found: chr(int(found[1], 16)), path)
