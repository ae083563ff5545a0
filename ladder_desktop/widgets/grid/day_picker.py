"""A day that can be picked from a calendar, or left open."""

import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ladder_desktop.widgets.buttons import LongButton
from ladder_desktop.words import Words


class DayPicker(LongButton):
    """A button that shows the picked day and opens a calendar.

    Signals:
        picked: a person picked a day: the one before and the new one, each as an ISO date, or
            None for no day.
    """

    picked = Signal(object, object)

    def __init__(self, words: Words, question: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._words = words
        self._question = question
        self._day: str | None = None
        self.clicked.connect(self._open)
        self.set_day(None)

    def day(self) -> str | None:
        """Return the picked day as an ISO date."""
        return self._day

    def set_day(self, day: str | None) -> None:
        """Show a day without a signal; one that is in no calendar is shown as it is written."""
        self._day = day
        shown = self._words("Pick a day") if day is None else self._worded(day)
        self.setText(shown)
        self.setAccessibleName(f"{self._question}: {shown}")

    def _worded(self, day: str) -> str:
        try:
            return self._words.date(datetime.date.fromisoformat(day))
        except ValueError:
            return day

    def _open(self) -> None:
        """Open the calendar under the button."""
        # the first paint of a page has none
        from ladder_desktop.widgets.grid.day_calendar import DayCalendar  # noqa: PLC0415

        calendar = DayCalendar(self._day, self._question, self._words, self)
        calendar.picked.connect(self._pick)
        calendar.open_under(self)

    def _pick(self, day: str | None) -> None:
        before = self._day
        if day != before:
            self.set_day(day)
            self.picked.emit(before, day)
