"""Markdown shows what was typed, and reads nothing into it."""

import pytest

from ladder_desktop.document.nodes import Answer, Cell, Column, Document, Grid, Node, Place, Section
from ladder_desktop.export.markdown import markdown
from ladder_desktop.words import Words


def written(node: Node, words: Words) -> str:
    """Return the Markdown of one node."""
    section = Section("s", "S", "S", (node,))
    return markdown(Document("T", "", "ID", "en", (), (section,)), words).partition("## S\n\n")[2]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("plain", "plain"),
        ("**bold** and *italic*", "**bold** and *italic*"),
        ("2*3*4", r"2\*3\*4"),
        ("# no heading", r"\# no heading"),
        ("1990. A year", r"1990\. A year"),
        ("<img src=x>", r"\<img src=x\>"),
        ("&amp;", r"\&amp;"),
        ("snake_case", r"snake\_case"),
        ("- one\n- two", "- one  \n- two"),
        ("first\nsecond\n\nthird", "first  \nsecond\n\nthird"),
        ("    deep", "&nbsp;&nbsp;&nbsp;&nbsp;deep"),
        ("+ plus", r"\+ plus"),
        ("a\x00b", "ab"),
    ],
)
def test_a_note(typed: str, expected: str, words: Words) -> None:
    """Light marks stay marks; everything else is escaped."""
    text = written(Answer(Place("b"), "Q", typed), words)

    assert text == f"**Q**\n\n{expected}\n"


def test_an_unanswered_question_says_so(words: Words) -> None:
    """A blank answer is named, not left to guess."""
    assert "*No answer yet*" in written(Answer(Place("b"), "Q", " \n"), words)


def test_a_cell_keeps_its_lines_and_its_table(words: Words) -> None:
    """Neither a bar nor a line break ends a cell."""
    grid = Grid(Place("b"), "C", (Column("a", "A"),), ((Cell("x|y\nz"),),))

    assert r"| x\|y<br>z |" in written(grid, words)


def test_figures_end_where_their_column_does_and_totals_stand_out(words: Words) -> None:
    """Columns of figures are aligned at the right, and the last row is bold where it says so."""
    columns = (Column("a", "Kind"), Column("b", "Number", "end"), Column("c", "Why"))
    rows = ((Cell("Cover"), Cell("12"), Cell("Ill")),)
    grid = Grid(Place("b"), "C", columns, rows, (Cell("Total"), Cell("12"), Cell("")))

    lines = written(grid, words).splitlines()

    assert "| --- | ---: | --- |" in lines
    assert "| **Total** | **12** |  |" in lines
