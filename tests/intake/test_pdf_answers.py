"""What was written into a printed form comes back as what it means."""

import zlib
from pathlib import Path

import pikepdf
import pytest

from ladder_desktop.errors import LadderError
from ladder_desktop.export.options import ExportOptions
from ladder_desktop.export.writing import export
from ladder_desktop.intake.carried import carried_workbook
from ladder_desktop.intake.pdf_answers import CARRIED, LARGEST, Answers, read
from ladder_desktop.paths import resources
from ladder_desktop.words import Words
from ladder_desktop.workbook.interchange import filled
from ladder_desktop.workbook.template import read_template
from ladder_desktop.workbook.workbook import Workbook, new_workbook

TEMPLATE = """\
format = "ladder-template"
id = "form"
version = 1
title = "A form"

[[sections]]
id = "all"
title = "All"

[[sections.blocks]]
kind = "table"
id = "costs"
title = "Costs"
row_name = "cost"
rows = 2
subtotals = "by"
columns = [
  { id = "what", title = "What" },
  { id = "number", title = "Number", type = "integer" },
  { id = "each", title = "Each", type = "money" },
  { id = "all", title = "Together", type = "money", product = ["number", "each"], total = true },
  { id = "when", title = "When", type = "date" },
  { id = "by", title = "By", type = "choice", choices = [{ id = "grant", title = "A grant" }] },
]

[[sections.blocks]]
kind = "survey"
id = "staff"
title = "Staff"
levels = [{ id = "no", label = "No", value = 1 }, { id = "yes", label = "Yes", value = 2 }]
items = [{ id = "ready", text = "We are ready." }, { id = "glad", text = "I am glad." }]
"""


@pytest.fixture
def workbook() -> Workbook:
    """Return a workbook that is filled in part."""
    answers = {
        "costs": [{"what": "Cover", "number": 3, "each": "1200.5", "by": "grant"}],
        "staff": {"ready": {"no": 1, "yes": 3}},
    }
    empty = new_workbook(read_template(TEMPLATE, "form"))
    return filled(empty, {"answers": answers}, "answers")


def form(workbook: Workbook, folder: Path, words: Words) -> Path:
    """Return the workbook as a form to fill in."""
    path = folder / "form.pdf"
    export(workbook, "pdf", path, ExportOptions(form=True), words)
    return path


def written(path: Path, **values: str) -> Path:
    """Write into the fields of these cells: block, row and column, parted by ``__``."""
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        fields = {str(field["/T"]): field for field in pdf.Root.AcroForm.Fields}
        for name, value in values.items():
            block, row, column = name.split("__")
            fields[f"{block}//{row}/{column}"].V = pikepdf.String(value)
        pdf.save()
    return path


def names(path: Path) -> list[str]:
    """Return the names of a form's fields."""
    with pikepdf.open(path) as pdf:
        return [str(field["/T"]) for field in pdf.Root.AcroForm.Fields]


def placed(answers: Answers, workbook: Workbook) -> Workbook:
    """Return the workbook with the answers of a form in it."""
    return filled(workbook, answers.whole, "form.pdf")


def test_what_is_computed_is_no_field(workbook: Workbook, tmp_path: Path, words: Words) -> None:
    """Sums, subtotals, means and statements can't be written into."""
    found = names(form(workbook, tmp_path, words))

    assert "costs//1/each" in found
    assert "staff//1/yes" in found
    assert [name for name in found if name.endswith(("/all", "/people", "/mean", "/item"))] == []
    assert [name for name in found if "subtotals" in name] == []


def test_an_untouched_form_changes_nothing(
    workbook: Workbook, tmp_path: Path, words: Words
) -> None:
    """What was printed as people read it is read as what it was."""
    answers = read(form(workbook, tmp_path, words), workbook)

    after = placed(answers, workbook)
    assert answers.unplaced == ()
    assert after.answers["costs"][0] == workbook.answers["costs"][0]
    assert after.answers["staff"] == workbook.answers["staff"]


def test_what_is_written_becomes_a_value(workbook: Workbook, tmp_path: Path, words: Words) -> None:
    """Amounts, days, choices and counts are understood as they are in the window."""
    path = written(
        form(workbook, tmp_path, words),
        costs__1__each="$2,000",
        costs__1__when="12/1/2026",
        costs__1__number="4",
        costs__1__by="a GRANT",
        staff__2__yes="12",
    )

    answers = read(path, workbook)

    after = placed(answers, workbook)
    assert answers.unplaced == ()
    assert after.answers["costs"][0]["each"] == "2000.00"
    assert after.answers["costs"][0]["when"] == "2026-12-01"
    assert after.answers["costs"][0]["number"] == 4
    assert after.answers["staff"]["glad"] == {"no": None, "yes": 12}


def test_what_is_not_understood_is_told(workbook: Workbook, tmp_path: Path, words: Words) -> None:
    """It stands in the list of what could not be placed, with what to write instead."""
    path = written(form(workbook, tmp_path, words), costs__1__each="a lot", staff__1__no="few")

    answers = read(path, workbook)

    told = [(one.text, one.reason.worded(words)) for one in answers.unplaced]
    assert told == [
        ("a lot", "Write a figure here, such as $1,200.50."),
        ("few", "Write a figure here, such as 12."),
    ]
    assert placed(answers, workbook).answers["costs"][0]["each"] == "1200.5"


def carrying(folder: Path, words: Words, workbook: Workbook, password: str = "") -> Path:
    """Return a PDF that carries its workbook."""
    path = folder / "carrying.pdf"
    export(workbook, "pdf", path, ExportOptions(carry=True, password=password), words)
    return path


def test_a_locked_pdf_asks_to_be_unlocked(workbook: Workbook, tmp_path: Path, words: Words) -> None:
    """What was exported with a password and its workbook is refused in words."""
    locked = carrying(tmp_path, words, workbook, password="open sesame")

    with pytest.raises(LadderError, match="locked with a password"):
        read(locked, workbook)
    with pytest.raises(LadderError, match="locked with a password"):
        carried_workbook(locked, resources())


@pytest.mark.parametrize("filters", [["/FlateDecode"], ["/FlateDecode", "/FlateDecode"]])
def test_a_trap_in_the_place_of_the_workbook_is_not_unpacked(
    workbook: Workbook, tmp_path: Path, words: Words, filters: list[str]
) -> None:
    """A few bytes that unpack to more than any workbook holds are refused in words."""
    path = carrying(tmp_path, words, workbook)
    packed = zlib.compress(b" " * (LARGEST + 1))
    packed = zlib.compress(packed) if len(filters) > 1 else packed
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        stream = pdf.attachments[CARRIED].get_file().obj
        stream.write(packed, filter=pikepdf.Array([pikepdf.Name(one) for one in filters]))
        pdf.save()

    with pytest.raises(LadderError, match="can't be read"):
        read(path, workbook)


@pytest.mark.parametrize("packed", [True, False])
def test_other_programs_pack_the_workbook_otherwise(
    workbook: Workbook, tmp_path: Path, words: Words, *, packed: bool
) -> None:
    """Whether its filters stand in a list, or it is not packed at all, it is the same workbook."""
    path = carrying(tmp_path, words, workbook)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        stream = pdf.attachments[CARRIED].get_file().obj
        data = stream.read_bytes()
        if packed:
            stream.write(zlib.compress(data), filter=pikepdf.Array([pikepdf.Name.FlateDecode]))
        else:
            stream.write(data)
        pdf.save(compress_streams=False)

    assert placed(read(path, workbook), workbook) == workbook
