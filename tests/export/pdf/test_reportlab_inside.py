"""What paper knows of ReportLab's inside is still so."""

import io

import reportlab
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas


def test_reportlab_is_the_one_that_was_looked_into() -> None:
    """Another release must be looked into before it is used."""
    assert reportlab.__version__ == "5.1.0"


def test_the_canvas_keeps_what_we_use() -> None:
    """Operators are a list, annotations are counted, the preamble can be left out."""
    canvas = Canvas(io.BytesIO())

    assert isinstance(canvas._code, list)  # type: ignore[attr-defined]
    assert canvas._annotationCount == 0  # type: ignore[attr-defined]
    assert canvas._annotationrefs in (None, [])  # type: ignore[attr-defined]
    assert callable(canvas._addAnnotation)  # type: ignore[attr-defined]
    assert callable(Canvas._make_preamble)  # type: ignore[attr-defined]
    assert callable(Canvas._setAnnotations)  # type: ignore[attr-defined]


def test_the_document_keeps_what_we_use() -> None:
    """Fonts stand in one dictionary, objects have names, the catalogue takes entries."""
    document = pdfdoc.PDFDocument()

    assert isinstance(document.idToObject["BasicFonts"], pdfdoc.PDFDictionary)
    assert isinstance(vars(document)["Catalog"], pdfdoc.PDFCatalog)
    assert document.annotationName("x") == "Annot.x"
    assert document.thisPageName() == "Page1"
    entries = pdfdoc.PDFCatalog.__NoDefault__
    assert {"StructTreeRoot", "MarkInfo", "Metadata", "AcroForm", "PageMode"} <= set(entries)


def test_pages_take_what_we_give_them() -> None:
    """A page writes the entries that its own list names, and its content as it is."""
    page = pdfdoc.PDFPage()

    assert "StructParents" not in page.__NoDefault__
    assert {"Annots", "Contents"} <= set(page.__NoDefault__)


def test_references_are_numbered_by_name() -> None:
    """A named object's number is known as soon as it is referred to."""
    document = pdfdoc.PDFDocument()

    document.Reference(pdfdoc.PDFDictionary({}), "mine")

    number, version = document.idToObjectNumberAndVersion["mine"]
    assert number > 0
    assert version == 0
