"""A day that can be picked from a calendar, or left open."""

import datetime

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCalendarWidget,
    QMenu,
    QPushButton,
    QTableView,
    QWidget,
    QWidgetAction,
)

from ladder_desktop.widgets.beneath import beneath
from ladder_desktop.widgets.boxes import Column
from ladder_desktop.widgets.buttons import LongButton, press_by_enter
from ladder_desktop.widgets.scale import BODY, px
from ladder_desktop.words import Words

WIDTH = 360
HEIGHT = 280
BESIDE = 90  # px at 100 % of the height for what stands under the calendar, and around it


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
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        action = QWidgetAction(menu)
        inside = self._calendar(menu)
        action.setDefaultWidget(inside)
        menu.addAction(action)
        menu.popup(beneath(self, menu.sizeHint()))
        # a menu keeps the keys for itself until something in it has the focus
        inside.setFocus(Qt.FocusReason.PopupFocusReason)

    def _calendar(self, menu: QMenu) -> QWidget:
        inside = _Inside(menu)
        column = Column(inside, gap=8, margins=(8, 8, 8, 8))
        calendar = QCalendarWidget(inside)
        calendar.setLocale(QLocale())
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._fit(calendar)
        # weekends are days like others here, and red says that something is wrong
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(weekend, calendar.weekdayTextFormat(Qt.DayOfWeek.Monday))
        if self._day is not None:
            calendar.setSelectedDate(QDate.fromString(self._day, Qt.DateFormat.ISODate))
        calendar.setAccessibleName(self._question)
        if days := calendar.findChild(QTableView):  # which has the focus in it
            days.setAccessibleName(self._question)
        calendar.activated.connect(lambda day: self._pick(menu, _iso(day)))
        calendar.clicked.connect(lambda day: self._pick(menu, _iso(day)))
        clear = QPushButton(self._words("No day"), inside)
        clear.setEnabled(self._day is not None)
        clear.clicked.connect(lambda: self._pick(menu, None))
        column.addWidget(calendar)
        column.addWidget(clear)
        inside.setFocusProxy(calendar)
        inside.stops = (calendar, clear)
        return inside

    def _fit(self, calendar: QCalendarWidget) -> None:
        """Give it its size; on a low screen smaller print than elsewhere, for nothing scrolls."""
        room = self.screen().availableSize().height() - px(BESIDE)
        share = min(1.0, room / px(HEIGHT))
        calendar.setMinimumSize(round(px(WIDTH) * share), round(px(HEIGHT) * share))
        if share < 1:
            font = calendar.font()
            font.setPixelSize(round(px(BODY) * share))
            calendar.setFont(font)
            calendar.setMaximumHeight(round(px(HEIGHT) * share))

    def _pick(self, menu: QMenu, day: str | None) -> None:
        menu.close()
        before = self._day
        if day != before:
            self.set_day(day)
            self.picked.emit(before, day)


class _Inside(QWidget):
    """A calendar and what takes the day away; Tab leads from one to the other.

    Attributes:
        stops: both of them.
    """

    def __init__(self, menu: QMenu) -> None:
        super().__init__(menu)
        self.stops: tuple[QWidget, ...] = ()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter the button that has the focus; a menu would choose its own line."""
        if not press_by_enter(event, self):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, _ahead: bool) -> bool:  # noqa: FBT001, N802 - Qt's own
        """Go to the other one; a menu would take Tab for going to its next line."""
        there = self.focusWidget()
        others = [one for one in self.stops if one is not there and not one.isAncestorOf(there)]
        if others and others[0].isEnabled():
            others[0].setFocus(Qt.FocusReason.TabFocusReason)
        return True


def _iso(day: QDate) -> str:
    return day.toString(Qt.DateFormat.ISODate)
