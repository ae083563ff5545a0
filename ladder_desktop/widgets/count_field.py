"""A field for a whole number from 0 on, or nothing."""

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent, QKeySequence, QUndoCommand, QUndoStack
from PySide6.QtWidgets import QLineEdit, QWidget

from ladder_desktop.widgets.scale import px

MOST = 1_000_000
WIDTH = 84
UNDO, REDO = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo


class CountField(QLineEdit):
    """Takes figures only; what is typed in one go is one step that can be undone.

    Signals:
        edited: the count was changed by a person, or by undoing.
    """

    edited = Signal()

    def __init__(self, undo_stack: QUndoStack, question: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._undo_stack = undo_stack
        self._count: int | None = None
        self.setAccessibleName(question)
        self.setValidator(QIntValidator(0, MOST, self))
        self.setAlignment(Qt.AlignmentFlag.AlignTrailing)
        self._fit()
        self.textEdited.connect(self._on_edited)

    def count(self) -> int | None:
        """Return the count."""
        return self._count

    def set_count(self, count: int | None) -> None:
        """Show a count, without a signal."""
        self._count = count
        with QSignalBlocker(self):
            self.setText("" if count is None else str(count))

    def show_count(self, count: int | None) -> None:
        """Show a count that was done again or taken back."""
        self.set_count(count)
        self.edited.emit()

    def event(self, event: QEvent) -> bool:
        """Claim the keys for undoing before any menu does."""
        is_claim = event.type() == QEvent.Type.ShortcutOverride
        if (
            is_claim
            and isinstance(event, QKeyEvent)
            and (event.matches(UNDO) or event.matches(REDO))
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo and redo in the order of the whole block."""
        if event.matches(UNDO):
            self._undo_stack.undo()
        elif event.matches(REDO):
            self._undo_stack.redo()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the zoom."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self.setFixedWidth(px(WIDTH))

    def _on_edited(self, text: str) -> None:
        count = int(text) if text else None
        if count is not None and count > MOST:  # the validator lets more figures stand meanwhile
            self.set_count(self._count)
        elif count != self._count:
            self._undo_stack.push(_Typed(self, self._count, count))


class _Typed(QUndoCommand):
    """A count that was typed; figures typed one after the other become one step.

    Attributes:
        field: where it was typed.
        before: the count before.
        after: the count typed.
    """

    def __init__(self, field: CountField, before: int | None, after: int | None) -> None:
        super().__init__()
        self.field = field
        self.before = before
        self.after = after

    def id(self) -> int:
        """Return what Qt asks before it joins two steps: the field's identity."""
        return id(self.field) & 0x7FFFFFFF

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802 - Qt's name
        """Join a later step on the same field to this one."""
        if not isinstance(other, _Typed) or other.field is not self.field:
            return False
        self.after = other.after
        return True

    def redo(self) -> None:
        """Show the new count."""
        self.field.show_count(self.after)

    def undo(self) -> None:
        """Show the former count."""
        self.field.show_count(self.before)
