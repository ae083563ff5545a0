"""The status bar: how things stand with saving, how much is written, and the zoom."""

import datetime

from PySide6.QtCore import QEvent, QLocale, QSize, QTime, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from ladder_desktop.ui.counting import WordCount
from ladder_desktop.ui.link_button import LinkButton
from ladder_desktop.ui.marks import paint_dot, paint_tick
from ladder_desktop.ui.session import Saving, Session
from ladder_desktop.ui.settings.look import STEPS, Look
from ladder_desktop.widgets.boxes import Column, Line, Zoomed
from ladder_desktop.widgets.card import Hairline
from ladder_desktop.widgets.labels import Caption
from ladder_desktop.widgets.scale import px
from ladder_desktop.words import Words

GAPS = 140  # px at 100 %: the margins of the line, and what lies between its parts


class SavingMark(QWidget):
    """A tick when everything is saved, a dot while it is not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saving = Saving.SAVED
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room for one small sign."""
        return QSize(px(12), px(12))

    def show_state(self, saving: Saving) -> None:
        """Show the sign of a state."""
        self._saving = saving
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sign."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role = QPalette.ColorRole
        box = self.rect().adjusted(px(1), px(1), -px(1), -px(1))
        if self._saving is Saving.SAVED:
            paint_tick(painter, box, self.palette().color(role.Highlight))
        elif self._saving is Saving.TROUBLED:
            paint_dot(painter, box, self.palette().color(role.BrightText))
        else:
            paint_dot(painter, box, self.palette().color(role.PlaceholderText))


class Status(QWidget, Zoomed):
    """The line at the foot of the window.

    It is no `QStatusBar`: making one takes as long as making all the pages of a workbook.

    Attributes:
        tools: takes buttons for what has the focus.

    Signals:
        trouble_asked: the person wants to know more about what is wrong with saving.
    """

    trouble_asked = Signal()

    def __init__(self, words: Words, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._look = look
        self._session: Session | None = None
        self._count = WordCount()
        self._here = ""
        self.setAccessibleName(words("Status"))
        self._mark = SavingMark(self)
        self.saving = _one_line(self)
        self.words = _one_line(self)
        self.answered = _one_line(self)
        self.zoom = LinkButton(None, self, fill=self._fill_zoom_menu)
        self._build()
        look.changed.connect(self._show_zoom)

    def follow(self, session: Session) -> None:
        """Show how things stand with a session from now on."""
        if session is not self._session:
            self._watch(session)
        for widget in (self._mark, self.saving, self.words, self.answered):
            widget.show()
        self._show_saving()
        self._show_progress()

    def show_here(self, block_id: str) -> None:
        """Show how much is written in one block, too; blank for none."""
        if block_id != self._here:
            self._here = block_id
            self._show_words()

    def reword(self) -> None:
        """Say everything anew, in the language that counts now."""
        self.setAccessibleName(self._words("Status"))
        self._show_zoom()
        self._show_saving()
        self._show_progress()

    def _watch(self, session: Session) -> None:
        self._session = session
        session.saved.connect(self._show_saving)
        session.unsaved.connect(self._show_saving)
        session.trouble.connect(self._show_saving)
        session.progressed.connect(self._show_progress)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the new width."""
        super().resizeEvent(event)
        self.fit_zoom()

    def event(self, event: QEvent) -> bool:
        """Share out the width anew when one of the parts needs more or less of it."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit_zoom()
        return super().event(event)

    def fit_zoom(self) -> None:
        """Leave out the figures that there is no room for: cut off, they would mislead."""
        # what else stands there gives way to these two
        for part in (self.saving, self.zoom):
            part.setMinimumWidth(part.sizeHint().width())
        if self._session is None:
            return
        always = (self._mark, self.saving, self.tools, self.zoom)
        room = self.width() - px(GAPS) - sum(part.sizeHint().width() for part in always)
        for figure in (self.answered, self.words):
            room -= figure.sizeHint().width()
            figure.setVisible(room >= 0)

    def _build(self) -> None:
        column = Column(self, gap=0)
        column.addWidget(Hairline(self))
        line = Line(gap=8, margins=(20, 4, 14, 4))
        line.addWidget(self._mark)
        line.addWidget(self.saving, 10)
        line.addStretch(1)  # on the start page, where nothing else is shown
        self.tools = Line(gap=2)
        line.addLayout(self.tools)
        line.addSpacing(px(12))
        for widget in (self.words, self.answered):
            line.addWidget(widget)
            line.addSpacing(px(12))
        line.addWidget(self.zoom)
        column.addLayout(line)
        for each in (self._mark, self.saving, self.words, self.answered):
            each.hide()
        self._show_zoom()

    def _fill_zoom_menu(self, menu: QMenu) -> None:
        for step in STEPS:
            action = menu.addAction(self._words("{zoom} %", zoom=step))
            action.setCheckable(True)
            action.setChecked(step == self._look.zoom)
            action.triggered.connect(lambda _checked=False, to=step: self._look.set_zoom(to))

    def _show_zoom(self) -> None:
        shown = self._words("{zoom} %", zoom=self._look.zoom)
        self.zoom.show_text(shown, self._words("Zoom: {zoom} %", zoom=self._look.zoom))

    def _show_saving(self) -> None:
        if self._session is None:
            return
        saving = self._session.saving
        self._mark.show_state(saving)
        text = self._saving_text(self._session)
        self.saving.setText(text)
        error = self._session.error
        self.saving.setToolTip(error.worded(self._words) if error else "")

    def _saving_text(self, session: Session) -> str:
        match session.saving:
            case Saving.READ_ONLY:
                return self._words("For reading only")
            case Saving.TROUBLED if session.error:
                return self._words("Not saved")
            case Saving.UNSAVED:
                return self._words("Saving…")
        return saved_text(session.changed, self._words)

    def _show_progress(self) -> None:
        if self._session is None:
            return
        self._show_words()
        progress = self._session.progress()
        self.answered.setText(
            self._words("{done} of {total} answered", done=progress.done, total=progress.total)
        )

    def _show_words(self) -> None:
        if self._session is None:
            return
        workbook, words = self._session.workbook, self._words
        number = self._count.count(workbook)
        if self._here in workbook.answers:
            here = self._count.count_in(workbook, self._here)
            said = words.plural(
                "{number} word here, {whole} in all",
                "{number} words here, {whole} in all",
                here,
                whole=number,
            )
            self.words.setText(said)
            self.words.setToolTip(words("In this answer, and in the whole workbook"))
        else:
            self.words.setText(words.plural("{number} word", "{number} words", number))
            self.words.setToolTip("")


def _one_line(parent: QWidget) -> Caption:
    text = Caption("", parent)
    text.setWordWrap(False)
    return text


def saved_text(time: datetime.datetime | None, words: Words) -> str:
    """Return when everything was saved: the time of today, or the day."""
    if time is None:
        return words("Saved")
    local = time.astimezone()
    if local.date() == datetime.datetime.now(local.tzinfo).date():
        return words("Saved {time}", time=clock(local))
    return words("Saved {time}", time=words.date(local.date()))


def clock(time: datetime.datetime, *, seconds: bool = False) -> str:
    """Return the time of day as the system writes it."""
    shape = QLocale.FormatType.ShortFormat
    text = QLocale().toString(QTime(time.hour, time.minute), shape)
    exact = f"{time:%H:%M}"
    return text.replace(exact, f"{time:%H:%M:%S}") if seconds and exact in text else text
