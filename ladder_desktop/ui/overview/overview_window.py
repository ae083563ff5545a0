"""The window that shows where a workbook stands, now and against an earlier moment."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QDialog, QPushButton, QWidget

from ladder_desktop.store.past import Moment
from ladder_desktop.ui.dialogs import keep_on_screen
from ladder_desktop.ui.pages import Page
from ladder_desktop.ui.past.moment_words import what, when
from ladder_desktop.widgets.bar_chart import Bar, BarChart
from ladder_desktop.widgets.boxes import Column, Line
from ladder_desktop.widgets.card import Card
from ladder_desktop.widgets.directions import lead
from ladder_desktop.widgets.labels import Caption, Guidance, Title, Trouble
from ladder_desktop.widgets.scale import px
from ladder_desktop.words import Words
from ladder_desktop.workbook.overview import Group, Measure

SIZE = (828, 800)  # so that the cards stand right under the head
LOW = 360  # px at 100 %; in less, whose charts they are gives way


class OverviewWindow(QDialog):
    """Charts of progress, ratings, checklists and surveys, of one moment or of two.

    Attributes:
        later: the moment that is shown; the first one is now.
        earlier: the moment it is compared with; the first one is none.
        charts: by the key of what they show.
        trouble: why a moment can't be shown.

    Signals:
        moments_chosen: other moments were chosen.
    """

    moments_chosen = Signal()

    def __init__(
        self, title: str, moments: Sequence[Moment], words: Words, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._moments = list(moments)
        self.charts: dict[str, BarChart] = {}
        self._cards: list[QWidget] = []
        self.later, self.earlier = QComboBox(), QComboBox()
        self.trouble = Trouble()
        self._legend = Caption()
        self.setWindowTitle(words("Overview"))
        self._build(title)
        keep_on_screen(self, *SIZE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the charts where there is little: the window behind says whose."""
        super().resizeEvent(event)
        self._whose.setHidden(event.size().height() < px(LOW))

    def chosen(self) -> tuple[Moment | None, Moment | None]:
        """Return the earlier moment, None for no comparison, and the later one, None for now."""
        return self._moment(self.earlier), self._moment(self.later)

    def show_groups(self, now: Sequence[Group], before: Sequence[Group] | None) -> None:
        """Show the measures of one moment, beside those of an earlier one if there is one."""
        if [group.key for group in now] != list(self.charts):
            self._rebuild(now)
        earlier = {group.key: group for group in before or ()}
        for group in now:
            compares = before is not None
            bars = self._bars(group, earlier.get(group.key), compares=compares)
            self.charts[group.key].show_bars(bars, compares=compares)
        self.trouble.hide()
        self._legend.setVisible(before is not None)

    def say_trouble(self, text: str) -> None:
        """Say why a moment can't be shown."""
        self.trouble.setText(text)
        self.trouble.show()

    def _build(self, title: str) -> None:
        words = self._words
        column = Column(self, gap=12, margins=(0, 20, 0, 16))
        head = Column(gap=8, margins=(24, 0, 24, 0))
        head.addWidget(Title(words("Where we stand")))
        self._whose = Guidance(title)
        lead(self._whose)
        head.addWidget(self._whose)
        head.addLayout(self._build_choices())
        head.addWidget(self._legend)
        head.addWidget(self.trouble)
        self._legend.setText(words("The thin bar is the earlier moment, the other the later."))
        self._legend.hide()
        self.trouble.hide()
        column.addLayout(head)
        self._page = Page()
        # there is nothing on it to come to by Tab, and the arrow keys are to scroll it
        self._page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._page.setAccessibleName(words("Overview"))
        self._page.column.addStretch(1)
        column.addWidget(self._page, 1)
        foot = Line(margins=(24, 0, 24, 0))
        foot.addStretch(1)
        close = QPushButton(words("Close"))
        close.clicked.connect(self.reject)
        foot.addWidget(close)
        column.addLayout(foot)

    def _build_choices(self) -> Line:
        words = self._words
        both = Line(gap=12)
        for box, label, first in (
            (self.earlier, words("Compare"), words("With nothing")),
            (self.later, words("Shown"), words("Now")),
        ):
            field = Column(gap=4)
            field.addWidget(Caption(label).over(box))
            box.addItem(first)
            for moment in self._moments:
                said = f"{what(moment, words)} – {when(moment.made, words)}"
                box.addItem(said)
            # a long name must not widen the window
            box.setMinimumContentsLength(10)
            policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            box.setSizeAdjustPolicy(policy)
            box.activated.connect(lambda _index: self.moments_chosen.emit())
            field.addWidget(box)
            both.addLayout(field, 1)
        return both

    def _rebuild(self, groups: Sequence[Group]) -> None:
        """Put a card for each group into the place of the former."""
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards, self.charts = [], {}
        for place, group in enumerate(groups):
            card, chart = Card(), BarChart(group.title)
            card.column.addWidget(Title(group.title))
            card.column.addWidget(chart)
            self._page.column.insertWidget(place, card)
            self._cards.append(card)
            self.charts[group.key] = chart

    def _bars(self, group: Group, earlier: Group | None, *, compares: bool) -> tuple[Bar, ...]:
        before = {one.key: one for one in earlier.measures} if earlier else {}
        return tuple(self._bar(one, before, compares=compares) for one in group.measures)

    def _bar(self, now: Measure, before: Mapping[str, Measure], *, compares: bool) -> Bar:
        then = before.get(now.key)
        if not compares:
            return Bar(now.label, _share(now), now.figure)
        if then is None:
            return Bar(now.label, _share(now), now.figure, None, self._words("nothing"))
        return Bar(now.label, _share(now), now.figure, _share(then), then.figure)

    def _moment(self, box: QComboBox) -> Moment | None:
        place = box.currentIndex() - 1
        return self._moments[place] if 0 <= place < len(self._moments) else None


def _share(measure: Measure) -> float | None:
    return None if measure.value is None or not measure.most else measure.value / measure.most
