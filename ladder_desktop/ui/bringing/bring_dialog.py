"""The window that shows what a filled document would change, before it does."""

from collections.abc import Iterator

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ladder_desktop.blocks.block import plain
from ladder_desktop.intake.bringing import Brought
from ladder_desktop.ui.bringing.join_dialog import place_text, plain_text
from ladder_desktop.ui.marked_text import MarkedText
from ladder_desktop.ui.tall_dialog import TallDialog
from ladder_desktop.widgets.boxes import Column
from ladder_desktop.widgets.buttons import PrimaryButton
from ladder_desktop.widgets.card import Card
from ladder_desktop.widgets.labels import Body, Guidance, Question
from ladder_desktop.words import Words
from ladder_desktop.workbook.comparing import Change, compare, compare_texts
from ladder_desktop.workbook.details import LABELS
from ladder_desktop.workbook.workbook import Workbook

WIDTH, HEIGHT = 760, 640
MOST = 100  # changes, and texts without a place, that are shown

Labelled = tuple[str, Change]


class BringDialog(TallDialog):
    """Shows each change with its question, and what has no place; nothing is written yet.

    Attributes:
        changes: what would change, with how a person finds it.
        bring: does it.

    Signals:
        decided: the person wants it.
    """

    decided = Signal()

    def __init__(
        self, name: str, before: Workbook, brought: Brought, words: Words, parent: QWidget
    ) -> None:
        super().__init__(words("Bring in “{file}”", file=name), WIDTH, HEIGHT, words, parent)
        self._words = words
        self.changes = list(changes(before, brought.workbook, words))
        self.column.addWidget(Body(self._summary(len(brought.unplaced))))
        if brought.unplaced:
            self.column.addWidget(self._build_unplaced(brought.unplaced))
        for label, change in self.changes[:MOST]:
            self.column.addWidget(self._build_change(label, change))
        if len(self.changes) > MOST:
            more = len(self.changes) - MOST
            self.column.addWidget(Guidance(words("And {number} more.", number=more)))
        self.column.addStretch(1)
        self.close_button.setText(words("Cancel") if self.changes else words("Close"))
        self.bring = PrimaryButton(words("Bring in"))
        self.bring.setDefault(True)
        self.bring.setVisible(bool(self.changes))
        self.bring.clicked.connect(self._decide)
        self.foot.addWidget(self.bring)

    def _summary(self, unplaced: int) -> str:
        words = self._words
        if not self.changes:
            parts = [words("Nothing in it differs from this workbook.")]
        else:
            changes = len(self.changes)
            parts = [words.plural("{number} place changes.", "{number} places change.", changes)]
        if unplaced:
            said = words.plural(
                "{number} text has no place here; copy what you need of it.",
                "{number} texts have no place here; copy what you need of them.",
                unplaced,
            )
            parts.append(said)
        if self.changes:
            parts.append(words("What is replaced stays in the earlier versions."))
        return " ".join(parts)

    def _build_unplaced(self, unplaced: tuple[str, ...]) -> Card:
        card = Card()
        card.column.addWidget(Question(self._words("Without a place")))
        for line in unplaced[:MOST]:
            text = Guidance(line)
            text.setTextInteractionFlags(MarkedText(self._words).textInteractionFlags())
            card.column.addWidget(text)
        if len(unplaced) > MOST:
            more = len(unplaced) - MOST
            card.column.addWidget(Guidance(self._words("And {number} more.", number=more)))
        return card

    def _build_change(self, label: str, change: Change) -> QWidget:
        part = QWidget()
        column = Column(part, gap=4, margins=(0, 8, 0, 0))
        column.addWidget(Question(label))
        text = MarkedText(self._words)
        old, new = (plain_text(one, self._words) for one in (change.old, change.new))
        text.show_runs(change.runs or compare_texts(old, new))
        column.addWidget(text)
        return part

    def _decide(self) -> None:
        self.accept()
        self.decided.emit()


def changes(before: Workbook, after: Workbook, words: Words) -> Iterator[Labelled]:
    """Yield what differs between two states of a workbook, with how a person finds it."""
    old, new = (msgspec.to_builtins(one.details) for one in (before, after))
    for change in compare(old, new):
        yield words(LABELS.get(str(change.path[0]), "")), change
    for block in before.template.blocks():
        for change in compare(plain(before.answers[block.id]), plain(after.answers[block.id])):
            yield place_text(after, block.id, change.path, words), change
    for name, answer in after.no_longer_asked.items():
        if before.no_longer_asked.get(name) != answer:
            yield words("No longer asked"), Change((), before.no_longer_asked.get(name), answer)
