"""A form is filled in by whatever program, and read back."""

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from ladder_desktop.document.nodes import Cell, Place
from ladder_desktop.document.presets import blank
from ladder_desktop.errors import ExportError
from ladder_desktop.export.pdf.field_names import field_name, place_of
from ladder_desktop.export.pdf.form_reading import Value, read_form
from tests.export.pdf.conftest import Printed
from tests.export.pdf.paper import answer, document, everything, table

RATING = Place("rubric", "p1", column="rating")
TICK = Place("rubric", "p1/e1", column="have")


@pytest.mark.parametrize(
    "place",
    [
        Place("a"),
        Place("a.b", "c/d", 12, "e"),
        Place("%2E", "ü 中/٪", 0, "x.y"),
        Place("", "", 0, ""),
    ],
)
def test_a_name_leads_back_to_its_place(place: Place) -> None:
    """Names of fields hold every place, and no full stop."""
    assert place_of(field_name(place)) == place
    assert "." not in field_name(place)


@pytest.mark.parametrize("name", ["", "a", "a/b/c/d", "a/b/1/c.d", "a/b/-1/c", "x" * 3000])
def test_other_names_have_no_place(name: str) -> None:
    """A field of some other form is not taken for ours."""
    assert place_of(name) is None


def test_a_filled_form_reads_as_it_was_printed(printed: Printed) -> None:
    """What stands in the fields from the start is what is read back."""
    found = read_form(printed(everything(), form=True))

    assert found.strange == ()
    assert found.values[RATING] == 2
    assert found.values[Place("rubric", "p2", column="rating")] is None
    assert found.values[TICK] is True
    assert found.values[Place("rubric", "p1/e2", column="have")] is False
    assert found.values[Place("rubric", "p1/e1", column="notes")] == "From May"
    assert found.values[Place("details", "name")] == "Ada Lovelace"
    assert found.values[Place("goals", "", 1, "goal")] == "Reading"
    assert found.values[Place("read", "a", column="read")] is True
    assert str(found.values[Place("why")]).startswith("I **did** it:\n\n- one")


def test_a_long_answer_is_seen_whole_in_its_box(printed: Printed) -> None:
    """On paper nobody can scroll: the box grows with its text."""
    heights = [
        _height(printed(document(answer("line\n" * lines)), f"{lines}.pdf", form=True))
        for lines in (1, 4, 20)
    ]

    assert heights[0] == heights[1] < heights[2]


def _height(path: Path) -> float:
    """Return the height of the highest field of the first page."""
    with pikepdf.open(path) as pdf:
        edges = [[float(edge) for edge in field["/Rect"]] for field in pdf.pages[0]["/Annots"]]
    return max(top - bottom for _, bottom, _, top in edges)


def test_a_count_is_typed_without_its_share(printed: Printed) -> None:
    """The share is computed anew when the form comes back."""
    grid = table([("", "")])
    counted = replace(grid, rows=((Cell("38\u00a0(12%)", "38"), *grid.rows[0][1:]),))

    found = read_form(printed(document(counted), form=True))

    assert "38" in found.values.values()


def test_a_blank_form_is_empty(printed: Printed) -> None:
    """A form from a blank workbook holds nothing yet, and a field for everything."""
    found = read_form(printed(blank(everything()), form=True, preset="blank"))

    assert set(found.values.values()) == {"", None, False}
    assert len(found.values) > 15


def _fill(path: Path, values: dict[Place, Value]) -> Path:
    """Fill in a form the way programs do: each field's own value, some of its looks."""
    names = {field_name(place): value for place, value in values.items()}
    target = path.with_name("filled.pdf")
    with pikepdf.open(path) as pdf:
        for field in pdf.Root.AcroForm.Fields:
            name = str(field.T)
            if name not in names:
                continue
            value = names[name]
            if isinstance(value, str):
                field.V = pikepdf.String(value)
            else:
                field.V = pikepdf.Name("/Yes" if value is True else f"/{value}")
        pdf.save(target)
    return target


@pytest.mark.parametrize("text", ["plain", "ünïcödé ✓ 中文 שלום 😀", "two\rlines\r\nthree", "(\\)"])
def test_what_is_typed_comes_back(printed: Printed, text: str) -> None:
    """Texts in every script, ratings and ticks are read from the fields' own values."""
    form = printed(blank(everything()), form=True, preset="blank")

    found = read_form(_fill(form, {Place("why"): text, RATING: 3, TICK: True})).values

    assert found[Place("why")] == text.replace("\r\n", "\n").replace("\r", "\n")
    assert found[RATING] == 3
    assert found[TICK] is True
    assert found[Place("blank")] == ""


def test_strange_fields_are_named(printed: Printed) -> None:
    """Fields of other forms, and values that make no sense, are listed and not used."""
    form = printed(everything(), form=True)
    changed = form.with_name("changed.pdf")
    with pikepdf.open(form) as pdf:
        fields = pdf.Root.AcroForm.Fields
        fields.append(pdf.make_indirect(pikepdf.Dictionary(FT=pikepdf.Name.Tx, T="theirs", V="x")))
        next(field for field in fields if str(field.T) == field_name(RATING)).V = pikepdf.Name.Lots
        pdf.save(changed)

    found = read_form(changed)

    assert set(found.strange) == {"theirs", field_name(RATING)}
    assert RATING not in found.values


def test_fields_in_circles_end(printed: Printed) -> None:
    """A hostile form whose fields hold each other is read to an end."""
    form = printed(everything(), form=True)
    changed = form.with_name("circle.pdf")
    with pikepdf.open(form) as pdf:
        loop = pdf.make_indirect(pikepdf.Dictionary(FT=pikepdf.Name.Tx, T="loop"))
        loop.Kids = pikepdf.Array([loop, loop])
        pdf.Root.AcroForm.Fields.append(loop)
        pdf.save(changed)

    assert read_form(changed).values[RATING] == 2


def test_other_files_get_a_sentence(printed: Printed, tmp_path: Path) -> None:
    """No PDF, a PDF without a form and a locked one are refused in words."""
    text = tmp_path / "notes.txt"
    text.write_text("no pdf", encoding="utf-8")
    plain = printed(document(answer("x")), "plain.pdf")
    locked = printed(everything(), "locked.pdf", form=True, password="x")

    for path, words in ((text, "read as a PDF"), (plain, "no form"), (locked, "password")):
        with pytest.raises(ExportError, match=words):
            read_form(path)


def test_every_field_has_a_name_for_the_ear(printed: Printed) -> None:
    """Each field says what it asks for."""
    with pikepdf.open(printed(everything(), form=True)) as pdf:
        labels = [
            str(note.get("/TU", ""))
            for page in pdf.pages
            for note in page.get("/Annots", [])
            if note.Subtype == "/Widget"
        ]

    assert len(labels) > 20
    assert all(labels)
