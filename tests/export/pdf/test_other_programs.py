"""Forms that other programs filled in are read as what was typed."""

import ctypes
import subprocess
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path
from xml.sax.saxutils import escape

import msgspec
import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from ladder_desktop.export.options import ExportOptions
from ladder_desktop.export.writing import export
from ladder_desktop.intake.pdf_answers import read
from ladder_desktop.paths import resources
from ladder_desktop.words import words_for
from ladder_desktop.workbook.details import Details
from ladder_desktop.workbook.interchange import filled
from ladder_desktop.workbook.shelf import read_template_file, template_files
from ladder_desktop.workbook.workbook import Workbook, new_workbook
from tests.filling import fill

FILES = template_files(resources())
TEXT = "Ça va, 東京! (\\) שלום 😀 <b>&amp;"
Values = dict[str, str | pikepdf.Name]


def _full(path: Path, text: str = TEXT) -> Workbook:
    """Return a workbook with a text of its own in every place."""
    numbers = count(1)
    return _without_added(fill(read_template_file(path), lambda _: f"{next(numbers)} {text}"))


def _without_added(workbook: Workbook) -> Workbook:
    """Return the workbook without questions that people added: an empty form has none."""
    for section in workbook.template.sections:
        for block in section.blocks:
            if block.kind == "rubric":
                practices = workbook.answers[block.id]
                bare = {
                    name: msgspec.structs.replace(one, added=()) for name, one in practices.items()
                }
                workbook = workbook.with_answer(block.id, bare)
    return workbook


def _form(workbook: Workbook, path: Path) -> Path:
    words = words_for(workbook.template.header.language, resources() / "translations")
    export(workbook, "pdf", path, ExportOptions(form=True), words)
    return path


def _values(path: Path) -> Values:
    """Return the value of each field that has one."""
    with pikepdf.open(path) as pdf:
        fields = [(str(each.T), each.get("/V")) for each in pdf.Root.AcroForm.Fields]
    return {
        name: value if isinstance(value, pikepdf.Name) else str(value)
        for name, value in fields
        if value is not None
    }


def fill_with_pikepdf(form: Path, values: Values, target: Path) -> None:
    """Fill a form in as qpdf does: values, then the looks made anew."""
    with pikepdf.open(form) as pdf:
        for field in pdf.Root.AcroForm.Fields:
            if (value := values.get(str(field.T))) is not None:
                field.V = value if isinstance(value, pikepdf.Name) else pikepdf.String(value)
        pdf.generate_appearance_streams()
        pdf.save(target)


def fill_with_pdftk(form: Path, values: Values, target: Path) -> None:
    """Fill a form in as pdftk does, from an XFDF file."""
    data = form.with_suffix(".xfdf")
    plain = {name: escape(str(value).removeprefix("/")) for name, value in values.items()}
    fields = "".join(
        f'<field name="{escape(name)}"><value>{value}</value></field>'
        for name, value in plain.items()
    )
    begin = '<?xml version="1.0" encoding="UTF-8"?><xfdf xmlns="http://ns.adobe.com/xfdf/">'
    data.write_text(f"{begin}<fields>{fields}</fields></xfdf>", encoding="utf-8")
    subprocess.run(["pdftk", form, "fill_form", data, "output", target], check=True)


class _Browser:
    """Types and clicks in a form as in Chrome or Edge, whose engine PDFium is."""

    def __init__(self, page: pypdfium2.PdfPage, form: pypdfium2.PdfFormEnv) -> None:
        self._page, self._form = page, form

    def fill(self, values: Values) -> None:
        """Fill in every field of the page."""
        for number in range(pdfium.FPDFPage_GetAnnotCount(self._page)):
            field = pdfium.FPDFPage_GetAnnot(self._page, number)
            value = str(values.get(self._told(pdfium.FPDFAnnot_GetFormFieldName, field), ""))
            match pdfium.FPDFAnnot_GetFormFieldType(self._form, field):
                case pdfium.FPDF_FORMFIELD_TEXTFIELD:
                    self._type(field, value)
                case pdfium.FPDF_FORMFIELD_COMBOBOX if value:
                    self._choose(field, value)
                case pdfium.FPDF_FORMFIELD_CHECKBOX | pdfium.FPDF_FORMFIELD_RADIOBUTTON:
                    own = self._told(pdfium.FPDFAnnot_GetFormFieldExportValue, field)
                    if own == value.removeprefix("/"):
                        self._click(field)
            pdfium.FPDFPage_CloseAnnot(field)
        pdfium.FORM_ForceToKillFocus(self._form)

    def _told(self, ask: Callable[..., int], field: object) -> str:
        size = ask(self._form, field, None, 0)
        room = (ctypes.c_ushort * (size // 2))()
        ask(self._form, field, room, size)
        return bytes(room).decode("utf-16-le").rstrip("\0")

    def _type(self, field: object, text: str) -> None:
        typed = (text + "\0").encode("utf-16-le")
        pdfium.FORM_SetFocusedAnnot(self._form, field)
        pdfium.FORM_SelectAllText(self._form, self._page)
        pdfium.FORM_ReplaceSelection(
            self._form,
            self._page,
            ctypes.cast(ctypes.c_char_p(typed), ctypes.POINTER(ctypes.c_ushort)),
        )

    def _choose(self, field: object, text: str) -> None:
        """Choose a text from the list of a box that opens."""
        count = pdfium.FPDFAnnot_GetOptionCount(self._form, field)
        labels = [
            self._told(partial(_label_of_choice, number=number), field) for number in range(count)
        ]
        pdfium.FORM_SetFocusedAnnot(self._form, field)
        pdfium.FORM_SetIndexSelected(self._form, self._page, labels.index(text), 1)

    def _click(self, field: object) -> None:
        rect = pdfium.FS_RECTF()
        pdfium.FPDFAnnot_GetRect(field, rect)
        middle = (rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2
        pdfium.FORM_OnMouseMove(self._form, self._page, 0, *middle)
        pdfium.FORM_OnLButtonDown(self._form, self._page, 0, *middle)
        pdfium.FORM_OnLButtonUp(self._form, self._page, 0, *middle)


def _label_of_choice(form: object, field: object, room: object, size: int, number: int) -> int:
    told: int = pdfium.FPDFAnnot_GetOptionLabel(form, field, number, room, size)
    return told


def fill_with_a_browser(form: Path, values: Values, target: Path) -> None:
    """Fill a form in by key and click, page by page."""
    pdf = pypdfium2.PdfDocument(form)
    pdf.init_forms()
    for page in pdf:
        _Browser(page, pdf.formenv).fill(values)
        page.close()
    pdf.save(target)
    pdf.close()


@pytest.mark.parametrize(
    ("file", "fill_in"),
    [
        *((file, fill_with_pikepdf) for file in FILES),
        *((file, fill_with_a_browser) for file in FILES),
        (FILES[0], fill_with_pdftk),  # which takes a while to start
    ],
    ids=lambda each: getattr(each, "stem", None),
)
def test_every_field_comes_back_from_other_programs(
    file: Path, fill_in: Callable[[Path, Values, Path], None], tmp_path: Path
) -> None:
    """Texts in many scripts, ratings and ticks of a blank form are what was filled in."""
    # PDFium's boxes hold two bytes for each character, which are too few for an emoji
    full = _full(file, TEXT.replace("😀", "") if fill_in is fill_with_a_browser else TEXT)
    empty = new_workbook(full.template, Details())
    values = _values(_form(full, tmp_path / "full.pdf"))
    form, target = _form(empty, tmp_path / "form.pdf"), tmp_path / "filled.pdf"

    fill_in(form, values, target)

    answers = read(target, empty)
    found = filled(empty, answers.whole, "filled.pdf")
    assert answers.unplaced == ()
    assert found.answers == full.answers
    assert found.details == full.details


def test_what_has_no_place_is_listed(tmp_path: Path) -> None:
    """A form of another workbook, and fields of no workbook, are named one by one."""
    full = _full(FILES[0])
    target = tmp_path / "filled.pdf"
    form = _form(full, tmp_path / "full.pdf")
    names = [name for name, value in _values(form).items() if str(value) not in {"", "/Off"}]
    with pikepdf.open(form) as pdf:
        for field in pdf.Root.AcroForm.Fields:
            field.T = f"other-{field.T}"
        pdf.Root.AcroForm.Fields[0].T = "theirs"
        pdf.save(target)

    unplaced = read(target, full).unplaced

    assert len(unplaced) == len(names)
    assert "theirs" in {one.name for one in unplaced}
