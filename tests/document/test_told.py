"""What was written is told in lines, each under the words of what was asked."""

from ladder_desktop.document.nodes import (
    Answer,
    Cell,
    Check,
    Checks,
    Column,
    Field,
    Grid,
    Heading,
    Level,
    Link,
    Links,
    Place,
    Scale,
)
from ladder_desktop.document.told import told
from ladder_desktop.words import Words

LEVELS = (Level(1, "Low", "m1"), Level(2, "High", "m2"))


def test_every_part_has_its_words(words: Words) -> None:
    """Practices, ratings, questions, ticks and sources."""
    notes = (Field("notes", "Notes", "In a box"),)
    nodes = (
        Heading(1, "1. Roles"),
        Scale(Place("a", "x"), "Rating", LEVELS, 2),
        Answer(Place("a", "x/q"), "Who leads?", "We do."),
        Checks(
            Place("a"), "", "have", (Check("1", "A plan", True, notes), Check("2", "Lists", False))
        ),
        Links(Place("b"), "", (Link("1", "A book", "", "", True),)),
    )

    assert list(told(nodes, words)) == [
        "1. Roles",
        "Rating: 2 of 2 – High",
        "Who leads?\nWe do.",
        "Ticked: A plan",
        "Notes: In a box",
        "Lists",
        "Read: A book",
    ]


def test_rows_are_told_cell_by_cell(words: Words) -> None:
    """Rows of one cell stand close, others apart; sums of what is told already are left out."""
    columns = (Column("x", "Goal"), Column("y", "Role"))
    rows = ((Cell("Read"), Cell("Coach")), (Cell("Write"), Cell("")), (Cell("Count"), Cell("")))
    grid = Grid(Place("a"), "Goals", columns, rows)
    sums = Grid(Place("a", "subtotals"), "Sums", columns, rows)

    lines = list(told((grid, sums), words))

    assert lines == ["Goal: Read", "Role: Coach", "", "Goal: Write", "Goal: Count"]
