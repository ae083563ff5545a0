"""A calm line over the pages that says what is unusual about this workbook."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from ladder_desktop.widgets.boxes import Line, fit
from ladder_desktop.widgets.card import Card
from ladder_desktop.widgets.labels import Guidance
from ladder_desktop.widgets.scale import px, zoom
from ladder_desktop.widgets.wrapping import WrappingLine

LEAST = 380  # px at 100 % that a sentence needs beside its buttons


class Banner(Card):
    """A sentence, and at most a few things to do about it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column.margins_at_100 = (20, 8, 20, 8)
        fit(self.column, zoom())
        line = Line(gap=12)
        self.text = Guidance()
        line.addWidget(self.text, 1)
        self._line = line
        self._beside = WrappingLine(gap=12)
        line.addLayout(self._beside)
        self._buttons: list[QPushButton] = []
        self.column.addLayout(line)
        self.hide()

    def say(self, text: str, *buttons: QPushButton) -> None:
        """Show a sentence with its buttons in place of the former."""
        for button in self._buttons:
            button.deleteLater()
        self._buttons = list(buttons)
        self.text.setText(text)
        for button in buttons:
            self._beside.addWidget(button)
        self._fit_width()
        self.setVisible(bool(text))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons under the sentence where it would be squeezed beside them."""
        super().resizeEvent(event)
        self._fit_width()

    def _fit_width(self) -> None:
        room = self.width() - self._beside.sizeHint().width()
        is_narrow = bool(self._buttons) and room < px(LEAST)
        way = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._line.setDirection(way)
