"""Answers, cells and lists of any length lose no word and double none."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest

from ladder_desktop.document.nodes import (
    Bar,
    Chart,
    Check,
    Checks,
    Field,
    Node,
    Paragraph,
    Place,
    Section,
)
from tests.export.pdf.conftest import Printed
from tests.export.pdf.paper import answer, document, page_count, table, text_of, words_of

MANY = 50_000


def _words(count: int) -> list[str]:
    return [f"w{number}x" for number in range(count)]


def _checks(words: list[str]) -> Checks:
    items = tuple(
        Check(str(at), " ".join(words[at : at + 5]), done=True) for at in range(0, len(words), 5)
    )
    return Checks(Place("list"), "List", "done", items)


def _note(text: str) -> Checks:
    check = Check("1", "tick", True, (Field("notes", "Notes", text),))
    return Checks(Place("list"), "List", "done", (check,))


@pytest.mark.parametrize(
    ("count", "make"),
    [
        (MANY, lambda words: answer(" ".join(words))),
        (MANY, lambda words: answer("\n".join(words[:2000]) + " " + " ".join(words[2000:]))),
        (MANY, lambda words: table([("a", " ".join(words))])),
        (MANY, lambda words: _note(" ".join(words))),
        (
            20_000,
            lambda words: table(
                [
                    (" ".join(words[at : at + 3]), " ".join(words[at + 3 : at + 10]))
                    for at in range(0, 20_000, 10)
                ]
            ),
        ),
        (5000, _checks),
    ],
    ids=["answer", "lines", "cell", "note", "2000 rows", "1000 items"],
)
def test_every_word_once_at_any_length(
    printed: Printed, count: int, make: Callable[[list[str]], Node]
) -> None:
    """50,000 words in one place, 2,000 rows and 1,000 items are printed whole."""
    words = _words(count)

    found = Counter(words_of(printed(document(make(words)))))

    assert [word for word in words if found[word] != 1] == []


def test_a_tables_head_stands_once_on_each_of_its_pages(printed: Printed) -> None:
    """Rows that go on over pages bring the head along, in its place at the top only."""
    rows = [(f"goal{number}", "role " * 60) for number in range(60)]
    rows[30] = ("long", "word " * 4000)

    path = printed(document(table(rows)))

    pages = text_of(path, "-raw").split("\f")[:-1]
    assert len(pages) > 10
    assert [page.count("GOALHEAD") for page in pages] == [1] * len(pages)
    assert all(page.startswith("GOALHEAD") for page in pages[1:])


def test_no_heading_is_left_at_the_foot_of_a_page(printed: Printed) -> None:
    """A question stays with the beginning of its answer, wherever the page ends."""
    nodes = [answer("line\n" * (number % 7 + 1), f"QUESTION{number}?") for number in range(60)]

    path = printed(document(*nodes))

    for page in text_of(path, "-raw").split("\f")[:-1]:
        lines = [line for line in page.splitlines() if line.strip()]
        last = [line for line in lines if "K7QX" not in line and "Page" not in line][-1]
        assert not last.startswith("QUESTION")


@pytest.mark.parametrize("preset", ["full", "blank"])
def test_an_item_stays_with_its_remarks(printed: Printed, preset: str) -> None:
    """What is to be done, who does it and what was noted stand on one page."""
    remarks = (
        Field("owner", "OWNER", "Ada", is_short=True),
        Field("due", "DUE", "May", is_short=True),
        Field("evidence", "EVIDENCE", "Minutes"),
        Field("notes", "NOTES", "A line.\n" * 3),
    )
    items = tuple(Check(str(number), "ITEM", True, remarks) for number in range(40))
    listed = Checks(Place("list"), "List", "done", items)

    path = printed(document(listed), preset=preset)

    pages = text_of(path, "-raw").split("\f")[:-1]
    assert len(pages) > 3
    for page in pages:
        assert len({page.count(said) for said in ("ITEM", "OWNER", "EVIDENCE", "NOTES")}) == 1


@pytest.mark.parametrize("lines", range(20, 32))
def test_no_item_of_a_list_is_alone_on_a_page(printed: Printed, lines: int) -> None:
    """Wherever the page ends, the first item and the last have a neighbour."""
    items = tuple(Check(str(number), "ITEM", done=False) for number in range(5))
    listed = Checks(Place("list"), "List", "done", items)

    path = printed(document(answer("line\n" * lines), listed))

    assert 1 not in [page.count("ITEM") for page in text_of(path, "-raw").split("\f")]


@pytest.mark.parametrize("lines", range(6, 24))
def test_a_section_begins_with_more_than_its_introduction(printed: Printed, lines: int) -> None:
    """Heading, introduction and table begin on one page, but where much of one would be empty."""
    first = Section("one", "One", "One", (answer("line\n" * lines),))
    nodes = (Paragraph("INTRODUCTION " * 60, "intro"), table([("GOAL", "ROLE")] * 4))
    second = Section("two", "Two", "HEADING", nodes)

    path = printed(replace(document(), sections=(first, second)))

    pages = text_of(path, "-raw").split("\f")
    (page,) = [page for page in pages if "HEADING" in page]
    is_whole = "GOAL\n" in page.replace(" ROLE", "")
    assert page.count("INTRODUCTION") == 60
    # a page that is two thirds full may end empty
    assert is_whole or (page is pages[0] and lines <= 15)


def test_a_small_chart_is_not_parted(printed: Printed) -> None:
    """Bars are compared at a glance, so a handful of them share a page."""
    chart = Chart("CHART", tuple(Bar(f"BAR{number}", 2, "2.0") for number in range(8)), 4)

    for lines in range(0, 40, 3):
        path = printed(document(answer("line\n" * lines), chart), f"{lines}.pdf")

        pages = [page for page in text_of(path, "-raw").split("\f") if "BAR" in page]
        assert [page.count("BAR") for page in pages] == [8]


def test_one_letter_without_end_is_printed_whole(printed: Printed) -> None:
    """A million letters without a blank are broken into lines, none lost."""
    path = printed(document(answer("x" * 1_000_000)))

    assert text_of(path, "-raw").count("x") == 1_000_000
    assert page_count(path) < 400


def test_a_million_signs_of_markup_are_text(printed: Printed) -> None:
    """Opening brackets open nothing."""
    path = printed(document(answer("<" * 300_000)))

    assert text_of(path, "-raw").count("<") == 300_000
