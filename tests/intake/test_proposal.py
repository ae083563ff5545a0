"""A part of a proposal becomes another kind, and no word of it is lost."""

from ladder_desktop.intake.proposal import (
    Column,
    Proposal,
    ProposedBlock,
    ProposedSection,
    as_kind,
)
from ladder_desktop.intake.template_writing import template_text
from ladder_desktop.workbook.template import read_template

TITLES = ("Criterion", "Emerging", "Developing", "Leading")
ROWS = (
    ("Voice", "Staff are told.", "Staff are asked.", "Staff decide."),
    ("Time", "None is given.", "Some is given.", "Enough is given."),
)
WORDS = [*TITLES, *(cell for row in ROWS for cell in row)]


def table(*rows: tuple[str, ...]) -> ProposedBlock:
    """Return a table with these rows."""
    columns = tuple(map(Column, TITLES))
    return ProposedBlock("table", "How far are we?", columns=columns, rows=2, start=rows)


def test_a_table_that_tells_what_levels_mean_can_be_rated() -> None:
    """Its columns are the levels then, its rows the practices, and what is seen can be ticked."""
    rubric = as_kind(table(*ROWS), "rubric")

    assert [level.label for level in rubric.levels] == ["Emerging", "Developing", "Leading"]
    assert [(one.text, one.evidence[1]) for one in rubric.entries] == [
        ("Voice", "Developing: Staff are asked."),
        ("Time", "Developing: Some is given."),
    ]
    section = ProposedSection("Ours", "Ours", blocks=(rubric,))
    text = template_text(Proposal("Ours", sections=(section,)))
    assert [block.kind for block in read_template(text, "ours").blocks()] == ["rubric"]
    assert [word for word in WORDS if word not in text] == []


def test_it_can_be_changed_back() -> None:
    """A question has all of it in its guidance."""
    prompt = as_kind(as_kind(table(*ROWS), "rubric"), "prompt")

    assert [word for word in WORDS if word not in prompt.guidance] == []


def test_a_table_with_empty_cells_has_no_levels_to_tell() -> None:
    """Each of its texts is something to rate, as before."""
    rubric = as_kind(table(*ROWS, ("Pay", "", "", "")), "rubric")

    assert rubric.levels == ()
    assert "Pay" in [entry.text for entry in rubric.entries]
