"""What stands where on a page: pictures, wide tables, sums and details."""

import dataclasses
import re
from pathlib import Path

import pytest

from ladder_desktop.document.image_data import identity_of
from ladder_desktop.document.nodes import Cell, Column, Detail, Grid, Place, Scale
from ladder_desktop.document.pictures import Album, marker
from ladder_desktop.export.pdf.canvas import TaggedCanvas
from ladder_desktop.export.pdf.flow import Flowable, Pager, Shrinking, Whole
from tests.export.pdf.conftest import Printed
from tests.export.pdf.paper import LEVELS, answer, document, text_of
from tests.pictured import PHOTO

WIDTH, ROOM = 400.0, 700.0


class Block(Whole):
    """Something of a fixed height."""

    def __init__(self, height: float) -> None:
        super().__init__()
        self._height = height

    def height(self, _width: float, /) -> float:
        """Return the height."""
        return self._height

    def draw(self, _canvas: TaggedCanvas, _x: float, _top: float, _width: float, /) -> None:
        """Draw nothing."""


class Rubber(Block, Shrinking):
    """Something that gives way down to half of its height, and its caption."""

    def __init__(self, height: float, least: float = 0.0) -> None:
        super().__init__(height)
        self._least = least or height / 2
        self.keep = True

    def shrunk(self, _width: float, by: float, /) -> "Rubber | None":
        """Return it lower."""
        height = self._height - by
        return Rubber(height, self._least) if height >= self._least else None


@pytest.mark.parametrize(
    ("before", "heights"),
    [(300, [[300, 280, 20]]), (500, [[500, 180, 20]]), (600, [[600], [280, 20]])],
    ids=["fits", "gives way", "goes on"],
)
def test_a_picture_gives_way_before_it_leaves_a_page_empty(
    before: float, heights: list[list[float]]
) -> None:
    """It stays with its caption, and goes to the next page where it would be too small."""
    story: list[Flowable] = [Block(before), Rubber(280), Block(20)]

    pages = Pager(WIDTH, ROOM, lambda: None).pages(story)

    assert [[put.flowable.height(WIDTH) for put in page] for page in pages] == heights


def places(path: Path, *words: str) -> list[tuple[float, float, float]]:
    """Return left and right end and top of each word, in points."""
    boxes = text_of(path, "-bbox")
    found = []
    for word in words:
        box = re.search(rf'xMin="(\S+)" yMin="(\S+)" xMax="(\S+)" [^>]*>{re.escape(word)}<', boxes)
        assert box is not None, word
        found.append((float(box[1]), float(box[3]), float(box[2])))
    return found


def test_a_wide_table_goes_into_the_margins(printed: Printed) -> None:
    """Eight columns begin left of the text and end right of it, in letters of the usual size."""
    titles = ("Kind", "What", "Onetime", "Yearly", "Firstyear", "Source", "Covered", "Uncovered")
    row = ("Release", "Mentors", *("$2,250,000.00",) * 3, "Grants", *("$2,250,000.00",) * 2)
    columns = tuple(Column(title, title) for title in titles)
    table = Grid(Place("t"), "Caption", columns, (tuple(map(Cell, row)),))

    (caption, first, last) = places(printed(document(table)), "Caption", "Kind", "Uncovered")

    assert first[0] < caption[0] - 15
    assert last[1] <= 612 - 42


def test_figures_do_not_touch_the_text_beside_them(printed: Printed) -> None:
    """Where a column of figures ends, the next one begins after a gap."""
    columns = tuple(
        Column(title, title, "end" if title == "Left" else "start")
        for title in ("Source", "Amount", "Planned", "Left", "Until", "Purpose")
    )
    cells = tuple(map(Cell, ("Grant", "1", "2", "$10,749.50", "January", "Mentors")))

    left, until = places(
        printed(document(Grid(Place("t"), "", columns, (cells,)))), "$10,749.50", "January"
    )

    assert until[0] - left[1] > 10


def test_sums_by_choice_stay_on_one_page(printed: Printed) -> None:
    """Wherever they come on a page, the first row stands above the last and the total."""
    columns = (Column("by", "By", is_fixed=True), Column("n", "Number", "end", is_fixed=True))
    rows = tuple((Cell(f"choice{number}"), Cell("1")) for number in range(6))
    sums = Grid(Place("t", "sums"), "Sums", columns, rows, (Cell("Whole"), Cell("6")))

    for lines in range(20, 44, 4):
        path = printed(document(answer("line\n" * lines, "Why?"), sums), f"sums-{lines}.pdf")
        pages = text_of(path).split("\f")
        assert sum("choice0" in page and "Whole" in page for page in pages) == 1, lines


def test_a_summary_has_two_details_in_a_row(printed: Printed) -> None:
    """Who and where take half the height that they take elsewhere."""
    details = tuple(Detail(each, each.upper(), f"{each}-value") for each in ("a1", "b2", "c3"))
    made = dataclasses.replace(document(answer("Text", "Why?")), details=details)

    a1, b2, c3 = places(printed(made, "summary.pdf", preset="summary"), "A1", "B2", "C3")

    assert a1[2] == b2[2] < c3[2]
    assert a1[0] == c3[0] < b2[0]


@pytest.mark.parametrize(
    ("question", "times"), [("Rating out of 3", 0), ("How well do we do it?", 1)]
)
def test_a_rating_is_told_once(printed: Printed, question: str, times: int) -> None:
    """“Rating out of 3” says nothing more beside “Rating: 2 of 3”; a question does."""
    text = text_of(printed(document(Scale(Place("r"), question, LEVELS, 2))))

    assert text.count("Rating: 2 of 3 – Basic") == 1
    assert text.count(question) == times


def test_larger_print_breaks_no_figure_of_a_wide_table(printed: Printed) -> None:
    """Its letters are as small as usual print rather than with figures in pieces."""
    titles = ("Kind", "What", "Onetime", "Yearly", "Firstyear", "Source", "Covered", "Uncovered")
    row = ("Professional", "Mentors", *("$250,000.00",) * 3, "Elementary", *("$250,000.00",) * 2)
    columns = tuple(Column(title, title) for title in titles)
    table = Grid(Place("t"), "", columns, (tuple(map(Cell, row)),))

    found = text_of(printed(document(table), large=True)).split()

    assert found.count("$250,000.00") == 5
    assert {"Professional", "Elementary"} <= set(found)


def test_no_empty_line_parts_a_picture_from_its_text(printed: Printed) -> None:
    """The mark of an answer ends with its words; the picture has room of its own."""
    shown = marker("A plan", identity_of(PHOTO.data))
    heights = []
    for between in ("\n", "\n\n\n"):
        made = document(answer(f"Text{between}{shown}", "Why?"))
        pictures = Album().with_picture(identity_of(PHOTO.data), PHOTO)
        path = printed(dataclasses.replace(made, pictures=pictures), f"{len(between)}.pdf")
        heights.append(places(path, "plan")[0][2])

    assert heights[0] == heights[1]


def test_a_high_first_row_stands_alone_at_the_foot_of_a_page(printed: Printed) -> None:
    """A section begins where there is room for its heading and that row, not for two."""
    columns = tuple(Column(each, each.upper()) for each in "abcdef")
    high = tuple(Cell(f"row{number} " + "word " * 18) for number in range(6))
    table = Grid(Place("t"), "Caption", columns, (high, high, high))

    pages = [
        text_of(printed(document(answer("line\n" * lines, "Why?"), table), f"{lines}.pdf"))
        for lines in range(10, 34, 2)
    ]

    assert {one.split("\f")[0].count("row0") for one in pages} >= {0, 1, 2}
