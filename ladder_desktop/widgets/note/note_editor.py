"""The box that every text is written in."""

import re
from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QElapsedTimer, QEvent, QMimeData, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDropEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QSyntaxHighlighter,
    QTextOption,
    QUndoCommand,
    QUndoStack,
)
from PySide6.QtWidgets import QMenu, QWidget

from ladder_desktop.document.pictures import parted, with_pictures
from ladder_desktop.errors import AnswerError
from ladder_desktop.widgets.note.note_menu import note_menu
from ladder_desktop.widgets.picture.pictured_box import PicturedBox
from ladder_desktop.widgets.reveal import reveal
from ladder_desktop.words import Words

# Keys that come closer together than this are taken back together.
PAUSE_MS = 1000
# Nobody writes so many blanks and nothing else.
SURELY_TEXT = 1000
SURROGATES = "[\ud800-\udfff]"
# What no text box can show: control characters but tab and newline, and half characters.
UNWANTED = "[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufdd0\ufdd1\ufffc]"
# How other programs write a new line or page inside a paragraph.
BREAKS = "[\x0b\x0c]"
# Letters in a row: to break longer ones at words, Qt takes minutes where there is no word's end.
LONGEST_WORD = 5_000
# With a list open over the box these keys choose from it.
CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Escape)


class Spelling(Protocol):
    """Whoever knows what is misspelt in a note."""

    def give_menu(self, event: QContextMenuEvent) -> bool:
        """Show a menu for the word that is asked about; tell whether there is one."""
        ...


class Pictures(Protocol):
    """Whoever shows the pictures of a note below its text, and puts in new ones."""

    def show(self) -> None:
        """Show the pictures that the note has now."""
        ...

    def are_kept(self) -> bool:
        """Tell whether a picture can be put in here."""
        ...

    def takes(self, source: QMimeData) -> bool:
        """Tell whether there is something that goes in as a picture, or as a file's text."""
        ...

    def take(self, source: QMimeData) -> None:
        """Put in what `takes` said yes to."""
        ...

    def choose(self) -> None:
        """Have the person choose a file with a picture."""
        ...

    def refuse(self, error: AnswerError) -> None:
        """Tell why something was not put in."""
        ...


class NoteEditor(PicturedBox):
    """A box for plain text, every edit of which can be taken back.

    Once it was painted, it shows light marks (`document.marks`) as the paper does. Pictures on
    lines of their own at the end of the text are shown below it, small.

    Attributes:
        undo_stack: the block's; every edit becomes a step of it.
        offers: a list over the box; while it is open, the keys that choose are its own.
        spelling: knows what is misspelt; None where nobody looks.
        shown: description and id of each picture below the text.

    Signals:
        edited: the text was changed by a person, or by undoing; `text()` has it.
    """

    edited = Signal()
    _is_zooming = False

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
        super().__init__(placeholder=placeholder, lines=lines, parent=parent)
        self._words = words
        self.undo_stack = undo_stack
        self.offers: QWidget | None = None
        self.spelling: Spelling | None = None
        self.shown: tuple[tuple[str, str], ...] = ()
        self._pictures: Pictures | None = None
        self._loaded = ""
        self._loaded_shown: tuple[tuple[str, str], ...] = ()
        self._loaded_revision = self.document().revision()
        self._untouched: str | None = self.document().toRawText()
        self._since_key = QElapsedTimer()
        self._own_index = 0
        self._marks: QSyntaxHighlighter | None = None
        self._was_painted = False
        self.setAccessibleName(question)
        self.setAccessibleDescription(placeholder)
        self._listen()
        self._grow()

    def text(self) -> str:
        """Return the text exactly as loaded or typed; each line ends with a newline character.

        One copy of the text is made: ask when saving, not at every key.
        """
        is_text_loaded = self.document().revision() == self._loaded_revision
        if is_text_loaded and self.shown == self._loaded_shown:
            return self._loaded
        written = parted(self._loaded)[0] if is_text_loaded else self._written()
        return with_pictures(written, self.shown) if self.shown else written

    def is_blank(self) -> bool:
        """Tell whether nothing but blanks is written; quick for long texts, too."""
        if self.shown:
            return False
        length = self.document().characterCount() - 1
        return length == 0 or (length < SURELY_TEXT and not self.text().strip())

    def set_text(self, text: str) -> None:
        """Show another text; that is no edit, and can't be undone."""
        self._loaded = text
        text, shown = parted(text)
        self.shown = self._loaded_shown = tuple(shown)
        if self.shown or self._pictures:
            self.pictures().show()
        # an empty box stays as it is: most boxes of a new page are
        if text or not self.document().isEmpty():
            with QSignalBlocker(self):
                self._break(anywhere=has_no_words(text))
                self.setPlainText(fitting(text))
        self._loaded_revision = self.document().revision()
        self._untouched = self.document().toRawText()
        self._grow()

    def pictures(self) -> Pictures:
        """Return who takes care of pictures here."""
        if self._pictures is None:
            # most notes never hold one
            from ladder_desktop.widgets.note.note_pictures import NotePictures  # noqa: PLC0415

            self._pictures = NotePictures(self, self._words)
        return self._pictures

    def set_shown(self, shown: Sequence[tuple[str, str]]) -> None:
        """Show other pictures below the text; that is an edit, and no step by itself."""
        self.shown = tuple(shown)
        self.pictures().show()
        self.edited.emit()

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

    def fit_zoom(self) -> None:
        """Follow the zoom, which is no edit."""
        self._is_zooming = True
        try:
            super().fit_zoom()
        finally:
            self._is_zooming = False

    def _tell_edit(self) -> None:
        """Tell of an edit; a text that is only shown differently, with its marks, is none."""
        if self._is_zooming:
            return
        if self._untouched is not None and self.document().toRawText() == self._untouched:
            self._loaded_revision = self.document().revision()
            return
        self._untouched = None
        self.edited.emit()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Edit with an input method as with keys."""
        super().inputMethodEvent(event)
        self._settle()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let the next edit be a step of its own."""
        super().focusOutEvent(event)
        self.document().setModified(False)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the usual entries, under better words for one that is misspelt."""
        if self.spelling and self.spelling.give_menu(event):
            return
        menu = self.usual_menu()
        menu.popup(event.globalPos())

    def usual_menu(self) -> QMenu:
        """Return a menu with the usual entries."""
        menu = note_menu(self, self.undo_stack, self._words)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.pictures().are_kept():
            menu.addSeparator()
            menu.addAction(self._words("A&dd a picture…")).triggered.connect(self.add_picture)
        return menu

    def add_picture(self) -> None:
        """Have the person choose a picture, which goes below the text."""
        self.pictures().choose()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802 - Qt's name
        """Take texts and pictures; other files are for the window behind, which may open them."""
        if source.hasImage() or any(url.isLocalFile() for url in source.urls()):
            return self.pictures().takes(source) or (source.hasText() and not source.hasUrls())
        return source.hasText() or source.hasHtml()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        """Insert pasted or dropped text as one step; bold, italic, lists and links as marks."""
        if (source.hasImage() or source.hasUrls()) and self.pictures().takes(source):
            self.pictures().take(source)
            return
        text = source.text()
        if source.hasHtml():
            # rich text comes seldom
            from ladder_desktop.widgets.note.rich_text import marked_text  # noqa: PLC0415

            text = marked_text(source.html(), text)
        self.take_text(text)

    def dropEvent(self, event: QDropEvent) -> None:
        """Put in what is dropped; a file stays where it is, whatever its manager would rather."""
        super().dropEvent(event)
        if event.mimeData().hasUrls():
            event.setDropAction(Qt.DropAction.CopyAction)

    def take_text(self, text: str) -> None:
        """Insert what comes from elsewhere; if it is too long, say so instead."""
        # most texts are written
        from ladder_desktop.widgets.note.long_lines import check_room  # noqa: PLC0415

        cursor, document = self.textCursor(), self.document()
        chosen = cursor.selectionEnd() - cursor.selectionStart()
        try:
            check_room(document.characterCount() - 1 - chosen, document.blockCount(), text)
        except AnswerError as error:
            self.pictures().refuse(error)
        else:
            self.insert_text(text)

    def insert_text(self, text: str) -> None:
        """Insert text at the caret as one step that can be undone."""
        self.document().setModified(False)
        if has_no_words(text):
            self._break(anywhere=True)
        self.textCursor().insertText(fitting(text))
        self._settle()

    def _break(self, *, anywhere: bool) -> None:
        """Break lines at the end of words, or wherever they are full."""
        modes = QTextOption.WrapMode
        mode = modes.WrapAnywhere if anywhere else modes.WrapAtWordBoundaryOrAnywhere
        if self.wordWrapMode() != mode:
            self.setWordWrapMode(mode)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text; once it was painted, show its marks."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self._show_marks)

    def changeEvent(self, event: QEvent) -> None:
        """Show the marks in the colours of another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._marks:
            self._marks.rehighlight()

    def _written(self) -> str:
        raw = self.document().toRawText().replace("\u2029", "\n")
        return raw if raw.isascii() else re.sub(SURROGATES, "", raw)

    def _listen(self) -> None:
        self.textChanged.connect(self._tell_edit)
        self.document().undoCommandAdded.connect(self._on_step_added)

    def _on_step_added(self) -> None:
        self.undo_stack.push(_Edit(self))
        self._own_index = self.undo_stack.index()

    def _show_marks(self) -> None:
        # the first paint does without
        from ladder_desktop.widgets.note.note_marks import NoteMarks  # noqa: PLC0415

        self._marks = NoteMarks(self)

    def _marked(self, event: QKeyEvent) -> bool:
        """Set marks, or go on with a list, if the key asks for that; tell whether it did."""
        with_control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if not with_control and event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        # most keys are letters
        from ladder_desktop.widgets.note.note_marking import take_key  # noqa: PLC0415

        return take_key(self, event)

    def _part_steps(self) -> None:
        """Begin a new step after a pause, and after something else was done in the block.

        A document joins typing to its newest step for as long as it counts as modified.
        """
        paused = self._since_key.isValid() and self._since_key.elapsed() > PAUSE_MS
        if paused or self.undo_stack.index() != self._own_index:
            self.document().setModified(False)
        self._since_key.start()


def fitting(text: str) -> str:
    """Return a text as a box shows it, and lets it be written in without delay."""
    if len(text) <= LONGEST_WORD:
        return showable(text)
    # few texts are as long
    from ladder_desktop.widgets.note.long_lines import with_breaks  # noqa: PLC0415

    return with_breaks(showable(text))


def showable(text: str) -> str:
    """Return a text without what no text box can show."""
    # most texts hold nothing but letters and signs, which is found out sooner
    if text.replace("\n", "").isprintable() and "\ufffc" not in text:
        return text
    return re.sub(UNWANTED, "", re.sub(BREAKS, "\n", text))


def has_no_words(text: str) -> bool:
    """Tell whether a text holds letters without end and no blank between them."""
    return len(text) > LONGEST_WORD and max(map(len, text.split()), default=0) > LONGEST_WORD


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
