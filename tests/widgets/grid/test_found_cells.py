"""A text is found in the cells of a table as they are shown now."""

from ladder_desktop.widgets.grid.grid_editor import GridEditor
from tests.widgets.grid.test_grid_editor import EACH, WHAT, MakeGrid, make_grid, typed

__all__ = ["make_grid"]


def test_cells_are_found_as_people_read_them(make_grid: MakeGrid) -> None:
    """Whatever the case and the accents, and amounts as they are printed."""
    grid = make_grid({"what": "Über STIPEND", "each": "1200.50"}, {"what": "Stipends"}, {})

    assert grid.view.cells_with("stipend") == [(0, WHAT), (1, WHAT)]
    assert grid.view.cells_with("uber") == [(0, WHAT)]
    assert grid.view.cells_with("1,200") == [(0, EACH)]
    assert grid.view.cells_with("stipend\0") == []
    assert grid.view.cells_with("") == []


def test_a_changed_row_reads_anew(make_grid: MakeGrid) -> None:
    """Other rows, and rows that moved, are found where they stand."""
    grid: GridEditor = make_grid({"what": "Cover"}, {"what": "Cover"}, {"what": "Stipend"})
    before = grid.view.cells_with("cover")

    typed(grid, 0, WHAT, "Stipend")

    assert before == [(0, WHAT), (1, WHAT)]
    assert grid.view.cells_with("cover") == [(1, WHAT)]
    assert grid.view.cells_with("stipend") == [(0, WHAT), (2, WHAT)]
    grid._undo_stack.undo()
    assert grid.view.cells_with("cover") == before


def test_rows_that_are_one_and_the_same_are_all_found(make_grid: MakeGrid) -> None:
    """A row may stand in a table twice."""
    grid = make_grid({"what": "Cover"}, {})
    row = grid.rows()[0]

    grid.set_rows([row, grid.rows()[1], row])

    assert grid.view.cells_with("cover") == [(0, WHAT), (2, WHAT)]
