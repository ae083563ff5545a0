"""A rubric on screen: a card for each practice."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QWidget

from ladder_desktop.blocks.block import EducatorLevel
from ladder_desktop.blocks.rubric.model import (
    Item,
    Level,
    Practice,
    PracticeAnswer,
    Rating,
    Rubric,
    RubricAnswer,
)
from ladder_desktop.widgets.block_editor import BlockEditor
from ladder_desktop.widgets.boxes import Column, Line
from ladder_desktop.widgets.card import Card
from ladder_desktop.widgets.choice import ScaleStep
from ladder_desktop.widgets.fold import Fold
from ladder_desktop.widgets.labels import Badge, Body, Caption, Guidance, Title
from ladder_desktop.widgets.note.commands import change
from ladder_desktop.widgets.note.note_editor import NoteEditor
from ladder_desktop.widgets.rating_picker import RatingPicker
from ladder_desktop.widgets.reveal import reveal
from ladder_desktop.widgets.rows.row_card import RowColumn, RowKind
from ladder_desktop.widgets.rows.rows_editor import RowsEditor
from ladder_desktop.widgets.tick_box import TickBox
from ladder_desktop.words import Words

UNDER_THE_TEXT = (36, 0, 0, 4)


class QuestionsFold(Fold):
    """The guiding questions of a practice, and those that people add.

    Attributes:
        notes: the box under each guiding question, by its id.
        added: the questions people add.

    Signals:
        edited: something was written, added or taken away.
    """

    edited = Signal()

    def __init__(
        self, practice: Practice, words: Words, undo_stack: QUndoStack, parent: QWidget
    ) -> None:
        super().__init__(words("Guiding questions"), words, parent, question=practice.title)
        self._words = words
        self.notes = {
            item.id: self._build_question(item, words, undo_stack) for item in practice.questions
        }
        self.added = RowsEditor(words, undo_stack, _added_kind(practice, words), self.body)
        self.column.addWidget(self.added)
        self.added.edited.connect(self._on_edited)
        self._count()

    def load(self, answer: PracticeAnswer) -> None:
        """Show notes and added questions, unfolded when there are any."""
        for name, note in self.notes.items():
            note.set_text(answer.questions.get(name, ""))
        self.added.set_rows(
            [{"question": added.question, "notes": added.notes} for added in answer.added]
        )
        self._count()
        if self._noted() or answer.added:
            self.set_open(True)

    def _build_question(self, item: Item, words: Words, undo_stack: QUndoStack) -> NoteEditor:
        place = Column(gap=6)
        note = NoteEditor(words, undo_stack, item.text, parent=self.body)
        place.addWidget(Body(item.text, self.body))
        place.addWidget(note)
        self.column.addLayout(place)
        note.edited.connect(self._on_edited)
        return note

    def _noted(self) -> int:
        cells = [card.cells["notes"] for card in self.added.cards]
        return sum(not note.is_blank() for note in [*self.notes.values(), *cells])

    def _count(self) -> None:
        number = len(self.notes) + len(self.added.cards)
        counts = self._words.plural("{number} question", "{number} questions", number)
        if noted := self._noted():
            counts += ", " + self._words.plural("{number} note", "{number} notes", noted)
        self.set_counts(counts)

    def _on_edited(self) -> None:
        self._count()
        self.edited.emit()


class EvidenceEditor(QWidget):
    """One kind of evidence: a tick and notes.

    Attributes:
        tick: whether it is there.
        note: the notes.
    """

    def __init__(self, item: Item, words: Words, undo_stack: QUndoStack, parent: QWidget) -> None:
        super().__init__(parent)
        self.tick = TickBox(item.text, words("Sample evidence"), self)
        self.note = NoteEditor(
            words,
            undo_stack,
            words("Notes on “{evidence}”", evidence=item.text),
            placeholder=words("Notes"),
            lines=1,
            parent=self,
        )
        column = Column(self, gap=2)
        column.addWidget(self.tick)
        under = Column(margins=UNDER_THE_TEXT)
        under.addWidget(self.note)
        column.addLayout(under)


class EvidenceFold(Fold):
    """The kinds of evidence of a practice.

    Attributes:
        items: the editor of each kind, by its id.

    Signals:
        edited: something was ticked or written.
    """

    edited = Signal()

    def __init__(
        self, practice: Practice, words: Words, undo_stack: QUndoStack, parent: QWidget
    ) -> None:
        super().__init__(words("Sample evidence"), words, parent, question=practice.title)
        self._words = words
        self._undo_stack = undo_stack
        self.items: dict[str, EvidenceEditor] = {}
        for item in practice.evidence:
            editor = EvidenceEditor(item, words, undo_stack, self.body)
            self.column.addWidget(editor)
            self.items[item.id] = editor
            self._listen(editor)
        self._count()

    def load(self, answer: PracticeAnswer) -> None:
        """Show ticks and notes, unfolded when there are any."""
        for name, editor in self.items.items():
            editor.tick.setChecked(answer.evidence[name].have)
            editor.note.set_text(answer.evidence[name].notes)
        self._count()
        if self._ticked() or self._noted():
            self.set_open(True)

    def answer(self) -> dict[str, dict[str, bool | str]]:
        """Return ticks and notes by the ids of the kinds of evidence."""
        return {
            name: {"have": editor.tick.isChecked(), "notes": editor.note.text()}
            for name, editor in self.items.items()
        }

    def _listen(self, editor: EvidenceEditor) -> None:
        def show(ticked: bool) -> None:  # noqa: FBT001 - a state
            editor.tick.setChecked(ticked)
            self._on_edited()

        def on_ticked(ticked: bool) -> None:  # noqa: FBT001 - what the signal carries
            self._undo_stack.push(change(show, not ticked, ticked, editor.tick))

        editor.tick.clicked.connect(on_ticked)
        editor.note.edited.connect(self._on_edited)

    def _ticked(self) -> int:
        return sum(editor.tick.isChecked() for editor in self.items.values())

    def _noted(self) -> int:
        return sum(not editor.note.is_blank() for editor in self.items.values())

    def _count(self) -> None:
        words = self._words
        counts = words("{done} of {total}", done=self._ticked(), total=len(self.items))
        if noted := self._noted():
            counts += ", " + words.plural("{number} note", "{number} notes", noted)
        self.set_counts(counts)

    def _on_edited(self) -> None:
        self._count()
        self.edited.emit()


class PracticeEditor(Card):
    """One practice.

    Attributes:
        rating: the rating.
        questions: guiding questions and added ones.
        evidence: kinds of evidence; None where the practice has none.
        notes: the general notes.
        rest: folds away what is not for the person's level.

    Signals:
        edited: something was changed.
    """

    edited = Signal()

    def __init__(
        self,
        practice: Practice,
        levels: tuple[Level, ...],
        words: Words,
        undo_stack: QUndoStack,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._practice = practice
        self._words = words
        self._undo_stack = undo_stack
        self._level: EducatorLevel | None = None
        shown = words("Show this practice all the same")
        self.rest = Fold(shown, words, self, question=practice.title)
        inside = self.rest.body
        steps = tuple(ScaleStep(level.value, level.label, level.meaning) for level in levels)
        self.rating = RatingPicker(words, practice.title, steps, inside)
        self.questions = QuestionsFold(practice, words, undo_stack, inside)
        self.evidence = (
            EvidenceFold(practice, words, undo_stack, inside) if practice.evidence else None
        )
        name = words("General notes")
        self.notes = NoteEditor(words, undo_stack, f"{practice.title}: {name}", parent=inside)
        self._build()
        self._listen()

    def load(self, answer: PracticeAnswer) -> None:
        """Show an answer."""
        self.rating.set_value(answer.rating)
        self.questions.load(answer)
        if self.evidence is not None:
            self.evidence.load(answer)
        self.notes.set_text(answer.notes)
        self.set_level(self._level)

    def answer(self) -> dict[str, Any]:
        """Return everything about the practice, as plain JSON."""
        return {
            "rating": self.rating.value(),
            "notes": self.notes.text(),
            "questions": {name: note.text() for name, note in self.questions.notes.items()},
            "evidence": {} if self.evidence is None else self.evidence.answer(),
            "added": self.questions.added.rows(),
        }

    def set_level(self, level: EducatorLevel | None) -> None:
        """Fold the practice away when it is for another level, unless something is in it."""
        self._level = level
        counts = self._practice.is_for(level)
        self.rest.set_foldable(not counts)
        self.rest.set_open(counts or not self._is_blank())

    def _build(self) -> None:
        self.column.addLayout(self._build_heading())
        self.column.addWidget(self.rest)
        inside = self.rest.column
        inside.addWidget(self.rating)
        inside.addWidget(self.questions)
        if self.evidence is not None:
            inside.addWidget(self.evidence)
        general = Column(gap=6)
        general.addWidget(Caption(self._words("General notes"), self.rest.body))
        general.addWidget(self.notes)
        inside.addLayout(general)
        self.rest.set_foldable(False)

    def _build_heading(self) -> Line:
        line = Line(gap=12)
        number = Title(str(self._practice.number), self)
        number.setWordWrap(False)
        line.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        words = Column(gap=6)
        words.addWidget(Title(self._practice.title, self))
        if self._practice.level is not None:
            badge = Badge(_for_whom(self._practice.level, self._words), self)
            # without an alignment the badge's width would bound that of the title
            words.addWidget(badge, 0, Qt.AlignmentFlag.AlignLeft)
        line.addLayout(words, 1)
        return line

    def _listen(self) -> None:
        self.rating.chosen.connect(self._on_rated)
        for part in (self.questions, self.evidence, self.notes):
            if part is not None:
                part.edited.connect(self.edited)

    def _on_rated(self, before: Rating | None, after: Rating | None) -> None:
        self._undo_stack.push(change(self._show_rating, before, after, self.rating))

    def _show_rating(self, rating: Rating | None) -> None:
        self.rating.set_value(rating)
        self.edited.emit()

    def _is_blank(self) -> bool:
        answer = self.answer()
        return not (
            answer["rating"]
            or answer["notes"].strip()
            or any(text.strip() for text in answer["questions"].values())
            or any(item["have"] or item["notes"].strip() for item in answer["evidence"].values())
            or answer["added"]
        )


class RubricEditor(BlockEditor):
    """The editor of a rubric.

    Attributes:
        practices: the editor of each practice, by its id.
    """

    def __init__(self, block: Rubric, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        if block.guidance:
            self.column.addWidget(Guidance(block.guidance, self))
        self.practices = {
            practice.id: PracticeEditor(practice, block.levels, words, self.undo_stack, self)
            for practice in block.practices
        }
        for practice in self.practices.values():
            self.column.addWidget(practice)
            practice.edited.connect(self.answered)
            practice.questions.added.removed.connect(self.removed)

    def load(self, answer: RubricAnswer) -> None:
        """Show an answer."""
        self.undo_stack.clear()
        for name, practice in self.practices.items():
            practice.load(answer[name])

    def answer(self) -> dict[str, dict[str, Any]]:
        """Return everything about each practice, by its id."""
        return {name: practice.answer() for name, practice in self.practices.items()}

    def set_level(self, level: EducatorLevel | None) -> None:
        """Fold away what is for another level."""
        for practice in self.practices.values():
            practice.set_level(level)

    def parts(self) -> Mapping[str, QWidget]:
        """Return the editor of each practice."""
        return self.practices

    def show_item(self, item: str) -> None:
        """Put the focus on a practice's rating."""
        practice = self.practices.get(item) or next(iter(self.practices.values()))
        reveal(practice.rating)


def _for_whom(level: EducatorLevel, words: Words) -> str:
    return words("LEA only") if level == "lea" else words("School only")


def _added_kind(practice: Practice, words: Words) -> RowKind:
    columns = (
        RowColumn("question", words("Your own question"), lines=1),
        RowColumn("notes", words("Notes")),
    )
    return RowKind(practice.title, words("question of your own"), columns, always_stacked=True)


Editor = RubricEditor
