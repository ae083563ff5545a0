"""The part of the start page that searches all workbooks."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QWidget

from ladder_desktop.store.searching import FoundIn
from ladder_desktop.ui.found_places import FoundPlaces
from ladder_desktop.widgets.announce import announce
from ladder_desktop.widgets.boxes import Column
from ladder_desktop.widgets.labels import Guidance
from ladder_desktop.widgets.painting import colour
from ladder_desktop.widgets.scale import px
from ladder_desktop.words import Words
from ladder_desktop.workbook.matching import says_enough

STILL = 700  # milliseconds without a key, after which what was found is said aloud
LONGEST = 200  # letters that are looked for


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
        self.line = QLineEdit(maxLength=LONGEST)
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

    def dress(self) -> None:
        """Put a glass before the line; the first paint does without."""
        # pictures come with a library of their own
        from ladder_desktop.widgets.icons import icon  # noqa: PLC0415

        shown = icon("search", colour(self, QPalette.ColorRole.PlaceholderText), px(18), 2)
        for former in self.line.actions():
            self.line.removeAction(former)
        self.line.addAction(QAction(shown, "", self), QLineEdit.ActionPosition.LeadingPosition)

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
        elif self.list and has_list and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.list.choose()
        else:
            super().keyPressEvent(event)

    def _build_list(self) -> FoundPlaces:
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
