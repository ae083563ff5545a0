"""Presets choose what is printed."""

from dataclasses import replace

import pytest

from ladder_desktop.document.nodes import (
    Answer,
    Bar,
    Cell,
    Chart,
    Check,
    Checks,
    Column,
    Detail,
    Document,
    Field,
    Grid,
    Heading,
    Level,
    Link,
    Links,
    Node,
    Paragraph,
    Place,
    Scale,
    Section,
)
from ladder_desktop.document.presets import (
    answered,
    answers_only,
    blank,
    only_sections,
    summed,
    tightened,
)
from ladder_desktop.document.texts import every_text

LEVELS = (Level(1, "Low", "m1"), Level(2, "High", "m2"))


def _document(*nodes: Node) -> Document:
    section = Section("s", "Tab", "Heading", nodes)
    details = (Detail("name", "Name", "Ada"), Detail("role", "Role", ""))
    return Document("Title", "Ada", "ID", "en", details, (section, Section("t", "T", "T", ())))


def _nodes(document: Document) -> list[Node]:
    return [node for section in document.sections for node in section.nodes]


def test_sections_are_chosen_in_the_documents_order() -> None:
    """A section that is not chosen is gone whole."""
    chosen = only_sections(_document(Paragraph("secret")), ["t"])

    assert [section.id for section in chosen.sections] == ["t"]
    assert "secret" not in list(every_text(chosen))


def test_answered_leaves_out_what_nobody_filled_in() -> None:
    """Blank answers, ratings, rows, ticks and links go; so do headings over nothing."""
    document = _document(
        Heading(1, "Lonely"),
        Heading(2, "Lonely too"),
        Answer(Place("a"), "Unasked?", " \n"),
        Heading(1, "Kept"),
        Answer(Place("b"), "Asked?", "yes"),
        Scale(Place("c"), "Rated?", LEVELS, None),
        Grid(Place("d"), "Rows", (Column("x", "X"),), ((Cell(""),), (Cell("full"),))),
        Checks(Place("e"), "Ticks", "done", (Check("1", "no", False), Check("2", "yes", True))),
        Links(Place("f"), "Links", (Link("1", "unread", "", "", False),)),
    )

    left = answered(document)

    assert [type(node) for node in _nodes(left)] == [Heading, Answer, Grid, Checks]
    texts = list(every_text(left))
    assert "full" in texts
    assert not {"Lonely", "Lonely too", "Unasked?", "no", "unread", "Role"} & set(texts)
    assert [section.id for section in left.sections] == ["s"]


def test_answers_only_has_no_guidance() -> None:
    """Introductions and guidance are left out, questions stay with their answers."""
    check, link = Check("1", "Tick", True), Link("1", "Read", "", "", True)
    document = _document(
        Paragraph("Introduction", "intro"),
        Answer(Place("a"), "Why?", "Because", "Think!"),
        Grid(Place("b"), "", (Column("x", "X"),), ((Cell("x"),),), guidance="Fill!"),
        Checks(Place("c"), "", "done", (check,), "Do!"),
        Links(Place("d"), "", (link,), "Read!"),
    )

    left = answers_only(document)

    assert [type(node) for node in _nodes(left)] == [Answer, Grid, Checks, Links]
    assert not {"Introduction", "Think!", "Fill!", "Do!", "Read!"} & set(every_text(left))


def test_answers_only_leaves_no_heading_of_an_article() -> None:
    """Neither its text nor the headings over it; those of answers stay."""
    tick = Links(Place("more"), "More", (Link("guide", "The Guide", "", "", read=True),))
    article = (Heading(2, "Listening"), Paragraph("A mentor listens.", "article"))
    document = _document(*article, Heading(2, "More"), tick)

    assert _nodes(answers_only(document)) == [Heading(2, "More"), tick]


def test_blank_keeps_what_the_template_says_in_a_table() -> None:
    """Statements and given rows are printed for those who write by hand, sums are not.

    There is room for more rows, unless each is a statement of its own.
    """
    columns = (Column("x", "X"), Column("y", "Y"), Column("z", "Z", is_fixed=True))
    row = (Cell("asked", is_given=True), Cell("written"), Cell("written"))
    empty = (Cell(""),) * 3
    sums = Grid(Place("b", "sums"), "", (Column("x", "X", is_fixed=True),), ((Cell("written"),),))
    asked, mixed = (
        Grid(Place("a"), "", (columns[2], *columns[:2]), (row,)),
        Grid(Place("b"), "", columns, (row, empty), (Cell("Total", is_given=True), *empty[1:])),
    )

    first, second = (node for node in _nodes(blank(_document(asked, mixed, sums))))

    assert isinstance(first, Grid)
    assert isinstance(second, Grid)
    assert [[cell.text for cell in each] for each in first.rows] == [["asked", "", ""]]
    assert [each[0].text for each in second.rows] == ["asked", "", "", "", ""]
    assert [cell.text for cell in second.totals] == ["Total", "", ""]
    assert "written" not in set(every_text(blank(_document(asked, mixed, sums))))


def test_what_the_template_says_is_no_answer() -> None:
    """A statement that nobody was asked about is unanswered; rows of a sum are left whole."""
    given = (Cell("asked", is_given=True), Cell(""))
    columns = (Column("x", "X"), Column("y", "Y"))
    alone = Grid(Place("a"), "", columns, (given,))
    total = (Cell("Total", is_given=True), Cell("2"))
    whole = Grid(Place("b"), "", columns, (given, (Cell(""), Cell("2"))), total)

    left = _nodes(answered(_document(alone, whole)))

    assert left == [whole]


def test_totals_of_nothing_are_left_out() -> None:
    """“Total” with no figure beside it stays only where figures are written by hand."""
    columns = (Column("x", "X"), Column("y", "Y"))
    rows = ((Cell("asked", is_given=True), Cell("")), (Cell("words"), Cell("")))
    total = Cell("Total", is_given=True)
    nothing = _document(Grid(Place("a"), "", columns, rows, (total, Cell(""))))
    zero = _document(Grid(Place("a"), "", columns, rows, (total, Cell("$0.00"))))

    assert [grid.totals for grid in _nodes(summed(nothing)) if isinstance(grid, Grid)] == [()]
    assert summed(zero) == zero
    (left,) = _nodes(answered(nothing))
    assert isinstance(left, Grid)
    assert (left.rows, left.totals) == (rows[1:], ())


@pytest.mark.parametrize(("most", "rows"), [(600, 5), (100, 3), (20, 2)])
def test_a_tightened_document_is_short(most: int, rows: int) -> None:
    """Answers, cells and rows are cut to a measure, and what was cut says so."""
    grid = Grid(Place("a"), "", (Column("x", "X"),), ((Cell("word " * 90),),) * 5)
    check = Check(
        "1", "Tick", True, (Field("n", "N", "long"), Field("o", "O", "Ada", is_short=True))
    )
    link = Link("1", "Read", "", "", True, "", (Field("n", "N", "long"),))
    made = _document(
        Answer(Place("b"), "Why?", "word " * 400),
        grid,
        Checks(Place("c"), "", "done", (check,)),
        Links(Place("d"), "", (link,)),
    )

    answer, table, checks, links = _nodes(tightened(made, most))

    assert isinstance(answer, Answer)
    assert isinstance(table, Grid)
    assert answer.text.endswith("word …")
    assert len(answer.text) <= most + 2
    assert len(table.rows) == rows
    assert table.rows[-1][0].text.endswith("…")
    assert checks == Checks(Place("c"), "", "done", (replace(check, fields=check.fields[1:]),))
    assert links == Links(Place("d"), "", (replace(link, fields=()),))


def test_blank_holds_nothing_that_was_written() -> None:
    """A blank workbook has every question and none of the answers, added questions included."""
    document = _document(
        Answer(Place("a"), "Why?", "written"),
        Answer(Place("b"), "written", "written", is_added=True),
        Scale(Place("c"), "Rated?", LEVELS, 2),
        Grid(Place("d"), "", (Column("x", "X"),), ((Cell("written"),),), (Cell("written"),)),
        Checks(
            Place("e"), "", "done", (Check("1", "Tick", True, (Field("n", "Notes", "written"),)),)
        ),
        Links(
            Place("f"), "", (Link("1", "Read", "", "", True, "", (Field("n", "N", "written"),)),)
        ),
        Chart("written", (Bar("written", 1, "1"),), 2),
    )

    made = blank(document)

    texts = list(every_text(made))
    assert "written" not in texts
    assert "Ada" not in texts
    assert {"Why?", "Rated?", "Tick", "Read"} <= set(texts)
    grid = next(node for node in _nodes(made) if isinstance(node, Grid))
    assert len(grid.rows) >= 3
    assert next(node for node in _nodes(made) if isinstance(node, Scale)).chosen is None


def test_blank_tells_what_can_be_chosen() -> None:
    """On paper no list opens, so each choice is named above the table."""
    columns = (
        Column("need", "Need"),
        Column("priority", "Priority", choices=("High", "Low")),
        Column("source", "From", choices=("Named",), is_fixed=True),
    )
    rows = ((Cell("Time"), Cell("High"), Cell("Named")),)

    (node,) = _nodes(blank(_document(Grid(Place("g"), "Needs", columns, rows, guidance="Go on."))))

    assert isinstance(node, Grid)
    assert node.guidance == "Go on.\nPriority: High · Low"
