"""The surfaces that hold a block, and the lines between its parts."""

from PySide6.QtWidgets import QFrame, QWidget

from ladder_desktop.widgets.boxes import Column
from ladder_desktop.widgets.labels import Guidance, Title


class Card(QFrame):
    """A rounded surface that holds one thing to fill in.

    Attributes:
        column: where its parts go, from top to bottom, with gaps of 12 px and 24 px around.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = Column(self, gap=12, margins=(24, 20, 24, 24))


class ListCard(Card):
    """A card with a title, and below it things to fill in, with thin lines between them."""

    def __init__(self, title: str, guidance: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_empty = True
        self.column.addWidget(Title(title, self))
        if guidance:
            self.column.addWidget(Guidance(guidance, self))

    def add(self, item: QWidget) -> None:
        """Take one more thing, below the others."""
        if not self._is_empty:
            self.column.addWidget(Hairline(self))
        self._is_empty = False
        self.column.addWidget(item)


class Hairline(QFrame):
    """A thin line between two parts of a card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)
