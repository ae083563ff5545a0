"""A calm line over the pages that says what is unusual about this workbook."""

from PySide6.QtWidgets import QPushButton, QWidget

from ladder_desktop.widgets.boxes import Line, fit
from ladder_desktop.widgets.card import Card
from ladder_desktop.widgets.labels import Guidance
from ladder_desktop.widgets.scale import zoom


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
            self._line.addWidget(button)
        self.setVisible(bool(text))
