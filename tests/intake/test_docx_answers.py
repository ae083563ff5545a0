"""A filled Word document brings its answers back, whoever edited it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.text.paragraph import Paragraph
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ladder_desktop.blocks.block import plain
from ladder_desktop.export.options import ExportOptions
from ladder_desktop.export.writing import export
from ladder_desktop.intake.docx_answers import Answers, read
from ladder_desktop.paths import ENGLISH, resources
from ladder_desktop.words import TRANSLATIONS, Words, words_for
from ladder_desktop.workbook.interchange import filled
from ladder_desktop.workbook.shelf import read_template_file, shelf
from ladder_desktop.workbook.template import Template, read_template
from ladder_desktop.workbook.workbook import Workbook, new_workbook
from tests.filling import fill
from tests.samples import answers, template_text, texts

DETAILS = {
    "name": "Ada López",
    "role": "Principal",
    "organization": "Lincoln School",
    "level": "lea",
    "workshop": "Ladders",
    "date": "2026-11-21",
    "facilitator": "Sam",
}
Edit = Callable[[WordDocument], None]
Edited = Callable[..., Answers]


@pytest.fixture
def template() -> Template:
    """Return a template with a block of every kind."""
    return read_template(template_text(), "sample")


@pytest.fixture
def workbook(template: Template) -> Workbook:
    """Return a workbook with an answer to everything."""
    whole = {"answers": answers(), "details": DETAILS}
    return filled(new_workbook(template), whole, "sample")


@pytest.fixture
def edited(tmp_path: Path, words: Words) -> Edited:
    """Return what writes a workbook, edits the document, and reads it for another workbook."""

    def edit(workbook: Workbook, change: Edit, target: Workbook | None = None) -> Answers:
        path = tmp_path / "filled.docx"
        export(workbook, "docx", path, ExportOptions(), words)
        document = docx.Document(str(path))
        change(document)
        document.save(str(path))
        return read(path, target or workbook, words)

    return edit


def paragraph(document: WordDocument, text: str) -> Paragraph:
    """Return the first paragraph that begins with a text, wherever it stands."""
    every = (Paragraph(each, document) for each in document.element.body.iter("{*}p"))
    return next(each for each in every if each.text.startswith(text))


def paragraph_of_item(document: WordDocument, text: str) -> Paragraph:
    """Return the paragraph of something to tick."""
    return next(each for each in document.paragraphs if each.text.endswith(f"\t{text}"))


def replace(document: WordDocument, former: str, new: str) -> None:
    """Put a text in place of another one."""
    part = next(part for part in document.element.body.iter("{*}t") if part.text == former)
    part.text = new


def write_below(document: WordDocument, text: str, *lines: str) -> None:
    """Write lines below a paragraph, as Enter and typing would."""
    at = paragraph(document, text)
    for line in lines:
        element: Any = OxmlElement("w:p")
        new = Paragraph(element, at._parent)
        at._p.addnext(new._p)
        new.add_run(line)
        at = new


def nothing(_document: WordDocument) -> None:
    """Leave the document as it is."""


def test_an_untouched_document_brings_everything(
    workbook: Workbook, template: Template, edited: Edited
) -> None:
    """Every kind's answer and every detail comes into an empty workbook as it was."""
    empty = new_workbook(template)

    found = edited(workbook, nothing, empty)

    again = filled(empty, found.whole, "filled.docx")
    assert plain(again.answers) == plain(workbook.answers)
    assert again.details == workbook.details
    assert found.unplaced == ()
    assert found.identity == workbook.identity
    assert found.is_ours


@pytest.mark.parametrize(
    "path", shelf(resources(), ENGLISH), ids=lambda path: f"{path.parent.name}-{path.stem}"
)
def test_every_template_comes_back_in_its_language(path: Path, tmp_path: Path) -> None:
    """All that was written, in an empty workbook, and nothing that was merely summed up."""
    template = read_template_file(path)
    words = words_for(template.header.language, resources() / TRANSLATIONS)
    full = fill(template, lambda most: "día " * most + "fin", rows=2)
    target = tmp_path / "filled.docx"
    export(full, "docx", target, ExportOptions(), words)

    found = read(target, empty := new_workbook(template), words)

    again = filled(empty, found.whole, "filled.docx")
    assert found.unplaced == ()
    assert again.answers == full.answers
    assert again.details == full.details


@pytest.mark.parametrize(
    "typed",
    [
        "**bold** and *italic* and ***both***",
        "**a *b* c**",
        "2*3*4 and snake_case and 1990. A year",
        "- one\n  - two\n- three\n\n1. first\n2. second\n7. seventh",
        "  indented\n\ttabbed\n\n\nafter blank lines",
        "[label](https://example.org/a?b=1&c=(d)) and https://example.org/x.",
        "العربية then English\n学校の school",
        "a\x00b\u2028c",
        "No answer yet, but soon",
        "      - far out\n   - less far",
    ],
)
def test_a_note_comes_back_as_it_was_typed(typed: str, template: Template, edited: Edited) -> None:
    """What nobody changed is not changed, to the last blank and mark."""
    workbook = new_workbook(template).with_answer("why", typed)

    found = edited(workbook, nothing)

    again = filled(workbook, found.whole, "filled.docx")
    assert again.answers["why"] == typed


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(alphabet="ab *_-1.[]()\n\t:/", max_size=60))
def test_any_marks_come_back(text: str, template: Template, edited: Edited) -> None:
    """No combination of marks is changed on the way."""
    workbook = new_workbook(template).with_answer("why", text)

    again = filled(workbook, edited(workbook, nothing).whole, "filled.docx")

    assert again.answers["why"] == text


def test_what_is_written_below_a_question_is_its_answer(template: Template, edited: Edited) -> None:
    """New paragraphs, whatever their style, belong to the question above them."""

    def change(document: WordDocument) -> None:
        write_below(document, "Why do you ask?", "A first line", "A second one")
        write_below(document, "Which ones?", "These")

    found = edited(new_workbook(template), change)

    whole = found.whole["answers"]
    assert whole["why"] == "A first line\nA second one"
    assert whole["practices"]["roles"]["questions"] == {"which": "These"}


def test_what_is_written_behind_a_question_is_its_answer(
    template: Template, edited: Edited
) -> None:
    """An answer on the line of the question counts, and its looks become marks."""

    def change(document: WordDocument) -> None:
        paragraph(document, "Why do you ask?").add_run(" Because.").italic = True

    found = edited(new_workbook(template), change)

    assert found.whole["answers"]["why"] == "*Because.*"


def test_ticks_and_ratings_follow_what_stands_there(workbook: Workbook, edited: Edited) -> None:
    """A box replaced by an x, an emptied box and a rating typed by hand are understood."""

    def change(document: WordDocument) -> None:
        for item, sign in (("Ask the staff", "☐"), ("Meet", "x")):
            next(paragraph_of_item(document, item)._p.iter("{*}t")).text = sign
        replace(document, "2 of 3 – Basic", "effective")

    found = edited(workbook, change)

    whole = found.whole["answers"]
    assert (whole["steps"]["ask"]["done"], whole["steps"]["meet"]["done"]) == (False, True)
    assert whole["practices"]["roles"]["rating"] == 3


def test_rows_can_be_added_and_moved(workbook: Workbook, edited: Edited) -> None:
    """A table is read row by row, by the heads of its columns."""

    def change(document: WordDocument) -> None:
        table = next(each for each in document.tables if each.cell(0, 0).text == "Goal")
        row = table.add_row()  # type: ignore[no-untyped-call]
        row.cells[0].text, row.cells[1].text = "new goal", "new role"
        table._tbl.insert(3, row._tr)

    found = edited(workbook, change)

    rows = found.whole["answers"]["goals"]
    assert [row["goal"] for row in rows] == [
        "new goal", "answer-goal", "", "answer-third",
    ]  # fmt: skip


def test_what_stands_under_no_question_is_listed(workbook: Workbook, edited: Edited) -> None:
    """A remark in the wrong place is not lost: the person is told where it stands."""
    found = edited(workbook, lambda document: write_below(document, "All kinds", "A remark"))

    (left,) = found.unplaced
    assert (left.text, left.after) == ("A remark", "All kinds")
    assert "no question" in str(left.reason)


def test_a_figure_that_does_not_fit_is_listed(workbook: Workbook, edited: Edited) -> None:
    """A day that is none stays in the list of what could not be placed."""
    found = edited(workbook, lambda document: replace(document, "Dec 1, 2026", "some day"))

    assert [left.text for left in found.unplaced] == ["some day"]


def test_answers_of_another_template_are_listed(workbook: Workbook, edited: Edited) -> None:
    """Bookmarks that mean nothing here place nothing here; what was written is not lost."""
    other = template_text("prompt").replace('"why"', '"other"')

    found = edited(workbook, nothing, new_workbook(read_template(other, "other")))

    assert "answers" not in found.whole
    left = " ".join(each.text for each in found.unplaced)
    assert [text for text in texts(answers()) if text not in left] == []


def test_a_document_of_somebody_else_has_no_bookmarks(
    workbook: Workbook, words: Words, tmp_path: Path
) -> None:
    """Whoever reads it learns that it was not made by this program."""
    path = tmp_path / "other.docx"
    document = docx.Document()
    document.add_paragraph("Hello")
    document.save(str(path))

    found: Any = read(path, workbook, words)

    assert (found.is_ours, found.whole) == (False, {})
