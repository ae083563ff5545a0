"""Any workbook in any script makes whole, accessible, repeatable paper, whatever is chosen.

More of them: ``pytest tests/export/pdf/test_any_workbook.py --paper-examples 500``.
"""

import re
import subprocess
import tempfile
from collections import Counter
from itertools import count
from pathlib import Path

import msgspec
import page
import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings

from ladder_desktop.export.options import ExportOptions
from ladder_desktop.export.pdf.look import PAPERS
from ladder_desktop.export.writing import export
from ladder_desktop.intake.pdf_answers import carried, read
from ladder_desktop.paths import resources
from ladder_desktop.words import Words, words_for
from ladder_desktop.workbook.details import Details
from ladder_desktop.workbook.interchange import filled
from ladder_desktop.workbook.template import read_template
from ladder_desktop.workbook.workbook import Workbook, new_workbook
from tests.export.pdf.made import options, workbooks
from tests.export.pdf.paper import text_of
from tests.filling import fill
from tests.samples import template_text
from tests.validators.verapdf import VeraPdf

_FOOT = 60  # points from the edge of the paper to where the foot of a page ends
_HEAD = re.compile(r"HEADb\d+x0\b")


def test_any_workbook_any_way(verapdf: VeraPdf, pytestconfig: pytest.Config) -> None:
    """Validators find no fault, each word is there once, heads stand once on a page."""
    examples = int(pytestconfig.getoption("--paper-examples"))

    @settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(made=workbooks(), chosen=options())
    def claim(made: tuple[Workbook, list[str]], chosen: ExportOptions) -> None:
        with tempfile.TemporaryDirectory() as folder:
            _check(*made, chosen, Path(folder), verapdf)

    claim()


def _check(
    workbook: Workbook, written: list[str], chosen: ExportOptions, folder: Path, verapdf: VeraPdf
) -> None:
    words = words_for(workbook.template.header.language, resources() / "translations")
    target, again = folder / "one.pdf", folder / "two.pdf"
    export(workbook, "pdf", target, chosen, words)
    export(workbook, "pdf", again, chosen, words)

    assert target.read_bytes() == again.read_bytes()
    assert verapdf.check(target).broken == {}
    assert page.is_pdf_compliant(target, profile=page.ValidationProfile.PDF_UA_1)
    _check_structure(target)
    _check_words(target, written, chosen)
    _check_heads(target)
    if chosen.form and chosen.preset == "full" and not chosen.carry:
        _check_form(workbook, target)
    if chosen.carry:
        assert filled(workbook, msgspec.json.decode(carried(target) or ""), "it") == workbook


def _check_structure(path: Path) -> None:
    done = subprocess.run(["qpdf", "--check", path], check=False, capture_output=True)
    assert done.returncode == 0, done.stdout + done.stderr


def _check_words(path: Path, written: list[str], chosen: ExportOptions) -> None:
    """Look for each word, blanks and the feet of pages taken out."""
    said = _said(path, chosen)
    found = Counter({word: said.count(word) for word in written})
    if chosen.preset == "summary":
        assert [word for word in written if found[word] > 1] == []
    elif chosen.preset == "blank":
        assert [word for word in written if found[word]] == []
    elif not chosen.form:
        assert [word for word in written if found[word] != 1] == []


def _said(path: Path, chosen: ExportOptions) -> str:
    """Return what stands above the feet of the pages, without blanks."""
    height = PAPERS[chosen.paper][1]
    above = ("-x", "0", "-y", "0", "-W", "700", "-H", str(int(height) - _FOOT))
    password = ("-upw", chosen.password) if chosen.password else ()
    return "".join(text_of(path, "-raw", *above, *password).split())


def _check_heads(path: Path) -> None:
    for text in text_of(path, "-raw").split("\f"):
        assert {
            head: number for head, number in Counter(_HEAD.findall(text)).items() if number > 1
        } == {}


def _check_form(workbook: Workbook, path: Path) -> None:
    answers = read(path, empty := new_workbook(workbook.template, Details()))
    assert answers.unplaced == ()
    assert filled(empty, answers.whole, "form").answers == workbook.answers


def test_a_locked_file_holds_every_word_behind_its_password(words: Words, tmp_path: Path) -> None:
    """With AES-256, nobody reads it without the password, and screen readers may with it."""
    numbers = count(100)
    template = read_template(template_text(), "sample")
    workbook = fill(template, lambda _: f"word{next(numbers)}")
    target, chosen = tmp_path / "locked.pdf", ExportOptions(password="Grüße")

    export(workbook, "pdf", target, chosen, words)

    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(target)
    with pikepdf.open(target, password="Grüße") as pdf:
        assert pdf.encryption.R == 6
        assert pdf.allow.accessibility
    said = _said(target, chosen)
    written = [f"word{number}" for number in range(100, next(numbers))]
    assert len(written) > 20
    assert [word for word in written if said.count(word) != 1] == []
