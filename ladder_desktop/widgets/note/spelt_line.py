"""A line of text in which misspelt words are shown."""

from typing import Protocol

from PySide6.QtCore import QRect
from PySide6.QtGui import QContextMenuEvent, QPaintEvent
from PySide6.QtWidgets import QLineEdit


class Spelling(Protocol):
    """Whoever knows what is misspelt in a line."""

    def give_menu(self, event: QContextMenuEvent) -> bool:
        """Show a menu for the word that is asked about; tell whether there is one."""
        ...

    def paint(self, caret: QRect) -> None:
        """Paint wavy lines under misspelt words; the caret tells where the text stands."""
        ...


class SpeltLine(QLineEdit):
    """A line of text with wavy lines under misspelt words, where somebody looks for them.

    Attributes:
        is_prose: whether its words are spelt by the rules; names, days and figures are not.
        spelling: knows what is misspelt; None where nobody looks.
    """

    is_prose = True
    spelling: Spelling | None = None

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the usual entries, under better words for one that is misspelt."""
        if not (self.spelling and self.spelling.give_menu(event)):
            super().contextMenuEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line, then what is wrong in it."""
        super().paintEvent(event)
        if self.spelling:
            self.spelling.paint(self.cursorRect())
