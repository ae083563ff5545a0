"""The mistakes of a template, all at once, each with its line."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ladder_desktop.errors import LadderError, TemplateError
from ladder_desktop.widgets.scale import px
from ladder_desktop.widgets.wrapped_rows import WrappedRows
from ladder_desktop.words import Words

AROUND, BETWEEN = 40, 12  # beside the text of a row, and above and below it together


def mistakes_of(error: TemplateError) -> Sequence[LadderError]:
    """Return what is wrong, one by one; the error itself where it has no parts."""
    return error.mistakes or (error,)


class MistakesList(QListWidget):
    """A calm list to read and to walk through; every row wraps."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setAccessibleName(words("Mistakes in the template"))
        self.setWordWrap(True)
        self.setItemDelegate(WrappedRows(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_mistakes(self, error: TemplateError) -> None:
        """List the mistakes, in the order of the file."""
        row = max(self.currentRow(), 0)
        self.clear()
        for mistake in mistakes_of(error):
            self.addItem(QListWidgetItem(mistake.worded(self._words)))
        self.setCurrentRow(min(row, self.count() - 1))
        self._fit()

    def text(self) -> str:
        """Return the whole list, one mistake a line."""
        return "\n".join(self.item(row).text() for row in range(self.count()))

    def wanted_height(self) -> int:
        """Return how high the list is with all rows in sight, in px."""
        heights = (self.item(row).sizeHint().height() for row in range(self.count()))
        return sum(heights) + px(16)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the rows anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = max(self.viewport().width() - px(AROUND), px(AROUND))
        wrap = Qt.TextFlag.TextWordWrap.value
        for row in range(self.count()):
            text = self.item(row).text()
            box = self.fontMetrics().boundingRect(0, 0, width, 100_000, wrap, text)
            self.item(row).setSizeHint(QSize(0, box.height() + px(BETWEEN)))
