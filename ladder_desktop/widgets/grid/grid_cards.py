"""The rows of a table as cards: where each value stands on its card."""

from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView

from ladder_desktop.blocks.cells import FIGURES, CellType
from ladder_desktop.widgets.grid.grid_header import HEADER_SIZE
from ladder_desktop.widgets.grid.grid_model import GridModel
from ladder_desktop.widgets.scale import px

PADDING = 14  # inside a card, in px at 100 %, as all of these
BETWEEN = 12  # cards, and values beside each other
UNDER_LINE = 12
UNDER_CAPTION = 4
# what a value beside others has at least, and a figure alone at most; a long text has a line
LEAST: dict[CellType, int] = {"date": 120, "integer": 92, "percent": 92, "money": 112}
OTHERS = 170
MOST_FOR_A_FIGURE = 220
WRAP = Qt.TextFlag.TextWordWrap.value


@dataclass(frozen=True, slots=True)
class Field:
    """Where a column's values stand on every card: from where on, and how wide."""

    column: int
    left: int
    width: int


@dataclass(frozen=True, slots=True)
class CardLine:
    """Values beside each other, each under its title.

    Attributes:
        fields: from the left.
        caption: the height of the titles over them.
    """

    fields: tuple[Field, ...]
    caption: int


class GridCards:
    """The plan of all cards of a table, and the heights of those that were looked at.

    Attributes:
        width: how wide the cards are, without their numbers.
    """

    def __init__(self, view: QTableView, model: GridModel) -> None:
        self._view = view
        self._model = model
        self.width = 0
        self._wanted: list[int] = []
        self._lines: list[CardLine] = []
        self._heights: dict[int, list[int]] = {}

    def plan(self, width: int, wanted: list[int]) -> None:
        """Share out the width of a card; all heights follow anew.

        Args:
            width: how wide the cards are.
            wanted: the width that each column would like to have, so that no figure is broken.
        """
        self.width = width
        self._wanted = wanted
        self._heights.clear()
        self._lines = [self._line(columns) for columns in self._parted(width - 2 * px(PADDING))]

    def forget(self, first: int, last: int) -> None:
        """Measure these rows anew when they are asked for."""
        for row in range(first, last + 1):
            self._heights.pop(row, None)

    def height(self, row: int) -> int:
        """Return the height of a card with the space under it."""
        lines = zip(self._lines, self._values(row), strict=True)
        inside = sum(line.caption + value + px(UNDER_LINE) for line, value in lines)
        return inside - px(UNDER_LINE) + 2 * px(PADDING) + px(BETWEEN)

    def area(self, row: int, column: int) -> QRect:
        """Return the place of a value on its card."""
        top = px(PADDING)
        for line, height in zip(self._lines, self._values(row), strict=True):
            for field in line.fields:
                if field.column == column:
                    area = QRect(field.left, top + line.caption, field.width, height)
                    return self._mirrored(area)
            top += line.caption + height + px(UNDER_LINE)
        return QRect()

    def caption(self, row: int, column: int) -> QRect:
        """Return the place of the title over a value on its card."""
        box = self.area(row, column)
        height = self._caption(column, box.width())
        return QRect(box.left(), box.top() - height, box.width(), height)

    def column_at(self, row: int, place: QPoint) -> int:
        """Return the column whose value, or title, is at a place on a card; -1 for none."""
        for line in self._lines:
            for field in line.fields:
                area = self.area(row, field.column)
                if area.adjusted(0, -line.caption, 0, 0).contains(place):
                    return field.column
        return -1

    def beyond(self, column: int, step: int) -> int | None:
        """Return the column over or under another; None where the card ends."""
        numbers = [[field.column for field in line.fields] for line in self._lines]
        here = next(at for at, line in enumerate(numbers) if column in line)
        if not 0 <= here + step < len(self._lines):
            return None
        return self._nearest(self._lines[here + step], self._middle(column))

    def entry(self, column: int, step: int) -> int:
        """Return the column at the top or foot of a card that is nearest to another above it."""
        return self._nearest(self._lines[0 if step > 0 else -1], self._middle(column))

    def _parted(self, room: int) -> list[list[int]]:
        """Return the numbers of the columns that stand beside each other."""
        lines: list[list[int]] = []
        used = room
        was_long = False
        for number, column in enumerate(self._model.rules.columns):
            least = self._least(number)
            is_long = column.type == "long"
            if not lines or is_long or was_long or used + px(BETWEEN) + least > room:
                lines.append([])
                used = -px(BETWEEN)
            lines[-1].append(number)
            used += px(BETWEEN) + least
            was_long = is_long
        return lines

    def _line(self, columns: list[int]) -> CardLine:
        """Return a line on which these columns share the width."""
        room = self.width - 2 * px(PADDING) - px(BETWEEN) * (len(columns) - 1)
        least = [self._least(column) for column in columns]
        more = max(room - sum(least), 0)
        weights = [self._model.rules.columns[column].weight for column in columns]
        ends = [round(more * each / sum(weights)) for each in accumulate(weights)]
        widths = [
            self._bounded(column, must + end - before)
            for column, must, before, end in zip(columns, least, [0, *ends], ends, strict=False)
        ]
        lefts = [
            at + px(PADDING) for at in accumulate((w + px(BETWEEN) for w in widths), initial=0)
        ]
        fields = zip(columns, lefts, widths, strict=False)
        caption = max(self._caption(*pair) for pair in zip(columns, widths, strict=True))
        return CardLine(tuple(Field(*field) for field in fields), caption)

    def _least(self, column: int) -> int:
        kind = self._model.rules.columns[column].type
        room = self.width - 2 * px(PADDING)
        if kind == "long":
            return room
        figure = self._wanted[column] if kind in FIGURES else 0
        return min(max(px(LEAST.get(kind, OTHERS)), figure), room)

    def _bounded(self, column: int, width: int) -> int:
        is_figure = self._model.rules.columns[column].type in FIGURES
        return min(width, px(MOST_FOR_A_FIGURE)) if is_figure else width

    def _caption(self, column: int, width: int) -> int:
        metrics = QFontMetrics(self.caption_font())
        title = self._model.rules.columns[column].title
        return metrics.boundingRect(0, 0, width, 1 << 20, WRAP, title).height() + px(UNDER_CAPTION)

    def caption_font(self) -> QFont:
        """Return the font of the titles."""
        font = QFont(self._view.font())
        font.setPixelSize(px(HEADER_SIZE))
        return font

    def _values(self, row: int) -> list[int]:
        """Return how high the values of each line are."""
        if row not in self._heights:
            self._heights[row] = [
                max(self._value_height(row, field) for field in line.fields) for line in self._lines
            ]
        return self._heights[row]

    def _value_height(self, row: int, field: Field) -> int:
        option = QStyleOptionViewItem()
        option.font = self._view.font()
        option.rect = QRect(0, 0, field.width, 0)
        index = self._model.index(row, field.column)
        return self._view.itemDelegate().sizeHint(option, index).height()

    def _middle(self, column: int) -> int:
        fields = (field for line in self._lines for field in line.fields)
        return next(each.left + each.width // 2 for each in fields if each.column == column)

    def _nearest(self, line: CardLine, middle: int) -> int:
        def distance(field: Field) -> int:
            return max(field.left - middle, middle - field.left - field.width, 0)

        return min(line.fields, key=distance).column

    def _mirrored(self, area: QRect) -> QRect:
        around = QRect(0, 0, self.width, 1)
        return QStyle.visualRect(self._view.layoutDirection(), around, area)
