"""A line of buttons that goes on in a next one where the window is narrow or the print large."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QLayout, QLayoutItem, QStyle

from ladder_desktop.widgets.scale import px


class WrappingLine(QLayout):
    """Things beside each other, in as many lines as they need.

    Attributes:
        gap: the space between them and between lines, in px at 100 %.
        at_start: whether they stand at the start of the line; else they stand at its end.
        is_headed: the first thing stands at the start in any case, as a heading does.
    """

    def __init__(self, *, gap: int = 8, at_start: bool = False, is_headed: bool = False) -> None:
        super().__init__()
        self.gap = gap
        self.at_start = at_start
        self.is_headed = is_headed
        self.setContentsMargins(0, 0, 0, 0)
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name, as those below
        """Take one more thing, after the others."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many things stand in it."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Return the thing at a place, None past the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Take out the thing at a place."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        """Take the width that there is, and no more height than needed."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Tell that a narrow one is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return how high it is at a width."""
        lines = list(self._lines(width))
        return sum(_height(line) for line in lines) + px(self.gap) * max(0, len(lines) - 1)

    def minimumSize(self) -> QSize:  # noqa: N802
        """Return the size of the largest thing in it."""
        least = QSize()
        for item in self._items:
            least = least.expandedTo(item.minimumSize())
        return least

    def sizeHint(self) -> QSize:
        """Return the size of everything on one line."""
        return QSize(self._width(self._shown()), _height(self._shown()))

    def setGeometry(self, room: QRect) -> None:  # noqa: N802
        """Put everything into its place."""
        super().setGeometry(room)
        direction = QApplication.layoutDirection()
        top = room.top()
        for line in self._lines(room.width()):
            left, rest = room.left(), max(0, room.width() - self._width(line))
            head = line[0] if self.is_headed and line[0] is self._shown()[0] else None
            if not (self.at_start or head):
                left += rest
            for item in line:
                size = item.sizeHint()
                place = QRect(left, top, min(size.width(), room.width()), _height(line))
                item.setGeometry(QStyle.visualRect(direction, room, place))
                left += size.width() + px(self.gap) + (rest if item is head else 0)
            top += _height(line) + px(self.gap)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _width(self, line: list[QLayoutItem]) -> int:
        gaps = px(self.gap) * max(0, len(line) - 1)
        return sum(item.sizeHint().width() for item in line) + gaps

    def _lines(self, width: int) -> Iterator[list[QLayoutItem]]:
        line: list[QLayoutItem] = []
        for item in self._shown():
            if line and self._width([*line, item]) > width:
                yield line
                line = []
            line.append(item)
        if line:
            yield line


def _height(line: list[QLayoutItem]) -> int:
    return max((item.sizeHint().height() for item in line), default=0)
