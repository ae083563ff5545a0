"""The small editors that open inside a table's cell."""

import datetime
from collections.abc import Callable, Sequence
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent, QPalette, QResizeEvent, QUndoStack
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from ladder_desktop.blocks.cells import Choice
from ladder_desktop.widgets.completions import Completions
from ladder_desktop.widgets.icons import icon
from ladder_desktop.widgets.note.note_editor import NoteEditor
from ladder_desktop.widgets.note.spelt_line import SpeltLine
from ladder_desktop.widgets.scale import px
from ladder_desktop.words import Words

MOST_OFFERED = 12
BESIDE_DAY = 52  # px at 100 %: the icon, and what is around it and the day
AROUND, WIDEST = 52, 480  # px at 100 %: beside the texts of a list, and of the whole list


class CellLine(SpeltLine):
    """One line of text, a figure or a name, with completions where there are some."""

    is_prose = False

    def offer(self, completions: Sequence[str]) -> None:
        """Offer completions: those that begin with what is typed, then all that hold it."""
        if not completions:
            return
        completer = Completions(completions, MOST_OFFERED, self)
        if popup := completer.popup():
            popup.setMinimumWidth(_room_for(completions, self.fontMetrics()))
        self.setCompleter(completer)

    def begin(self, text: str) -> None:
        """Show a text, all of it marked so that typing replaces it."""
        self.setText(text)
        self.selectAll()


class CellDay(CellLine):
    """A day, typed or picked from a calendar.

    Signals:
        picked: a day was picked.
    """

    picked = Signal()

    def __init__(self, words: Words, day: Callable[[], str | None], parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._day = day
        self.setPlaceholderText(words("Day, such as {day}", day=words.short_date(_EXAMPLE)))
        # not its own: a style sheet makes a tint of the Highlight of tables
        accent = QApplication.palette().color(QPalette.ColorRole.Highlight)
        shown = icon("calendar", accent, px(16), 2)
        open_calendar = QAction(shown, words("Open the calendar"), self)
        open_calendar.triggered.connect(self.open_calendar)
        self.addAction(open_calendar, QLineEdit.ActionPosition.TrailingPosition)

    def width_for(self, day: str) -> int:
        """Return the width in px in which a day stands whole beside the icon."""
        return self.fontMetrics().horizontalAdvance(day) + px(BESIDE_DAY)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the calendar with Alt and Down, as a list is."""
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def open_calendar(self) -> None:
        """Open a calendar under the cell."""
        # most days are typed
        from ladder_desktop.widgets.grid.day_calendar import DayCalendar  # noqa: PLC0415

        calendar = DayCalendar(self._day(), self.accessibleName(), self._words, self)
        calendar.picked.connect(self._pick)
        calendar.open_under(self)

    def _pick(self, picked: str | None) -> None:
        shown = self._words.short_date(datetime.date.fromisoformat(picked)) if picked else ""
        self.setText(shown)
        self.picked.emit()


class CellNote(NoteEditor):
    """A long text: a note like any other, with a history of its own until it is taken over.

    Attributes:
        is_asking: whether a window over it asks for a file; it waits for that.

    Signals:
        grown: its height is another one.
    """

    grown = Signal()
    padding: ClassVar[int] = 8  # as around the text that is painted in the cell

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(words, QUndoStack(), "", lines=1, parent=parent)
        self.undo_stack.setParent(self)
        self.is_asking = False

    def begin(self, text: str) -> None:
        """Show a text, all of it marked so that typing replaces it; its pictures stay."""
        self.set_text(text)
        self.selectAll()

    def add_picture(self) -> None:
        """Have the person choose a picture, which goes below the text."""
        self.is_asking = True
        try:
            super().add_picture()
        finally:
            self.is_asking = False
        self.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell of another height."""
        super().resizeEvent(event)
        if event.oldSize().height() != event.size().height():
            self.grown.emit()


class CellChoice(QComboBox):
    """One of several choices, or none."""

    def __init__(self, choices: tuple[Choice, ...], none: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.addItem(none, "")
        for choice in choices:
            self.addItem(choice.title, choice.id)
        titles = [none, *(choice.title for choice in choices)]
        self.view().setMinimumWidth(_room_for(titles, self.fontMetrics()))

    def say_question(self, question: str) -> None:
        """Have the question read out, in the list as well: on Linux the choice is Qt's name."""
        self.setAccessibleDescription(question)
        self.view().setAccessibleName(question)

    def choose(self, choice: str) -> None:
        """Show the choice with this id; blank shows none. Then offer all of them."""
        self.setCurrentIndex(max(self.findData(choice), 0))
        QTimer.singleShot(0, self, self.showPopup)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move through the choices with the arrow keys; only Enter takes one."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            there = self.currentIndex() + (1 if event.key() == Qt.Key.Key_Down else -1)
            self.setCurrentIndex(min(max(there, 0), self.count() - 1))
        else:
            super().keyPressEvent(event)


def _room_for(texts: Sequence[str], metrics: QFontMetrics) -> int:
    """Return the width of a list in which these are read whole, however narrow the cell is."""
    return min(max(map(metrics.horizontalAdvance, texts)) + px(AROUND), px(WIDEST))


_EXAMPLE = datetime.date(2026, 11, 21)
