"""What a document has is told in one line each where it has no place."""

from pathlib import Path

import docx
import pytest

from ladder_desktop.errors import AnswerError
from ladder_desktop.export.options import ExportOptions
from ladder_desktop.export.writing import export
from ladder_desktop.intake.bringing import bring
from ladder_desktop.words import Words
from ladder_desktop.workbook.template import Template
from ladder_desktop.workbook.workbook import Workbook, new_workbook


@pytest.fixture
def empty_workbook(career_growth: Template) -> Workbook:
    """Return a workbook in which nothing is written."""
    return new_workbook(career_growth)


@pytest.fixture
def document(tmp_path: Path, empty_workbook: Workbook, words: Words) -> Path:
    """Return a Word document to be filled in."""
    path = tmp_path / "blank.docx"
    export(empty_workbook, "docx", path, ExportOptions(), words)
    return path


def test_what_stands_before_everything_is_told_without_a_place(
    document: Path, empty_workbook: Workbook, words: Words
) -> None:
    """A line at the very top stands after nothing that could be named."""
    made = docx.Document(str(document))
    made.paragraphs[0].insert_paragraph_before("A greeting, " + "long " * 40)
    made.save(str(document))

    brought = bring(document, empty_workbook, words)

    (line,) = brought.unplaced
    assert line.startswith("not placed: “A greeting, long")
    assert "()" not in line
    assert len(line) < 250


def test_another_kind_of_document_is_refused_with_those_that_can_be_read(
    tmp_path: Path, empty_workbook: Workbook, words: Words
) -> None:
    """The person learns what to save it as."""
    (tmp_path / "filled.odt").write_bytes(b"")

    with pytest.raises(AnswerError, match=r"“filled.odt” is neither of these: \.docx, \.pdf"):
        bring(tmp_path / "filled.odt", empty_workbook, words)
