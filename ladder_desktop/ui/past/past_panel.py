"""The side panel with the earlier versions of a block, or of the whole workbook."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from ladder_desktop.store.past import Moment
from ladder_desktop.ui.choice import Choice
from ladder_desktop.ui.pages import Around
from ladder_desktop.ui.past.changed_text import ChangedText
from ladder_desktop.ui.past.moment_words import what, when
from ladder_desktop.widgets.boxes import Column, Line, Zoomed, clear
from ladder_desktop.widgets.buttons import PrimaryButton, QuietButton
from ladder_desktop.widgets.labels import Body, Caption, Guidance, Question, Title, Trouble
from ladder_desktop.widgets.scale import px
from ladder_desktop.words import Words
from ladder_desktop.workbook.facts import Difference

WIDTH, LIST_HEIGHT, LEAST = 380, 250, 120
LOW = 320  # px at 100 % from which on there is room for what does not scroll
BESIDE = 300  # px at 100 % of the pages that are of use beside the panel
BLOCK, WORKBOOK = "block", "workbook"
SINCE, THEN = "since", "then"

Shown = Sequence[tuple[str, Sequence[Difference]]]  # the title of each block, and what it says


class PastPanel(QFrame, Zoomed):
    """Lists moments, shows what one was, and offers to go back to it.

    Attributes:
        scope: whether it is about the block with the focus or about the whole workbook.
        list: the moments, newest first.
        mode: whether the changes since then are shown, or what was written then.
        restore: brings the marked moment back.

    Signals:
        scope_changed: the person wants to look at the other of block and workbook.
        marked: another moment, or another way to look at it, was chosen.
        restore_asked: the person wants to go back to the marked moment.
        mark_asked: the person wants to give this moment a name.
        closed: the panel was put away.
    """

    scope_changed = Signal()
    marked = Signal()
    restore_asked = Signal()
    mark_asked = Signal()
    closed = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._moments: list[Moment] = []
        self.setAccessibleName(words("Earlier versions"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        label = words("Earlier versions")
        self.scope = Choice(
            label, {BLOCK: words("This question"), WORKBOOK: words("Whole workbook")}
        )
        self.scope.set_value(BLOCK)
        self.about = Question()
        self.list = QListWidget()
        self.list.setAccessibleName(words("Moments"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.mode = Choice(
            words("Show"), {SINCE: words("Changes since then"), THEN: words("As it was")}
        )
        self.mode.set_value(SINCE)
        self.nothing = Guidance()
        self.trouble = Trouble()
        self._legend = Caption()
        self._texts = Column(gap=8)
        self._shown: list[QWidget] = []
        self._changes: list[ChangedText] = []
        self._questions = Guidance()
        self._questions.hide()
        self.restore = PrimaryButton(words("Restore this version"))
        self.mark = QuietButton(words("Mark this moment…"))
        self._build()
        self._connect()
        self.fit_zoom()

    def fit_zoom(self) -> None:
        """Follow the zoom."""
        around = self.parentWidget()
        room = around.width() if around else px(WIDTH)
        self.setFixedWidth(px(WIDTH) if room >= px(WIDTH) + px(BESIDE) else room)
        least = min(px(LEAST), self.height() * 2 // 3)
        most = max(least, min(px(LIST_HEIGHT), self.height() * 3 // 10))
        self.list.setFixedHeight(min(max(self._list_height(most), least), most))
        self._fit_height(is_low=self.height() < px(LOW))

    def _list_height(self, most: int) -> int:
        """Return the height of all moments, or enough to know that it is more than `most`."""
        height = px(16)
        for row in range(self.list.count()):
            height += self.list.sizeHintForRow(row)
            if height > most:
                break
        return height

    def show_moments(self, about: str, moments: Sequence[Moment]) -> None:
        """List moments, newest first; the one that was marked stays marked if it is there."""
        former = self.moment()
        self._moments = list(moments)
        self.about.setText(about)
        self.list.blockSignals(True)
        self.list.clear()
        for moment in moments:
            self.list.addItem(self._row(moment))
        ids = [moment.id for moment in moments]
        self.list.setCurrentRow(ids.index(former.id) if former and former.id in ids else 0)
        self.list.blockSignals(False)
        self.fit_zoom()
        self.trouble.hide()
        self.nothing.setText(self._words("There is no earlier version yet."))
        self.marked.emit()

    def focus_list(self) -> None:
        """Put the focus into the list, in sight also where it scrolls."""
        self.list.setFocus()
        self._area.ensureWidgetVisible(self.list, 0, 0)

    def moment(self) -> Moment | None:
        """Return the marked moment."""
        row = self.list.currentRow()
        return self._moments[row] if 0 <= row < len(self._moments) else None

    def shows_changes(self) -> bool:
        """Tell whether the changes since the marked moment are wanted."""
        return self.mode.value() == SINCE

    def show_texts(self, shown: Shown, *, is_same: bool) -> None:
        """Show what a moment was, a heading for each block; `is_same` if nothing changed since."""
        clear(self._shown)
        self._changes = []
        for title, differences in shown:
            if title:
                self._shown.append(Body(title))
            for difference in differences:
                label = difference.label
                if has_label := label not in ("", title, self.about.text()):
                    self._shown.append(Caption(label))
                text = self._change(difference, [title, label] if has_label else [title])
                self._shown.append(text)
                self._changes.append(text)
        for part in self._shown:
            self._texts.addWidget(part)
            part.show()  # a layout would do so only later, and Tab would pass over it
        self._order_stops()
        self._tell(is_empty=not shown, is_same=is_same)

    def say_questions(self, *, are_others: bool) -> None:
        """Say what restoring does where the questions then were others than today's."""
        self._questions.setVisible(are_others)

    def say_trouble(self, text: str) -> None:
        """Say why nothing can be shown."""
        self.trouble.setText(text)
        self.trouble.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the list less room in a low window."""
        super().resizeEvent(event)
        self.fit_zoom()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the panel away with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _fit_height(self, *, is_low: bool) -> None:
        """Let head and foot scroll along in a low window, too."""
        if is_low == (self._inside.indexOf(self._head) >= 0):
            return
        if is_low:
            self._inside.insertWidget(0, self._head)
            self._inside.insertWidget(self._inside.indexOf(self.mode) + 1, self.restore)
        else:
            self._column.insertWidget(0, self._head)
            self._foot.addWidget(self.restore)
        self._order_stops()

    def _order_stops(self) -> None:
        """Let Tab go as the eye does, wherever the button at the end stands."""
        scope, mode = self.scope.buttons.values(), self.mode.buttons.values()
        is_low = self._inside.indexOf(self.restore) >= 0
        end = (self.restore, *self._changes) if is_low else (*self._changes, self.restore)
        for one, other in pairwise((self._close, *scope, self.list, self.mark, *mode, *end)):
            QWidget.setTabOrder(one, other)

    def _change(self, difference: Difference, heads: Sequence[str]) -> ChangedText:
        """Return what shows a difference, and is read out with what stands over it."""
        text = ChangedText(self._words, is_first=not self._changes)
        text.show_runs(difference.runs)
        text.setAccessibleName(": ".join([*filter(None, heads), text.accessibleName()]))
        text.turned.connect(lambda step: self._turn(text, step))
        return text

    def _turn(self, text: ChangedText, step: int) -> None:
        """Read on: first what is out of sight of a long change, then the next one."""
        bar, room = self._area.verticalScrollBar(), self._area.viewport().height()
        top = text.mapTo(self._area.viewport(), QPoint()).y()
        hidden = top + text.height() > room if step > 0 else top < 0
        there = self._changes.index(text) + step
        if hidden or not 0 <= there < len(self._changes):
            bar.setValue(bar.value() + step * bar.singleStep())
            return
        other = self._changes[there]
        other.setFocus(Qt.FocusReason.OtherFocusReason)
        self._area.ensureWidgetVisible(other, 0, px(16))

    def _build(self) -> None:
        words = self._words
        column = self._column = Column(self, gap=12, margins=(20, 18, 6, 18))
        self._head = QWidget()
        head = Line(self._head, gap=8, margins=(0, 0, 14, 0))
        head.addWidget(Title(words("Earlier versions")), 1)
        self._close = QuietButton(words("Close"))
        self._close.clicked.connect(self.closed)
        head.addWidget(self._close)
        column.addWidget(self._head)
        self._area = self._build_area()
        column.addWidget(self._area, 1)
        self._foot = Line(margins=(0, 0, 14, 0))
        column.addLayout(self._foot)  # while it is empty: `restore` leaves it in a low window
        self._foot.addWidget(self.restore)
        self._legend.setText(words("Underlined: added since. Struck through: removed since."))
        self._questions.setText(
            words(
                "The questions were different then. Restoring brings back the answers; today's "
                "questions stay."
            )
        )

    def _build_area(self) -> QScrollArea:
        """Build what scrolls: a low window has no room for all of it."""
        inside = Around()
        column = self._inside = Column(inside, gap=12, margins=(0, 0, 14, 0))
        column.addWidget(self.scope)
        column.addWidget(self.about)
        column.addWidget(self.list)
        column.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.mode)
        column.addWidget(self._questions)
        column.addWidget(self._legend)
        column.addWidget(self.nothing)
        column.addWidget(self.trouble)
        column.addLayout(self._texts)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        return area

    def _connect(self) -> None:
        self.scope.chosen.connect(self.scope_changed)
        self.mode.chosen.connect(self.marked)
        self.list.currentRowChanged.connect(lambda _row: self.marked.emit())
        self.list.itemActivated.connect(lambda _item: self.restore.setFocus())
        self.restore.clicked.connect(self.restore_asked)
        self.mark.clicked.connect(self.mark_asked)

    def _row(self, moment: Moment) -> QListWidgetItem:
        row = QListWidgetItem(f"{what(moment, self._words)}\n{when(moment.made, self._words)}")
        row.setSizeHint(QSize(0, 2 * self.list.fontMetrics().lineSpacing() + px(14)))
        if moment.is_checkpoint:
            font = row.font()
            font.setBold(True)
            row.setFont(font)
        return row

    def _tell(self, *, is_empty: bool, is_same: bool) -> None:
        has_moment = self.moment() is not None
        self.mode.setVisible(has_moment)
        self._legend.setVisible(has_moment and self.shows_changes() and not is_empty)
        self.restore.setEnabled(has_moment and not is_same)
        self.nothing.setVisible(is_empty or not has_moment)
        if has_moment:
            self.nothing.setText(
                self._words("Nothing changed since then.")
                if is_same
                else self._words("Nothing was written then.")
            )
