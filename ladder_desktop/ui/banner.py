"""A calm line over the pages that says what is unusual about this workbook."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QMenu, QPushButton, QWidget, QWidgetAction

from ladder_desktop.ui.link_button import LinkButton
from ladder_desktop.widgets.boxes import Line, fit
from ladder_desktop.widgets.card import Card
from ladder_desktop.widgets.labels import Guidance
from ladder_desktop.widgets.scale import px, zoom
from ladder_desktop.widgets.wrapping import WrappingLine

LEAST = 380  # px at 100 % that a sentence needs beside its buttons
READABLE = 460  # px at 100 % that a sentence takes in the menu, at most


class Banner(Card):
    """A sentence, and at most a few things to do about it.

    In a low window it is one short line, and a menu has the rest.

    Signals:
        said: it says something else now, or nothing.
    """

    said = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column.margins_at_100 = (20, 8, 20, 8)
        fit(self.column, zoom())
        line = Line(gap=12)
        self.text = Guidance("", self)
        line.addWidget(self.text, 1)
        self._line = line
        self._beside = WrappingLine(gap=12)
        line.addLayout(self._beside)
        self._buttons: list[QPushButton] = []
        self.column.addLayout(line)
        self._short: LinkButton | None = None
        self.hide()

    def say(self, text: str, *buttons: QPushButton) -> None:
        """Show a sentence with its buttons in place of the former."""
        for button in self._buttons:
            button.deleteLater()
        self._buttons = list(buttons)
        self.text.setText(text)
        for button in buttons:
            self._beside.addWidget(button)
        self._be_small(self.width(), is_small=self._is_small())
        self.setVisible(bool(text))
        self.said.emit()

    def stops(self) -> list[QWidget]:
        """Return what Tab comes to; it was made late, and the window has to put it in order."""
        return [*self._buttons, *([self._short] if self._short else [])]

    def take_height(self, width: int, most: int) -> int:
        """Be one line where it would be higher than most px; return its height."""
        self._be_small(width, is_small=False)
        if self.heightForWidth(width) > most:
            self._be_small(width, is_small=True)
        return self.heightForWidth(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons under the sentence where it would be squeezed beside them."""
        super().resizeEvent(event)
        self._be_small(self.width(), is_small=self._is_small())

    def _is_small(self) -> bool:
        return self._short is not None and not self._short.isHidden()

    def _be_small(self, width: int, *, is_small: bool) -> None:
        if is_small:
            self._line_with_menu().show_text(self.text.text())
        if self._short:
            self._short.setVisible(is_small)
        for part in (self.text, *self._buttons):
            part.setHidden(is_small)
        room = width - self._beside.sizeHint().width()
        is_narrow = bool(self._buttons) and room < px(LEAST)
        way = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._line.setDirection(way)

    def _line_with_menu(self) -> LinkButton:
        """Return the short line; few windows are so low."""
        if self._short is None:
            self._short = LinkButton(fill=self._fill_menu)
            self.column.addWidget(self._short)
        return self._short

    def _fill_menu(self, menu: QMenu) -> None:
        """Have the menu tell the whole sentence, and do what the buttons do."""
        sentence = QWidgetAction(menu)
        sentence.setDefaultWidget(Sentence(self.text.text(), min(px(READABLE), self.width())))
        menu.addAction(sentence)
        menu.addSeparator()
        for button in self._buttons:
            menu.addAction(button.text()).triggered.connect(button.click)


class Sentence(QLabel):
    """A text of a width in a menu."""

    def __init__(self, text: str, width: int) -> None:
        super().__init__(text)
        self.setWordWrap(True)
        self.setFixedWidth(width)
        margin = px(12)
        self.setContentsMargins(margin, px(8), margin, px(8))

    def sizeHint(self) -> QSize:
        """Return the height for the whole text."""
        return QSize(self.width(), self.heightForWidth(self.width()))
