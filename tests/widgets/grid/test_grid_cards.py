"""In a narrow window the rows of a typed table are cards, filled with the same keys as columns."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QFont, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from ladder_desktop.widgets.grid.cell_delegate import PAD_X
from ladder_desktop.widgets.grid.cell_editors import CellNote
from ladder_desktop.widgets.grid.grid_editor import GridEditor
from ladder_desktop.widgets.grid.grid_header import HEADER_PADDING, HEADER_SIZE
from ladder_desktop.widgets.scale import px
from tests.on_screen import focused
from tests.widgets.grid.test_grid_editor import (
    ALL,
    BY,
    EACH,
    NOTES,
    NUMBER,
    WHAT,
    WHEN,
    WHO,
    MakeGrid,
    make_grid,
    opened,
    typed,
)

__all__ = ["make_grid"]
Key = Qt.Key
NARROW, WIDE = 500, 1000
SOME = {"what": "Stipend", "number": 3, "each": "100.00", "by": "grant"}


def widen(grid: GridEditor, width: int) -> GridEditor:
    """Give a table, and its window, another width."""
    grid.window().resize(width + 20, 1300)
    grid.resize(width, 1280)
    QApplication.processEvents()
    return grid


def place(grid: GridEditor, row: int, column: int) -> QRect:
    """Return where a value stands in the table."""
    return grid.view.visualRect(grid.model.index(row, column))


def press(grid: GridEditor, *keys: Key) -> tuple[int, int]:
    """Press keys in the table, and return row and column of the cell that they lead to."""
    for key in keys:
        QTest.keyClick(grid.view, key)
    here = grid.view.currentIndex()
    return here.row(), here.column()


def test_a_narrow_table_shows_every_value_whole(make_grid: MakeGrid) -> None:
    """No two values lie over each other, none leaves the width, and long texts have a line."""
    grid = widen(make_grid(SOME | {"notes": "A long text. " * 20}, {}), NARROW)

    places = [place(grid, row, column) for row in range(2) for column in range(8)]

    room = grid.view.viewport().rect()
    assert grid.view.is_carded
    assert all(room.left() <= one.left() and one.right() <= room.right() for one in places)
    assert not any(
        one.intersects(other) for at, one in enumerate(places) for other in places[at + 1 :]
    )
    assert places[NOTES].width() > room.width() * 0.8
    assert places[NOTES].height() > places[8 + NOTES].height()
    assert not widen(grid, WIDE).view.is_carded


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_a_row_is_filled_with_the_same_keys(make_grid: MakeGrid, qtbot: QtBot, width: int) -> None:
    """Enter opens a value, Tab takes it over and opens the next one, in the columns' order."""
    grid = widen(make_grid({}), width)
    opened(grid, 0, WHAT)

    for text in ("Stipend", "For the first year", "3", "1,200.50"):
        QTest.keyClicks(focused(), text)
        QTest.keyClick(focused(), Key.Key_Tab)
        QApplication.processEvents()
    QTest.keyClick(focused(), Key.Key_Escape)
    typed(grid, 0, WHEN, "11/21/26")
    typed(grid, 0, WHO, "Ada")

    row = grid.rows()[0]
    assert [row[name] for name in ("what", "notes", "number", "each", "when", "who")] == [
        *("Stipend", "For the first year", 3, "1200.50", "2026-11-21", "Ada")
    ]
    assert grid.totals.totals[ALL] == "$3,601.50"


def test_arrow_keys_go_where_the_eye_goes(make_grid: MakeGrid) -> None:
    """Down comes to every line of a card and then to the next card; Up goes the same way back."""
    grid = widen(make_grid(SOME, SOME, SOME), NARROW)
    grid.go_to(0, WHAT)
    way = [(0, WHAT)]

    while way[-1][0] < 1:
        way.append(press(grid, Key.Key_Down))

    tops = [place(grid, *at).top() for at in way]
    assert tops == sorted(set(tops))
    assert way[1] == (0, NOTES)
    assert way[-1] == (1, WHAT)
    assert press(grid, *[Key.Key_Up] * (len(way) - 1)) == (0, WHAT)
    assert press(grid, Key.Key_Right, Key.Key_Right) == (0, NUMBER)
    assert press(grid, Key.Key_PageDown) == (1, NUMBER)
    assert press(grid, Key.Key_End) == (1, WHO)
    QTest.keyClick(grid.view, Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert press(grid) == (0, WHAT)


def test_a_text_goes_on_when_the_width_changes(make_grid: MakeGrid) -> None:
    """Focus, caret and what is typed stay while columns become cards and columns again."""
    grid = widen(make_grid(SOME, SOME), WIDE)
    editor = opened(grid, 1, WHAT)
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, "Two words")
    QTest.keyClick(editor, Key.Key_Left)

    for width in (NARROW, WIDE, NARROW):
        widen(grid, width)
        assert QApplication.focusWidget() is editor
        assert editor.cursorPosition() == len("Two word")
        assert place(grid, 1, WHAT).contains(editor.geometry().center())
    QTest.keyClicks(editor, "er")
    QTest.keyClick(editor, Key.Key_Return)
    QApplication.processEvents()

    assert grid.rows()[1]["what"] == "Two worders"
    assert press(grid) == (1, WHAT)


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_rows_are_moved_deleted_and_added_by_keys(
    make_grid: MakeGrid, qtbot: QtBot, width: int
) -> None:
    """Each step can be taken back with the keys."""
    grid = widen(make_grid({"what": "a"}, {"what": "b"}, {"what": "c"}), width)
    grid.go_to(0)

    QTest.keyClick(grid.view, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [row["what"] for row in grid.rows()] == ["b", "a", "c"]
    with qtbot.wait_signal(grid.removed):
        QTest.keyClick(grid.view, Key.Key_Delete, Qt.KeyboardModifier.AltModifier)
    assert [row["what"] for row in grid.rows()] == ["b", "c"]
    QTest.keyClick(grid.add, Key.Key_Space)

    assert press(grid) == (2, WHAT)
    assert place(grid, 2, WHAT).isValid()


def test_cards_are_sorted_from_a_menu(make_grid: MakeGrid, qtbot: QtBot) -> None:
    """The button stands there only where no titles can be clicked; it is used by keys alone."""
    grid = widen(make_grid({"number": 9}, {"number": 1}, {"number": 4}), WIDE)
    assert not grid.order.isVisible()
    widen(grid, NARROW)
    assert grid.order.isVisible()

    QTest.keyClick(grid.order, Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for _ in range(NUMBER + 1):
        QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_Return)

    qtbot.wait_until(lambda: [row["number"] for row in grid.rows()] == [1, 4, 9])


def test_totals_stand_below_in_the_order_of_the_columns(make_grid: MakeGrid) -> None:
    """They are read out as under columns, and take a line for each."""
    grid = widen(make_grid(SOME, SOME), WIDE)
    before = grid.totals.height()

    widen(grid, NARROW)

    assert grid.totals.accessibleName() == "Total – Number: 6, Together: $600.00"
    assert grid.totals.height() > 2 * before
    assert grid.totals.geometry().top() > grid.view.geometry().bottom()


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_totals_of_nothing_are_not_shown(make_grid: MakeGrid, width: int) -> None:
    """“Total” comes with the first figure, and goes with the last."""
    grid = widen(make_grid({"what": "Stipend"}), width)
    before = grid.totals.isVisible()

    typed(grid, 0, NUMBER, "3")
    after = grid.totals.isVisible()
    grid._undo_stack.undo()

    assert (before, after, grid.totals.isVisible()) == (False, True, False)


def test_a_card_is_read_out_value_by_value(make_grid: MakeGrid) -> None:
    """A screen reader finds question, column, number of the row and the place on the screen."""
    grid = widen(make_grid(SOME, {}), NARROW)
    table = QAccessible.queryAccessibleInterface(grid.view)
    corner = grid.view.viewport().mapToGlobal(QPoint(0, 0))
    middle = place(grid, 0, EACH).translated(corner).center()

    cell = table.childAt(middle.x(), middle.y())

    assert cell.text(QAccessible.Text.Name) == "Costs: Each, cost 1: $100.00"
    assert cell.rect() == place(grid, 0, EACH).translated(corner)


def test_a_begun_card_asks_for_what_it_needs(make_grid: MakeGrid) -> None:
    """The mark stands on the card as it stands in the column."""
    grid = widen(make_grid({"number": 1}), NARROW)

    assert grid.model.index(0, WHAT).data() == "Still needed"


def test_a_click_chooses_a_value(make_grid: MakeGrid) -> None:
    """Between the values nothing is chosen; with Shift all from the first to the last are."""
    grid = widen(make_grid(SOME, SOME), NARROW)
    at = [place(grid, row, EACH).center() for row in range(2)]
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

    QTest.mouseClick(grid.view.viewport(), left, none, at[0])
    assert press(grid) == (0, EACH)
    QTest.mouseClick(grid.view.viewport(), left, Qt.KeyboardModifier.ShiftModifier, at[1])
    chosen = {(index.row(), index.column()) for index in grid.view.selectedIndexes()}
    assert chosen == {(0, EACH), (1, EACH)}
    between = place(grid, 0, WHO).bottomRight() + QPoint(0, 4)
    assert not grid.view.indexAt(between).isValid()


def test_2000_cards_are_usable(make_grid: MakeGrid) -> None:
    """The last card is reached and filled; the table scrolls inside itself."""
    grid = make_grid(*({"what": f"Cost {n}", "number": n, "each": "0.01"} for n in range(2000)))
    widen(grid, NARROW)

    grid.go_to(1999, NUMBER)
    assert grid.view.viewport().rect().contains(place(grid, 1999, NUMBER))
    typed(grid, 1999, NUMBER, "5")

    assert grid.rows()[1999]["number"] == 5
    assert grid.view.height() < 1200
    assert press(grid, Key.Key_PageUp, Key.Key_PageUp) == (1997, NUMBER)
    assert grid.view.viewport().rect().contains(place(grid, 1997, NUMBER))


def test_cards_are_mirrored(make_grid: MakeGrid) -> None:
    """Where lines begin at the right, so do the values of a card."""
    grid = make_grid(SOME)
    grid.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    widen(grid, NARROW)

    assert place(grid, 0, NUMBER).left() > place(grid, 0, EACH).left()
    grid.go_to(0, NUMBER)
    assert press(grid, Key.Key_Left) == (0, EACH)


def test_a_choice_opens_as_wide_as_its_box(make_grid: MakeGrid) -> None:
    """The list lies over the value that it belongs to."""
    grid = widen(make_grid(SOME), NARROW)

    editor = opened(grid, 0, BY)

    assert editor.geometry().contains(place(grid, 0, BY).center())


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_columns_leave_the_round_corner_of_their_frame_free(
    make_grid: MakeGrid, direction: Qt.LayoutDirection
) -> None:
    """Nothing of a square cell stands out of it; cards have no frame around them."""
    grid = make_grid(SOME)
    grid.setLayoutDirection(direction)
    view = widen(grid, WIDE).view
    shown = view.viewport().rect()
    is_mirrored = direction == Qt.LayoutDirection.RightToLeft

    corner = shown.bottomLeft() if is_mirrored else shown.bottomRight()
    assert not view.viewport().mask().contains(corner)
    assert view.viewport().mask().contains(shown.center())

    widen(grid, NARROW)
    assert view.viewport().mask().isEmpty()


def test_titles_and_days_of_columns_are_whole(make_grid: MakeGrid) -> None:
    """No word of a title is broken, and a day stands in one line, however little room there is."""
    grid = widen(make_grid({**SOME, "when": "2026-09-30"}), WIDE)

    for column in range(grid.model.columnCount()):
        title = grid.model.headerData(column, Qt.Orientation.Horizontal)
        longest = max(map(heads(grid).horizontalAdvance, str(title).split()))
        assert grid.view.columnWidth(column) >= longest + px(HEADER_PADDING), title
    day = grid.view.fontMetrics().horizontalAdvance("Sep 30, 2026")
    assert grid.view.columnWidth(WHEN) >= day + 2 * px(PAD_X)


def heads(grid: GridEditor) -> QFontMetrics:
    """Return how wide letters are in the titles over the columns."""
    font = QFont(grid.view.font())
    font.setPixelSize(px(HEADER_SIZE))
    return QFontMetrics(font)


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_the_caret_stays_in_view_in_a_long_table(
    make_grid: MakeGrid, qtbot: QtBot, width: int
) -> None:
    """A text that becomes longer than the table is high scrolls it along, down and up."""
    grid = widen(make_grid(*({"what": f"Cost {n}"} for n in range(200))), width)
    note = opened(grid, 100, NOTES)
    assert isinstance(note, CellNote)

    def caret_is_seen() -> bool:
        caret = note.cursorRect().translated(note.pos())
        return grid.view.viewport().rect().contains(caret)

    for _ in range(60):
        QTest.keyClick(note, Key.Key_Return)
    qtbot.wait_until(caret_is_seen)
    assert note.height() > grid.view.viewport().height()
    QTest.keyClick(note, Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    qtbot.wait_until(caret_is_seen)


def carry(grid: GridEditor, row: int, to: int) -> None:
    """Carry a card by its number to this y of the table, as a mouse does, and let it go."""
    numbers = grid.view.numbers
    start = QPoint(numbers.width() // 2, numbers.sectionViewportPosition(row) + 20)
    end = QPoint(start.x(), to)
    QTest.mousePress(numbers.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for place in ((start + end) / 2, end):
        QTest.mouseMove(numbers.viewport(), place)
        QApplication.processEvents()
    QTest.mouseRelease(numbers.viewport(), Qt.MouseButton.LeftButton, pos=end)


def test_a_card_is_carried_by_its_number(make_grid: MakeGrid) -> None:
    """It goes where it is let go, as one step; in columns, dragging chooses rows as ever."""
    grid = widen(make_grid(*({"what": name} for name in "abc")), NARROW)

    carry(grid, 0, grid.view.numbers.length() - 4)
    down = [row["what"] for row in grid.rows()]
    carry(grid, 2, 4)
    up = [row["what"] for row in grid.rows()]
    carry(grid, 1, grid.view.numbers.sectionViewportPosition(1) + 30)
    grid._undo_stack.undo()
    undone = [row["what"] for row in grid.rows()]
    widen(grid, WIDE)
    carry(grid, 0, grid.view.numbers.length() - 4)

    assert down == ["b", "c", "a"]
    assert up == ["a", "b", "c"]
    assert undone == down
    assert [row["what"] for row in grid.rows()] == down


def test_no_card_is_carried_where_nothing_can_be_changed(make_grid: MakeGrid) -> None:
    """A workbook that is only read keeps its order."""
    grid = widen(make_grid({"what": "a"}, {"what": "b"}), NARROW)
    grid.set_read_only()

    carry(grid, 0, grid.view.numbers.length() - 4)

    assert [row["what"] for row in grid.rows()] == ["a", "b"]
