"""Shows what is misspelt in a note, with wavy lines under as much of it as can be seen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint
from PySide6.QtGui import (
    QContextMenuEvent,
    QPalette,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QMenu, QTextEdit

from ladder_desktop.spelling.proofreader import Mistake
from ladder_desktop.spelling.word_finding import plain
from ladder_desktop.widgets.note.note_editor import NoteEditor
from ladder_desktop.widgets.note.spelling import Spelling
from ladder_desktop.widgets.note.spelt_box import Offer, Piece, units
from ladder_desktop.widgets.reveal import keep_visible

AROUND = 600  # px above and below what can be seen: scrolling soon comes there
# Of a longer paragraph only a part is looked at; its language shows in less.
LONGEST = 4000
Keep = QTextCursor.MoveMode.KeepAnchor


@dataclass(frozen=True, slots=True)
class Marked:
    """A misspelt word in its note, wherever edits around it move it.

    Attributes:
        cursor: holds the word chosen.
        mistake: what is wrong.
    """

    cursor: QTextCursor
    mistake: Mistake


@dataclass(frozen=True, slots=True)
class NoteSpot:
    """A misspelt word in a note.

    Attributes:
        note: the note.
        cursor: holds the word chosen, wherever edits around it move it.
    """

    note: NoteEditor
    cursor: QTextCursor

    def word(self) -> str:
        """Return what stands there now, as a dictionary would have it."""
        return plain(self.cursor.selectedText())

    def choose(self) -> None:
        """Mark it, and bring it into view."""
        self.note.setTextCursor(self.cursor)
        caret = self.note.cursorRect().translated(self.note.viewport().pos())
        keep_visible(self.note, caret)

    def put(self, better: str) -> None:
        """Put a better word in its place, as one step."""
        self.note.setTextCursor(self.cursor)
        self.note.insert_text(better)


class NoteSpelling(Spelling[NoteEditor]):
    """Keeps the misspelt words of a note."""

    def __init__(self, note: NoteEditor, offer: Offer) -> None:
        super().__init__(note)
        self._offer = offer
        self._marked: list[Marked] = []
        self._edited: tuple[int, int] | None = None
        self._typed_at = -1
        document = note.document()
        document.contentsChange.connect(self._on_change)
        document.contentsChanged.connect(self._on_changed)
        note.edited.connect(self._on_edited)
        note.cursorPositionChanged.connect(self.moved)

    def marked(self) -> list[Marked]:
        """Return the misspelt words that are shown as such, in order."""
        return list(self._marked)

    def mistake_at(self, place: int) -> tuple[Mistake, NoteSpot] | None:
        """Return the misspelt word at a place of the text, also at its end."""
        for each in self._marked:
            if _touches(each, place, place):
                return each.mistake, NoteSpot(self.control, each.cursor)
        return None

    def paragraph_at(self, place: int) -> Piece:
        """Return the paragraph in which a place is."""
        block = self.control.document().findBlock(place)
        return Piece(block.position(), block.text())

    def spot(self, piece: Piece, mistake: Mistake) -> NoteSpot:
        """Return where a mistake in a piece of the text stands."""
        return NoteSpot(self.control, chosen(self.control.document(), piece, mistake))

    def revision(self) -> int:
        """Return a number that another text would not have."""
        return self.control.document().revision()

    def pieces(self) -> list[Piece]:
        """Return the paragraphs that can be seen, and those close by."""
        area = self.control.viewport().visibleRegion().boundingRect()
        if area.isEmpty() or self.control.document().isEmpty():
            return []
        area.adjust(0, -AROUND, 0, AROUND)
        start = self.control.cursorForPosition(area.topLeft()).position()
        end = self.control.cursorForPosition(area.bottomRight()).position()
        block = self.control.document().findBlock(start)
        return list(_pieces(block, start, end))

    def show(self, pieces: Sequence[Piece], found: Sequence[Sequence[Mistake]]) -> None:
        """Show what was found in some pieces, but for the word that is being typed."""
        document = self.control.document()
        caret = self.control.textCursor().position()
        is_typing = self.control.hasFocus() and caret == self._typed_at
        marked = [
            Marked(chosen(document, piece, mistake), mistake)
            for piece, mistakes in zip(pieces, found, strict=True)
            for mistake in mistakes
        ]
        if is_typing:
            marked = [each for each in marked if not _touches(each, caret, caret)]
        if [each.cursor for each in marked] != [each.cursor for each in self._marked]:
            self._marked = marked
            self._paint()

    def clear(self) -> None:
        """Show no mistake."""
        if self._marked:
            self._marked = []
            self._paint()

    def give_menu(self, event: QContextMenuEvent) -> bool:
        """Show a menu with better words for the one that is asked about; tell whether it is."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            place = self.control.cursorForPosition(event.pos()).position()
            return self._offer.open_menu(self, place, event.globalPos())
        place = self.control.textCursor().position()
        return self._offer.open_menu(self, place, self.under(), by_keys=True)

    def usual_menu(self) -> QMenu:
        """Return a menu with the usual entries."""
        return self.control.usual_menu()

    def under(self) -> QPoint:
        """Return the place on the screen right under the caret."""
        return self.control.viewport().mapToGlobal(self.control.cursorRect().bottomLeft())

    def renew(self) -> None:
        """Show all mistakes anew, in the colours of the theme."""
        if self._marked:
            self._paint()

    def _on_change(self, place: int, _removed: int, added: int) -> None:
        start, end = self._edited or (place, place)
        self._edited = min(start, place), max(end, place + added)

    def _on_changed(self) -> None:
        """Forget what was wrong where the text changed; whoever checks tells anew."""
        if self._edited and self._marked:
            start, end = self._edited
            kept = [each for each in self._marked if not _touches(each, start, end)]
            if len(kept) != len(self._marked):
                self._marked = kept
                self._paint()
        self._edited = None

    def _on_edited(self) -> None:
        self._typed_at = self.control.textCursor().position()
        self.typed.emit()

    def _paint(self) -> None:
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(self.control.palette().color(QPalette.ColorRole.BrightText))
        selections = []
        for each in self._marked:
            selection = QTextEdit.ExtraSelection()
            selection.cursor, selection.format = each.cursor, look
            selections.append(selection)
        self.control.setExtraSelections(selections)


def lines_of(document: QTextDocument) -> Iterator[Piece]:
    """Yield all paragraphs of a note."""
    block = document.firstBlock()
    while block.isValid():
        yield Piece(block.position(), block.text())
        block = block.next()


def chosen(document: QTextDocument, piece: Piece, mistake: Mistake) -> QTextCursor:
    """Return a cursor with a misspelt word chosen."""
    cursor = QTextCursor(document)
    cursor.setPosition(piece.start + units(piece.text, mistake.start))
    cursor.setPosition(piece.start + units(piece.text, mistake.end), Keep)
    return cursor


def _touches(marked: Marked, start: int, end: int) -> bool:
    cursor = marked.cursor
    return cursor.selectionStart() <= end and start <= cursor.selectionEnd()


def _pieces(block: QTextBlock, start: int, end: int) -> Iterator[Piece]:
    while block.isValid() and block.position() <= end:
        text, first = block.text(), block.position()
        if len(text) <= LONGEST:
            yield Piece(first, text)
        else:
            yield _part(first, text, max(start - first, 0), end - first)
        block = block.next()


def _part(first: int, text: str, start: int, end: int) -> Piece:
    """Return a part of a long paragraph, from the beginning of a word to the end of one."""
    begin = text.rfind(" ", 0, start) + 1
    stop = text.find(" ", min(end, len(text)))
    return Piece(first + units(text, begin), text[begin : stop if stop >= 0 else len(text)])
