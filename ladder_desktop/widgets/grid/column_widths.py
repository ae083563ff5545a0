"""How wide the columns of a table are: what their types, words and sums need, then their share."""

from collections.abc import Iterable, Iterator
from itertools import accumulate

from PySide6.QtGui import QFontMetrics, QGuiApplication

from ladder_desktop.blocks.cells import FIGURES, CellType, Choice
from ladder_desktop.widgets.grid.grid_header import HEADER_PADDING, HEADER_SIZE
from ladder_desktop.widgets.grid.grid_model import GridModel
from ladder_desktop.widgets.scale import px

# what a cell of a type needs to be read, in px at 100 %
LEAST: dict[CellType, int] = {
    "text": 100,
    "long": 160,
    "integer": 72,
    "money": 96,
    "percent": 76,
    "date": 116,
    "choice": 104,
    "person": 104,
}
SHORT = FIGURES | {"date"}
CELL_PADDING = 20
LONGEST_WORD = 170  # in px at 100 %, for which a column is made wider
LINES = 2  # that a choice with a long title may take
TEXT_LINES: dict[CellType, int] = {"text": 2, "person": 1}  # that a role and a name may take
USUAL_WORD = 120  # in px at 100 %, for which columns become cards when it would be broken
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
        # what is wanted, and in which letters it was measured, with which sums: every step of a
        # resizing asks for it
        self._wanted: tuple[object, list[int]] | None = None
        model.dataChanged.connect(self._forget)
        model.modelReset.connect(self._forget)

    def least(self, metrics: QFontMetrics) -> list[int]:
        """Return what each column must have.

        No word of its title or its choices is broken, no day, and no sum is cut.
        """
        columns = self._model.rules.columns
        sums = self.sums or [0] * len(columns)
        heads = _head_metrics()
        return [
            max(
                px(LEAST[column.type]),
                below,
                _widest(metrics, (choice.title for choice in column.choices)),
                _widest(heads, [column.title], px(HEADER_PADDING)),
                self._days(metrics, at) if column.type == "date" else 0,
            )
            for at, (column, below) in enumerate(zip(columns, sums, strict=True))
        ]

    def wanted(self, metrics: QFontMetrics) -> list[int]:
        """Return what each column would like to have.

        No word in it is broken, within reason, long texts have lines to read, and choices few.
        """
        letters = metrics.height(), px(LONGEST_WORD), tuple(self.sums)
        if self._wanted is None or self._wanted[0] != letters:
            self._wanted = letters, self._measured(metrics)
        return list(self._wanted[1])

    def readable(self, metrics: QFontMetrics) -> int:
        """Return the width in px below which columns can't be read.

        Figures, days and words of usual length would be broken.
        """
        least, wanted = self.least(metrics), self.wanted(metrics)
        types = [column.type for column in self._model.rules.columns]
        usual = px(USUAL_WORD)
        return sum(
            want if kind in SHORT else must if kind == "long" else min(want, max(must, usual))
            for kind, must, want in zip(types, least, wanted, strict=True)
        )

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

    def _measured(self, metrics: QFontMetrics) -> list[int]:
        columns = self._model.rules.columns
        return [
            max(
                least,
                min(self._words(metrics, at), px(LONGEST_WORD)),
                px(LONG_TEXT) if columns[at].type == "long" else 0,
                min(_longest(metrics, columns[at].choices) // LINES, px(LONGEST_WORD)),
                min(self._texts(metrics, at), px(LONGEST_WORD)),
            )
            for at, least in enumerate(self.least(metrics))
        ]

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
        return _widest(metrics, self._shown(column))

    def _texts(self, metrics: QFontMetrics, column: int) -> int:
        """Return the width in which the texts of a column's first rows take few lines."""
        lines = TEXT_LINES.get(self._model.rules.columns[column].type)
        shown = (text[:LETTERS] for text in self._shown(column)) if lines else ()
        longest = max(map(metrics.horizontalAdvance, shown), default=0)
        return longest // (lines or 1) + px(CELL_PADDING)

    def _days(self, metrics: QFontMetrics, column: int) -> int:
        """Return the width in which each day of a column stands in one line."""
        widest = max(map(metrics.horizontalAdvance, self._shown(column)), default=0)
        return widest + px(CELL_PADDING)

    def _shown(self, column: int) -> Iterator[str]:
        model = self._model
        for row in range(min(model.rowCount(), ROWS)):
            yield model.shown(model.index(row, column))

    def _forget(self) -> None:
        self._wanted = None


def _longest(metrics: QFontMetrics, choices: Iterable[Choice]) -> int:
    """Return the width of the longest title that can be chosen, with its padding on each line."""
    widths = (metrics.horizontalAdvance(choice.title) for choice in choices)
    return max(widths, default=0) + LINES * px(CELL_PADDING)


def _head_metrics() -> QFontMetrics:
    """Return how wide letters are in the titles over the columns."""
    font = QGuiApplication.font()
    font.setPixelSize(px(HEADER_SIZE))
    return QFontMetrics(font)


def _widest(metrics: QFontMetrics, texts: Iterable[str], padding: int | None = None) -> int:
    """Return the width of a cell in which no word of these texts is broken."""
    said = set(" ".join(text[:LETTERS] for text in texts).split())
    words = sorted(said, key=len)[-MEASURED:]
    around = px(CELL_PADDING) if padding is None else padding
    return max(map(metrics.horizontalAdvance, words), default=0) + around
