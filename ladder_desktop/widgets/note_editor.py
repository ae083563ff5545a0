"""The box that every text is written in."""

import math
import re
from typing import ClassVar

from PySide6.QtCore import (
    QElapsedTimer,
    QEvent,
    QMimeData,
    QRect,
    QSignalBlocker,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QSyntaxHighlighter,
    QTextCursor,
    QUndoCommand,
    QUndoStack,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from ladder_desktop.widgets.boxes import Zoomed
from ladder_desktop.widgets.note_menu import note_menu
from ladder_desktop.widgets.painting import border, colour, frame
from ladder_desktop.widgets.reveal import keep_visible, reveal
from ladder_desktop.widgets.scale import px
from ladder_desktop.words import Words

PADDING = 11
RADIUS = 8
CARET = 1.2
# Keys that come closer together than this are taken back together.
PAUSE_MS = 1000
# Nobody writes so many blanks and nothing else.
SURELY_TEXT = 1000
SURROGATES = re.compile("[\ud800-\udfff]")
# What no text box can show: control characters but tab and newline, and half characters.
UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufdd0\ufdd1\ufffc]")
# With a list open over the box these keys choose from it.
CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Escape)


class NoteEditor(QPlainTextEdit, Zoomed):
    """A box for plain text that grows with it and leaves scrolling to the page.

    Once it was painted, it shows light marks (`document.marks`) as the paper does.

    Attributes:
        undo_stack: the block's; every edit becomes a step of it.
        offers: a list over the box; while it is open, the keys that choose are its own.

    Signals:
        edited: the text was changed by a person, or by undoing; `text()` has it.
    """

    edited = Signal()

    _PAGES: ClassVar[dict[QKeySequence.StandardKey, tuple[int, bool]]] = {
        QKeySequence.StandardKey.MoveToPreviousPage: (-1, False),
        QKeySequence.StandardKey.MoveToNextPage: (1, False),
        QKeySequence.StandardKey.SelectPreviousPage: (-1, True),
        QKeySequence.StandardKey.SelectNextPage: (1, True),
    }

    def __init__(
        self,
        words: Words,
        undo_stack: QUndoStack,
        question: str,
        *,
        placeholder: str = "",
        lines: int = 2,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words = words
        self.undo_stack = undo_stack
        self.offers: QWidget | None = None
        self._lines = lines
        self._loaded = ""
        self._loaded_revision = self.document().revision()
        self._untouched: str | None = self.document().toRawText()
        self._since_key = QElapsedTimer()
        self._own_index = 0
        self._height = 0
        # a text is laid out when the box is given its width, not before
        self._has_width = False
        self._marks: QSyntaxHighlighter | None = None
        self._was_painted = False
        self.setAccessibleName(question)
        self._placeholder = placeholder
        self.setAccessibleDescription(placeholder)
        self._dress()
        self._listen()
        self._grow()

    def text(self) -> str:
        """Return the text exactly as loaded or typed; each line ends with a newline character.

        One copy of the text is made: ask when saving, not at every key.
        """
        if self.document().revision() == self._loaded_revision:
            return self._loaded
        raw = self.document().toRawText().replace("\u2029", "\n")
        return raw if raw.isascii() else SURROGATES.sub("", raw)

    def is_blank(self) -> bool:
        """Tell whether nothing but blanks is written; quick for long texts, too."""
        length = self.document().characterCount() - 1
        return length == 0 or (length < SURELY_TEXT and not self.text().strip())

    def set_text(self, text: str) -> None:
        """Show another text; that is no edit, and can't be undone."""
        # an empty box stays as it is: most boxes of a new page are
        if text or not self.document().isEmpty():
            with QSignalBlocker(self):
                self.setPlainText(UNWANTED.sub("", text))
        self._loaded = text
        self._loaded_revision = self.document().revision()
        self._untouched = self.document().toRawText()
        self._grow()

    def undo_text(self) -> None:
        """Take back the newest edit of this text; called by its step on the undo stack."""
        super().undo()
        self._settle()
        reveal(self)

    def redo_text(self) -> None:
        """Do the edit again that was taken back last; called by its step on the undo stack."""
        super().redo()
        self._settle()
        reveal(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo and redo on the block's stack, move by pages of the page, else edit."""
        if self.offers and self.offers.isVisible() and event.key() in CHOOSING:
            event.ignore()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undo_stack.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.undo_stack.redo()
        elif not self._moved_by_page(event) and not self._marked(event):
            self._part_steps()
            super().keyPressEvent(event)
            self._settle()

    def _tell_edit(self) -> None:
        """Tell of an edit; a text that is only shown differently, with its marks, is none."""
        if self._untouched is not None and self.document().toRawText() == self._untouched:
            self._loaded_revision = self.document().revision()
            return
        self._untouched = None
        self.edited.emit()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Edit with an input method as with keys."""
        super().inputMethodEvent(event)
        self._settle()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Scroll the page along while text is being selected."""
        super().mouseMoveEvent(event)
        if event.buttons() & Qt.MouseButton.LeftButton:
            keep_visible(self, self._caret())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: the box has nothing to scroll."""
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let the next edit be a step of its own."""
        super().focusOutEvent(event)
        self.document().setModified(False)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the usual entries."""
        menu = note_menu(self, self.undo_stack, self._words)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802 - Qt's name
        """Take text only; files are for the window behind, which may be able to open them."""
        if any(url.isLocalFile() for url in source.urls()):
            return False
        return source.hasText() or source.hasHtml()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        """Insert pasted or dropped text as one step; bold, italic, lists and links as marks."""
        text = source.text()
        if source.hasHtml():
            # rich text comes seldom
            from ladder_desktop.widgets.rich_text import marked_text  # noqa: PLC0415

            text = marked_text(source.html(), text)
        self.insert_text(text)

    def insert_text(self, text: str) -> None:
        """Insert text at the caret as one step that can be undone."""
        self.document().setModified(False)
        self.textCursor().insertText(UNWANTED.sub("", text))
        self._settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height that the text needs at this width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width() or not self._has_width:
            self._has_width = True
            self._grow()

    def fit_zoom(self) -> None:
        """Follow the zoom with the space around the text."""
        self.document().setDocumentMargin(px(PADDING))
        self.setCursorWidth(px(CARET))
        self._grow()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, then the text."""
        self._paint_box(event.rect())
        self._align(event.rect())
        if self._placeholder and self.document().isEmpty():
            self._paint_placeholder()
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self._show_marks)

    def changeEvent(self, event: QEvent) -> None:
        """Show the marks in the colours of another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._marks:
            self._marks.rehighlight()

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # asked for the viewport that Qt made, PySide gets every kind of widget ready to find out
        # which one it is: that takes longer than opening the rest of a window
        surface = QWidget()
        surface.setCursor(Qt.CursorShape.IBeamCursor)
        surface.setAcceptDrops(True)
        self.document().documentLayout().setPaintDevice(surface)  # measures letters for it
        self.setViewport(surface)
        self.document().setDocumentMargin(px(PADDING))
        self.setCursorWidth(px(CARET))

    def _listen(self) -> None:
        self.textChanged.connect(self._tell_edit)
        self.document().undoCommandAdded.connect(self._on_step_added)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)

    def _on_step_added(self) -> None:
        self.undo_stack.push(_Edit(self))
        self._own_index = self.undo_stack.index()

    def _show_marks(self) -> None:
        # the first paint does without
        from ladder_desktop.widgets.note_marks import NoteMarks  # noqa: PLC0415

        self._marks = NoteMarks(self)

    def _marked(self, event: QKeyEvent) -> bool:
        """Set marks, or go on with a list, if the key asks for that; tell whether it did."""
        with_control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if not with_control and event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        # most keys are letters
        from ladder_desktop.widgets.note_marking import take_key  # noqa: PLC0415

        return take_key(self, event)

    def _part_steps(self) -> None:
        """Begin a new step after a pause, and after something else was done in the block.

        A document joins typing to its newest step for as long as it counts as modified.
        """
        paused = self._since_key.isValid() and self._since_key.elapsed() > PAUSE_MS
        if paused or self.undo_stack.index() != self._own_index:
            self.document().setModified(False)
        self._since_key.start()

    def _grow(self) -> None:
        """Take the height of the text, at least that of the first lines."""
        margin = self.document().documentMargin()
        height = self._lines * self.fontMetrics().lineSpacing() + 2 * margin
        if self._has_width:
            height = max(height, self._text_height() + margin)
        wanted = math.ceil(height) + 2
        if wanted != self._height:
            self._height = wanted
            self.setFixedHeight(wanted)

    def _text_height(self) -> float:
        """Return the height of all paragraphs and of the margin under them."""
        if self.contentOffset().y() < self.document().documentMargin():
            # Qt scrolled to the caret before the box had grown
            self.verticalScrollBar().setValue(0)
        bottom = self.blockBoundingGeometry(self.document().lastBlock()).bottom()
        # that is quick, but Qt gives up measuring after two heights of the box
        return bottom if bottom <= 2 * self.height() else self._whole_height()

    def _whole_height(self) -> float:
        layout = self.document().documentLayout()
        block, height = self.document().firstBlock(), 0.0
        while block.isValid():
            height += layout.blockBoundingRect(block).height()
            block = block.next()
        return height

    def _settle(self) -> None:
        """Bring the caret into view once the page knows the new height."""
        keep_visible(self, self._caret())

    def _caret(self) -> QRect:
        return self.cursorRect().translated(self.viewport().pos())

    def _moved_by_page(self, event: QKeyEvent) -> bool:
        for keys, (direction, selects) in self._PAGES.items():
            if event.matches(keys):
                self._move_by_page(direction, selects=selects)
                return True
        return False

    def _move_by_page(self, direction: int, *, selects: bool) -> None:
        mode = QTextCursor.MoveMode.KeepAnchor if selects else QTextCursor.MoveMode.MoveAnchor
        there = self.cursorRect().center()
        there.setY(there.y() + direction * self._page_height())
        cursor = self.textCursor()
        cursor.setPosition(self.cursorForPosition(there).position(), mode)
        self.setTextCursor(cursor)
        self._settle()

    def _page_height(self) -> int:
        return max(self.visibleRegion().boundingRect().height(), self.fontMetrics().height())

    def _align(self, dirty: QRect) -> None:
        """Set what is read from right to left against the right, each paragraph by itself.

        The layout of a plain text has one alignment for all; a paragraph's own holds until it is
        laid out anew, and every new layout is painted.
        """
        block = self.cursorForPosition(dirty.topLeft()).block()
        layout = self.document().documentLayout()
        # asked for each paragraph's place, Qt would add up the heights of all before it each time
        bottom = self.blockBoundingGeometry(block).top()
        while block.isValid() and bottom <= dirty.bottom():
            if block.textDirection() == Qt.LayoutDirection.RightToLeft:
                option = block.layout().textOption()
                option.setAlignment(Qt.AlignmentFlag.AlignRight)
                block.layout().setTextOption(option)
            bottom += layout.blockBoundingRect(block).height()
            block = block.next()

    def _paint_placeholder(self) -> None:
        """Paint the hint; Qt's own would touch the border where people read from the right."""
        if self.document().firstBlock().layout().preeditAreaText():
            return
        painter = QPainter(self.viewport())
        painter.setPen(colour(self, QPalette.ColorRole.PlaceholderText))
        margin = round(self.document().documentMargin())
        area = self.rect().adjusted(margin, margin, -margin, -margin)
        flags = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeading.value
        painter.drawText(area, flags, self._placeholder)

    def _paint_box(self, dirty: QRect) -> None:
        """Paint the surface and the border: 2 px of accent with the focus."""
        painter = QPainter(self.viewport())
        corner = px(RADIUS)
        if self.rect().adjusted(corner, corner, -corner, -corner).contains(dirty):
            painter.fillRect(dirty, colour(self, QPalette.ColorRole.Base))
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(colour(self, QPalette.ColorRole.Base))
        painter.setPen(border(self))
        painter.drawPath(frame(self, RADIUS))


class _Edit(QUndoCommand):
    """One edit of a text; the text's own history knows what it was."""

    def __init__(self, note: NoteEditor) -> None:
        super().__init__()
        self._note = note
        self._is_done = True

    def redo(self) -> None:
        """Do the edit again; when the step is pushed it is done already."""
        if not self._is_done:
            self._note.redo_text()
        self._is_done = True

    def undo(self) -> None:
        """Take the edit back."""
        self._is_done = False
        self._note.undo_text()
