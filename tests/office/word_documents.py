"""LibreOffice opens, keeps, prints and saves what the program writes, and the other way round."""

import json
import re
from pathlib import Path
from typing import Any, get_args

import docx
import pytest

from ladder_desktop.blocks.block import plain
from ladder_desktop.document import marks
from ladder_desktop.export.options import ExportOptions, Preset
from ladder_desktop.export.writing import export
from ladder_desktop.intake.docx_answers import read
from ladder_desktop.intake.docx_template import propose
from ladder_desktop.intake.filled_text import answers_from
from ladder_desktop.intake.template_writing import template_text
from ladder_desktop.paths import resources
from ladder_desktop.words import Words
from ladder_desktop.workbook.interchange import filled
from ladder_desktop.workbook.shelf import read_template_file, template_files
from ladder_desktop.workbook.template import Template, read_template
from ladder_desktop.workbook.workbook import Workbook, new_workbook
from tests.intake.seed_document import SeedDocument
from tests.office.libreoffice import convert
from tests.reading_back import text_of
from tests.samples import answers
from tests.samples import template_text as sample_text

NOTE = """**Bold**, *italic* and 2*3*4
- one
  - two

1. first
2. second
العربية with English
[a link](https://example.org/x)"""


@pytest.fixture
def workbook() -> Workbook:
    """Return a workbook with an answer to everything, and every light mark in one of them."""
    template = read_template(sample_text(), "sample")
    details = {"name": "Ada", "role": "Head", "level": "school", "date": "2026-11-21"}
    whole = {"answers": answers() | {"why": NOTE}, "details": details}
    return filled(new_workbook(template), whole, "sample")


def words_in(text: str) -> list[str]:
    """Return the words of a text, sorted; line ends inside a word are no blanks."""
    return sorted(re.findall(r"\w+", text))


def test_a_saved_copy_brings_every_answer(workbook: Workbook, words: Words, tmp_path: Path) -> None:
    """Opened and saved by LibreOffice, as its own kind too, a document loses no answer."""
    path = tmp_path / "out.docx"
    export(workbook, "docx", path, ExportOptions(), words)
    (saved,) = convert([path], "docx", tmp_path / "once")
    (open_document,) = convert([path], "odt", tmp_path / "odt")
    (again,) = convert([open_document], "docx", tmp_path / "again")

    for copy in (saved, again):
        empty = new_workbook(workbook.template)
        found = read(copy, empty, words)
        back = filled(empty, found.whole, copy.name)
        assert plain(back.answers) == plain(workbook.answers)
        assert back.details == workbook.details
        assert found.unplaced == ()


def test_an_edited_copy_brings_the_edits(workbook: Workbook, words: Words, tmp_path: Path) -> None:
    """What is typed into a copy that LibreOffice saved is read, also after it saved it again."""
    empty = new_workbook(workbook.template)
    path = tmp_path / "blank.docx"
    export(empty, "docx", path, ExportOptions(), words)
    (saved,) = convert([path], "docx", tmp_path / "once")
    document = docx.Document(str(saved))
    at = next(each for each in document.paragraphs if each.text == "Why do you ask?")
    at.add_run(" Because.").italic = True
    document.save(str(saved))
    (again,) = convert([saved], "docx", tmp_path / "twice")

    found = read(again, empty, words)

    assert found.whole["answers"]["why"] == "*Because.*"


@pytest.mark.parametrize("preset", get_args(Preset))
def test_every_word_is_on_paper_once(
    workbook: Workbook, words: Words, tmp_path: Path, preset: Preset
) -> None:
    """LibreOffice prints each word of each preset once, feet and lists' numbers aside."""
    path = tmp_path / "out.docx"
    export(workbook, "docx", path, ExportOptions(preset=preset), words)

    (printed,) = convert([path], "pdf", tmp_path / "pdf")

    shown = words_in(text_of(printed))
    lost = [word for word in set(words_in(text_of(path))) if word not in shown]
    assert [word for word in lost if not re.search(r"[\u0600-\u06ff]", word)] == []
    given = [word for word in words_in(json.dumps(answers())) if word.startswith("answer")]
    if preset == "full":
        assert len([word for word in shown if word == "answer"]) == len(given)
        assert all(word in shown for word in words_in(marks.plain(NOTE).split("ا")[0]))


def test_every_template_becomes_paper(words: Words, tmp_path: Path) -> None:
    """Each built-in template is printed by LibreOffice with every word of it."""
    paths = []
    for file in template_files(resources()):
        path = tmp_path / f"{file.stem}.docx"
        export(new_workbook(read_template_file(file)), "docx", path, ExportOptions(), words)
        paths.append(path)

    for path, printed in zip(paths, convert(paths, "pdf", tmp_path / "pdf"), strict=True):
        shown = set(words_in(text_of(printed)))
        lost = set(words_in(text_of(path))) - shown
        # a word may be parted at the end of a line
        assert [word for word in lost if not any(word.startswith(part) for part in shown)] == []


@pytest.fixture(params=["docx", "odt", "doc", "rtf"])
def saved_seed(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return the workshop's document as LibreOffice makes it out of other kinds."""
    path = SeedDocument().write(tmp_path / "seed.docx")
    (other,) = convert([path], request.param, tmp_path / "other")
    (saved,) = convert([other], "docx", tmp_path / "saved")
    return saved


def test_a_saved_seed_makes_the_same_template(saved_seed: Path, tmp_path: Path) -> None:
    """The same questions come out whatever kind the document had before."""
    expected = read_template(
        template_text(propose(SeedDocument().write(tmp_path / "seed.docx"))), "seed"
    )

    found = read_template(template_text(propose(saved_seed)), "saved")

    assert outline(found) == outline(expected)


def outline(template: Template) -> Any:
    """Return what a template asks, without its language."""
    return [
        (section.heading, section.header.intro, section.blocks) for section in template.sections
    ]


def test_a_saved_seed_has_no_answers(saved_seed: Path, words: Words, tmp_path: Path) -> None:
    """Nothing that LibreOffice writes anew is taken for an answer."""
    found = answers_from(saved_seed, SeedDocument().write(tmp_path / "blank.docx"), words)

    assert (found.whole, found.unplaced) == ({}, ())
