"""The window that brings two copies of a workbook together: what both changed, side by side."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QPushButton, QScrollArea, QWidget

from ladder_desktop.blocks.block import Block
from ladder_desktop.ui.choice import Choice
from ladder_desktop.ui.dialogs import Inner, keep_on_screen
from ladder_desktop.ui.marked_text import MarkedText
from ladder_desktop.ui.pages import Around
from ladder_desktop.ui.trouble.damage import block_title
from ladder_desktop.widgets.boxes import Column, Line
from ladder_desktop.widgets.buttons import PrimaryButton
from ladder_desktop.widgets.card import Card
from ladder_desktop.widgets.labels import Body, Caption, Guidance, Question, Title
from ladder_desktop.widgets.scale import px
from ladder_desktop.words import Words
from ladder_desktop.workbook.comparing import Run, compare_texts
from ladder_desktop.workbook.former import title_of
from ladder_desktop.workbook.merging import Conflict
from ladder_desktop.workbook.workbook import Workbook

WIDTH, HEIGHT, SHORT = 820, 600, 260
NARROW = 460  # px at 100 % of a card in which its sides stand under each other
OURS, THEIRS = "ours", "theirs"
MOST_NAMED = 8

Conflicts = Mapping[str, Sequence[Conflict]]


class Sides(msgspec.Struct, frozen=True):
    """What the two sides are called."""

    ours: str
    theirs: str


class ConflictCard(Card):
    """One place that both changed: both sides, and the choice between them.

    Attributes:
        choice: which side is taken.
    """

    def __init__(self, label: str, conflict: Conflict, sides: Sides, words: Words) -> None:
        super().__init__()
        self.conflict = conflict
        self.column.addWidget(Question(label))
        self.choice = Choice(
            label,
            {
                OURS: words("Take: {side}", side=sides.ours),
                THEIRS: words("Take: {side}", side=sides.theirs),
            },
        )
        self.choice.set_value(OURS)
        texts = plain_text(conflict.ours, words), plain_text(conflict.theirs, words)
        runs = compare_texts(*texts)
        both = self._both = Line(gap=18)
        both.addLayout(_side(sides.ours, [run for run in runs if run.kind != "added"], words), 1)
        both.addLayout(
            _side(sides.theirs, [run for run in runs if run.kind != "removed"], words), 1
        )
        self.column.addLayout(both)
        self.column.addWidget(self.choice)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the sides under each other where there is no room beside each other."""
        super().resizeEvent(event)
        way = Line.Direction
        is_narrow = self.width() < px(NARROW)
        self._both.setDirection(way.TopToBottom if is_narrow else way.LeftToRight)

    def takes_theirs(self) -> bool:
        """Tell whether the other side was chosen."""
        return self.choice.value() == THEIRS


class JoinDialog(QDialog):
    """Says what comes from the other copy, and lets a person choose where both changed something.

    Attributes:
        cards: a card for each conflict, with the name it belongs to.
        join: does it.

    Signals:
        decided: the person wants it; carries (name, conflict) of each where the other side wins.
    """

    decided = Signal(object)

    def __init__(
        self,
        workbook: Workbook,
        taken: Sequence[str],
        conflicts: Conflicts,
        *,
        sides: Sides,
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words = words
        self.setWindowTitle(words("Bring in changes"))
        self.cards = [
            (name, ConflictCard(place_text(workbook, name, one.path, words), one, sides, words))
            for name, found in conflicts.items()
            for one in found
        ]
        column = Column(self, gap=12, margins=(24, 24, 24, 24))
        column.addWidget(Title(words("Bring in changes")))
        column.addWidget(Body(self._summary(workbook, taken)))
        if self.cards:
            column.addWidget(self._build_cards(), 1)
        else:
            column.addStretch(1)
        self.join = PrimaryButton(words("Bring in"))
        column.addLayout(self._build_foot())
        keep_on_screen(self, WIDTH, HEIGHT if self.cards else SHORT)

    def _summary(self, workbook: Workbook, taken: Sequence[str]) -> str:
        words = self._words
        if not taken and not self.cards:
            return words("The other copy holds nothing that is not here already.")
        parts = []
        if taken:
            names = [f"“{block_title(workbook, name)}”" for name in taken[:MOST_NAMED]]
            if len(taken) > MOST_NAMED:
                names.append("…")
            parts.append(words("Changed in the other copy: {names}.", names=", ".join(names)))
        if self.cards:
            parts.append(
                words.plural(
                    "In {number} place both changed something: choose which one stays.",
                    "In {number} places both changed something: choose which one stays.",
                    len(self.cards),
                )
            )
        parts.append(words("What is replaced stays in the earlier versions."))
        return " ".join(parts)

    def _build_cards(self) -> QScrollArea:
        inside = Around()
        column = Column(inside, gap=12, margins=(0, 0, 8, 0))
        for _, card in self.cards:
            column.addWidget(card)
        column.addStretch(1)
        area = Inner()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        return area

    def _build_foot(self) -> Line:
        foot = Line(gap=8)
        cancel = QPushButton(self._words("Cancel"))
        cancel.clicked.connect(self.reject)
        foot.addWidget(Guidance(self._words("Nothing is changed until you bring it in.")), 1)
        foot.addWidget(cancel)
        foot.addWidget(self.join)
        self.join.setDefault(True)
        self.join.clicked.connect(self._decide)
        return foot

    def _decide(self) -> None:
        self.accept()
        self.decided.emit([(name, one.conflict) for name, one in self.cards if one.takes_theirs()])


def place_text(workbook: Workbook, name: str, path: tuple[str | int, ...], words: Words) -> str:
    """Return how a person finds a place: its block, and the question or row in it."""
    block = workbook.template.block(name)
    if block is None:
        return words("Details") if name == "/details" else name.strip("/")
    parts = [title_of(block)]
    if path:
        parts.append(_step_text(workbook, block, path[0], words))
    return ": ".join(dict.fromkeys(part for part in parts if part))


def _step_text(workbook: Workbook, block: Block, step: str | int, words: Words) -> str:
    if isinstance(step, int):
        return words("row {number}", number=step + 1)
    questions = block.questions(workbook.answers[block.id], None)
    return next((one.text for one in questions if one.item == step), str(step))


def plain_text(value: Any, words: Words) -> str:
    """Return a plain answer, or a part of one, as text for people."""
    match value:
        case msgspec.UnsetType():
            return words("(taken out)")
        case None | "" | False:
            return ""
        case True:
            return words("Ticked")
        case dict():
            texts = (plain_text(one, words) for one in value.values())
            return "\n".join(text for text in texts if text)
        case list() | tuple():
            return "\n".join(plain_text(one, words) for one in value)
    return str(value)


def _side(title: str, runs: Sequence[Run], words: Words) -> Column:
    part = Column(gap=4)
    part.addWidget(Caption(title))
    text = MarkedText(words)
    # neither side is the newer one: what only one has stands out in the same way on both
    own = [run if run.kind == "same" else Run("added", run.text) for run in runs]
    text.show_runs(own or [Run("same", words("(nothing)"))], added=words("only here:"))
    part.addWidget(text)
    part.addStretch(1)
    return part
