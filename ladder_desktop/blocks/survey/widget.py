"""A survey on screen: counts for each level, shares beside them, and the means as bars."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QUndoStack
from PySide6.QtWidgets import QGridLayout, QWidget

from ladder_desktop.blocks.survey.model import (
    Counts,
    Item,
    Level,
    Survey,
    SurveyAnswer,
    share,
    total,
)
from ladder_desktop.widgets.bar_chart import Bar, BarChart
from ladder_desktop.widgets.block_editor import BlockEditor
from ladder_desktop.widgets.boxes import Column, Line, Zoomed
from ladder_desktop.widgets.card import Hairline, ListCard
from ladder_desktop.widgets.count_field import CountField
from ladder_desktop.widgets.directions import lead
from ladder_desktop.widgets.labels import Body, Caption, Guidance
from ladder_desktop.widgets.reveal import reveal
from ladder_desktop.widgets.scale import px
from ladder_desktop.words import Words

IN_A_LINE = 5
FIELD_WIDTH = 140


class ItemEditor(QWidget, Zoomed):
    """One statement with a field for each level.

    Attributes:
        fields: the field of each level, by its id.
        summary: how many people answered, and their mean.

    Signals:
        edited: a count was changed.
    """

    edited = Signal()

    def __init__(
        self,
        block: Survey,
        item: Item,
        words: Words,
        undo_stack: QUndoStack,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._block = block
        self._item = item
        self._words = words
        self._undo_stack = undo_stack
        self.fields: dict[str, CountField] = {}
        self.shares: dict[str, Caption] = {}
        self._grid = QGridLayout()
        self._columns = 0
        self._cells: list[QWidget] = []
        self.summary = Guidance("", self)
        column = Column(self, gap=8)
        column.addWidget(Body(item.text, self))
        # while it is empty: PySide remembers the items of a layout that is added, and these ones
        # are deleted by Qt whenever the fields are arranged anew
        column.addLayout(self._grid)
        self._build_fields()
        column.addWidget(self.summary)

    def counts(self) -> Counts:
        """Return the counts as they stand."""
        return {level: field.count() for level, field in self.fields.items()}

    def load(self, counts: Counts) -> None:
        """Show other counts, without a signal."""
        for level, field in self.fields.items():
            field.set_count(counts[level])
        self.sum_up()

    def bar(self) -> Bar:
        """Return the mean as a bar."""
        counts = self.counts()
        mean, people = self._block.mean(counts), total(counts)
        if mean is None:
            return Bar(self._item.text, None, self._words("no answers"))
        said = self._words.plural(
            "{mean} · {number} person", "{mean} · {number} people", people, mean=f"{mean:.1f}"
        )
        return Bar(self._item.text, mean / self._block.most, said)

    def sum_up(self) -> None:
        """Show the shares and the mean of the counts as they stand."""
        counts = self.counts()
        for level, label in self.shares.items():
            percent = share(counts, level)
            label.setText("" if percent is None else self._words("{figure}%", figure=percent))
        mean = self._block.mean(counts)
        self.summary.setVisible(mean is not None)
        if mean is not None:
            least, most = self._block.least, self._block.most
            said = self._words(
                "{people} answered; mean {mean} on a scale from {least} to {most}",
                people=total(counts),
                mean=f"{mean:.1f}",
                least=least,
                most=most,
            )
            self.summary.setText(said)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the fields for the new width."""
        super().resizeEvent(event)
        self.fit_zoom()

    def fit_zoom(self) -> None:
        """Set as many fields side by side as there is room for."""
        columns = min(max(self.width() // px(FIELD_WIDTH), 1), IN_A_LINE)
        if columns != self._columns:
            self._arrange(columns)

    def _build_fields(self) -> None:
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(8))
        self._cells = [self._build_field(level) for level in self._block.levels]
        self._arrange(IN_A_LINE)

    def _arrange(self, columns: int) -> None:
        self._columns = columns
        for place, cell in enumerate(self._cells):
            self._grid.addWidget(cell, place // columns, place % columns)
        used = min(len(self._cells), columns)
        for column in range(IN_A_LINE):
            self._grid.setColumnStretch(column, 1 if column < used else 0)

    def _build_field(self, level: Level) -> QWidget:
        field = CountField(self._undo_stack, f"{self._item.text}: {level.label}", self)
        field.edited.connect(self._on_edited)
        self.fields[level.id] = field
        share = self.shares[level.id] = Caption("", self)
        name = Caption(level.label, self)
        for label in (name, share):
            lead(label)
        line = Line(gap=8)
        line.addWidget(field)
        line.addWidget(share, 1)
        cell = QWidget(self)
        place = Column(cell, gap=4)
        place.addWidget(name)
        place.addLayout(line)
        return cell

    def _on_edited(self) -> None:
        self.sum_up()
        self.edited.emit()


class SurveyEditor(BlockEditor):
    """The editor of a survey.

    Attributes:
        items: the editor of each statement, by its id.
        chart: their means.
    """

    def __init__(self, block: Survey, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        card = ListCard(block.title, block.guidance, self)
        self.items = {
            item.id: ItemEditor(block, item, words, self.undo_stack, card) for item in block.items
        }
        for item in self.items.values():
            card.add(item)
            item.edited.connect(self._on_edited)
        title = words("Mean from {least} to {most}", least=block.least, most=block.most)
        self.chart = BarChart(title, card)
        self._below = (Hairline(card), Caption(title, card), self.chart)
        for part in self._below:
            card.column.addWidget(part)
        self.column.addWidget(card)

    def load(self, answer: SurveyAnswer) -> None:
        """Show the counts of an answer."""
        self.undo_stack.clear()
        for name, item in self.items.items():
            item.load(answer[name])
        self._draw()

    def answer(self) -> dict[str, Counts]:
        """Return the counts by the ids of statements and levels."""
        return {name: item.counts() for name, item in self.items.items()}

    def show_item(self, item: str) -> None:
        """Put the caret into the first field of a statement."""
        shown = self.items.get(item) or next(iter(self.items.values()))
        reveal(next(iter(shown.fields.values())))

    def _on_edited(self) -> None:
        self._draw()
        self.answered.emit()

    def _draw(self) -> None:
        """Draw the means; before anything was counted, empty bars would say nothing."""
        bars = tuple(item.bar() for item in self.items.values())
        self.chart.show_bars(bars)
        counted = any(bar.share is not None for bar in bars)
        for part in self._below:
            part.setVisible(counted)


Editor = SurveyEditor
