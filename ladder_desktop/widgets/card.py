"""The surfaces that hold a block, and the lines between its parts."""

from PySide6.QtWidgets import QFrame, QWidget

from ladder_desktop.widgets.boxes import Column


class Card(QFrame):
    """A rounded surface that holds one thing to fill in.

    Attributes:
        column: where its parts go, from top to bottom, with gaps of 12 px and 24 px around.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = Column(self, gap=12, margins=(24, 20, 24, 24))


class Hairline(QFrame):
    """A thin line between two parts of a card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)
