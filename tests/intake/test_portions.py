"""Long lists are parted, so that a page opens at once; long tables are not."""

from pathlib import Path

import docx
import pytest

from ladder_desktop.blocks.checklist.model import Checklist
from ladder_desktop.blocks.table.model import Table
from ladder_desktop.intake.docx_template import MOST_QUESTIONS, propose
from ladder_desktop.intake.portions import MOST_ENTRIES, asked_in, in_portions
from ladder_desktop.intake.proposal import Entry, ProposedBlock
from ladder_desktop.intake.template_writing import template_text
from ladder_desktop.intake.word_file import DocumentError
from ladder_desktop.workbook.template import Template, read_template

ROWS = 130


def template_of(path: Path) -> Template:
    """Return the template that a document becomes."""
    return read_template(template_text(propose(path)), "made")


def test_usual_blocks_stay_whole() -> None:
    """Most lists are short."""
    steps = ProposedBlock("checklist", "To do", entries=(Entry("One"), Entry("Two")))
    prompt = ProposedBlock("prompt", "Why?", "Think.")

    assert list(in_portions([steps, prompt])) == [steps, prompt]
    assert [asked_in(steps), asked_in(prompt)] == [2, 1]


def test_a_long_list_keeps_every_entry(tmp_path: Path) -> None:
    """Its parts follow each other, under the same words; how to answer is said once."""
    document = docx.Document()
    document.add_heading("To do", 1)
    texts = [f"Thing {number}" for number in range(MOST_ENTRIES * 2 + 5)]
    for text in texts:
        document.add_paragraph(f"☐ {text}")
    document.save(str(tmp_path / "made.docx"))

    blocks = template_of(tmp_path / "made.docx").blocks()

    lists = [block for block in blocks if isinstance(block, Checklist)]
    assert [len(one.items) for one in lists] == [MOST_ENTRIES, MOST_ENTRIES, 5]
    assert [item.text for one in lists for item in one.items] == texts
    assert len({one.title for one in lists}) == 1


def test_a_long_table_becomes_a_template(tmp_path: Path) -> None:
    """Also one of more rows than any table begins with by itself."""
    document = docx.Document()
    document.add_heading("Plan", 1)
    table = document.add_table(ROWS + 1, 3)
    for place, title in enumerate(("Task", "Who", "When")):
        table.rows[0].cells[place].text = title
    for number, row in enumerate(table.rows):
        if number:
            row.cells[0].text = f"Task number {number}"
    document.save(str(tmp_path / "made.docx"))

    blocks = template_of(tmp_path / "made.docx").blocks()

    (only,) = [block for block in blocks if isinstance(block, Table)]
    assert len(only.start) == ROWS
    assert len(only.empty()) == ROWS


def test_a_list_without_end_is_refused(tmp_path: Path) -> None:
    """It says how much it asks, as for questions of their own."""
    document = docx.Document()
    document.add_heading("To do", 1)
    for number in range(MOST_QUESTIONS + 1):
        document.add_paragraph(f"☐ Thing {number}")
    document.save(str(tmp_path / "made.docx"))

    with pytest.raises(DocumentError, match=str(MOST_QUESTIONS + 1)):
        propose(tmp_path / "made.docx")
