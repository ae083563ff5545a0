"""Texts to read: plain, wrapped, never cut off.

They differ by name only; the style sheet sets size, weight and colour for each.
"""

from typing import Self

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ladder_desktop.widgets.announce import announce


class Body(QLabel):
    """Running text that wraps and always gets the height it needs.

    Texts come from templates, so nothing in them is markup.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        # one long word must not widen the whole page
        self.setMinimumWidth(1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)


class PageTitle(Body):
    """The heading of a page: 26 px."""


class Title(Body):
    """The heading of a part of a page: 19 px."""


class Question(Body):
    """What is asked: 16 px, medium."""


class Guidance(Body):
    """How to answer: 14 px, muted."""


class Caption(Body):
    """A small muted label over a field: 13 px."""

    def over(self, field: QWidget) -> Self:
        """Stand over a field, and be read out with what is chosen there.

        Of a combo box, some systems tell the choice only, unless a label belongs to it.
        """
        self.setBuddy(field)
        field.setAccessibleName(self.text())
        return self


class Trouble(Body):
    """What is wrong and what to do; it is read out as soon as it is to be seen.

    What it is made with belongs to a list that is read anyway, and is not read out.
    """

    _told = ""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._told = text

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Say something else."""
        super().setText(text)
        self._tell()

    def showEvent(self, event: QShowEvent) -> None:
        """Read out what is wrong now."""
        super().showEvent(event)
        self._tell()

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget what was told: when it comes again, it is news again."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._told = ""

    def _tell(self) -> None:
        if self.isVisible() and self.text() != self._told:
            self._told = self.text()
            announce(self, self._told)


class Badge(QLabel):
    """A short mark beside a heading, such as "LEA only"."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
