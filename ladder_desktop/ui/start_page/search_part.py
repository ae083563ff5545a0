"""The part of the start page that searches all workbooks."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPixmap
from PySide6.QtWidgets import QLineEdit, QWidget

from ladder_desktop.store.searching import FoundIn
from ladder_desktop.ui.start_page.found_places import FoundPlaces
from ladder_desktop.widgets.announce import announce
from ladder_desktop.widgets.boxes import Column, Zoomed
from ladder_desktop.widgets.buttons import ENTER
from ladder_desktop.widgets.labels import Guidance
from ladder_desktop.widgets.painting import colour
from ladder_desktop.widgets.scale import px
from ladder_desktop.words import Words
from ladder_desktop.workbook.matching import says_enough

STILL = 700  # milliseconds without a key, after which what was found is said aloud
LONGEST = 200  # letters that are looked for
GLASS, BEFORE = 18, 11  # px at 100 %


class SearchLine(QLineEdit, Zoomed):
    """A line with a glass before its text, which is as large as everything else."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(LONGEST)
        self._glass: tuple[tuple[int, str], QPixmap] | None = None
        self.fit_zoom()

    def fit_zoom(self) -> None:
        """Leave room for the glass."""
        room = px(GLASS + 8)
        is_mirrored = self.isRightToLeft()
        self.setTextMargins(0 if is_mirrored else room, 0, room if is_mirrored else 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line, then the glass."""
        super().paintEvent(event)
        side = px(GLASS)
        at = self.width() - px(BEFORE) - side if self.isRightToLeft() else px(BEFORE)
        QPainter(self).drawPixmap(at, (self.height() - side) // 2, self._drawn(side))

    def _drawn(self, side: int) -> QPixmap:
        shade = colour(self, QPalette.ColorRole.PlaceholderText)
        key = (side, shade.name())
        if self._glass is None or self._glass[0] != key:
            # pictures come with a library of their own
            from ladder_desktop.widgets.icons import icon  # noqa: PLC0415

            ratio = self.devicePixelRatioF()
            picture = icon("search", shade, side, ratio).pixmap(QSize(side, side), ratio)
            self._glass = key, picture
        return self._glass[1]


class SearchPart(QWidget):
    """A line to type in; what is found stands under it, in place of the rest of the page.

    Attributes:
        line: what is looked for.
        told: how much was found, or why nothing is.
        list: the places; None before anything was found.

    Signals:
        asked: something is looked for; carries what.
        chosen: the person wants to go to a place; carries the FoundIn and the Hit.
        emptied: nothing is looked for any more.
    """

    asked = Signal(str)
    chosen = Signal(object, object)
    emptied = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.list: FoundPlaces | None = None
        self._column = Column(self, gap=12)
        self.line = SearchLine()
        self.line.setPlaceholderText(words("Search in all your workbooks"))
        self.line.setAccessibleName(words("Search in all your workbooks"))
        self.line.textChanged.connect(self._on_typed)
        self._column.addWidget(self.line)
        self.told = Guidance()
        self.told.hide()
        self._column.addWidget(self.told)
        self._still = QTimer(self, interval=STILL, singleShot=True)
        self._still.timeout.connect(lambda: announce(self, self.told.text()))

    def typed(self) -> str:
        """Return what is looked for; blank where nothing is."""
        return self.line.text().strip()

    def show_found(self, typed: str, found: Sequence[FoundIn]) -> None:
        """Show where something is found, if it is still what is looked for."""
        if typed != self.typed():
            return
        if self.list is None:
            self.list = self._build_list()
        self.list.show_found(found)
        self.list.setVisible(bool(found))
        self.tell(self._summary(found))

    def tell(self, said: str) -> None:
        """Say something under the line, and aloud once nothing more is typed."""
        self.told.setText(said)
        self.told.show()
        self._still.start()

    def clear(self) -> None:
        """Look for nothing any more."""
        self.line.clear()
        self.line.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead into the list with Down, open what is marked with Enter, end with Escape."""
        key = event.key()
        has_list = self.list is not None and self.list.isVisible()
        if key == Qt.Key.Key_Escape and self.line.text():
            self.clear()
        elif self.list and has_list and key == Qt.Key.Key_Down and self.line.hasFocus():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        elif self.list and has_list and key in ENTER:
            self.list.choose()
        else:
            super().keyPressEvent(event)

    def _build_list(self) -> FoundPlaces:
        # most visits search nothing
        from ladder_desktop.ui.start_page.found_places import FoundPlaces  # noqa: PLC0415

        found = FoundPlaces(self._words)
        found.chosen.connect(self.chosen)
        found.left.connect(self.line.setFocus)
        self._column.addWidget(found)
        return found

    def _on_typed(self) -> None:
        if says_enough(self.typed()):
            self.asked.emit(self.typed())
            return
        self._still.stop()
        self.told.hide()
        if self.list:
            self.list.hide()
        self.emptied.emit()

    def _summary(self, found: Sequence[FoundIn]) -> str:
        if not found:
            return self._words(
                "Nothing was found in the workbooks that were open on this computer, nor in "
                "your folder of workbooks."
            )
        return self._words.plural(
            "Found in {number} workbook", "Found in {number} workbooks", len(found)
        )
