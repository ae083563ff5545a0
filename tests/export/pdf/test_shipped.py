"""Every template that travels with the program makes good paper, whatever is chosen."""

import subprocess
from pathlib import Path

import page
import pytest
from pikepdf import open as open_pdf

from ladder_desktop.export.options import ExportOptions
from ladder_desktop.export.writing import export
from ladder_desktop.intake.pdf_answers import read
from ladder_desktop.paths import ENGLISH, resources
from ladder_desktop.words import words_for
from ladder_desktop.workbook.details import Details
from ladder_desktop.workbook.interchange import filled
from ladder_desktop.workbook.shelf import read_template_file, shelf
from ladder_desktop.workbook.template import Template
from ladder_desktop.workbook.workbook import new_workbook
from tests.export.pdf.paper import page_count
from tests.filling import fill
from tests.validators.verapdf import VeraPdf

FILES = shelf(resources(), ENGLISH)  # in every language
PRESETS = ("full", "answers", "summary", "blank")


@pytest.fixture(params=FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def template(request: pytest.FixtureRequest) -> Template:
    """Return each template in turn."""
    return read_template_file(request.param)


def _say(words: int) -> str:
    return " ".join(["Ça va?", "東京 here", "and", "**there**"] * words)[: 6 * words].rstrip(" *")


@pytest.mark.parametrize("is_form", [False, True], ids=["paper", "form"])
@pytest.mark.parametrize("preset", PRESETS)
def test_every_shipped_template_is_accessible(
    template: Template, preset: str, is_form: bool, verapdf: VeraPdf, tmp_path: Path
) -> None:
    """Each preset, on paper and as a form, passes both validators and qpdf."""
    words = words_for(template.header.language, resources() / "translations")
    target = tmp_path / "out.pdf"
    options = ExportOptions(preset=preset, form=is_form)  # type: ignore[arg-type] # one of them

    export(fill(template, _say, rows=3), "pdf", target, options, words)

    found = verapdf.check(target)
    assert found.broken == {}
    assert found.checks > 500
    assert page.is_pdf_compliant(target, profile=page.ValidationProfile.PDF_UA_1)
    checked = subprocess.run(["qpdf", "--check", target], check=False, capture_output=True)
    assert checked.returncode == 0


@pytest.mark.parametrize("length", [1, 8, 60])
@pytest.mark.parametrize(("paper", "large"), [("letter", False), ("a4", False), ("letter", True)])
def test_a_summary_is_one_page(
    template: Template, length: int, paper: str, large: bool, tmp_path: Path
) -> None:
    """However much was written, it stays on one page; in larger print on one sheet."""
    words = words_for(template.header.language, resources() / "translations")
    target = tmp_path / "out.pdf"
    options = ExportOptions(preset="summary", paper=paper, large=large)  # type: ignore[arg-type] # one of them

    export(fill(template, lambda most: "word " * most * length, 9), "pdf", target, options, words)

    assert page_count(target) <= (2 if large else 1)


def test_every_field_of_a_form_comes_back(template: Template, tmp_path: Path) -> None:
    """A form of a filled workbook, brought into an empty one, fills all of it."""
    words = words_for(template.header.language, resources() / "translations")
    full = fill(template, lambda most: "é 中文 " * most + "end", rows=2)
    target = tmp_path / "form.pdf"
    export(full, "pdf", target, ExportOptions(form=True), words)

    answers = read(target, empty := new_workbook(template, Details()))

    assert answers.unplaced == ()
    found = filled(empty, answers.whole, "form.pdf")
    assert found.answers == full.answers
    assert found.details == full.details


def test_every_field_has_a_name_of_its_own(template: Template, tmp_path: Path) -> None:
    """No two fields of a form share a name, and each says what it is for."""
    words = words_for(template.header.language, resources() / "translations")
    target = tmp_path / "form.pdf"

    export(new_workbook(template, Details()), "pdf", target, ExportOptions(form=True), words)

    with open_pdf(target) as pdf:
        fields = list(pdf.Root.AcroForm.Fields)
        names = [str(field.T) for field in fields]
        labels = [str(field.get("/TU", "")) for field in fields]
    assert len(names) == len(set(names)) > 20
    assert all(labels)
