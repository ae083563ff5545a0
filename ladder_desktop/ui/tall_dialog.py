"""A window with more in it than a low screen shows: what is too much scrolls."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QPushButton, QScrollArea, QWidget

from ladder_desktop.ui.dialogs import room_on_screen
from ladder_desktop.ui.pages import Around
from ladder_desktop.widgets.boxes import Column, Line, Zoomed, fit
from ladder_desktop.widgets.buttons import press_by_enter
from ladder_desktop.widgets.focus_chain import tabbed_after
from ladder_desktop.widgets.labels import Title
from ladder_desktop.widgets.scale import px, zoom
from ladder_desktop.words import Words

FOCUS = Qt.FocusPolicy
LOW, LEAST, FRAME = 260, 240, 8  # px at 100 %
READ = (8, 6, 12, 12)  # margins of what is only read, in px at 100 %


class _Inside(Around, Zoomed):
    """What scrolls; it hears of another zoom, which the window itself does not."""

    def __init__(self, fit: Callable[[], None]) -> None:
        super().__init__()
        self._fit = fit

    def fit_zoom(self) -> None:
        """Have the window take its size at this zoom."""
        self._fit()


class TallDialog(QDialog):
    """A title, a scrolling column, and a line of buttons that is always in sight.

    Attributes:
        column: takes what is to be read or chosen.
        foot: the line of buttons; `close_button` is the last of it.
        close_button: closes the window.
        is_filled_later: what it shows is found out once it is there; it keeps the room for it.
    """

    is_filled_later: ClassVar[bool] = False

    def __init__(
        self, title: str, width: int, height: int, words: Words, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._wanted = (width, height)
        self.setWindowTitle(title)
        self.finished.connect(self.deleteLater)
        around = self._around = Column(self, gap=12, margins=(24, 20, 24, 16))
        # by itself a layout asks for the height of texts wrapped as narrow as can be
        around.setSizeConstraint(Column.SizeConstraint.SetNoConstraint)
        self._title = Title(title)
        around.addWidget(self._title)
        inside = _Inside(self.fit)
        self.column = Column(inside, gap=12, margins=(0, 0, 12, 12))
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setWidget(inside)
        self.area.setAccessibleName(title)
        around.addWidget(self.area, 1)
        self.foot = Line(gap=8)
        self.foot.addStretch(1)
        self.close_button = QPushButton(words("Close"))
        self.close_button.setAutoDefault(False)
        self.close_button.clicked.connect(self.accept)
        self.foot.addWidget(self.close_button)
        around.addLayout(self.foot)
        self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Let Tab come to the buttons last, as the eye does."""
        super().showEvent(event)
        self._order_stops()
        self.fit()  # now that its parts have their fonts and margins

    def _order_stops(self) -> None:
        inside = [self.area, *self.area.findChildren(QWidget)]
        stops = [one for one in self.area.findChildren(QWidget) if _is_stop(one)]
        is_read = not stops or self._goes_on_below(stops)
        # what is only read is scrolled by the arrow keys
        self.area.setFocusPolicy(FOCUS.StrongFocus if is_read else FOCUS.NoFocus)
        if not stops:
            self.column.margins_at_100 = READ  # apart from the frame that tells of the focus
            fit(self.column, zoom())
        last = next((one for one in reversed(_chain(self)) if one in inside), self.area)
        buttons = (one for one in self.findChildren(QPushButton) if self.foot.indexOf(one) >= 0)
        for button in sorted(buttons, key=self.foot.indexOf):
            QWidget.setTabOrder(last, button)
            last = button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter what has the focus; a window that is read has nothing else to press."""
        if not press_by_enter(event, self):
            super().keyPressEvent(event)

    def fit(self) -> None:
        """Take the wanted size at this zoom, as far as the screen has it, and no more than used."""
        room = room_on_screen(self)
        # a low window is left to what scrolls: its bar has the title, too
        self._title.setHidden(room.height() < px(LOW))
        width, height = (px(size) for size in self._wanted)
        width = min(width, room.width())
        if self.isVisible() and not self.is_filled_later:
            height = min(height, max(self._used(width), px(LEAST)))
        self.resize(width, min(height, room.height()))

    def _used(self, width: int) -> int:
        """Return the height in which nothing has to be scrolled."""
        around = self._around.contentsMargins()
        inside = width - around.left() - around.right() - 2 * self.area.frameWidth()
        # a frame tells of the focus, and no layout knows of it
        edges = around.top() + around.bottom() + 2 * self._around.spacing() + px(FRAME)
        title, foot = self._title.heightForWidth(inside), self.foot.sizeHint().height()
        return edges + title + foot + self.column.totalHeightForWidth(inside - px(FRAME))

    def _goes_on_below(self, stops: list[QWidget]) -> bool:
        """Tell whether there is more to read below the last stop than comes into sight with it."""
        inside = self.area.widget() or self.area
        last = max(one.mapTo(inside, one.rect().bottomLeft()).y() for one in stops)
        return inside.height() - last > self.area.viewport().height()


def _chain(window: QWidget) -> list[QWidget]:
    """Return everything in a window, in the order of Tab."""
    found = [window]
    while (control := tabbed_after(found[-1])) is not None and control is not window:
        found.append(control)
    return found


def _is_stop(control: QWidget) -> bool:
    return bool(control.focusPolicy() & FOCUS.TabFocus)
