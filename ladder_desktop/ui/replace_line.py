"""The second line of the bar to find with: what to write in place of what was found."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from ladder_desktop.ui.bar_line import BarLine
from ladder_desktop.widgets.boxes import Column
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
        for button in (self.one, self.every):
            row.addWidget(button)

    def allow(self, *, one: bool, every: bool) -> None:
        """Let be pressed what does something."""
        self.one.setEnabled(one)
        self.every.setEnabled(every)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Replace the place that is shown with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.line.hasFocus():
            self.one.click()
        else:
            super().keyPressEvent(event)
