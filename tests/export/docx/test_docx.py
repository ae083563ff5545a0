"""A Word document is well made, holds every word once, and is the same for the same workbook."""

import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import docx
import msgspec
import pytest
from docx.document import Document as WordDocument
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from ladder_desktop.document import marks
from ladder_desktop.document.clean import cleaned
from ladder_desktop.document.nodes import (
    Answer,
    Bar,
    Cell,
    Chart,
    Column,
    Document,
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
from ladder_desktop.errors import ExportError
from ladder_desktop.export.docx.package import write
from ladder_desktop.export.options import ExportOptions, Job
from ladder_desktop.export.writing import export
from ladder_desktop.words import Words
from ladder_desktop.workbook.interchange import filled
from ladder_desktop.workbook.template import Template, read_template
from ladder_desktop.workbook.workbook import Workbook, new_workbook
from tests.reading_back import text_of
from tests.samples import answers, template_text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Made = Callable[..., Path]


@pytest.fixture
def workbook() -> Workbook:
    """Return a workbook with a filled block of every kind."""
    empty = new_workbook(read_template(template_text(), "sample"))
    return filled(empty, {"answers": answers(), "details": {"name": "Ada"}}, "answers")


@pytest.fixture
def made(tmp_path: Path, words: Words, workbook: Workbook) -> Made:
    """Return what writes some nodes and gives the file."""

    def make(*nodes: Node, language: str = "en", **options: Any) -> Path:
        section = Section("s", "S", "A section", nodes)
        document = Document("A title", "Ada", "AB2CD3EF", language, (), (section,))
        target = tmp_path / "made.docx"
        job = Job(
            workbook,
            document,
            target,
            ExportOptions(**options),
            words,
            lambda _done, _total: None,
            lambda: False,
        )
        write(job)
        return target

    return make


def prompt(text: str) -> Answer:
    """Return an answer with this text."""
    return Answer(Place("b"), "A question", text)


def opened(path: Path) -> WordDocument:
    """Return the document as python-docx reads it."""
    return docx.Document(str(path))


def elements(path: Path, name: str) -> Iterator[etree._Element]:
    """Return the elements of one name in the text."""
    body: etree._Element = opened(path).element
    return body.iter(f"{W}{name}")


def headings(path: Path) -> list[tuple[int, str]]:
    """Return level and text of every heading."""
    found = []
    for paragraph in opened(path).paragraphs:
        name = str(paragraph.style.name if paragraph.style else "")
        if name.startswith("Heading "):
            found.append((int(name.removeprefix("Heading ")), paragraph.text))
    return found


def test_headings_skip_no_level(made: Made) -> None:
    """A part of a part without a part above it moves up, so that no level is missing."""
    path = made(Heading(2, "Deep"), Heading(1, "High"), Heading(2, "Low", "LEA only"))

    assert headings(path) == [
        (1, "A section"),
        (2, "Deep"),
        (2, "High"),
        (3, "Low (LEA only)"),
    ]


def test_headings_of_an_article_are_alike(made: Made) -> None:
    """Parts of the same depth have the same level, the first of them too."""
    path = made(*(Heading(2, each) for each in ("One", "Two", "Three")))

    assert [level for level, _ in headings(path)] == [1, 2, 2, 2]


def test_what_follows_an_article_is_no_part_of_it(made: Made) -> None:
    """A list after the last part of an article stands as high as one before it."""
    links = Links(Place("more"), "More", (Link("a", "A", "", "", read=False),))
    path = made(links, Heading(2, "Part"), Paragraph("Text\n\nMore text", "article"), links)

    assert [level for level, _ in headings(path)] == [1, 2, 2, 2]
    assert all(one.text for one in opened(path).paragraphs[-6:])


def test_a_table_of_many_columns_breaks_no_word(made: Made) -> None:
    """It goes into the margins, and each column has the room that its words need."""
    titles = ("Kind", "What", "One-time", "Yearly", "First", "Source", "Covered", "Uncovered")
    row = ("Professional", "x", *("$250,000.00",) * 3, "x", *("$250,000.00",) * 2)
    columns = tuple(Column(title, title, weight=1) for title in titles)
    path = made(
        Grid(Place("b"), "", columns, (tuple(map(Cell, row)),)),
        Grid(Place("c"), "", columns[:2], ((Cell("Professional"), Cell("x")),)),
    )

    wide, usual = opened(path).tables
    (inset,) = elements(path, "tblInd")
    assert int(inset.get(f"{W}w", "0")) < 0
    points = [cell.width.pt for cell in wide.rows[1].cells if cell.width]
    styles = [cell.paragraphs[0].style for cell in wide.rows[1].cells]
    assert {style.name for style in styles if style} == {"Narrow Table Cell"}
    for width, text in zip(points, row, strict=True):
        assert width >= len(text) * 8 * 0.5 + 4, text  # Calibri takes half of its size
    assert sum(points) > sum(cell.width.pt for cell in usual.rows[1].cells if cell.width)


def test_rows_stay_whole_and_the_last_with_its_total(made: Made) -> None:
    """Only a row that is longer than a page could hold is parted."""
    columns = (Column("a", "First"), Column("b", "Second", "end"))
    rows = ((Cell("one"), Cell("1")), (Cell("long " * 100), Cell("2")), (Cell("two"), Cell("3")))
    path = made(Grid(Place("b"), "", columns, rows, (Cell("Total"), Cell("6"))))

    made_rows = opened(path).tables[0].rows
    whole = [row._tr.find(f".//{W}cantSplit") is not None for row in made_rows]
    kept = [row._tr.find(f".//{W}keepNext") is not None for row in made_rows]
    assert whole == [True, True, False, True, True]
    assert kept == [False, False, False, True, False]


def test_an_introduction_stays_with_what_it_introduces(made: Made) -> None:
    """No heading is left at the foot of a page with its introduction."""
    path = made(Paragraph("Think back.", "intro"), prompt("I did."))

    introduction = next(each for each in opened(path).paragraphs if each.text == "Think back.")
    assert introduction.paragraph_format.keep_with_next


def test_a_table_repeats_its_head_and_marks_it(made: Made) -> None:
    """The head is a head for the eye, for the next page and for a screen reader."""
    columns = (Column("a", "First", weight=3), Column("b", "Second", "end"))
    rows = ((Cell("one"), Cell("1")), (Cell("two\nlines"), Cell("2")))
    path = made(Grid(Place("b"), "The caption", columns, rows, (Cell("Total"), Cell("3"))))

    table = opened(path).tables[0]
    texts = [[cell.text for cell in row.cells] for row in table.rows]
    assert texts == [["First", "Second"], ["one", "1"], ["two\nlines", "2"], ["Total", "3"]]
    assert [row._tr.find(f".//{W}tblHeader") is not None for row in table.rows] == [
        True,
        False,
        False,
        False,
    ]
    assert [look.get(f"{W}firstRow") for look in elements(path, "tblLook")] == ["1"]
    assert [title.get(f"{W}val") for title in elements(path, "tblCaption")] == ["The caption"]


def test_a_rating_is_said_in_words_with_every_level(made: Made) -> None:
    """Neither colour nor a sign alone tells what was chosen."""
    levels = (Level(1, "Low", "Little."), Level(2, "High", "Much."))

    path = made(Scale(Place("b"), "How far?", levels, 2))

    text = text_of(path)
    assert text.count("2 of 2 – High") == 1
    assert all(part in text for part in ("1 Low", "Little.", "2 High", "Much."))
    entries = [entry.get(f"{W}displayText") for entry in elements(path, "listItem")]
    assert entries == ["1 of 2 – Low", "2 of 2 – High"]


def test_a_chart_has_its_figures_and_an_alternative(made: Made) -> None:
    """What the bars show can be read, and is told in one sentence."""
    path = made(Chart("Means", (Bar("Trust", 2.5, "2.5"), Bar("Time", None, "none")), 5))

    rows = [[cell.text for cell in row.cells] for row in opened(path).tables[0].rows]
    assert rows == [["Trust", "", "2.5"], ["Time", "", "none"]]
    (description,) = elements(path, "tblDescription")
    assert description.get(f"{W}val") == "Trust: 2.5; Time: none"


def test_light_marks_are_set(made: Made) -> None:
    """Bold, italic, lists and links look as they should, everything else as typed."""
    note = "**b** and *i* and 2*3*4\n- one\n  - two\n7. seven\n[site](https://example.org/x)"

    document = opened(made(prompt(note)))

    lines = document.paragraphs[-5:]
    looks = [(run.text, run.bold, run.italic) for run in lines[0].runs]
    assert looks == [
        ("b", True, None),
        (" and ", None, None),
        ("i", None, True),
        (" and 2*3*4", None, None),
    ]
    assert [line.text for line in lines[1:4]] == ["one", "two", "seven"]
    levels = [level.get(f"{W}val") for line in lines for level in line._p.iter(f"{W}ilvl")]
    assert levels == ["0", "1", "0"]
    starts = document.part.numbering_part.element.iter(f"{W}startOverride")
    assert [start.get(f"{W}val") for start in starts] == ["7"]
    assert {link.address for link in lines[4].hyperlinks} == {"https://example.org/x"}


@pytest.mark.parametrize(
    "typed",
    [
        "[a](javascript:alert(1))",
        "[a](file:///etc/passwd)",
        "https://[broken",
        "<img src=file:///etc/passwd>",
        "<w:t>&amp;</w:t>]]>",
        "{HYPERLINK x}",
        "=cmd|' /C calc'!A0",
    ],
)
def test_nothing_typed_is_interpreted(made: Made, typed: str) -> None:
    """What is no light mark is printed as typed and leads nowhere."""
    path = made(prompt(typed))

    assert typed in text_of(path)
    relations = opened(path).part.rels.values()
    assert [relation.reltype for relation in relations if relation.is_external] == []


def test_scripts_are_told_apart(made: Made) -> None:
    """Word learns which letters run from the right and which want an East Asian font."""
    path = made(prompt("שלום world\nabc العربية\n学校 school"))

    first, second, third = opened(path).paragraphs[-3:]
    assert [line._p.find(f".//{W}bidi") is not None for line in (first, second, third)] == [
        True,
        False,
        False,
    ]
    from_right = [run.text for run in (*first.runs, *second.runs) if run.font.rtl]
    assert from_right == ["שלום", "العربية"]
    hints = [run.text for run in third.runs if run._r.find(f".//{W}rFonts") is not None]
    assert hints == ["学校"]


def test_properties_name_title_author_and_language(made: Made) -> None:
    """A screen reader learns the language, a folder the title."""
    properties = opened(made(language="es")).core_properties

    found = (properties.title, properties.author, properties.language, properties.identifier)
    assert found == ("A title", "Ada", "es", "AB2CD3EF")


def test_the_foot_tells_where_a_loose_page_belongs(made: Made) -> None:
    """Title, person, short id, page and number of pages stand at the foot."""
    foot = opened(made()).sections[0].footer.paragraphs[0]

    fields = [field.get(f"{W}instr") for field in foot._p.iter(f"{W}fldSimple")]
    assert fields == ["PAGE", "NUMPAGES"]
    assert foot.text.startswith("A title   ·   Ada   ·   AB2CD3EF\tPage ")


@pytest.mark.parametrize(("paper", "millimetres"), [("letter", (216, 279)), ("a4", (210, 297))])
def test_the_paper_is_chosen(made: Made, paper: str, millimetres: tuple[int, int]) -> None:
    """Both sizes of paper are what they are called."""
    section = opened(made(paper=paper, mirrored=True)).sections[0]

    sizes = (section.page_width, section.page_height)
    assert tuple(round(size.mm) for size in sizes if size) == millimetres


def test_larger_print_is_14_points(made: Made) -> None:
    """Answers are set in 14 points where larger print is chosen."""
    sizes = [
        opened(made(prompt("x"), large=large)).styles["Answer"].font.size for large in (False, True)
    ]

    assert [size.pt for size in sizes if size] == [10.5, 14]


def test_what_is_not_answered_invites_to_write(made: Made) -> None:
    """A blank answer is a control that typing replaces; on paper it is room to write."""
    assert "No answer yet" in text_of(made(prompt(" \n")))
    blank = made(prompt(""), preset="blank")
    assert "No answer yet" not in text_of(blank)
    styles = [line.style.name for line in opened(blank).paragraphs if line.style]
    assert styles.count("Writing Line") == 5


def test_control_characters_and_half_characters_are_left_out(made: Made) -> None:
    """No text makes a file that Word calls damaged."""
    path = made(prompt("a\x00b\x1bc\ud800d\uffffe\u2028f"))

    assert opened(path).paragraphs[-2].text == "abcde"
    assert opened(path).paragraphs[-1].text == "f"


def test_ten_million_letters_are_kept(made: Made) -> None:
    """One enormous word is cut into runs that every reader takes."""
    path = made(prompt("x" * 10_000_000))

    text = "".join(part.text or "" for part in elements(path, "t"))
    assert text.count("x") == 10_000_000
    assert max(len(part.text or "") for part in elements(path, "t")) <= 30_000


def test_long_texts_and_tables_take_linear_work(made: Made) -> None:
    """50,000 words and 2,000 rows lose no word."""
    note = "\n".join(f"word{number} " * 10 for number in range(5_000))
    rows = tuple((Cell(f"a{number}"), Cell(f"b{number}")) for number in range(2_000))

    path = made(prompt(note), Grid(Place("t"), "C", (Column("a", "A"), Column("b", "B")), rows))

    words = text_of(path).split()
    assert sum(word.startswith("word") for word in words) == 50_000
    assert len(list(elements(path, "tr"))) == 2_001
    assert [f"a{number}" in words for number in (0, 999, 1_999)] == [True] * 3


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(max_size=300))
def test_every_letter_is_printed_once(made: Made, text: str) -> None:
    """Whatever is typed stands in the document once, but for its light marks."""
    path = made(prompt(f"start{text}end"))

    shown = "".join(marks.plain(cleaned(f"start{text}end")).split())
    printed = "".join(text_of(path).split())
    assert printed.endswith(shown.replace("•", ""))


def test_the_same_workbook_makes_the_same_bytes(
    workbook: Workbook, words: Words, tmp_path: Path
) -> None:
    """No time, no chance and no order of a set is in the file."""
    paths = [tmp_path / "one.docx", tmp_path / "two.docx"]
    for path in paths:
        export(workbook, "docx", path, ExportOptions(), words)

    assert paths[0].read_bytes() == paths[1].read_bytes()
    with zipfile.ZipFile(paths[0]) as package:
        assert package.testzip() is None
        assert {entry.date_time[0] for entry in package.infolist()} == {1980}


@pytest.mark.parametrize("seconds", [0.0, 7_000_000_000.0])
def test_a_wrong_clock_makes_the_same_bytes(
    made: Made, monkeypatch: pytest.MonkeyPatch, seconds: float
) -> None:
    """A computer that thinks it is 1970 writes the document, too; a ZIP file knows no such year."""
    before = made(prompt("Text")).read_bytes()
    clock = SimpleNamespace(time=lambda: seconds, localtime=time.localtime)
    monkeypatch.setattr(zipfile, "time", clock)

    assert made(prompt("Text")).read_bytes() == before


def test_ids_and_names_of_bookmarks_are_unique(
    career_growth: Template, words: Words, tmp_path: Path
) -> None:
    """Word calls a file damaged that uses one twice, or a name over 40 letters."""
    path = tmp_path / "out.docx"
    export(new_workbook(career_growth), "docx", path, ExportOptions(), words)

    starts = list(elements(path, "bookmarkStart"))
    names = [start.get(f"{W}name", "") for start in starts]
    numbers = [start.get(f"{W}id") for start in starts]
    assert len(names) == len(set(names)) > 50
    assert len(numbers) == len(set(numbers))
    assert max(map(len, names)) <= 40
    assert numbers == [end.get(f"{W}id") for end in elements(path, "bookmarkEnd")]


def test_a_cancelled_export_leaves_the_former_file(
    workbook: Workbook, words: Words, tmp_path: Path
) -> None:
    """Stopping half-way changes nothing and leaves nothing lying about."""
    target = tmp_path / "out.docx"
    target.write_text("former")

    with pytest.raises(ExportError, match="stopped"):
        export(workbook, "docx", target, ExportOptions(), words, cancelled=lambda: True)

    assert target.read_text() == "former"
    assert list(tmp_path.iterdir()) == [target]


def test_a_password_is_refused_rather_than_forgotten(
    workbook: Workbook, words: Words, tmp_path: Path
) -> None:
    """Nobody is left to believe that a document is locked when it is not."""
    options = msgspec.structs.replace(ExportOptions(), password="secret")

    with pytest.raises(ExportError, match="password"):
        export(workbook, "docx", tmp_path / "out.docx", options, words)
