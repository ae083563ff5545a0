"""Forms made with Word's own fields ask the same in a template, and their answers come along."""

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.table import Table

from ladder_desktop.blocks.rubric.model import Rubric
from ladder_desktop.intake.docx_answers import Answers
from ladder_desktop.intake.docx_template import propose
from ladder_desktop.intake.filled_text import answers_from
from ladder_desktop.intake.proposal import ProposedBlock
from ladder_desktop.intake.template_writing import template_text
from ladder_desktop.words import Words
from ladder_desktop.workbook.template import read_template
from tests.intake.form_fields import (
    INVITATION,
    add_below,
    add_field,
    day_field,
    drop_down,
    put_around,
    text_field,
    tick_field,
)

Write = Callable[[WordDocument], object]
Asked = Callable[[Write], list[ProposedBlock]]
LEVELS = ("High", "Medium", "Low")


def form(path: Path, write: Write) -> Path:
    """Make a document with a title, a section, and what is written into it."""
    document = docx.Document()
    document.add_heading("A form", 0)
    document.add_heading("A section", 1)
    write(document)
    document.save(str(path))
    return path


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    """Return what makes a form and tells the blocks it becomes, in a template without mistakes."""

    def make(write: Write) -> list[ProposedBlock]:
        proposal = propose(form(tmp_path / "form.docx", write))
        read_template(template_text(proposal), "form")
        return [block for section in proposal.sections for block in section.blocks]

    return make


def table(document: WordDocument, *rows: tuple[str, ...]) -> Table:
    """Add a table with these texts."""
    made: Table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for row, texts in zip(made.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    return made


def shade(made: Table, row: int, fill: str = "D9E2F3") -> None:
    """Give the cells of a row a ground."""
    for cell in made.rows[row].cells:
        shading = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="{fill}"/>')
        cell._tc.get_or_add_tcPr().append(shading)


FULL = (("Role", "Pay"), ("Mentor", "A stipend"), ("Coach", "Time"))


def repeat_head(made: Table) -> None:
    """Repeat the first row on every page."""
    head = made.rows[0]._tr.get_or_add_trPr()
    head.append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))


def dress(made: Table) -> None:
    """Give a table a style that sets its first row off."""
    made.style = "Light Grid Accent 1"


@pytest.mark.parametrize("set_off", [repeat_head, dress, lambda made: shade(made, 0)])
def test_a_first_row_that_is_set_off_heads_the_columns(
    asked: Asked, set_off: Callable[[Table], None]
) -> None:
    """A table without empty cells or bold letters has the head that people see."""
    (block,) = asked(lambda document: set_off(table(document, *FULL)))

    assert [column.title for column in block.columns] == ["Role", "Pay"]
    assert block.start == FULL[1:]


def nothing(_made: Table) -> None:
    """Leave a table as it is."""


def every_row(made: Table) -> None:
    """Give all rows the same ground."""
    for row in range(len(made.rows)):
        shade(made, row)


def white(made: Table) -> None:
    """Give the first row the ground of the paper."""
    shade(made, 0, "FFFFFF")


@pytest.mark.parametrize("set_off", [nothing, every_row, white])
def test_a_first_row_like_the_others_is_one_of_them(
    asked: Asked, set_off: Callable[[Table], None]
) -> None:
    """Where nothing tells a head, no row is taken for one."""
    (block,) = asked(lambda document: set_off(table(document, *FULL)))

    assert block.start == FULL


def test_a_form_with_a_ground_is_no_head(asked: Asked) -> None:
    """A first row that leaves room for an answer asks something."""

    def write(document: WordDocument) -> None:
        shade(table(document, ("Our vision", ""), ("Our worries", "")), 0)

    assert [block.title for block in asked(write)] == ["Our vision", "Our worries"]


def test_the_corner_of_a_head_may_be_empty(asked: Asked) -> None:
    """Titles over all columns but the first are titles."""
    rows = (("", "This year", "Next year"), ("Mentors", "", ""), ("Coaches", "", ""))

    (block,) = asked(lambda document: table(document, *rows))

    assert [column.title for column in block.columns] == ["1", "This year", "Next year"]
    assert [row[0] for row in block.start] == ["Mentors", "Coaches"]


def test_lists_and_days_in_a_table(asked: Asked) -> None:
    """A column with a list in it is a choice, and one in which days are picked holds days."""

    def write(document: WordDocument) -> None:
        made = table(document, ("Need", "Priority", "When"), ("Mentors", "", ""), ("", "", ""))
        add_field(made.cell(2, 1).paragraphs[0], drop_down(*LEVELS, "None"))
        level, day = made.cell(1, 1), made.cell(1, 2)
        put_around(level, drop_down(*LEVELS))
        put_around(day, day_field(), "Click or tap to enter a date.")

    (block,) = asked(write)

    assert [column.title for column in block.columns] == ["Need", "Priority", "When"]
    assert [column.choices for column in block.columns] == [(), (*LEVELS, "None"), ()]
    assert [column.holds_days for column in block.columns] == [False, False, True]
    assert block.start == (("Mentors", "", ""),)


def test_a_text_of_ones_own_can_be_chosen_later(asked: Asked) -> None:
    """What already stands in a box that takes any text is one of the choices."""

    def write(document: WordDocument) -> None:
        made = table(document, ("Need", "Priority"), ("Mentors", ""), ("", ""))
        control = drop_down(*LEVELS, chosen="Very high", kind="comboBox")
        put_around(made.cell(1, 1), control, "Very high")

    (block,) = asked(write)

    assert block.columns[1].choices == (*LEVELS, "Very high")


def test_ratings_with_a_list_keep_the_names_of_their_levels(asked: Asked) -> None:
    """A rating that is chosen from a list becomes a rubric with these levels."""

    def write(document: WordDocument) -> None:
        made = table(document, ("Practice", "Rating"), ("We plan.", ""), ("We act.", ""))
        for cell in made.columns[1].cells[1:]:
            put_around(cell, drop_down("Not yet", "Begun", "Done"))

    (block,) = asked(write)

    assert block.kind == "rubric"
    assert [level.label for level in block.levels] == ["Not yet", "Begun", "Done"]


def test_a_list_beside_its_question(asked: Asked) -> None:
    """In a line, in the next one or in the next cell: one column in which something is chosen."""

    def write(document: WordDocument) -> None:
        add_field(document.add_paragraph("Priority: "), drop_down(*LEVELS))
        document.add_paragraph("How sure are you?")
        add_below(document, drop_down("Sure", "Unsure"))
        made = table(document, ("Our school", ""), ("Our vision", ""))
        put_around(made.cell(0, 1), drop_down("Lincoln", "Harbor"))

    found = asked(write)

    assert [(block.title, [column.choices for column in block.columns]) for block in found] == [
        ("Priority", [LEVELS]),
        ("How sure are you?", [("Sure", "Unsure")]),
        ("Our school", [("Lincoln", "Harbor")]),
        ("Our vision", []),
    ]


def test_lines_with_the_same_list_are_one_table(asked: Asked) -> None:
    """Statements with a list each become its rows, word for word."""

    def write(document: WordDocument) -> None:
        document.add_heading("How we see it", 2)
        for statement in ("I lead.", "I am heard."):
            paragraph = document.add_paragraph(f"{statement} ", style="List Number")
            add_field(paragraph, drop_down("Never", "Always"))

    (block,) = asked(write)

    assert (block.kind, block.title) == ("table", "How we see it")
    assert block.columns[1].choices == ("Never", "Always")
    assert block.start == (("I lead.", ""), ("I am heard.", ""))


@pytest.mark.parametrize(
    "field", [text_field(), text_field(is_plain=False), day_field()], ids=["text", "rich", "day"]
)
def test_a_field_is_room_for_an_answer(asked: Asked, field: str) -> None:
    """A label with a field behind it, or below it, is a question."""

    def write(document: WordDocument) -> None:
        add_field(document.add_paragraph("Our vision "), field)
        document.add_paragraph("What worries us:")
        add_below(document, field)

    assert [(block.kind, block.title) for block in asked(write)] == [
        ("prompt", "Our vision"),
        ("prompt", "What worries us:"),
    ]


def test_boxes_to_tick_are_a_checklist(asked: Asked) -> None:
    """Lines that begin with a box can be ticked."""

    def write(document: WordDocument) -> None:
        document.add_paragraph("What we have")
        for thing in ("A plan", "A budget"):
            paragraph = document.add_paragraph()
            add_field(paragraph, tick_field(), "☐")
            paragraph.add_run(f" {thing}")

    (block,) = asked(write)

    assert (block.kind, [entry.text for entry in block.entries]) == (
        "checklist",
        ["A plan", "A budget"],
    )


def test_boxes_under_levels_are_a_choice(asked: Asked) -> None:
    """A box in each cell under a scale leaves the row to be chosen."""

    def write(document: WordDocument) -> None:
        made = table(document, ("Statement", "Never", "Sometimes", "Always"), ("I lead.", *"   "))
        for cell in made.rows[1].cells[1:]:
            put_around(cell, tick_field(), "☐")

    (block,) = asked(write)

    assert block.columns[1].choices == ("Never", "Sometimes", "Always")


def test_a_table_inside_a_practice_loses_no_word(asked: Asked) -> None:
    """What a table in a cell says is read in order, as lines of the cell."""

    def write(document: WordDocument) -> None:
        made = table(document, ("Practice", "Rating out of 3"), ("1. We plan.", ""))
        cell = made.cell(1, 0)
        cell.add_paragraph("Guiding questions:")
        inner = cell.add_table(2, 1)
        inner.cell(0, 0).text = "Who plans?"
        inner.cell(1, 0).text = "With whom?"

    (block,) = asked(write)

    assert block.kind == "rubric"
    assert block.entries[0].questions == ("Who plans?", "With whom?")


@pytest.fixture
def brought(tmp_path: Path, words: Words) -> Callable[[Write, Write], Answers]:
    """Return what makes a form blank and filled, and brings the answers along."""

    def bring(blank: Write, filled: Write) -> Answers:
        empty = form(tmp_path / "blank.docx", blank)
        return answers_from(form(tmp_path / "filled.docx", filled), empty, words)

    return bring


def test_what_was_chosen_comes_along(brought: Callable[[Write, Write], Answers]) -> None:
    """Choices and days in tables, and choices beside their lines, find their places."""

    def write(document: WordDocument, priority: str, day: str, status: str, vision: str) -> None:
        made = table(document, ("Need", "Priority", "When"), ("Mentors", "", ""))
        level, when = made.cell(1, 1), made.cell(1, 2)
        put_around(level, drop_down(*LEVELS, chosen=priority), priority or INVITATION)
        put_around(when, day_field(day), day or INVITATION)
        field = drop_down("Open", "Done", chosen=status)
        add_field(document.add_paragraph("Status: "), field, status or INVITATION)
        field = text_field(written=vision)
        add_field(document.add_paragraph("Our vision "), field, vision or INVITATION)

    found = brought(
        lambda document: write(document, "", "", "", ""),
        lambda document: write(document, "Medium", "12/1/2026", "Done", "To lead"),
    )

    assert found.unplaced == ()
    assert found.whole["answers"] == {
        "a-section": [{"need": "Mentors", "priority": "medium", "when": "2026-12-01"}],
        "status": [{"status": "done"}],
        "our-vision": "To lead",
    }


def test_choices_for_statements_come_along(brought: Callable[[Write, Write], Answers]) -> None:
    """Each choice goes to its own row; what was left open stays open."""

    def write(document: WordDocument, chosen: str) -> None:
        for statement, choice in (("I lead.", chosen), ("I am heard.", "")):
            field = drop_down("Never", "Always", chosen=choice)
            add_field(document.add_paragraph(f"{statement} "), field, choice or INVITATION)

    found = brought(
        lambda document: write(document, ""), lambda document: write(document, "Always")
    )

    (rows,) = found.whole["answers"].values()
    assert [list(row.values()) for row in rows] == [["I lead.", "always"], ["I am heard.", None]]


def test_a_table_in_a_cell_is_told(brought: Callable[[Write, Write], Answers]) -> None:
    """Its words come along as lines, and the list of what had no place says so."""

    def write(document: WordDocument, *texts: str) -> None:
        made = table(document, ("Goal", "Role"), ("", ""))
        inner = made.cell(1, 0).add_table(1, 2) if texts else None
        for column, text in enumerate(texts):
            assert inner is not None
            inner.cell(0, column).text = text

    found = brought(write, lambda document: write(document, "To read", "by grade 3"))

    (rows,) = found.whole["answers"].values()
    assert rows[0]["goal"] == "To read\nby grade 3"
    (told,) = found.unplaced
    assert (told.text, told.after) == ("To read by grade 3", "row 1")


def test_a_form_becomes_a_rubric_that_can_be_read(tmp_path: Path) -> None:
    """Levels named by a list stand in the template."""

    def write(document: WordDocument) -> None:
        made = table(document, ("Practice", "Rating"), ("We plan.", ""))
        put_around(made.cell(1, 1), drop_down("Not yet", "Begun", "Done"))

    text = template_text(propose(form(tmp_path / "form.docx", write)))

    (rubric,) = read_template(text, "form").blocks()
    assert isinstance(rubric, Rubric)
    assert [level.label for level in rubric.levels] == ["Not yet", "Begun", "Done"]
