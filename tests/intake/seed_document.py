"""Makes a Word document in the shape of a workshop's note-taking template."""

from collections.abc import Iterable
from pathlib import Path

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

LEVELS = (
    "1=No or limited evidence of it, the school has limited proficiency, or this is unknown",
    "2=There is evidence of basic work, or the school has basic proficiency",
    "3=There is evidence of effective work, or the school has advanced proficiency",
)
PRACTICES = (
    (
        "1. The school offers a range of roles for effective educators.",
        ("Are leaders deliberate (i.e., with a plan)?", "Which roles are there? Who knows them?"),
        ("Feedback from educators", "Number of educators in roles"),
    ),
    (
        "2. LEA level only: The LEA draws effective educators to the schools of highest need.",
        ("How do educators there feel?", "What does the district do?"),
        ("District plans that name roles", "Retention rates, by school"),
    ),
)
REFLECTIONS = (
    "Did they affect your job satisfaction? Why or why not?",
    "Did they affect the way you viewed your role? How?",
    "Did these roles help the school? How?",
)
MINDSETS = ("Which mindsets are your strongest? How do you know?", "Which are your weakest?")
SOURCES = (
    ("Content Guide: Career Ladders", "IU13", "https://example.org/guide"),
    ("The Whole Package: 12 Factors", "Public Impact", "https://example.org/package"),
    ("Defining Roles", "Public Impact", ""),
)
READING = (
    "Read page four of Building a School Culture, called “How to Pave the Way.” (A Department)"
)
SURVEY = "https://forms.example.org/m2Sj"


class SeedDocument:
    """Writes the document part by part.

    Attributes:
        headings: whether headings are real ones; else they are bold lines, as Google Docs
            exports them.
    """

    def __init__(self, *, headings: bool = True) -> None:
        self.document: WordDocument = docx.Document()
        self.headings = headings

    def write(self, path: Path) -> Path:
        """Write the whole document."""
        self._head("Career Growth Opportunities: Note-Taking Template", 0)
        self._text("Please save this document to your own drive.")
        self._head("Why focus on career growth opportunities?", 1)
        self._text("Consider your experiences. Did you have opportunities to lead? If so…")
        for question in REFLECTIONS:
            self._text(question, "List Bullet")
            self._text("")
        self._head("Self-assessment", 1)
        self._text("Rate your school’s level of implementation or proficiency.")
        for level in LEVELS:
            self._text(level)
        self._ratings()
        self._head("Types of growth opportunities", 1)
        self._text("List three or more goals. Note how opportunities could support them.")
        self._goals()
        self._head("Supporting career growth as a leader", 1)
        self._text(READING)
        for question in MINDSETS:
            self._text(question, "List Bullet")
            self._text("")
        self._head("Additional resources", 1)
        for title, publisher, url in SOURCES:
            self._source(title, publisher, url)
        self._text("")
        self._text("We appreciate your feedback.")
        self._text(f"Please respond to a brief survey: {SURVEY}")
        self.document.save(str(path))
        return path

    def _head(self, text: str, level: int) -> None:
        if self.headings:
            self.document.add_heading(text, level)
        else:
            self.document.add_paragraph().add_run(text).bold = True

    def _text(self, text: str, style: str | None = None) -> Paragraph:
        return self.document.add_paragraph(text, style)

    def _ratings(self) -> None:
        table = self.document.add_table(rows=1, cols=2)
        _fill(table, 0, "Rating out of 3", "Effective practice")
        _row_below(table)  # the workshop's has one, too
        for title, questions, evidence in PRACTICES:
            self._row(table, [title], None)
            self._row(table, ["Guiding Questions:"], questions)
            self._row(table, ["Sample Evidence:"], evidence)

    def _row(self, table: Table, texts: Iterable[str], items: Iterable[str] | None) -> None:
        cell: _Cell = _row_below(table).cells[1]
        for text in texts:
            cell.paragraphs[0].text = text
        for item in items or ():
            cell.add_paragraph(item, "List Bullet")

    def _goals(self) -> None:
        table = self.document.add_table(rows=4, cols=2)
        _fill(table, 0, "School/LEA goal", "Potential role/s")
        for number in (1, 2, 3):
            table.cell(number, 0).text = f"{number}. "

    def _source(self, title: str, publisher: str, url: str) -> None:
        paragraph = self._text("", "List Bullet")
        if url:
            _link(paragraph, title, url)
        else:
            paragraph.add_run(title)
        paragraph.add_run(f" ({publisher})")


def _row_below(table: Table) -> _Row:
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    return row


def _fill(table: Table, row: int, *texts: str) -> None:
    for cell, text in zip(table.rows[row].cells, texts, strict=True):
        cell.text = text


def _link(paragraph: Paragraph, text: str, url: str) -> None:
    relation = paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), relation)
    paragraph._p.append(link)
    run = paragraph.add_run(text)
    link.append(run._r)
