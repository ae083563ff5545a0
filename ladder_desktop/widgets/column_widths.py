"""How wide the columns of a table are: what their types, words and sums need, then their share."""

from collections.abc import Iterable
from itertools import accumulate

from PySide6.QtGui import QFontMetrics

from ladder_desktop.blocks.cells import FIGURES, CellType
from ladder_desktop.widgets.grid_model import GridModel
from ladder_desktop.widgets.scale import px

# what a cell of a type needs to be read, in px at 100 %
LEAST: dict[CellType, int] = {
    "text": 100,
    "long": 160,
    "integer": 72,
    "money": 96,
    "percent": 76,
    "date": 108,
    "choice": 104,
    "person": 104,
}
SHORT = FIGURES | {"date"}
CELL_PADDING = 20
LONGEST_WORD = 170  # in px at 100 %, for which a column is made wider
LONG_TEXT = 280  # in px at 100 %, in which sentences are read with ease
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
        """Return what each column would like to have.

        No word in it is broken, within reason, and long texts have lines to read.
        """
        columns = self._model.rules.columns
        return [
            max(
                least,
                min(self._words(metrics, at), px(LONGEST_WORD)),
                px(LONG_TEXT) if columns[at].type == "long" else 0,
            )
            for at, least in enumerate(self.least(metrics))
        ]

    def shared(self, metrics: QFontMetrics, width: int) -> list[int]:
        """Return the columns' widths in a table of this width; only what they must have is more.

        Whole words come first, then long texts, then the shares that the template names.
        """
        own = self.least(metrics)
        wanted = self.wanted(metrics)
        is_long = [column.type == "long" for column in self._model.rules.columns]
        for comes_now in (False, True):
            missing = [
                (want - have) * (long == comes_now)
                for have, want, long in zip(own, wanted, is_long, strict=True)
            ]
            share = min(max(width - sum(own), 0) / (sum(missing) or 1), 1)
            own = [have + int(more * share) for have, more in zip(own, missing, strict=True)]
        return self._by_weight(own, max(width - sum(own), 0))

    def _by_weight(self, own: list[int], room: int) -> list[int]:
        """Return the widths with the room that is left, shared out as the template says.

        Figures and days gain nothing by it; they get some only where nothing else is.
        """
        columns = self._model.rules.columns
        weights = [0 if column.type in SHORT else column.weight for column in columns]
        if not any(weights):
            weights = [column.weight for column in columns]
        # rounded as a whole, so that the last column ends where the table does
        ends = [round(room * upto / sum(weights)) for upto in accumulate(weights)]
        pairs = zip(own, ends, [0, *ends], strict=False)
        return [width + end - before for width, end, before in pairs]

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
