"""What the editors of all kinds share."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QUndoStack
from PySide6.QtWidgets import QWidget

from ladder_desktop.blocks.block import EducatorLevel
from ladder_desktop.widgets.boxes import Column, in_line
from ladder_desktop.widgets.fold import FoldHeading
from ladder_desktop.words import Words


class BlockEditor(QWidget):
    """The editor of one block; each kind fills it with what it needs.

    Attributes:
        words: the words of the interface.
        undo_stack: everything done to this block, texts, rows and ticks, in one order.
        column: where the editor's parts go.
        pictures: gives the `PictureShelf` of the open workbook; None where none can be put in.

    Signals:
        answered: the answer changed; whoever saves asks `answer()` for it when it writes.
        removed: something was taken away that `undo_stack.undo()` brings back; says what.
    """

    answered = Signal()
    removed = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self.undo_stack = QUndoStack(self)
        self.pictures: Callable[[], QObject] | None = None
        self.column = Column(self, gap=18)

    def load(self, answer: Any) -> None:
        """Show a typed answer of the kind, without any signal; forgets what could be undone."""
        raise NotImplementedError

    def answer(self) -> Any:
        """Return the answer as plain JSON, its texts exactly as they were typed."""
        raise NotImplementedError

    def set_level(self, level: EducatorLevel | None) -> None:
        """Show what is for a person of this level; most kinds are for everybody."""

    def set_language(self, language: str) -> None:
        """Offer what belongs to answers in a language; most kinds offer nothing."""

    def show_item(self, item: str) -> None:
        """Unfold, scroll to and focus the control that answers this part of the block."""
        raise NotImplementedError

    def parts(self) -> Mapping[str, QWidget]:
        """Return what can be shown without the rest of the block, by the items it asks."""
        return {}

    def wanted_width(self) -> int:
        """Return the width in px below which parts go out of sight; 0 where everything wraps."""
        return 0

    def set_beyond(self, beyond: int) -> None:
        """Leave so many px free behind what is to be read, which is all in most kinds."""
        self.setContentsMargins(*in_line(self, 0, beyond))

    def set_read_only(self) -> None:
        """Let everything be read, folded, copied and scanned, and nothing be changed."""
        # few workbooks are for reading only, and the first paint would wait for these
        from PySide6.QtWidgets import (  # noqa: PLC0415
            QAbstractButton,
            QAbstractSpinBox,
            QComboBox,
            QLineEdit,
            QPlainTextEdit,
        )

        from ladder_desktop.widgets.note.link_tools import LinkTools  # noqa: PLC0415
        from ladder_desktop.widgets.picture.picture_strip import PictureThumb  # noqa: PLC0415

        for box in self.findChildren(QWidget):
            if isinstance(box, QPlainTextEdit | QLineEdit | QAbstractSpinBox):
                box.setReadOnly(True)
            elif isinstance(box, QComboBox):
                box.setEnabled(False)
        for button in self.findChildren(QAbstractButton):
            is_harmless = isinstance(button, FoldHeading | PictureThumb) or isinstance(
                button.parent(), LinkTools
            )
            button.setEnabled(is_harmless)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo and redo from any control of the block that has no use for these keys itself."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_stack.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.undo_stack.redo()
        else:
            super().keyPressEvent(event)
