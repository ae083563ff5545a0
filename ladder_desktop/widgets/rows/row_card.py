"""One row of a table as a card."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QUndoStack
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QWidget

from ladder_desktop.widgets.boxes import Column, Line, Zoomed
from ladder_desktop.widgets.icon_button import IconButton
from ladder_desktop.widgets.labels import Caption
from ladder_desktop.widgets.note.note_editor import NoteEditor
from ladder_desktop.widgets.rows.grip import Grip
from ladder_desktop.widgets.scale import px
from ladder_desktop.widgets.suggestions import Suggestions
from ladder_desktop.words import Words

WIDE = 560
SHARES = 100


@dataclass(frozen=True, slots=True)
class RowColumn:
    """A column of cards.

    Attributes:
        title: stands over its cells.
        placeholder: a hint for empty ones.
        weight: its share of the width.
        offered: returns completions for what is typed.
    """

    id: str
    title: str
    placeholder: str = ""
    weight: float = 1.0
    lines: int = 2
    offered: Callable[[], Sequence[str]] = tuple


@dataclass(frozen=True, slots=True)
class RowKind:
    """What the rows of one list have in common.

    Attributes:
        question: what the list is about; part of every cell's accessible name.
        name: what one row is, such as "goal".
        columns: its cells.
        always_stacked: set the cells above each other on wide windows, too.
    """

    question: str
    name: str
    columns: tuple[RowColumn, ...]
    always_stacked: bool = False


class RowCard(QFrame, Zoomed):
    """A numbered row: its cells side by side, or above each other where it is narrow.

    Attributes:
        cells: the text box of each column, by its id.
        grip: drags the row.
        delete: deletes it; no stop for Tab, which leads on from the last cell to the next row.

    Signals:
        edited: a text in it was changed.
        moved: a key asks to move it by -1 or 1.
        unwanted: a key or the button asks to delete it.
        dragged: it is carried to this point of the screen.
        dropped: it was let go.
    """

    edited = Signal()
    moved = Signal(int)
    unwanted = Signal()
    dragged = Signal(QPoint)
    dropped = Signal()

    def __init__(
        self, words: Words, undo_stack: QUndoStack, kind: RowKind, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._undo_stack = undo_stack
        self._kind = kind
        self._number = QLabel(self)
        self.grip = Grip(self)
        self.delete = IconButton("delete", self)
        self.cells: dict[str, NoteEditor] = {}
        self._side_by_side = Line(gap=12)
        self._build()

    def set_number(self, number: int) -> None:
        """Number the row, on screen and in the names that are read out."""
        self._number.setText(str(number))
        row = self._words("{name} {number}", name=self._kind.name, number=number)
        for column in self._kind.columns:
            name = f"{self._kind.question}: {column.title}, {row}"
            self.cells[column.id].setAccessibleName(name)
        self.delete.set_meaning(self._words("Delete {row}", row=row), self._kind.question)
        self.delete.setToolTip(self._words("Delete {row} (Alt+Delete)", row=row))
        move = self._words("Move {row}", row=row)
        self.grip.setAccessibleName(f"{self._kind.question}: {move}")
        self.grip.setToolTip(self._words("Drag to move, or press Alt+Up or Alt+Down"))

    def texts(self) -> dict[str, str]:
        """Return the text of each column."""
        return {column: cell.text() for column, cell in self.cells.items()}

    def set_texts(self, texts: dict[str, str]) -> None:
        """Show other texts; that can't be undone."""
        for column, cell in self.cells.items():
            cell.set_text(texts.get(column, ""))

    def focus(self) -> None:
        """Give the focus to the first cell."""
        next(iter(self.cells.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the row with Alt+Up and Alt+Down, delete it with Alt+Delete."""
        is_alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if is_alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif is_alt and event.key() == Qt.Key.Key_Delete and self.delete.isEnabled():
            self.unwanted.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the cells for the new width."""
        super().resizeEvent(event)
        self.fit_zoom()

    def fit_zoom(self) -> None:
        """Set the cells side by side where there is room."""
        wide = self.width() >= px(WIDE) and not self._kind.always_stacked
        direction = QBoxLayout.Direction
        self._side_by_side.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    def _build(self) -> None:
        line = Line(self, gap=4, margins=(8, 12, 8, 16))
        line.addLayout(self._build_handle())
        line.addLayout(self._side_by_side, 1)
        line.addWidget(self.delete, 0, Qt.AlignmentFlag.AlignTop)
        for column in self._kind.columns:
            self._side_by_side.addLayout(self._build_cell(column), round(column.weight * SHARES))
        # with Tab one would come upon it after each row, where a space deletes what was written
        self.delete.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.delete.clicked.connect(self.unwanted)
        self.grip.moved.connect(self.moved)
        self.grip.dragged.connect(self.dragged)
        self.grip.dropped.connect(self.dropped)

    def _build_handle(self) -> Column:
        handle = Column(gap=0)
        self._number.setObjectName("row-number")
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        handle.addWidget(self._number)
        handle.addWidget(self.grip)
        handle.addStretch(1)
        return handle

    def _build_cell(self, column: RowColumn) -> Column:
        cell = NoteEditor(
            self._words,
            self._undo_stack,
            column.title,
            placeholder=column.placeholder,
            lines=column.lines,
            parent=self,
        )
        cell.edited.connect(self.edited)
        if offered := column.offered():
            Suggestions(cell, offered)
        self.cells[column.id] = cell
        place = Column(gap=4)
        place.addWidget(Caption(column.title, self))
        place.addWidget(cell)
        place.addStretch(1)
        return place
