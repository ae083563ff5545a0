"""A checklist on screen: ticks, and the remarks on each."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QUndoStack
from PySide6.QtWidgets import QBoxLayout, QWidget

from ladder_desktop.blocks.checklist.model import (
    Checklist,
    ChecklistAnswer,
    Item,
    ItemAnswer,
    Remark,
)
from ladder_desktop.widgets.block_editor import BlockEditor
from ladder_desktop.widgets.boxes import Column, Line, Zoomed
from ladder_desktop.widgets.card import ListCard
from ladder_desktop.widgets.grid.day_picker import DayPicker
from ladder_desktop.widgets.labels import Caption
from ladder_desktop.widgets.note.commands import change
from ladder_desktop.widgets.note.note_editor import NoteEditor
from ladder_desktop.widgets.reveal import reveal
from ladder_desktop.widgets.scale import px
from ladder_desktop.widgets.tick_box import TickBox
from ladder_desktop.words import Words

UNDER_THE_TEXT = (36, 0, 0, 0)
SHORT = ("owner", "due")
WIDE, WIDER = 420, 560  # px at 100 % from which on short and long remarks stand side by side


class ItemEditor(QWidget, Zoomed):
    """One thing to tick, and its remarks.

    Remarks that the block does not ask for are shown when they were given all the same.

    Attributes:
        tick: whether it is done.
        due: the day by which.
        notes: the box of each other remark.

    Signals:
        edited: tick or remarks were changed.
    """

    edited = Signal()

    def __init__(
        self,
        item: Item,
        remarks: tuple[Remark, ...],
        words: Words,
        undo_stack: QUndoStack,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._question = item.text
        self._words = words
        self._undo_stack = undo_stack
        self.tick = TickBox(item.text, parent=self)
        self.due: DayPicker | None = None
        self.notes: dict[Remark, NoteEditor] = {}
        column = Column(self, gap=8)
        column.addWidget(self.tick)
        self._short, self._long = Line(gap=12), Line(gap=12)
        under = Column(gap=8, margins=UNDER_THE_TEXT)
        under.addLayout(self._short)
        under.addLayout(self._long)
        column.addLayout(under)
        for remark in remarks:
            self._add_remark(remark)
        self.tick.clicked.connect(self._on_ticked)

    def load(self, answer: ItemAnswer) -> None:
        """Show an answer."""
        self.tick.setChecked(answer.done)
        if answer.due is not None and self.due is None:
            self._add_remark("due")
        if self.due is not None:
            self.due.set_day(answer.due)
        for remark, text in _texts(answer).items():
            if text and remark not in self.notes:
                self._add_remark(remark)
                self._order_stops()
            if remark in self.notes:
                self.notes[remark].set_text(text)

    def answer(self) -> dict[str, bool | str | None]:
        """Return tick and remarks."""
        texts = {remark: note.text() for remark, note in self.notes.items()}
        return {
            "done": self.tick.isChecked(),
            "owner": texts.get("owner", ""),
            "due": None if self.due is None else self.due.day(),
            "notes": texts.get("notes", ""),
            "evidence": texts.get("evidence", ""),
        }

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the remarks for the new width."""
        super().resizeEvent(event)
        self.fit_zoom()

    def fit_zoom(self) -> None:
        """Set the remarks side by side where there is room."""
        direction = QBoxLayout.Direction
        for line, least in ((self._short, WIDE), (self._long, WIDER)):
            wide = self.width() >= px(least)
            line.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    def _order_stops(self) -> None:
        """Let Tab come to a remark that was added late where it stands, not last of the page."""
        first = [self.notes.get("owner"), self.due]
        later = [note for remark, note in self.notes.items() if remark != "owner"]
        last: QWidget = self.tick
        for stop in (*first, *later):
            if stop is not None:
                QWidget.setTabOrder(last, stop)
                last = stop

    def _add_remark(self, remark: Remark) -> None:
        label = _label(remark, self._words)
        caption = Caption(label, self)
        place = Column(gap=4)
        (self._short if remark in SHORT else self._long).addLayout(place, 1)
        place.addWidget(caption)
        if remark == "due":
            place.addLayout(self._build_due(f"{self._question}: {label}"))
        else:
            note = self._build_note(remark, f"{self._question}: {label}")
            place.addWidget(note)
            note.show()  # when it is added to a page that is open already
        place.addStretch(1)  # labels stay in a line where one of the boxes is taller
        caption.show()

    def _build_due(self, name: str) -> Line:
        self.due = DayPicker(self._words, name, self)
        self.due.picked.connect(self._on_picked)
        line = Line()
        line.addWidget(self.due)
        line.addStretch(1)
        return line

    def _build_note(self, remark: Remark, name: str) -> NoteEditor:
        note = NoteEditor(self._words, self._undo_stack, name, lines=1, parent=self)
        note.edited.connect(self.edited)
        self.notes[remark] = note
        return note

    def _on_ticked(self, ticked: bool) -> None:  # noqa: FBT001 - what the signal carries
        self._undo_stack.push(change(self._show_tick, not ticked, ticked, self.tick))

    def _show_tick(self, ticked: bool) -> None:  # noqa: FBT001 - a state
        self.tick.setChecked(ticked)
        self.edited.emit()

    def _on_picked(self, before: str | None, after: str | None) -> None:
        self._undo_stack.push(change(self._show_due, before, after, self.due))

    def _show_due(self, day: str | None) -> None:
        if self.due is not None:
            self.due.set_day(day)
            self.edited.emit()


class ChecklistEditor(BlockEditor):
    """The editor of a checklist.

    Attributes:
        items: the editor of each item, by its id.
    """

    def __init__(self, block: Checklist, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        card = ListCard(block.title, block.guidance, self)
        self.items = {
            item.id: ItemEditor(item, block.remarks, words, self.undo_stack, card)
            for item in block.items
        }
        for item in self.items.values():
            card.add(item)
            item.edited.connect(self.answered)
        self.column.addWidget(card)

    def load(self, answer: ChecklistAnswer) -> None:
        """Show an answer."""
        self.undo_stack.clear()
        for name, item in self.items.items():
            item.load(answer[name])

    def answer(self) -> dict[str, dict[str, bool | str | None]]:
        """Return ticks and remarks by the ids of the items."""
        return {name: item.answer() for name, item in self.items.items()}

    def parts(self) -> Mapping[str, QWidget]:
        """Return the editor of each item."""
        return self.items

    def show_item(self, item: str) -> None:
        """Put the focus on an item's tick."""
        shown = self.items.get(item) or next(iter(self.items.values()))
        reveal(shown.tick)


def _texts(answer: ItemAnswer) -> dict[Remark, str]:
    return {"owner": answer.owner, "notes": answer.notes, "evidence": answer.evidence}


def _label(remark: Remark, words: Words) -> str:
    labels: dict[Remark, str] = {
        "owner": words("Owner"),
        "due": words("Due"),
        "evidence": words("Evidence"),
        "notes": words("Notes"),
    }
    return labels[remark]


Editor = ChecklistEditor
