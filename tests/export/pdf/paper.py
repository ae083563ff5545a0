"""Documents to print, and ways to read what was printed."""

import re
import subprocess
from pathlib import Path
from typing import Any

import pikepdf

from ladder_desktop.document.nodes import (
    Answer,
    Bar,
    Cell,
    Chart,
    Check,
    Checks,
    Column,
    Detail,
    Document,
    Field,
    Grid,
    Heading,
    Level,
    Link,
    Links,
    Node,
    Paragraph,
    Place,
    Scale,
    Section,
)

LEVELS = (
    Level(1, "Limited", "No or hardly any evidence."),
    Level(2, "Basic", "Evidence of a basic level."),
    Level(3, "Effective", "Evidence of effective practice."),
)


def document(*nodes: Node, language: str = "en", title: str = "A workbook") -> Document:
    """Return a document of one section."""
    section = Section("one", "First tab", "First heading", nodes)
    return Document(title, "Ada Lovelace", "K7QX-2M", language, (), (section,))


def answer(text: str, question: str = "Why?") -> Answer:
    """Return a question with an answer."""
    return Answer(Place("why"), question, text)


def table(rows: list[tuple[str, str]]) -> Grid:
    """Return a table of two columns."""
    columns = (Column("goal", "GOALHEAD"), Column("role", "ROLEHEAD", weight=1.5))
    cells = tuple((Cell(first), Cell(second)) for first, second in rows)
    return Grid(Place("goals"), "What to support", columns, cells)


def everything() -> Document:
    """Return a document with every sort of node, filled in and not."""
    reflection = (
        Paragraph("Think back.", "intro"),
        Paragraph("An *article* to read.", "article"),
        answer("I **did** it:\n\n- one\n  - two\n1. three\n\nSee [it](https://example.org/a)."),
        Answer(Place("blank"), "And then?", "", "Take your time."),
    )
    assessment = (
        Heading(1, "Practice 1", "LEA only"),
        Scale(Place("rubric", "p1", column="rating"), "How well?", LEVELS, 2),
        Scale(Place("rubric", "p2", column="rating"), "How often?", LEVELS, None),
        Heading(2, "Evidence"),
        Checks(
            Place("rubric", "p1"),
            "Sample evidence",
            "have",
            (
                Check("e1", "Feedback", True, (Field("notes", "Notes", "From May"),)),
                Check("e2", "Numbers", False, (Field("notes", "Notes", ""),)),
            ),
        ),
        Chart("Ratings", (Bar("Practice 1", 2, "2 of 3"), Bar("Practice 2", None, "none")), 3),
    )
    resources = (
        table([("Reading", "Coach"), ("Writing", "Mentor"), ("", "")]),
        Links(
            Place("read"),
            "Sources",
            (
                Link("a", "Guide", "IU13", "https://example.org/g?a=ü", True, "page 4"),
                Link("b", "Report", "Impact", "", False, "", (Field("notes", "Took", "Much"),)),
            ),
        ),
    )
    return Document(
        "Career Growth",
        "Ada Lovelace",
        "K7QX-2M",
        "en",
        (Detail("name", "Name", "Ada Lovelace"), Detail("date", "Date", "")),
        (
            Section("reflection", "Reflection", "Why it matters", reflection),
            Section("assessment", "Self-assessment", "Where we are", assessment),
            Section("resources", "Resources", "What to read", resources),
        ),
    )


def text_of(path: Path, *options: str) -> str:
    """Return the text that pdftotext finds, without the direction marks that it adds."""
    done = subprocess.run(["pdftotext", *options, str(path), "-"], capture_output=True, check=True)
    return re.sub("[\u202a-\u202c]", " ", done.stdout.decode("utf-8"))


def words_of(path: Path, *options: str) -> list[str]:
    """Return the words that pdftotext finds."""
    return text_of(path, *options).split()


def page_count(path: Path) -> int:
    """Return how many pages a file has."""
    done = subprocess.run(["qpdf", "--show-npages", str(path)], capture_output=True, check=True)
    return int(done.stdout)


def operations(page: pikepdf.Page) -> list[tuple[str, list[Any]]]:
    """Return each operator of a page's content with its operands."""
    found = pikepdf.parse_content_stream(page)
    return [(str(each.operator), list(each.operands)) for each in found]
