"""Pictures on paper are figures with words, on every page that can be asked for."""

from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from ladder_desktop.document.image_data import identity_of
from ladder_desktop.export.options import ExportOptions
from ladder_desktop.export.writing import export
from ladder_desktop.words import Words
from ladder_desktop.workbook.workbook import Workbook
from tests.pictured import PHOTO, pictured
from tests.reading_back import text_of
from tests.validators.verapdf import VeraPdf


@pytest.fixture(scope="module")
def workbook() -> Workbook:
    """Return a workbook with a picture in an answer of every kind."""
    return pictured()


@pytest.mark.parametrize(
    "options",
    [
        ExportOptions(),
        ExportOptions(large=True, mirrored=True, paper="a4"),
        ExportOptions(form=True),
        ExportOptions(preset="answers", carry=True),
    ],
    ids=["usual", "large", "form", "carrying"],
)
def test_paper_with_pictures_can_be_heard(
    options: ExportOptions,
    workbook: Workbook,
    words: Words,
    verapdf: VeraPdf,
    tmp_path: Path,
) -> None:
    """Each picture is a figure with words, and the whole meets PDF/UA-1, twice the same."""
    first, second = tmp_path / "first.pdf", tmp_path / "second.pdf"

    export(workbook, "pdf", first, options, words)
    export(workbook, "pdf", second, options, words)

    assert verapdf.check(first).broken == {}
    assert first.read_bytes() == second.read_bytes()
    with pikepdf.open(first) as pdf:
        said = [
            str(one.Alt)
            for one in pdf.objects
            if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure" and "/Alt" in one
        ]
    assert {f"pic-{name}" for name in ("one", "cell", "remark", "notes", "read")} <= set(said)


@pytest.mark.parametrize("is_form", [False, True], ids=["paper", "form"])
def test_a_description_is_only_words(
    is_form: bool, words: Words, verapdf: VeraPdf, tmp_path: Path
) -> None:
    """Markup in it is printed as typed, and signs that no paper has are left out."""
    said = "<img src='/etc/hostname'> &amp; \0\ufffe\u202eשלום 東京"
    shown = f"{said}![{said}](picture:{identity_of(PHOTO.data)}) on"
    target = tmp_path / "out.pdf"

    workbook = pictured().with_answer("why", shown)
    export(workbook, "pdf", target, ExportOptions(form=is_form), words)

    assert verapdf.check(target).broken == {}
    assert "<img src='/etc/hostname'> &amp;" in text_of(target)


def test_no_picture_leaves_its_page(workbook: Workbook, words: Words, tmp_path: Path) -> None:
    """Whatever the paper, the column or the cell, it stands within the margins."""
    target = tmp_path / "out.pdf"

    export(workbook, "pdf", target, ExportOptions(large=True, mirrored=True), words)

    document = pypdfium2.PdfDocument(target)
    boxes = [
        (one.get_bounds(), page.get_size())
        for page in document
        for one in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])
    ]
    document.close()
    assert boxes
    for (left, bottom, right, top), (width, height) in boxes:
        assert 40 < left < right < width - 40
        assert 40 < bottom < top < height - 40
