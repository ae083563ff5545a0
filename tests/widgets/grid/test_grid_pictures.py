"""Pictures and marks in the cells of a table with typed columns are shown for what they are."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ladder_desktop.widgets.grid.cell_editors import CellNote
from tests.widgets.grid.test_grid_editor import MakeGrid, make_grid, opened

__all__ = ["make_grid"]
WHAT, NOTES = 0, 1
PICTURE = "![The board](picture:abc)"


def test_a_cell_says_what_its_picture_shows(make_grid: MakeGrid) -> None:
    """It is painted and read out in words, not as it is kept."""
    grid = make_grid({"what": f"Seen\n{PICTURE}"})
    index = grid.model.index(0, WHAT)

    painted = index.data(Qt.ItemDataRole.DisplayRole)
    read_out = index.data(Qt.ItemDataRole.AccessibleTextRole)

    assert painted == "Seen\n[Picture: The board]"
    assert "[Picture: The board]" in read_out


def test_an_icon_stands_before_what_a_picture_shows(make_grid: MakeGrid) -> None:
    """It is as seen as a letter, in its own colour, and has room in the line."""
    accent = QApplication.palette().color(QPalette.ColorRole.Highlight)
    seen = []
    for text in ("The board", PICTURE):
        grid = make_grid({"notes": text})
        grid.view.clearSelection()
        area = grid.view.visualRect(grid.model.index(0, NOTES)).adjusted(3, 3, -3, -3)
        image = grid.view.viewport().grab(area).toImage()
        points = ((x, y) for x in range(image.width()) for y in range(image.height()))
        seen.append([x for x, y in points if image.pixelColor(x, y) == accent])

    assert not seen[0]
    assert seen[1]
    assert max(seen[1]) < 40


def test_typing_into_a_cell_keeps_its_picture(make_grid: MakeGrid) -> None:
    """Only its words are in the box; the picture stands behind them again."""
    grid = make_grid({"what": PICTURE})

    editor = opened(grid, 0, WHAT)
    assert isinstance(editor, CellNote)
    shown = editor.toPlainText()
    QTest.keyClicks(editor, "Stipend")
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    QApplication.processEvents()

    assert shown == ""
    assert grid.rows()[0]["what"] == f"Stipend\n{PICTURE}"


def test_marks_are_shown_in_cells_as_in_notes(make_grid: MakeGrid) -> None:
    """Bold is painted in bold: more ink than the same letters without their marks have."""
    plain, bold = "mmm nnn mmm", "**mmm nnn mmm**"
    inks = []
    for text in (plain, bold):
        grid = make_grid({"notes": text})
        grid.view.clearSelection()
        area = grid.view.visualRect(grid.model.index(0, NOTES))
        inks.append(ink(grid.view.viewport().grab(area).toImage()))

    assert inks[1] > 1.15 * inks[0]


def ink(image: QImage) -> int:
    """Return how many points of an image are dark."""
    dark = 120
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(image.pixelColor(x, y).lightness() < dark for x, y in points)


def test_a_marked_text_has_the_height_of_its_lines(make_grid: MakeGrid) -> None:
    """Bold letters are wider: a row is as high as they need."""
    words = "wide letters " * 12
    grid = make_grid({"notes": words.strip()}, {"notes": f"**{words.strip()}**"})

    plain, bold = (grid.view.rowHeight(row) for row in range(2))

    assert bold >= plain
