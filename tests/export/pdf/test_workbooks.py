"""Workbooks of any content, through every preset."""

import subprocess
from collections import Counter
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import page
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ladder_desktop.document.nodes import (
    Answer,
    Cell,
    Check,
    Checks,
    Column,
    Detail,
    Document,
    Field,
    Grid,
    Heading,
    Link,
    Links,
    Node,
    Paragraph,
    Place,
    Scale,
    Section,
)
from ladder_desktop.document.presets import answers_only, blank
from ladder_desktop.export.pdf.options import PdfOptions
from ladder_desktop.export.pdf.writer import forecast, write
from ladder_desktop.words import Words
from tests.export.pdf.paper import LEVELS, answer, document, text_of, words_of
from tests.validators.verapdf import VeraPdf

# Scripts whose words lines don't break; of the others `test_text` speaks.
_SIGNS = {
    "latin": "abcdefgh",
    "accents": "éüñßøấ",
    "greek": "αβγδεζ",
    "hebrew": "אבגדהו",
    "arabic": "بتثجحد",
    "hindi": "कखगघङच",
}


class _Pen:
    """Writes words that occur once in a document, in a script that is drawn for each."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw
        self._number = count(1)
        self.written: list[str] = []

    def text(self, most: int) -> str:
        """Return some words, remembered."""
        words = [self._word() for _ in range(self._draw(st.integers(0, most)))]
        self.written += words
        return self._draw(st.sampled_from([" ", "\n"])).join(words)

    def _word(self) -> str:
        """Return a word that says its number in the letters of a script."""
        signs = _SIGNS[self._draw(st.sampled_from(sorted(_SIGNS)))]
        number, letters = next(self._number), ""
        while number:
            number, digit = divmod(number, len(signs))
            letters += signs[digit]
        return signs[1] * 2 + letters


def _nodes(pen: _Pen, draw: st.DrawFn) -> Iterator[Node]:
    """Yield some nodes with words in every place where people write."""
    number = count(1)
    kinds = ["heading", "paragraph", "answer", "scale", "grid", "checks", "links"]
    for kind in draw(st.lists(st.sampled_from(kinds), max_size=8)):
        place = Place(f"b{next(number)}")
        if kind == "heading":
            yield Heading(draw(st.sampled_from([1, 2])), "A part")
        elif kind == "paragraph":
            yield Paragraph("Some guidance.")
        elif kind == "answer":
            yield Answer(place, "A question?", pen.text(20))
        elif kind == "scale":
            yield Scale(place, "How well?", LEVELS, draw(st.sampled_from([None, 1, 2, 3])))
        elif kind == "grid":
            rows = tuple(
                (Cell(pen.text(5)), Cell(pen.text(12))) for _ in range(draw(st.integers(0, 12)))
            )
            yield Grid(place, "", (Column("a", "COLUMNA"), Column("b", "COLUMNB")), rows)
        elif kind == "checks":
            checks = tuple(
                Check(f"c{each}", "Something", draw(st.booleans()), _notes(pen) if not each else ())
                for each in range(draw(st.integers(1, 3)))
            )
            yield Checks(place, "Things", "done", checks)
        else:
            link = Link("l", "A source", "", "https://example.org", False, "", _notes(pen))
            yield Links(place, "Sources", (link,))


def _notes(pen: _Pen) -> tuple[Field, ...]:
    return (Field("notes", "Notes", pen.text(6)),)


@st.composite
def _documents(draw: st.DrawFn) -> tuple[Document, list[str]]:
    pen = _Pen(draw)
    sections = tuple(
        Section(f"s{number}", "A tab", "A section", tuple(_nodes(pen, draw)))
        for number in range(draw(st.integers(1, 3)))
    )
    details = (Detail("name", "Name", pen.text(3).replace("\n", " ")),)
    return Document("A title", "", "ID", "en", details, sections), pen.written


@pytest.mark.parametrize("preset", ["full", "answers", "blank", "form"])
@settings(
    max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(made=_documents())
def test_any_workbook_is_whole_and_accessible(
    tmp_path: Path,
    words: Words,
    verapdf: VeraPdf,
    preset: str,
    made: tuple[Document, list[str]],
) -> None:
    """Whatever is in it, each word is printed once, and validators find no fault."""
    whole, written = made
    target = tmp_path / "made.pdf"
    if preset == "blank":
        write(blank(whole), target, PdfOptions(preset="blank"), words)
    elif preset == "answers":
        write(answers_only(whole), target, PdfOptions(preset="answers"), words)
    else:
        write(whole, target, PdfOptions(form=preset == "form"), words)

    found = Counter(words_of(target, "-raw"))
    if preset in {"full", "answers"}:
        assert [word for word in written if found[word] != 1] == []
    if preset == "blank":
        assert [word for word in written if found[word]] == []
    for text in text_of(target, "-raw").split("\f"):
        grids = sum(isinstance(node, Grid) for part in whole.sections for node in part.nodes)
        assert text.count("COLUMNA") <= max(grids, 1)
    assert verapdf.check(target).broken == {}
    assert page.is_pdf_compliant(target, profile=page.ValidationProfile.PDF_UA_1)
    assert (
        subprocess.run(["qpdf", "--check", target], capture_output=True, check=False).returncode
        == 0
    )


def test_a_forecast_names_what_spills_and_what_is_missing(words: Words) -> None:
    """Before an export one knows its pages, its long answers and the signs without a font."""
    long = Answer(Place("long"), "Long?", "word " * 2000)
    short = Answer(Place("short"), "Short?", "word \u0378")

    found = forecast(document(short, long), PdfOptions(), words)

    assert [each.question for each in found.long_answers] == ["Long?"]
    assert found.long_answers[0].place == Place("long")
    assert found.long_answers[0].pages == found.pages > 3
    assert found.missing == ("\u0378",)


def test_a_forecast_of_little_is_short(words: Words) -> None:
    """Nothing to say about a short answer."""
    found = forecast(document(answer("yes")), PdfOptions(), words)

    assert (found.pages, found.long_answers, found.missing) == (1, (), ())
