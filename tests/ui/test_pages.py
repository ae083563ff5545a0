"""Pages keep lines short enough to read, and wide tables in sight."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ladder_desktop.blocks.table.widget import TableEditor
from ladder_desktop.paths import resources
from ladder_desktop.store.making import create
from ladder_desktop.ui.find.finding import hits_on, show_hit
from ladder_desktop.ui.pages import NEARLY, WIDE, WIDTH, SectionPage
from ladder_desktop.widgets.grid.grid_editor import GridEditor
from ladder_desktop.widgets.labels import Guidance, Title
from ladder_desktop.widgets.note.note_editor import NoteEditor
from ladder_desktop.widgets.scale import px
from ladder_desktop.words import Words
from ladder_desktop.workbook.shelf import built_in
from ladder_desktop.workbook.template import read_template
from ladder_desktop.workbook.workbook import new_workbook
from tests.ui.conftest import OpenWindow

INTRO = "A long introduction of what is to be written down here, and what comes of it then. " * 3
TEXT = f"""\
format = "ladder-template"
id = "wide"
version = 1
title = "Wide"

[[sections]]
id = "costs"
title = "Costs"
intro = "{INTRO}"

[[sections.blocks]]
kind = "prompt"
id = "why"
question = "{INTRO}"

[[sections.blocks]]
kind = "table"
id = "sums"
title = "Sums"
row_name = "sum"
rows = 3
columns = [
  {{ id = "kind", title = "Kind" }},
  MONEY
]
"""
MONEY = ",\n  ".join(
    f'{{ id = "m{n}", title = "Sum {n}", type = "money", total = true }}' for n in range(8)
)


@pytest.fixture
def page(qtbot: QtBot, words: Words) -> SectionPage:
    """Return a page with a question and a table of nine columns."""
    template = read_template(TEXT.replace("MONEY", MONEY), "wide")
    workbook = new_workbook(template).with_answer("sums", [{"m0": "1.00"}, {}, {}])
    page = SectionPage(template.sections[0], workbook, words)
    qtbot.addWidget(page)
    return page


def table_of(page: SectionPage) -> GridEditor:
    """Return the table of a page."""
    editor = page.editors["sums"]
    assert isinstance(editor, TableEditor)
    assert isinstance(editor.rows, GridEditor)
    return editor.rows


def test_a_wide_table_takes_the_room_there_is(qtbot: QtBot, page: SectionPage) -> None:
    """All its columns are in sight; what is to be read keeps the reading width."""
    page.resize(1500, 900)
    with qtbot.waitExposed(page):
        page.show()
    view, intro = table_of(page).view, page.findChild(Guidance)
    assert intro is not None

    qtbot.waitUntil(lambda: view.viewport().width() > px(WIDTH))
    read = intro.contentsRect().width()

    assert view.horizontalHeader().length() <= view.viewport().width()
    assert read == px(WIDTH)
    assert intro.height() >= intro.heightForWidth(intro.width())
    assert table_of(page).totals.geometry().top() > view.geometry().bottom()


def test_all_tables_of_a_page_are_as_wide_as_the_widest(qtbot: QtBot, words: Words) -> None:
    """Their edges are in line, and end clearly behind what is to be read."""
    narrow = '\n[[sections.blocks]]\nkind = "table"\nid = "few"\ntitle = "Few"\nrow_name = "row"\n'
    narrow += 'columns = [{ id = "a", title = "A" }, { id = "b", title = "B", type = "integer" }]\n'
    template = read_template(TEXT.replace("MONEY", MONEY) + narrow, "wide")
    page = SectionPage(template.sections[0], new_workbook(template), words)
    qtbot.addWidget(page)
    page.resize(1500, 900)
    with qtbot.waitExposed(page):
        page.show()

    tables = page.findChildren(GridEditor)

    assert len(tables) == 2
    qtbot.waitUntil(lambda: tables[0].view.width() == tables[1].view.width() >= px(WIDE) - 2)


def test_in_a_narrow_window_the_rows_are_cards(qtbot: QtBot, page: SectionPage) -> None:
    """Nothing is to be scrolled sideways; in a wide window there are columns again."""
    page.resize(1500, 900)
    with qtbot.waitExposed(page):
        page.show()
    view = table_of(page).view
    qtbot.waitUntil(lambda: not view.is_carded)

    page.resize(700, 900)
    qtbot.waitUntil(lambda: page.reading.width() < px(WIDTH) and view.is_carded)

    assert view.horizontalScrollBar().maximum() == 0
    assert page.editors["why"].contentsMargins().right() == 0
    page.resize(1500, 900)
    qtbot.waitUntil(lambda: not view.is_carded)


def test_a_wide_table_begins_with_the_text(qtbot: QtBot, page: SectionPage) -> None:
    """However wide the window is, there is one edge; a text is not moved for next to nothing."""
    page.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    page.resize(1500, 900)
    with qtbot.waitExposed(page):
        page.show()
    view, heading = table_of(page).view, page.editors["sums"].findChild(Title)
    assert heading is not None
    earlier = set()

    for width in range(900, 1500, 8):
        page.resize(width, 900)
        QApplication.processEvents()
        QApplication.processEvents()  # a scroll bar that came or went fits the table once more
        text = heading.mapTo(page, heading.contentsRect().topLeft())
        assert text.x() == view.mapTo(page, QPoint()).x()
        assert text.x() == read_at(page)[0]
        middle = (page.viewport().width() - read_at(page)[1]) // 2
        earlier.add(middle - text.x())

    assert max(earlier) >= px(NEARLY)
    # but for halves of a px
    assert all(by <= 1 or by >= px(NEARLY) - 1 for by in earlier), earlier


def test_what_is_found_on_a_card_is_chosen_and_in_view(qtbot: QtBot, page: SectionPage) -> None:
    """Wherever on the page the card is, as in a column."""
    page.resize(700, 500)
    with qtbot.waitExposed(page):
        page.show()
    table = table_of(page)
    qtbot.waitUntil(lambda: table.view.is_carded)
    table.view.change_texts({(2, 0): "Somewhere else"})

    (hit,) = hits_on(page, 0, "where")
    show_hit(page, hit)

    assert [(one.row(), one.column()) for one in table.view.selectedIndexes()] == [(2, 0)]
    value = table.view.visualRect(table.view.selectedIndexes()[0])
    seen = table.view.viewport().mapTo(page, value.center())
    assert page.viewport().geometry().contains(seen)


@pytest.mark.parametrize("width", [700, 860, 2000])
def test_what_is_to_be_read_stands_where_it_stands_on_every_page(
    qtbot: QtBot, page: SectionPage, words: Words, width: int
) -> None:
    """A table moves no text where there is room behind the lines, or where its rows are cards."""
    plain = read_template(TEXT.partition('[[sections.blocks]]\nkind = "table"')[0], "plain")
    other = SectionPage(plain.sections[0], new_workbook(plain), words)
    qtbot.addWidget(other)
    for one in (page, other):
        one.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        one.resize(width, 900)
        with qtbot.waitExposed(one):
            one.show()

    assert read_at(page) == read_at(other)


def read_at(page: SectionPage) -> tuple[int, int]:
    """Return where the lines of a page's introduction begin, and how long they are."""
    intro = page.findChild(Guidance)
    assert intro is not None
    area = intro.contentsRect()
    return intro.mapTo(page, area.topLeft()).x(), area.width()


def test_the_columns_of_a_table_fill_its_frame(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    """A scroll bar that was there for a moment leaves no gap after the last column."""
    file = tmp_path / "plan.ladder"
    create(file, new_workbook(built_in("six-steps", resources())))
    window = open_window(file).window
    window.resize(1024, 640)

    assert window.view is not None
    views = [editor.view for editor in window.view.page().findChildren(GridEditor)]

    assert len(views) == 2
    qtbot.waitUntil(lambda: all(one.width() > 700 for one in views))
    gaps = [one.viewport().width() - one.horizontalHeader().length() for one in views]
    assert gaps == [0, 0]


@pytest.fixture
def long(qtbot: QtBot, words: Words) -> SectionPage:
    """Return a page of 60 questions, with an answer to the last one."""
    head, _, _ = TEXT.partition("[[sections.blocks]]")
    questions = "".join(
        f'[[sections.blocks]]\nkind = "prompt"\nid = "q{n}"\nquestion = "Question {n}?"\n'
        for n in range(60)
    )
    template = read_template(head + questions, "long")
    workbook = new_workbook(template).with_answer("q59", "the last word")
    page = SectionPage(template.sections[0], workbook, words)
    qtbot.addWidget(page)
    page.resize(900, 600)
    return page


def built(page: SectionPage) -> int:
    """Return how many boxes stand on a page."""
    return len(page.findChildren(NoteEditor))


def test_the_rest_of_a_long_page_is_built_after_it_is_seen(qtbot: QtBot, long: SectionPage) -> None:
    """A screenful is there at once; all the rest comes by itself, with its answers."""
    at_once = built(long)
    assert long.reading.sizeHint().height() > long.height()

    long.show()

    qtbot.waitUntil(lambda: built(long) == 60)
    assert 3 < at_once < 30
    assert long.editors["q59"].answer() == "the last word"


def test_tab_comes_to_what_is_not_built_yet(qtbot: QtBot, long: SectionPage) -> None:
    """Nobody can be quicker than the page."""
    with qtbot.waitActive(long):
        long.show()
        long.activateWindow()
    boxes = []
    long.focus_first()

    for _ in range(60):
        boxes.append(QApplication.focusWidget())
        qtbot.keyClick(boxes[-1], Qt.Key.Key_Tab)

    assert [long.block_of(long.editor_of(box)) for box in boxes] == [f"q{n}" for n in range(60)]


def test_a_question_is_shown_before_the_page_is_whole(qtbot: QtBot, long: SectionPage) -> None:
    """Whoever jumps to a question has everything above it, and no more, built for that."""
    long.show_item("q40", "")

    assert built(long) == 41


def test_what_is_built_late_can_only_be_read_in_a_page_for_reading(
    qtbot: QtBot, long: SectionPage
) -> None:
    """Nothing slips through because it came later."""
    long.set_read_only()

    long.complete()

    assert all(box.isReadOnly() for box in long.findChildren(NoteEditor))
