"""The second line of the bar to find with: what to write in place of what was found."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from ladder_desktop.ui.bar_button import BarButton, beside
from ladder_desktop.ui.find.bar_line import BarLine
from ladder_desktop.widgets.boxes import Column
from ladder_desktop.widgets.buttons import ENTER
from ladder_desktop.widgets.wrapping import WrappingLine
from ladder_desktop.words import Words


class ReplaceLine(QWidget):
    """A line to write in, and two buttons: for one place, and for all.

    Attributes:
        line: what is to stand there.
        one: replaces the place that is shown.
        every: replaces all places in answers.

    Signals:
        one_asked: the place that is shown is to be replaced.
        every_asked: every place in an answer is to be replaced.
    """

    one_asked = Signal()
    every_asked = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = WrappingLine(at_start=True)
        Column(self, margins=(20, 0, 20, 6)).addLayout(row)
        self.line = BarLine(words("Write instead, in answers"))
        row.addWidget(self.line)
        self.one = QPushButton(words("Replace"))
        self.one.clicked.connect(self.one_asked)
        self.every = QPushButton(words("Replace all"))
        self.every.clicked.connect(self.every_asked)
        self._buttons = (
            BarButton(self.one, "replace", row),
            BarButton(self.every, "replace-all", row),
        )

    def allow(self, *, one: bool, every: bool) -> None:
        """Let be pressed what does something."""
        for button, is_allowed in zip(self._buttons, (one, every), strict=True):
            button.allow(is_allowed=is_allowed)

    def be_small(self, room: int | None) -> None:
        """Take one line of so many px, in a low window; None for as many lines as needed."""
        for button in self._buttons:
            button.be_small(is_small=room is not None)
        self.line.fit(None if room is None else beside(room, len(self._buttons)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Replace the place that is shown with Enter."""
        if event.key() in ENTER and self.line.hasFocus():
            self.one.click()
        else:
            super().keyPressEvent(event)
