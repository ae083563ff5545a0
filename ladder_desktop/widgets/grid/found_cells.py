"""Finds a text in the cells of a table, which may have thousands of rows."""

from ladder_desktop.widgets.grid.grid_model import GridModel, Row
from ladder_desktop.workbook.matching import folded

PARTING = "\0"  # between two cells: no text holds it


class FoundCells:
    """Finds texts in a table's cells, and remembers how each row reads."""

    def __init__(self, model: GridModel) -> None:
        self._model = model
        # a changed row is another one, so that a row reads the same as long as it is there
        self._lines: dict[int, tuple[Row, str]] = {}
        self._language = ""

    def cells_with(self, wanted: str) -> list[tuple[int, int]]:
        """Return row and column of every cell that shows a text; case and accents don't count."""
        pattern = folded(wanted)
        if not pattern:
            return []
        return [
            (number, column)
            for number, line in enumerate(self._read())
            if pattern in line
            for column, text in enumerate(line.split(PARTING))
            if pattern in text
        ]

    def _read(self) -> list[str]:
        """Return how the rows read; only those that were not read before are read."""
        if self._language != self._model.language:
            self._language = self._model.language
            self._lines.clear()
        before, self._lines = self._lines, {}
        lines = []
        for number, row in enumerate(self._model.rows()):
            found = self._lines[id(row)] = before.get(id(row)) or (row, self._line(number))
            lines.append(found[1])
        return lines

    def _line(self, row: int) -> str:
        model = self._model
        cells = (model.index(row, column) for column in range(model.columnCount()))
        return folded(PARTING.join(map(model.shown, cells)))
