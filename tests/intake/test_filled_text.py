"""A filled document of any origin brings its answers along, beside its blank one."""

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document as WordDocument
from docx.text.paragraph import Paragraph

from ladder_desktop.blocks.block import plain
from ladder_desktop.export.options import ExportOptions
from ladder_desktop.export.writing import export
from ladder_desktop.intake.docx_answers import Answers
from ladder_desktop.intake.docx_template import propose
from ladder_desktop.intake.filled_text import answers_from, read_filled
from ladder_desktop.intake.template_writing import template_text
from ladder_desktop.words import Words
from ladder_desktop.workbook.interchange import filled
from ladder_desktop.workbook.template import Template, read_template
from ladder_desktop.workbook.workbook import new_workbook
from tests.intake.seed_document import SeedDocument
from tests.samples import answers, texts
from tests.samples import template_text as sample_text

Edit = Callable[[WordDocument], object]
Read = Callable[[Edit], Answers]


@pytest.fixture
def blank(tmp_path: Path) -> Path:
    """Return the workshop's document before anything is written."""
    return SeedDocument().write(tmp_path / "blank.docx")


@pytest.fixture
def template(blank: Path) -> Template:
    """Return the template made from it."""
    return read_template(template_text(propose(blank)), "blank")


@pytest.fixture(params=["blank", "template"])
def read(
    request: pytest.FixtureRequest, blank: Path, template: Template, words: Words, tmp_path: Path
) -> Read:
    """Return what fills the document and reads it, beside the blank one or the template."""

    def fill(change: Edit) -> Answers:
        document = docx.Document(str(blank))
        change(document)
        document.save(str(tmp_path / "filled.docx"))
        beside = blank if request.param == "blank" else template
        return answers_from(tmp_path / "filled.docx", beside, words)

    return fill


def below(document: WordDocument, start: str, *lines: str) -> None:
    """Write lines below the paragraph that begins so."""
    at = next(each for each in document.paragraphs if each.text.startswith(start))
    for line in lines:
        new = Paragraph(copy.deepcopy(document.paragraphs[1]._p), at._parent)
        at._p.addnext(new._p)
        new.text = line
        at = new


def block(found: Answers, name: str) -> Any:
    """Return the answer of the block whose id begins so."""
    return next(answer for key, answer in found.whole["answers"].items() if key.startswith(name))


def test_an_empty_document_brings_nothing(read: Read) -> None:
    """What the blank document has, too, is no answer."""
    found = read(lambda _document: None)

    assert (found.whole, found.unplaced) == ({}, ())


def test_text_below_a_question_is_its_answer(read: Read) -> None:
    """Paragraphs after a question, up to the next one, belong to it."""
    found = read(lambda document: below(document, "Did they affect your job", "Yes.", "Very."))

    assert block(found, "did-they-affect-your-job") == "Yes.\nVery."
    assert found.unplaced == ()


def test_text_behind_a_question_is_its_answer(read: Read) -> None:
    """Who goes on typing on the line of the question has answered it."""

    def change(document: WordDocument) -> None:
        at = next(each for each in document.paragraphs if each.text.startswith("Which are your"))
        at.add_run(" Patience, (mostly).")

    assert block(read(change), "which-are-your-weakest") == "Patience, (mostly)."


def test_ratings_and_notes_in_a_table(read: Read) -> None:
    """A figure beside a practice rates it; what stands below a question is its note."""

    def change(document: WordDocument) -> None:
        table = document.tables[0]
        table.cell(2, 0).text = "2"
        table.cell(3, 1).paragraphs[1].add_run(" Yes, since 2019.")
        table.cell(4, 1).add_paragraph("By the office")
        table.cell(5, 0).text = "3/3"

    first, second = block(read(change), "self-assessment").values()

    assert (first["rating"], second["rating"]) == (2, 3)
    assert first["questions"]["are-leaders-deliberate-i-e-with-a-plan"] == "Yes, since 2019."
    assert first["evidence"]["number-of-educators-in-roles"]["notes"] == "By the office"


def test_rows_of_a_table(read: Read) -> None:
    """Cells become rows, the numbers before them left out."""

    def change(document: WordDocument) -> None:
        table = document.tables[1]
        table.cell(1, 0).text, table.cell(1, 1).text = "1. Raise scores", "Coach\nMentor"
        table.cell(3, 0).text = "3. Keep teachers"

    rows = block(read(change), "types-of-growth")

    assert [list(row.values()) for row in rows] == [
        ["Raise scores", "Coach\nMentor"],
        ["", ""],
        ["Keep teachers", ""],
    ]


def test_what_can_not_be_placed_is_listed(read: Read) -> None:
    """A remark under no question is handed over, not dropped."""
    found = read(lambda document: below(document, "We appreciate your feedback.", "A remark"))

    assert [(each.text, each.after) for each in found.unplaced] == [
        ("A remark", "We appreciate your feedback.")
    ]


def test_the_answers_fit_the_template(read: Read, template: Template) -> None:
    """What was read can be put into a workbook of the template."""
    found = read(lambda document: below(document, "Read page four", "A good page."))

    workbook = filled(new_workbook(template), found.whole, "filled.docx")

    assert workbook.answers["building-a-school-culture"].notes == "A good page."


def test_our_own_document_is_read_without_its_bookmarks(words: Words, tmp_path: Path) -> None:
    """Google Docs takes bookmarks out; every word is found again all the same."""
    template = read_template(sample_text(), "sample")
    whole = {"answers": answers(), "details": {"name": "Ada", "role": "Head"}}
    workbook = filled(new_workbook(template), whole, "sample")
    path = tmp_path / "out.docx"
    export(workbook, "docx", path, ExportOptions(), words)
    document = docx.Document(str(path))
    for mark in list(document.element.body.iter("{*}bookmarkStart", "{*}bookmarkEnd")):
        mark.getparent().remove(mark)
    document.save(str(path))

    found = read_filled(path, new_workbook(template), words)

    again = plain(filled(new_workbook(template), found.whole, "out.docx").answers)
    assert [text for text in texts(answers()) if text not in str(again)] == []
    assert again["practices"]["roles"]["rating"] == 2
    assert again["steps"]["ask"]["done"] is True
    assert found.whole["details"]["name"] == "Ada"
    left = " ".join(each.text for each in found.unplaced)  # a chart's figures, counted anew
    assert [text for text in texts(answers()) if text.startswith("answer-") and text in left] == []


def test_our_own_document_is_read_by_its_bookmarks(words: Words, tmp_path: Path) -> None:
    """Where the bookmarks are still there, they decide."""
    workbook = new_workbook(read_template(sample_text(), "sample")).with_answer("why", "So.")
    export(workbook, "docx", tmp_path / "out.docx", ExportOptions(), words)

    found = read_filled(tmp_path / "out.docx", workbook, words)

    assert found.is_ours
    assert found.whole["answers"]["why"] == "So."
