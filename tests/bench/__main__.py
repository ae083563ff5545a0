"""Measures the program and prints a table: ``python3 packaging/dev.py bench [--quick]``.

With ``--paper`` only how paper compares with that of others, with ``--long`` of 2,000 pages, too.

Nothing here passes or fails: the figures depend on the machine, and the ratios to a bare window
of the same run tell most.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from ladder_desktop.export.options import ExportOptions
from ladder_desktop.export.writing import export
from ladder_desktop.paths import resources
from ladder_desktop.words import words_for
from tests.bench import paper, pictured, searching
from tests.bench.sample import long_text, make, many_blocks, many_rows, usual

HERE = Path(__file__).resolve().parent
SETTLING = 1.0  # seconds for a window to come to rest before its memory is read
WIDTH = 52

Row = tuple[str, str, str]  # what, measured, aim


class Bench:
    """One run of all measures, in a folder of its own.

    Attributes:
        rounds: how often a start is measured.
    """

    def __init__(self, folder: Path, rounds: int) -> None:
        self.rounds = rounds
        self._folder = folder
        self._environment = environment(folder)
        self._file = make(folder / "usual.ladder", usual())

    def rows(self) -> Iterator[Row]:
        """Yield the rows of the table, as soon as each is measured."""
        yield from self.start_rows()
        yield from self.memory_rows()
        yield from self.typing_rows("50,000 words in paragraphs of 500", long_text(), "< 16 ms")
        one = long_text(paragraph=50_000)
        yield from self.typing_rows("50,000 words in one paragraph", one, "< 100 ms")
        yield from self.typing_rows("10 MB without a blank", "x" * 10_000_000, "< 100 ms")
        yield from self.moving_rows()
        yield from self.table_rows()
        yield from self.export_rows()
        (self._folder / "all").mkdir()
        yield from searching.rows(self._folder / "all")

    def start_rows(self) -> Iterator[Row]:
        """Yield how long the bare and the real window take, taking turns."""
        bare: list[float] = []
        real: list[float] = []
        for _ in range(self.rounds + 1):
            bare.append(self._start("bare_window.py"))
            real.append(self._start("real_window.py", str(self._file)))
        bare, real = bare[1:], real[1:]  # the first round fills the caches of both
        yield "start to paint, bare window", spread(bare), ""
        yield "start to paint, filled workbook", spread(real), ""
        yield "ratio (of medians, of the fastest)", ratios(real, bare), "<= 1.3"

    def memory_rows(self) -> Iterator[Row]:
        """Yield the memory of both windows, the real one after its first saved key."""
        if not Path("/proc/self/smaps_rollup").exists():
            return
        bare = self._memory("bare_window.py", "--stay", told=1)
        real = self._memory("real_window.py", str(self._file), "--type", told=2)
        yield "memory (PSS), bare window", f"{bare:.0f} MB", ""
        yield "memory (PSS) after the first saved key", f"{real:.0f} MB", ""
        yield "ratio", f"{real / bare:.2f}", "<= 1.9"

    def typing_rows(self, name: str, text: str, aim: str) -> Iterator[Row]:
        """Yield how long keys take in a long answer."""
        path = self._folder / "long.ladder"
        file = make(path, usual().with_answer("job-satisfaction", text))
        keys, commits = (200, 5) if self.rounds > 5 else (50, 2)
        call = [sys.executable, str(HERE / "typing_window.py"), str(file), str(keys), str(commits)]
        done = subprocess.run(call, env=self._environment, capture_output=True, check=True)
        times = json.loads(done.stdout)
        paint, commit = sorted(times["paint"]), times["commit"]
        shown = f"median {median(paint):.1f}, p99 {paint[int(len(paint) * 0.99)]:.1f} ms"
        yield f"key to paint, {name}", shown, aim
        if " " in text:  # else there are no words
            yield "  misspelt words shown meanwhile", str(times["misspelt"]), "> 0"
        yield f"key to commit, {name}", f"median {median(commit):.0f} ms", "< 500 ms + a commit"

    def moving_rows(self) -> Iterator[Row]:
        """Yield how long tabs take that are opened for the first time, and steps of resizing."""
        file = make(self._folder / "many.ladder", many_blocks())
        call = [sys.executable, str(HERE / "moving_window.py"), str(file)]
        done = subprocess.run(call, env=self._environment, capture_output=True, check=True)
        times = json.loads(done.stdout)
        switch, resize = times["switch"], sorted(times["resize"])
        shown = f"median {median(switch):.0f}, slowest {max(switch):.0f} ms"
        yield "first switch to a tab, template of 200 blocks", shown, "< 100 ms"
        shown = f"median {median(resize):.0f}, p99 {resize[int(len(resize) * 0.99)]:.0f} ms"
        yield "a step of resizing, tab of 40 blocks", shown, "smooth: < 33 ms"

    def table_rows(self) -> Iterator[Row]:
        """Yield how quick a table of 2,000 rows is, as cards and in columns."""
        file = make(self._folder / "table.ladder", many_rows())
        call = [sys.executable, str(HERE / "long_table.py"), str(file)]
        done = subprocess.run(call, env=self._environment, capture_output=True, check=True)
        for shape, times in json.loads(done.stdout).items():
            for what, name, aim in (
                ("move", "a step from cell to cell", "< 33 ms"),
                ("type", "key to paint in a cell", "< 16 ms"),
                ("turn", "columns to cards, or back", "< 100 ms"),
            ):
                each = sorted(times[what])
                shown = f"median {median(each):.1f}, p99 {each[int(len(each) * 0.99)]:.1f} ms"
                yield f"{name}, 2,000 rows {shape}", shown, aim

    def export_rows(self) -> Iterator[Row]:
        """Yield how long a PDF of a usual workbook takes in a process that did one already."""
        workbook = usual()
        words = words_for("en", resources() / "translations")
        took = []
        for _ in range(4):
            start = time.perf_counter()
            export(workbook, "pdf", self._folder / "usual.pdf", ExportOptions(), words)
            took.append((time.perf_counter() - start) * 1000)
        yield "export to PDF, first time", f"{took[0]:.0f} ms", ""
        yield "export to PDF, warm", spread(took[1:]), "< 500 ms"

    def _start(self, script: str, *arguments: str) -> float:
        """Return the milliseconds from the start of a process to the moment that it tells."""
        start = time.time()
        call = [sys.executable, str(HERE / script), *arguments]
        done = subprocess.run(call, env=self._environment, capture_output=True, check=True)
        return (float(done.stdout.split()[0]) - start) * 1000

    def _memory(self, script: str, *arguments: str, told: int) -> float:
        """Return the megabytes of a process when it has told so many lines, and come to rest."""
        call = [sys.executable, str(HERE / script), *arguments]
        with running(call, self._environment) as process:
            assert process.stdout is not None
            for _ in range(told):
                process.stdout.readline()
            time.sleep(SETTLING)
            rollup = Path(f"/proc/{process.pid}/smaps_rollup").read_text()
        found = re.search(r"^Pss:\s+(\d+) kB", rollup, re.MULTILINE)
        return int(found[1]) / 1024 if found else 0.0


@contextmanager
def running(call: Sequence[str], environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """Start a process, and end it at last."""
    with subprocess.Popen(call, env=environment, stdout=subprocess.PIPE) as process:
        try:
            yield process
        finally:
            process.kill()


def environment(folder: Path) -> dict[str, str]:
    """Return an environment with folders of its own, in which Python may keep compiled files."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {
        "PYTHONPATH": os.pathsep.join([str(HERE.parents[1]), os.environ.get("PYTHONPATH", "")]),
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_DATA_HOME": str(folder / "data"),
    }


def spread(times: Sequence[float]) -> str:
    """Return the median and the fastest of some times in milliseconds."""
    return f"median {median(times):.0f}, fastest {min(times):.0f} ms"


def ratios(real: Sequence[float], bare: Sequence[float]) -> str:
    """Return how the medians and the fastest compare."""
    return f"{median(real) / median(bare):.2f}, {min(real) / min(bare):.2f}"


def main() -> int:
    """Measure everything and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds")
    parser.add_argument("--paper", action="store_true", help="only how paper compares with others'")
    parser.add_argument("--long", action="store_true", help="paper of 2,000 pages, too")
    chosen = parser.parse_args()
    if not chosen.paper:
        with tempfile.TemporaryDirectory(prefix="ladder-bench-") as name:
            _tell(Bench(Path(name), 5 if chosen.quick else 15).rows())
    _tell(paper.rows(paper.LONG if chosen.long else paper.QUICK))
    if not chosen.paper:
        # last: what this process took itself would count as the least memory of its children
        with tempfile.TemporaryDirectory(prefix="ladder-bench-") as name:
            _tell(pictured.rows(Path(name)))
    return 0


def _tell(rows: Iterator[Row]) -> None:
    for what, measured, aim in rows:
        sys.stdout.write(f"{what:{WIDTH}} {measured:32} {aim}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
