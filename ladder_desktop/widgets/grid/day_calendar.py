"""A calendar that pops up where a day is shown."""

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
from ladder_desktop.widgets.buttons import press_by_enter
from ladder_desktop.widgets.scale import BODY, px
from ladder_desktop.words import Words

WIDTH = 360
HEIGHT = 280
BESIDE = 90  # px at 100 % of the height for what stands under the calendar, and around it


class DayCalendar(QMenu):
    """Offers the days, and to have none; it goes when that is done.

    Signals:
        picked: a person picked a day, as an ISO date, or None for no day.
    """

    picked = Signal(object)

    def __init__(self, day: str | None, question: str, words: Words, parent: QWidget) -> None:
        """Begin at a day, as an ISO date; what it is for is read out."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._inside = _Inside(self)
        column = Column(self._inside, gap=8, margins=(8, 8, 8, 8))
        calendar = self._build_calendar(day, question)
        clear = QPushButton(words("No day"), self._inside)
        clear.setEnabled(day is not None)
        clear.clicked.connect(lambda: self._pick(None))
        column.addWidget(calendar)
        column.addWidget(clear)
        self._inside.setFocusProxy(calendar)
        self._inside.stops = (calendar, clear)
        action = QWidgetAction(self)
        action.setDefaultWidget(self._inside)
        self.addAction(action)

    def open_under(self, control: QWidget) -> None:
        """Open under what shows the day."""
        self.popup(beneath(control, self.sizeHint()))
        # a menu keeps the keys for itself until something in it has the focus
        self._inside.setFocus(Qt.FocusReason.PopupFocusReason)

    def _build_calendar(self, day: str | None, question: str) -> QCalendarWidget:
        calendar = QCalendarWidget(self._inside)
        calendar.setLocale(QLocale())
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._fit(calendar)
        # weekends are days like others here, and red says that something is wrong
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(weekend, calendar.weekdayTextFormat(Qt.DayOfWeek.Monday))
        if day is not None:
            calendar.setSelectedDate(QDate.fromString(day, Qt.DateFormat.ISODate))
        calendar.setAccessibleName(question)
        if days := calendar.findChild(QTableView):  # which has the focus in it
            days.setAccessibleName(question)
        for chosen in (calendar.activated, calendar.clicked):
            chosen.connect(lambda one: self._pick(one.toString(Qt.DateFormat.ISODate)))
        return calendar

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

    def _pick(self, day: str | None) -> None:
        self.close()
        self.picked.emit(day)


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
