"""How wide the columns of a table are: what their types, words and sums need, then their share."""

from collections.abc import Iterable

from PySide6.QtGui import QFontMetrics

from ladder_desktop.blocks.cells import CellType
from ladder_desktop.widgets.grid_model import GridModel
from ladder_desktop.widgets.scale import px

# what a cell of a type needs to be read, in px at 100 %
LEAST: dict[CellType, int] = {
    "text": 100,
    "long": 130,
    "integer": 72,
    "money": 96,
    "percent": 76,
    "date": 108,
    "choice": 104,
    "person": 104,
}
CELL_PADDING = 20
LONGEST_WORD = 170  # in px at 100 %, for which a column is made wider
# the rows that tell how long the words of a column are, the letters of a cell that do, and the
# number of words that are measured: those of most letters
ROWS, LETTERS, MEASURED = 60, 400, 4


class ColumnWidths:
    """Shares the width of a table out.

    Attributes:
        sums: the width in px of what stands under each column; empty where there is nothing.
    """

    def __init__(self, model: GridModel) -> None:
        self._model = model
        self.sums: list[int] = []

    def least(self, metrics: QFontMetrics) -> list[int]:
        """Return what each column must have: no word of its choices is broken, no sum cut."""
        columns = self._model.rules.columns
        sums = self.sums or [0] * len(columns)
        return [
            max(
                px(LEAST[column.type]),
                below,
                _widest(metrics, (choice.title for choice in column.choices)),
            )
            for column, below in zip(columns, sums, strict=True)
        ]

    def wanted(self, metrics: QFontMetrics) -> list[int]:
        """Return what each column would like to have: no word in it is broken, within reason."""
        return [
            max(least, min(self._words(metrics, at), px(LONGEST_WORD)))
            for at, least in enumerate(self.least(metrics))
        ]

    def shared(self, metrics: QFontMetrics, width: int) -> list[int]:
        """Return the columns' widths in a table of this width; only what they must have is more."""
        least, wanted = self.least(metrics), self.wanted(metrics)
        missing = sum(wanted) - sum(least)
        share = min(max(width - sum(least), 0) / missing, 1) if missing else 0
        own = [must + int((want - must) * share) for must, want in zip(least, wanted, strict=True)]
        return self._by_weight(own, max(width - sum(own), 0))

    def _by_weight(self, own: list[int], room: int) -> list[int]:
        """Return the widths with the room that is left, shared out as the template says."""
        columns = self._model.rules.columns
        weight = sum(column.weight for column in columns)
        widths = []
        given = 0.0
        for column, width in zip(columns, own, strict=True):
            # rounded as a whole, so that the last column ends where the table does
            more = round(room * (given + column.weight) / weight) - round(room * given / weight)
            given += column.weight
            widths.append(width + more)
        return widths

    def _words(self, metrics: QFontMetrics, column: int) -> int:
        """Return the width that the longest word in a column's first rows needs."""
        model = self._model
        rows = range(min(model.rowCount(), ROWS))
        return _widest(metrics, (model.shown(model.index(row, column)) for row in rows))


def _widest(metrics: QFontMetrics, texts: Iterable[str]) -> int:
    """Return the width of a cell in which no word of these texts is broken."""
    said = set(" ".join(text[:LETTERS] for text in texts).split())
    words = sorted(said, key=len)[-MEASURED:]
    return max(map(metrics.horizontalAdvance, words), default=0) + px(CELL_PADDING)
