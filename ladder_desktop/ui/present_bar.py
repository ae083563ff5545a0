"""The line under a presented question: where one is, on, back, and out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ladder_desktop.widgets.boxes import Column, Line
from ladder_desktop.widgets.card import Hairline
from ladder_desktop.widgets.labels import Caption
from ladder_desktop.words import Words


class PresentBar(QWidget):
    """Buttons for what the keys do as well.

    Attributes:
        previous: leads to the question before.
        next: leads to the next question.

    Signals:
        turned: another question is wanted; carries by how many.
        left: everything is wanted back.
    """

    turned = Signal(int)
    left = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(words("Present"))
        column = Column(self, gap=0)
        column.addWidget(Hairline())
        line = Line(gap=8, margins=(16, 4, 16, 4))
        self.previous = self._button(words("Previous"), words("Page Up"))
        self.previous.clicked.connect(lambda: self.turned.emit(-1))
        self.next = self._button(words("Next"), words("Page Down"))
        self.next.clicked.connect(lambda: self.turned.emit(1))
        leave = self._button(words("Leave"), words("Escape"))
        leave.clicked.connect(self.left)
        self._place = Caption()
        self._place.setAlignment(Qt.AlignmentFlag.AlignCenter)
        line.addWidget(self.previous)
        line.addWidget(self.next)
        line.addWidget(self._place, 1)
        line.addWidget(leave)
        column.addLayout(line)

    def show_place(self, text: str, at: int, total: int) -> None:
        """Show where one is: the `at`-th question, from 0, of so many."""
        self._place.setText(text)
        self.previous.setEnabled(at > 0)
        self.next.setEnabled(at < total - 1)

    def _button(self, text: str, key: str) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(f"{text} ({key})")
        return button
