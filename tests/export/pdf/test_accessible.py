"""Every PDF meets PDF/UA-1, and broken ones are found out."""

import subprocess
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import page
import pikepdf
import pytest

from ladder_desktop.document.nodes import (
    Bar,
    Cell,
    Chart,
    Checks,
    Column,
    Document,
    Grid,
    Heading,
    Links,
    Paragraph,
    Place,
    Scale,
)
from ladder_desktop.document.presets import answers_only, blank
from tests.export.pdf.conftest import Printed
from tests.export.pdf.paper import answer, document, everything, table
from tests.validators.verapdf import VeraPdf

CHOICES: list[dict[str, object]] = [
    {},
    {"paper": "a4", "mirrored": True},
    {"large": True, "grey": True},
    {"preset": "answers"},
    {"preset": "summary"},
    {"preset": "blank"},
    {"preset": "blank", "form": True},
    {"form": True},
    {"carried": b'{"format": "ladder-workbook"}'},
]

SCRIPTS = (
    "مُحَمَّدٌ كتب English 123\nשָׁלוֹם עולם\nहिन्दी क्षेत्र\nสวัสดี น้ำ\n中文，日本語 한국어\n"
    "Tiếng Việt\n😀 👍🏽 ❤️\n∑ 𝔸\n\u0378\U000e0fff"
)


@pytest.mark.parametrize("options", CHOICES, ids=str)
def test_every_choice_is_compliant(
    printed: Printed, verapdf: VeraPdf, options: dict[str, object]
) -> None:
    """Every preset, size and form passes both validators, and qpdf finds no fault."""
    change = {"blank": blank, "answers": answers_only}.get(str(options.get("preset")))
    made = change(everything()) if change else everything()

    path = printed(made, **options)

    found = verapdf.check(path)
    assert found.broken == {}
    assert found.compliant
    assert found.checks > 500
    assert page.validate_pdf(path, profile=page.ValidationProfile.PDF_UA_1).is_compliant
    assert (
        subprocess.run(["qpdf", "--check", path], capture_output=True, check=False).returncode == 0
    )


@pytest.mark.parametrize("language", ["en", "es", "ar", "ja", "zh-Hant"])
def test_every_script_is_compliant(printed: Printed, verapdf: VeraPdf, language: str) -> None:
    """Letters of every script, and some that no font has, keep the file compliant."""
    rows = [(line, f"**{line}**") for line in SCRIPTS.split("\n")]

    path = printed(document(answer(SCRIPTS), table(rows), language=language, title=SCRIPTS))

    assert verapdf.check(path).broken == {}
    assert page.is_pdf_compliant(path, profile=page.ValidationProfile.PDF_UA_1)


def test_long_tables_and_answers_are_compliant(printed: Printed, verapdf: VeraPdf) -> None:
    """Elements that run over many pages are whole in the structure."""
    long_text = "word " * 3000
    rows = [("a", long_text), *[(f"goal {number}", "role") for number in range(120)]]

    path = printed(document(answer(long_text), table(rows)))

    assert verapdf.check(path).broken == {}


NOTHING: list[Document] = [
    Document("", "", "", "", (), ()),
    document(answer("", ""), Heading(2, ""), Paragraph(""), title=" "),
    document(Scale(Place("s"), "", (), None), Grid(Place("g"), "", (), ())),
    document(Grid(Place("g"), "", (Column("a", ""),), ()), Checks(Place("c"), "", "d", ())),
    document(Links(Place("l"), "", ()), Chart("", (), 0), Chart("", (Bar("", 5, "5"),), 0)),
]


@pytest.mark.parametrize("made", NOTHING, ids=range(len(NOTHING)))
@pytest.mark.parametrize("options", [{}, {"preset": "blank"}, {"form": True}], ids=str)
def test_nothing_to_print_is_printed_well(
    printed: Printed, verapdf: VeraPdf, made: Document, options: dict[str, object]
) -> None:
    """Blank titles, empty tables and scales without levels make no broken file."""
    assert verapdf.check(printed(made, **options)).compliant


def test_texts_of_the_template_may_be_of_any_length(printed: Printed, verapdf: VeraPdf) -> None:
    """Questions, headings and heads of tables that fill pages are printed to their end."""
    columns = (Column("a", "head " * 400 + "END1"), Column("b", "B"))
    rows = ((Cell("x"), Cell("y")),) * 5
    made = document(
        answer("x", "question " * 1500 + "END2"),
        Heading(1, "heading " * 1500 + "END3"),
        Grid(Place("g"), "", columns, rows),
    )

    path = printed(made)

    assert {"END1", "END2", "END3"} <= set(path_words(path))
    assert verapdf.check(path).compliant


def _without_alternatives(pdf: pikepdf.Pdf) -> None:
    for found in pdf.objects:
        if isinstance(found, pikepdf.Dictionary) and "/Alt" in found:
            del found["/Alt"]


def _without_parents(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot["/ParentTree"]


def _without_title(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Metadata"]


def _without_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Lang"]


def _with_untagged_text(pdf: pikepdf.Pdf) -> None:
    first = pdf.pages[0]
    first.contents_add(b"BT /G1 10 Tf 1 0 0 1 50 50 Tm <0001> Tj ET")


@pytest.mark.parametrize(
    "breaks",
    [
        _without_alternatives,
        _without_parents,
        _without_title,
        _without_language,
        _with_untagged_text,
    ],
)
def test_broken_files_are_found_out(
    printed: Printed, verapdf: VeraPdf, breaks: Callable[[pikepdf.Pdf], None]
) -> None:
    """A file that lost what makes it accessible does not pass."""
    path = printed(everything())
    broken = path.with_name("broken.pdf")
    with pikepdf.open(path) as pdf:
        breaks(pdf)
        pdf.save(broken)

    assert not verapdf.check(broken).compliant
    assert verapdf.check(path).compliant


def test_page_validation_finds_broken_files_too(printed: Printed) -> None:
    """The quick validator is no rubber stamp."""
    path = printed(everything())
    broken = path.with_name("broken.pdf")
    with pikepdf.open(path) as pdf:
        _without_title(pdf)
        pdf.save(broken)

    assert not page.is_pdf_compliant(broken, profile=page.ValidationProfile.PDF_UA_1)


def test_headings_never_skip_a_level(printed: Printed) -> None:
    """Each heading is at most one level below the one before."""
    path = printed(everything())

    with pikepdf.open(path) as pdf:
        levels = [int(kind[1]) for kind in _kinds(pdf) if kind[0] == "H" and kind[1:].isdigit()]

    assert levels[0] == 1
    assert len(levels) > 8
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_table_has_heads_with_scope(printed: Printed) -> None:
    """Each head cell says whether it heads a row or a column."""
    path = printed(everything())

    with pikepdf.open(path) as pdf:
        heads = [each for each in _elements(pdf.Root.StructTreeRoot.K) if each.S == "/TH"]
        scopes = {str(head.A.Scope) for head in heads}

    assert len(heads) >= 6
    assert scopes == {"/Row", "/Column"}


def test_the_outline_lists_the_sections(printed: Printed) -> None:
    """Bookmarks lead to the title and to each section by the name of its tab."""
    path = printed(everything())

    with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
        titles = [(item.title, [child.title for child in item.children]) for item in outline.root]

    assert titles == [("Career Growth", ["Reflection", "Self-assessment", "Resources"])]


def test_metadata_names_title_author_and_language(printed: Printed) -> None:
    """Programs that list documents learn what this one is."""
    path = printed(everything())

    with pikepdf.open(path) as pdf:
        assert str(pdf.Root.Lang) == "en"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == "Career Growth"
            assert metadata["dc:creator"] == ["Ada Lovelace"]
            assert metadata["pdfuaid:part"] == "1"
        assert str(pdf.docinfo.Title) == "Career Growth"


def _kinds(pdf: pikepdf.Pdf) -> list[str]:
    return [str(each.S)[1:] for each in _elements(pdf.Root.StructTreeRoot.K)]


def _elements(node: pikepdf.Object) -> list[pikepdf.Object]:
    """Return the structure elements below a node, in reading order."""
    if isinstance(node, pikepdf.Array):
        return [found for kid in node for found in _elements(kid)]
    if not isinstance(node, pikepdf.Dictionary) or "/S" not in node:
        return []
    below = _elements(node.K) if "/K" in node else []
    return [node, *below]


def test_reading_order_is_the_order_of_the_nodes(printed: Printed, tmp_path: Path) -> None:
    """The structure tells the texts in the order of the document."""
    path = printed(document(*(answer(f"Answer{number}", f"Q{number}?") for number in range(40))))

    found = [word for word in path_words(path) if word.startswith("Answer")]

    assert found == [f"Answer{number}" for number in range(40)]


def path_words(path: Path) -> list[str]:
    """Return the words in the order of the content."""
    done = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True)
    return done.stdout.decode().split()
