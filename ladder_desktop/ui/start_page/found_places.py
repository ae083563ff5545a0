"""The places where words were found in all workbooks, as a list to move through."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from ladder_desktop.store.searching import FoundIn
from ladder_desktop.ui.start_page.found_model import FoundModel, Index
from ladder_desktop.ui.start_page.found_row import FoundRow
from ladder_desktop.widgets.buttons import ENTER
from ladder_desktop.widgets.reveal import keep_visible
from ladder_desktop.words import Words


class FoundPlaces(QListView):
    """A list as high as its rows; the page around it scrolls.

    Signals:
        chosen: the person wants to go to a place; carries the FoundIn and the Hit.
        left: the person goes back up to what is searched for.
    """

    chosen = Signal(object, object)
    left = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.places = FoundModel(words)
        self.setModel(self.places)
        self._row = FoundRow(self.places, words, self)
        self.setItemDelegate(self._row)
        self.setAccessibleName(words("Places where it was found"))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAutoScroll(False)
        self.setTabKeyNavigation(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self.choose)

    def show_found(self, found: Sequence[FoundIn]) -> None:
        """Show these in place of the former, the first one marked."""
        self.places.show_found(found)
        self.fit()
        if found:
            self.setCurrentIndex(self.places.index(0))

    def choose(self, index: Index | None = None) -> None:
        """Go to a place, or to the one that is marked."""
        index = index or self.currentIndex()
        if index.isValid():
            self.chosen.emit(*self.places.row(index.row()))

    def fit(self) -> None:
        """Take the height of all rows."""
        self.scheduleDelayedItemsLayout()
        width = self.viewport().width()
        rows = range(self.places.rowCount())
        around = self.height() - self.viewport().height()
        self.setFixedHeight(max(sum(self._row.height(row, width) for row in rows) + around, 1))

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        """Keep what is marked in sight on the page around."""
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus():
            self.executeDelayedItemsLayout()
            keep_visible(self.viewport(), self.visualRect(current))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew in another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with Enter; from the first row the way leads up and out."""
        if event.key() in ENTER:
            self.choose()
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()  # whoever is around knows what it ends
        else:
            super().keyPressEvent(event)
