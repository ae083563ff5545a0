"""Any number of rows as cards: add, fill in, move, delete, and take all of it back."""

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QWidget

from ladder_desktop.widgets.announce import announce
from ladder_desktop.widgets.boxes import Column, Line
from ladder_desktop.widgets.buttons import LongButton
from ladder_desktop.widgets.note.commands import Step
from ladder_desktop.widgets.reveal import keep_visible
from ladder_desktop.widgets.rows.row_card import RowCard, RowKind
from ladder_desktop.words import Words

VOWELS = "aeiou"


class RowsEditor(QWidget):
    """The rows of one list.

    Attributes:
        cards: the rows, from top to bottom.
        add: the button that adds a row.

    Signals:
        edited: a person changed something.
        removed: a row was deleted, and can come back; says which.
    """

    edited = Signal()
    removed = Signal(str)

    def __init__(
        self, words: Words, undo_stack: QUndoStack, kind: RowKind, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._undo_stack = undo_stack
        self._kind = kind
        self._dragged_from: int | None = None
        self.cards: list[RowCard] = []
        # deleted rows live on, with the histories of their texts, until other rows are loaded
        self._deleted: list[RowCard] = []
        self._column = Column(gap=12)
        self.add = LongButton(add_label(words, kind.name), self)
        self._build()

    def rows(self) -> list[dict[str, str]]:
        """Return the texts of each row, by the ids of the columns."""
        return [card.texts() for card in self.cards]

    def set_rows(self, rows: list[dict[str, str]]) -> None:
        """Show other rows, without a signal; the undo stack has to be cleared before."""
        for card in [*self.cards, *self._deleted]:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards, self._deleted = [], []
        for texts in rows:
            card = self._new_card()
            card.set_texts(texts)
            self.cards.append(card)
            self._column.addWidget(card)
            card.show()  # a page that is open already would show it only a moment later
        self._number()

    def add_row(self) -> None:
        """Add an empty row at the end and put the caret into it."""
        card, end = self._new_card(), len(self.cards)
        card.hide()
        self._deleted.append(card)
        self._undo_stack.push(Step(partial(self._insert, card, end), partial(self._take, card)))
        card.focus()
        keep_visible(card)

    def delete_row(self, card: RowCard) -> None:
        """Delete a row; undoing brings it back with the history of its texts."""
        place = self.cards.index(card)
        self._undo_stack.push(Step(partial(self._take, card), partial(self._insert, card, place)))
        self._focus_near(place)
        name = self._kind.name[:1].upper() + self._kind.name[1:]
        message = self._words("{name} {number} deleted", name=name, number=place + 1)
        self.removed.emit(message)

    def move_row(self, card: RowCard, step: int) -> None:
        """Move a row up or down; it keeps the focus."""
        here = self.cards.index(card)
        there = here + step
        if 0 <= there < len(self.cards):
            self._push_move(card, here, there)
            message = self._words(
                "{name} moved to place {number}", name=self._kind.name, number=there + 1
            )
            announce(self, message)

    def _build(self) -> None:
        column = Column(self, gap=12)
        column.addLayout(self._column)
        foot = Line()
        foot.addWidget(self.add)
        foot.addStretch(1)
        column.addLayout(foot)
        self.add.clicked.connect(self.add_row)
        self.add.setAccessibleName(f"{self._kind.question}: {self.add.text()}")

    def _new_card(self) -> RowCard:
        card = RowCard(self._words, self._undo_stack, self._kind, self)
        card.edited.connect(self.edited)
        card.unwanted.connect(lambda: self.delete_row(card))
        card.moved.connect(lambda step: self.move_row(card, step))
        card.dragged.connect(lambda place: self._on_dragged(card, place))
        card.dropped.connect(lambda: self._on_dropped(card))
        return card

    def _insert(self, card: RowCard, place: int) -> None:
        self._deleted.remove(card)
        self.cards.insert(place, card)
        self._column.insertWidget(place, card)
        card.show()
        self._changed()
        keep_visible(card)

    def _take(self, card: RowCard) -> None:
        self.cards.remove(card)
        self._deleted.append(card)
        self._column.removeWidget(card)
        card.hide()
        self._changed()

    def _put(self, card: RowCard, place: int) -> None:
        """Move a row to a place, where it may stand already."""
        if self.cards.index(card) != place:
            self._rearrange(card, place)
        self._changed()
        keep_visible(card)

    def _rearrange(self, card: RowCard, place: int) -> None:
        self.cards.remove(card)
        self.cards.insert(place, card)
        self._column.removeWidget(card)
        self._column.insertWidget(place, card)
        self._number()

    def _push_move(self, card: RowCard, here: int, there: int) -> None:
        do, undo = partial(self._put, card, there), partial(self._put, card, here)
        self._undo_stack.push(Step(do, undo))

    def _changed(self) -> None:
        self._number()
        self.edited.emit()

    def _number(self) -> None:
        """Number the rows, and let Tab follow them."""
        # beginning at the button, which stands in the right place among all others on the page
        last: QWidget = self.add
        for number, card in enumerate(self.cards, start=1):
            card.set_number(number)
            for stop in card.cells.values():
                QWidget.setTabOrder(last, stop)
                last = stop
        if last is not self.add:
            QWidget.setTabOrder(last, self.add)

    def _focus_near(self, place: int) -> None:
        """Keep the focus where the deleted row was."""
        if self.cards:
            self.cards[min(place, len(self.cards) - 1)].focus()
        else:
            self.add.setFocus()

    def _on_dragged(self, card: RowCard, where: QPoint) -> None:
        """Let the row change places as it is carried past its neighbours' middles."""
        if self._dragged_from is None:
            self._dragged_from = self.cards.index(card)
        height = self.mapFromGlobal(where).y()
        others = [other for other in self.cards if other is not card]
        there = sum(other.geometry().center().y() < height for other in others)
        if there != self.cards.index(card):
            self._rearrange(card, there)
            keep_visible(card)

    def _on_dropped(self, card: RowCard) -> None:
        here, self._dragged_from = self._dragged_from, None
        there = self.cards.index(card)
        if here is not None and here != there:
            self._push_move(card, here, there)


def add_label(words: Words, name: str) -> str:
    """Return what the button says that adds a row of this name."""
    if name[:1].lower() in VOWELS:
        return words("+ Add an {name}", name=name)
    return words("+ Add a {name}", name=name)
