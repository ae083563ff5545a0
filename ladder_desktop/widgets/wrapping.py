"""A line of buttons that goes on in a next one where the window is narrow or the print large."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget
from shiboken6 import isValid

from ladder_desktop.widgets.directions import placed
from ladder_desktop.widgets.scale import px


class WrappingLine(QHBoxLayout):
    """Things beside each other, in as many lines as they need.

    Qt's own line keeps the things; only where they go is decided here. Its items stay out of
    Python: Qt deletes them without PySide's knowing, which then takes what comes to lie in their
    place for one of them.

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
        self._controls: list[QWidget] = []

    def addWidget(self, control: QWidget, *_: object) -> None:  # noqa: N802 - Qt's name
        """Take one more thing, after the others."""
        super().addWidget(control)
        self._controls.append(control)

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name, as those below
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
        for control in self._shown():
            least = least.expandedTo(_bounded(control, control.minimumSizeHint()))
        return least

    def sizeHint(self) -> QSize:
        """Return the size of everything on one line."""
        return QSize(_width(self._shown(), self.gap), _height(self._shown()))

    def setGeometry(self, room: QRect) -> None:  # noqa: N802
        """Put everything into its place."""
        QLayout.setGeometry(self, room)  # and not the one of a single line
        first = next(iter(self._shown()), None)
        top = room.top()
        for line in self._lines(room.width()):
            left, rest = room.left(), max(0, room.width() - _width(line, self.gap))
            head = first if self.is_headed and line[0] is first else None
            if not (self.at_start or head):
                left += rest
            for control in line:
                width = _size(control).width()
                place = QRect(left, top, min(width, room.width()), _height(line))
                control.setGeometry(placed(place, room))
                left += width + px(self.gap) + (rest if control is head else 0)
            top += _height(line) + px(self.gap)

    def _shown(self) -> list[QWidget]:
        self._controls = [control for control in self._controls if isValid(control)]
        return [control for control in self._controls if not control.isHidden()]

    def _lines(self, width: int) -> Iterator[list[QWidget]]:
        line: list[QWidget] = []
        used = 0
        for control in self._shown():
            own = _size(control).width()
            if line and used + px(self.gap) + own > width:
                yield line
                line, used = [], 0
            used += own + (px(self.gap) if line else 0)
            line.append(control)
        if line:
            yield line


def _size(control: QWidget) -> QSize:
    return _bounded(control, control.sizeHint().expandedTo(control.minimumSizeHint()))


def _bounded(control: QWidget, size: QSize) -> QSize:
    return size.expandedTo(control.minimumSize()).boundedTo(control.maximumSize())


def _height(line: list[QWidget]) -> int:
    return max((_size(control).height() for control in line), default=0)


def _width(line: list[QWidget], gap: int) -> int:
    gaps = px(gap) * max(0, len(line) - 1)
    return sum(_size(control).width() for control in line) + gaps
