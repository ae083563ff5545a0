"""A PDF appears whole or not at all, and is the same for the same input."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from ladder_desktop.document.nodes import Cell, Column, Grid, Place
from ladder_desktop.errors import ExportError
from ladder_desktop.export.pdf.options import PdfOptions
from ladder_desktop.export.pdf.writer import ExportCancelledError, write
from ladder_desktop.store.making import create
from ladder_desktop.words import Words
from ladder_desktop.workbook.interchange import filled
from ladder_desktop.workbook.template import Template
from ladder_desktop.workbook.workbook import new_workbook
from tests.export.pdf.conftest import Printed
from tests.export.pdf.paper import (
    answer,
    document,
    everything,
    operations,
    page_count,
    table,
    text_of,
    words_of,
)


def test_everything_is_printed_in_words(printed: Printed) -> None:
    """Title, details, questions, answers, ratings, ticks, notes, links and tables are there."""
    text = " ".join(words_of(printed(everything())))

    for wanted in (
        "Career Growth",
        "Ada Lovelace",
        "Why it matters",
        "Why? I did it:",
        "And then? Take your time. No answer yet",
        "Practice 1 (LEA only)",
        "Rating: 2 of 3 – Basic",
        "Not rated yet",
        "No or hardly any evidence.",
        "☑ Feedback",
        "From May",
        "☐ Numbers",
        "GOALHEAD ROLEHEAD",
        "Guide IU13 · page 4 https://example.org/g?a=ü",
        "Took Much",
        "2 of 3",
        "K7QX-2M · Page 1 of",
    ):
        assert wanted in text, wanted


def test_every_page_tells_whose_it_is(printed: Printed) -> None:
    """Each foot has the workbook's id and the page's number, however long the title."""
    path = printed(document(answer("word " * 3000), title="A very long title " * 30), large=True)

    pages = text_of(path, "-raw").split("\f")[:-1]
    count = page_count(path)
    assert len(pages) == count > 3
    for number, page in enumerate(pages, start=1):
        assert f"K7QX-2M · Page {number} of {count}" in " ".join(page.split())


def test_the_same_document_gives_the_same_bytes(printed: Printed) -> None:
    """Nothing of the moment or the machine's memory gets into the file."""
    options = {"carried": b"{}", "large": True}

    first = printed(everything(), "first.pdf", **options)
    second = printed(everything(), "second.pdf", **options)

    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("target_format", ["pdf", "docx"])
def test_another_start_gives_the_same_bytes(
    target_format: str, career_growth: Template, tmp_path: Path
) -> None:
    """Nor does the order in which one start of the program remembers words."""
    say = "alpha bravo delta hotel india japan kilos lemon mango opera papal quebec romeo".split
    rows = [{"goal": " ".join(say()), "roles": " ".join(reversed(say()))}]
    empty = new_workbook(career_growth)
    create(tmp_path / "a.ladder", filled(empty, {"answers": {"goals": rows}}, "a"))
    made = [tmp_path / f"{seed}.{target_format}" for seed in range(3)]

    for seed, target in enumerate(made):
        to = ("--to", target_format, "-o", target)
        subprocess.run(
            [sys.executable, "-m", "ladder_desktop", "export", tmp_path / "a.ladder", *to],
            env=os.environ | {"PYTHONHASHSEED": str(seed)},
            check=True,
        )

    assert len({target.read_bytes() for target in made}) == 1


def test_a_cancelled_export_leaves_the_former_file(tmp_path: Path, words: Words) -> None:
    """Stopping half-way changes nothing and leaves nothing behind."""
    target = tmp_path / "out.pdf"
    target.write_bytes(b"former")
    asked = iter([False] * 5 + [True] * 100)

    with pytest.raises(ExportCancelledError):
        write(
            document(answer("word " * 9000)),
            target,
            PdfOptions(),
            words,
            cancelled=lambda: next(asked),
        )

    assert target.read_bytes() == b"former"
    assert os.listdir(tmp_path) == ["out.pdf"]  # noqa: PTH208 - names are the claim


def test_progress_counts_the_pages(tmp_path: Path, words: Words) -> None:
    """Progress tells each page of all, up to the last."""
    told: list[tuple[int, int]] = []

    write(
        document(answer("word " * 3000)),
        tmp_path / "out.pdf",
        PdfOptions(),
        words,
        progress=lambda done, count: told.append((done, count)),
    )

    count = page_count(tmp_path / "out.pdf")
    assert told == [(number, count) for number in range(1, count + 1)]


def test_a_folder_that_is_not_there_gets_a_sentence(tmp_path: Path, words: Words) -> None:
    """An export to nowhere says so in words."""
    with pytest.raises(ExportError) as caught:
        write(everything(), tmp_path / "no" / "out.pdf", PdfOptions(), words)

    assert "not there" in caught.value.worded(words)


def test_far_too_many_pages_are_refused(
    tmp_path: Path, words: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is an end to what is printed, and words about it."""
    monkeypatch.setattr("ladder_desktop.export.pdf.flow.MOST_PAGES", 3)

    with pytest.raises(ExportError) as caught:
        write(document(answer("word " * 9000)), tmp_path / "out.pdf", PdfOptions(), words)

    assert "3" in caught.value.worded(words)
    assert not (tmp_path / "out.pdf").exists()


def test_a_password_locks_the_file_but_not_out_of_hearing(printed: Printed) -> None:
    """AES-256; without the password nothing, screen readers always may."""
    path = printed(everything(), password="correct horse")

    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(path)
    with pikepdf.open(path, password="correct horse") as pdf:
        assert pdf.encryption.R == 6
        assert pdf.allow.accessibility


def test_the_workbook_is_carried_along(printed: Printed) -> None:
    """The interchange comes out of the PDF byte by byte."""
    data = b'{"details": {"name": "Ada"}}'

    path = printed(everything(), carried=data)

    with pikepdf.open(path) as pdf:
        assert list(pdf.attachments) == ["workbook.json"]
        assert pdf.attachments["workbook.json"].get_file().read_bytes() == data


@pytest.mark.parametrize(("paper", "size"), [("letter", (612, 792)), ("a4", (595.28, 841.89))])
def test_paper_has_its_size(printed: Printed, paper: str, size: tuple[float, float]) -> None:
    """Letter and A4 are what they are called."""
    with pikepdf.open(printed(everything(), paper=paper)) as pdf:
        assert [float(edge) for edge in pdf.pages[0].mediabox][2:] == pytest.approx(size)


def test_greyscale_has_no_colour(printed: Printed) -> None:
    """Each colour that is set has three equal parts."""
    with pikepdf.open(printed(everything(), grey=True)) as pdf:
        colours = [
            [float(part) for part in operands]
            for page in pdf.pages
            for operator, operands in operations(page)
            if operator in {"rg", "RG"}
        ]

    assert len(colours) > 20
    assert all(len(set(colour)) == 1 for colour in colours)


def test_large_print_is_fourteen_points(printed: Printed) -> None:
    """Answers are set in 14 points."""
    with pikepdf.open(printed(document(answer("word " * 50)), large=True)) as pdf:
        sizes = {
            float(operands[1])
            for operator, operands in operations(pdf.pages[0])
            if operator == "Tf"
        }

    assert 14.0 in sizes


def test_mirrored_margins_change_sides(printed: Printed) -> None:
    """Odd pages have the wide margin left, even ones right."""
    path = printed(document(answer("word " * 3000)), mirrored=True)

    with pikepdf.open(path) as pdf:
        lefts = [_least_x(page) for page in pdf.pages[:4]]

    assert lefts[0] == lefts[2] > lefts[1] == lefts[3]


def _least_x(page: pikepdf.Page) -> float:
    return min(float(operands[4]) for operator, operands in operations(page) if operator == "Tm")


def test_a_summary_is_set_smaller_to_fit_its_page(printed: Printed) -> None:
    """What is a little too long for one page in full is one page as a summary."""
    long = document(*(answer("line\n" * 3, f"Q{number}?") for number in range(9)))

    assert page_count(printed(long, "full.pdf")) > 1
    assert page_count(printed(long, "summary.pdf", preset="summary")) == 1


def test_a_summary_that_fits_on_no_page_is_not_cut(printed: Printed) -> None:
    """What would be two pages all the same keeps its words."""
    long = document(*(answer("many words " * 9 + "end", f"Q{number}?") for number in range(60)))

    path = printed(long, "long.pdf", preset="summary")

    assert page_count(path) > 1
    assert words_of(path).count("end") == 60


def test_blank_paper_has_room_and_no_answers(printed: Printed) -> None:
    """Ruled lines stand in the place of answers, boxes in the place of ratings."""
    path = printed(document(answer("", "Why?")), preset="blank")

    with pikepdf.open(path) as pdf:
        operators = [operator for operator, _ in operations(pdf.pages[0])]

    assert operators.count("l") >= 6
    assert "No answer yet" not in " ".join(words_of(path))


def test_words_of_a_wide_table_are_not_broken(printed: Printed) -> None:
    """Eight columns are set smaller rather than with words in pieces."""
    titles = ("Role", "School", "Responsibility", "Stipend", "Share", "Hours", "Start", "Status")
    row = ("Coach", "Elementary", "Supervision", "$1,200.50", "25 %", "12", "December", "planned")
    columns = tuple(Column(title, title) for title in titles)
    made = document(Grid(Place("t"), "", columns, (tuple(Cell(text) for text in row),) * 3))

    found = words_of(printed(made))

    for word in ("Responsibility", "Elementary", "Supervision", "$1,200.50", "December"):
        assert word in found, word


def test_a_workbook_from_right_to_left_begins_at_the_right(printed: Printed) -> None:
    """In Arabic the first column of a table stands to the right of the second."""
    path = printed(document(table([("أول", "ثان")]), language="ar"))

    boxes = text_of(path, "-bbox")
    places = {
        word: float(re.findall(rf'xMin="([0-9.]+)"[^>]*>{word}<', boxes)[0])
        for word in ("GOALHEAD", "ROLEHEAD")
    }

    assert places["GOALHEAD"] > places["ROLEHEAD"]


def test_an_address_can_be_scanned(printed: Printed) -> None:
    """Beside an address stands its code, with words for those who can't see it."""
    with pikepdf.open(printed(everything())) as pdf:
        said = [
            str(found.Alt)
            for found in pdf.objects
            if isinstance(found, pikepdf.Dictionary) and found.get("/S") == "/Figure"
        ]

    assert "Code to scan that leads to https://example.org/g?a=ü" in said
