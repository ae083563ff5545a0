"""Measures paper: the same workbook printed by this program and, through others, by others.

Each measure is a process from its start to its end: this program prints a PDF, LibreOffice turns
this program's DOCX into one, and WeasyPrint and Typst print the same texts where they are
installed. Memory is the highest of any process of the measure, as Linux counts it.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

import pikepdf

from ladder_desktop.document.nodes import Answer, Document, Grid
from ladder_desktop.export.options import ExportOptions
from ladder_desktop.export.writing import export
from ladder_desktop.paths import resources
from ladder_desktop.words import words_for
from ladder_desktop.workbook.printing import printed
from ladder_desktop.workbook.template import read_template
from ladder_desktop.workbook.workbook import Workbook
from tests.bench.sample import SENTENCE
from tests.filling import fill

QUICK, LONG = (10, 200), (10, 200, 2000)
AIMS = {(200, "this program"): "< 5 s, < 300 MB"}
_STYLE = "td, th { border: 1px solid #ccc } @page { size: letter }"

Row = tuple[str, str, str]


@dataclass(frozen=True)
class Used:
    """What a program took: seconds, those of a processor, and megabytes at the most."""

    seconds: float
    work: float
    memory: float
    failed: bool


@dataclass(frozen=True)
class Measured:
    """One printed file: how long it took, and what it came to.

    Attributes:
        seconds: from the start of the process to its end.
        work: seconds of a processor; less depends on what else the machine does.
        memory: megabytes at the most.
        pages: of the file.
        size: kilobytes of the file.
    """

    seconds: float
    work: float
    memory: float
    pages: int
    size: float

    def shown(self) -> str:
        """Return the figures on one line."""
        speed = self.pages / self.seconds
        return (
            f"{self.pages} pages, {self.seconds:.2f} s ({self.work:.2f} s work), {speed:.0f}/s, "
            f"{self.memory:.0f} MB, {self.size:.0f} kB"
        )


def rows(lengths: Sequence[int]) -> Iterator[Row]:
    """Yield the figures of each length, program by program."""
    with tempfile.TemporaryDirectory(prefix="ladder-paper-") as name:
        for length in lengths:
            folder = Path(name, str(length))
            folder.mkdir()
            for program, call in _calls(folder, length):
                what = f"about {length} pages, {program}"
                yield what, _measured(call, folder / "out.pdf"), AIMS.get((length, program), "")


def workbook(pages: int) -> Workbook:
    """Return a filled workbook of about so many pages: questions, answers and tables."""
    sections = "\n".join(_section(number) for number in range(pages))
    head = 'format = "ladder-template"\nid = "long"\nversion = 1\ntitle = "A long workbook"\n'
    return fill(read_template(head + sections, "long"), _say, rows=7)


def _say(words: int) -> str:
    return " ".join((SENTENCE * 9).split()[: 3 * words])


def _section(number: int) -> str:
    prompts = "\n".join(
        f'[[sections.blocks]]\nkind = "prompt"\nid = "q{number}-{each}"\nquestion = "Why {each}?"'
        for each in range(2)
    )
    return f"""
[[sections]]
id = "s{number}"
title = "Section {number}"
{prompts}
[[sections.blocks]]
kind = "table"
id = "t{number}"
title = "Table {number}"
row_name = "row"
columns = [{{ id = "a", title = "Goal" }}, {{ id = "b", title = "Role" }}]
"""


def _calls(folder: Path, pages: int) -> Iterator[tuple[str, list[str]]]:
    """Yield each program that is here, and how it prints; what it reads is made beforehand."""
    yield "this program", [sys.executable, "-m", "tests.bench.paper", str(pages), str(folder)]
    made, words = workbook(pages), words_for("en", resources() / "translations")
    if office := shutil.which("soffice"):
        export(made, "docx", folder / "out.docx", ExportOptions(), words)
        own = f"-env:UserInstallation={folder.as_uri()}/office"
        convert = ["--headless", "--convert-to", "pdf", "--outdir", str(folder)]
        yield "LibreOffice", [office, own, *convert, str(folder / "out.docx")]
    document = printed(made, words)
    if weasyprint := shutil.which("weasyprint"):
        (folder / "in.html").write_text(_html(document), encoding="utf-8")
        yield "WeasyPrint", [weasyprint, str(folder / "in.html"), str(folder / "out.pdf")]
    if typst := shutil.which("typst"):
        (folder / "in.typ").write_text(_typst(document), encoding="utf-8")
        yield "Typst", [typst, "compile", str(folder / "in.typ"), str(folder / "out.pdf")]


def run(call: Sequence[str]) -> Used:
    """Run a program to its end, and return what it took."""
    start = time.perf_counter()
    with subprocess.Popen(call, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds, work = time.perf_counter() - start, used.ru_utime + used.ru_stime
    return Used(seconds, work, used.ru_maxrss / 1024, failed=process.returncode != 0)


def _measured(call: Sequence[str], target: Path) -> str:
    """Run a program and return the figures of what it wrote."""
    target.unlink(missing_ok=True)
    used = run(call)
    if used.failed or not target.exists():
        return f"failed after {used.seconds:.0f} s"
    with pikepdf.open(target) as pdf:
        pages = len(pdf.pages)
    size = target.stat().st_size / 1024
    return Measured(used.seconds, used.work, used.memory, pages, size).shown()


def _html(document: Document) -> str:
    """Return the same texts for WeasyPrint."""
    parts = [f"<html lang='en'><style>{_STYLE}</style><h1>{escape(document.title)}</h1>"]
    for section in document.sections:
        parts.append(f"<h2>{escape(section.heading)}</h2>")
        for node in section.nodes:
            if isinstance(node, Answer):
                parts.append(f"<h3>{escape(node.question)}</h3><p>{escape(node.text)}</p>")
            elif isinstance(node, Grid):
                parts.append(_html_table(node))
    return "\n".join(parts)


def _html_table(grid: Grid) -> str:
    heads = "".join(f"<th>{escape(column.title)}</th>" for column in grid.columns)
    lines = (
        "<tr>" + "".join(f"<td>{escape(cell.text)}</td>" for cell in row) + "</tr>"
        for row in grid.rows
    )
    return f"<table><thead><tr>{heads}</tr></thead>{''.join(lines)}</table>"


def _typst(document: Document) -> str:
    """Return the same texts for Typst; the sample's texts hold no sign that it would read."""
    parts = ['#set page(paper: "us-letter")', f"= {document.title}"]
    for section in document.sections:
        parts.append(f"== {section.heading}")
        for node in section.nodes:
            if isinstance(node, Answer):
                parts += [f"=== {node.question}", node.text]
            elif isinstance(node, Grid):
                parts.append(_typst_table(node))
    return "\n\n".join(parts)


def _typst_table(grid: Grid) -> str:
    heads = ", ".join(f"[{column.title}]" for column in grid.columns)
    cells = ", ".join(f"[{cell.text}]" for row in grid.rows for cell in row)
    return f"#table(columns: {len(grid.columns)}, table.header({heads}), {cells})"


def _print(pages: str, folder: str) -> None:
    """Print a workbook: what is measured of this program."""
    words = words_for("en", resources() / "translations")
    export(workbook(int(pages)), "pdf", Path(folder, "out.pdf"), ExportOptions(), words)


if __name__ == "__main__":
    _print(*sys.argv[1:])
