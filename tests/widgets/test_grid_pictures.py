"""Pictures in the cells of a table with typed columns keep their place, in words."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ladder_desktop.widgets.cell_editors import CellNote
from tests.widgets.test_grid_editor import MakeGrid, make_grid, opened

__all__ = ["make_grid"]
WHAT = 0
PICTURE = "![The board](picture:abc)"


def test_a_cell_says_what_its_picture_shows(make_grid: MakeGrid) -> None:
    """It is painted and read out in words, not as it is kept."""
    grid = make_grid({"what": f"Seen\n{PICTURE}"})
    index = grid.model.index(0, WHAT)

    painted = index.data(Qt.ItemDataRole.DisplayRole)
    read_out = index.data(Qt.ItemDataRole.AccessibleTextRole)

    assert painted == "Seen\n[Picture: The board]"
    assert "[Picture: The board]" in read_out


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
