"""Helps with what is misspelt: better words in a menu, and the way to the next such word."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from shiboken6 import isValid

from ladder_desktop.spelling.own_words import OwnWords
from ladder_desktop.spelling.proofreader import Mistake
from ladder_desktop.spelling.word_finding import plain, words_of
from ladder_desktop.ui.main_window import MainWindow
from ladder_desktop.ui.menus import Entry, Line
from ladder_desktop.ui.spell_check import SpellCheck
from ladder_desktop.widgets.announce import announce
from ladder_desktop.widgets.note_editor import NoteEditor
from ladder_desktop.widgets.note_spelling import Piece, chosen, lines_of, signs, units
from ladder_desktop.widgets.reveal import keep_visible, reveal
from ladder_desktop.widgets.snackbar import Snackbar
from ladder_desktop.widgets.spelling_menu import choose_first, put_on_top

Searched = tuple[int, Piece, int]  # which note, one line of it, and how much of that to skip


@dataclass(frozen=True, slots=True)
class Found:
    """The next misspelt word.

    Attributes:
        note: which of the notes it is in, counted from 0.
        line: the paragraph.
        mistake: what is wrong in it.
        better: words that may be meant.
    """

    note: int
    line: Piece
    mistake: Mistake
    better: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What better words are asked for.

    Attributes:
        note: where the misspelt word stands.
        cursor: holds it chosen.
        word: the word as a dictionary would have it.
        point: where the menu is to appear on the screen.
        menu: makes the menu that the better words go into.
        by_keys: whether the person came here with the keys.
    """

    note: NoteEditor
    cursor: QTextCursor
    word: str
    point: QPoint
    menu: Callable[[], QMenu]
    by_keys: bool


class SpellHelp(QObject):
    """Offers better words.

    Attributes:
        check: shows what is misspelt.
        menu: the menu that was offered last.
        told: what was said last of the way to the next word.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.check = SpellCheck(window, self)
        self.menu: QMenu | None = None
        self.told = ""
        self._snackbar: Snackbar | None = None

    def lines(self) -> list[Line]:
        """Return the lines of the Edit menu."""
        words = self._window.program.words
        return [Entry(words("Next misspelt &word"), self.next, "F7", self.can_look)]

    def can_look(self) -> bool:
        """Tell whether there is a workbook to write in, and spelling is checked."""
        view = self._window.view
        return view is not None and not view.session.read_only and self.check.is_on

    def open_menu(
        self, note: NoteEditor, place: int, point: QPoint, *, by_keys: bool = False
    ) -> bool:
        """Show a menu for what stands at a place of a note; tell whether there is anything.

        Better words take a moment to be found; the menu comes with them.
        """
        marked = self.check.attend(note).marked_at(place)
        if marked:
            mistake = marked.mistake
            do = partial(self.check.reader.suggestions, mistake.word, mistake.language)
            asked = Asked(note, marked.cursor, mistake.word, point, note.usual_menu, by_keys)
            show = partial(self._offer, asked)
            self.check.ask(do, show)
        elif word := self._own_word(note, place):
            menu = note.usual_menu()
            text = self._window.program.words("Ta&ke “{word}” out of my dictionary", word=word)
            put_on_top(menu, (), [(text, partial(self._take_out, word))], "")
            self._pop_up(menu, point)
        else:
            return False
        return True

    def next(self) -> None:
        """Go to the next misspelt word of the workbook and offer better ones."""
        if not self.can_look():
            return
        notes = self._notes()
        lines = _lines_from(notes, QApplication.focusWidget())
        self.check.ask(partial(self._first, lines), partial(self._on_found, notes))

    def _notes(self) -> list[NoteEditor]:
        """Return the notes of the workbook, those of this page first.

        A question that is presented stands on none of the pages; then only its note counts.
        """
        view = self._window.view
        assert view is not None  # noqa: S101 - `can_look` said so
        pages = view.pages()
        focused = QApplication.focusWidget()
        is_elsewhere = not any(page.isAncestorOf(focused) for page in pages if focused)
        if isinstance(focused, NoteEditor) and is_elsewhere:
            return [focused]
        here = view.tabs.current()
        return [
            note
            for page in pages[here:] + pages[:here]
            for note in page.findChildren(NoteEditor)
            if not note.isReadOnly()
        ]

    def _first(self, lines: Sequence[Searched]) -> Found | None:
        """Return the first misspelt word in some lines; runs on the other thread."""
        reader = self.check.reader
        for number, line, skipped in lines:
            for mistake in reader.mistakes(line.text):
                if mistake.start < skipped:
                    continue
                better = reader.suggestions(mistake.word, mistake.language)
                return Found(number, line, mistake, better)
        return None

    def _on_found(self, notes: Sequence[NoteEditor], found: Found | None) -> None:
        if found is None:
            self.check.ask(self.check.reader.is_able, self._tell_none)
            return
        note = notes[found.note]
        if not isValid(note):
            return
        cursor = chosen(note.document(), found.line, found.mistake)
        if _chosen(cursor) != found.mistake.word:
            return  # something else was written there meanwhile
        self._go_to(note, cursor)
        point = self.check.attend(note).under()
        make = partial(self._short_menu, note)
        asked = Asked(note, cursor, found.mistake.word, point, make, by_keys=True)
        self._offer(asked, found.better)

    def _go_to(self, note: NoteEditor, cursor: QTextCursor) -> None:
        view = self._window.view
        if view is None:
            return
        for number, page in enumerate(view.pages()):
            if page.isAncestorOf(note):
                view.open_section(number)
        reveal(note)
        note.setTextCursor(cursor)
        keep_visible(note, note.cursorRect().translated(note.viewport().pos()))

    def _offer(self, asked: Asked, better: Sequence[str]) -> None:
        """Show the menu for a misspelt word."""
        note, word = asked.note, asked.word
        # something else may have been written, or closed, meanwhile
        if not isValid(note) or not note.isVisible() or _chosen(asked.cursor) != word:
            return
        words = self._window.program.words
        menu = asked.menu()
        entries = [(each, partial(_put, note, asked.cursor, each)) for each in better]
        others = [
            (words("Add to &my dictionary"), partial(self._know, self.check.own, word)),
            (words("&Ignore in this workbook"), partial(self._know, self.check.ignored, word)),
        ]
        put_on_top(menu, entries, others, words("No better word is known"))
        self._pop_up(menu, asked.point)
        if asked.by_keys:
            choose_first(menu)
        said = words.plural(
            "Misspelt: {word}. {number} suggestion.",
            "Misspelt: {word}. {number} suggestions.",
            len(better),
            word=word,
        )
        announce(note, said)

    def _short_menu(self, note: NoteEditor) -> QMenu:
        """Return a menu for whoever goes from mistake to mistake; it hides little of the text."""
        menu = QMenu(note)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        go_on = menu.addAction(self._window.program.words("Next misspelt &word"))
        go_on.setShortcut("F7")
        go_on.triggered.connect(lambda _checked=False: self.next())
        return menu

    def _own_word(self, note: NoteEditor, place: int) -> str:
        """Return the person's own word at a place of a note; blank where there is none."""
        if note.isReadOnly() or not self.check.is_on:
            return ""
        block = note.document().findBlock(place)
        at = place - block.position()
        for word in words_of(block.text()):
            start, end = (units(block.text(), each) for each in (word.start, word.end))
            if start <= at <= end and word.text in self.check.own:
                return word.text
        return ""

    def _know(self, known: OwnWords, word: str) -> None:
        known.add(word)
        self.check.look_again()

    def _take_out(self, word: str) -> None:
        self.check.own.remove(word)
        self.check.look_again()

    def _pop_up(self, menu: QMenu, point: QPoint) -> None:
        self.menu = menu
        menu.popup(point)

    def _tell_none(self, is_able: bool) -> None:  # noqa: FBT001 - an answer, not an option
        words = self._window.program.words
        if self._window.view is None:
            return
        if is_able:
            told = words("No misspelt word was found.")
        else:
            told = words("The dictionaries are missing, so nothing was checked.")
        self.told = told
        if self._snackbar is None or not isValid(self._snackbar):
            self._snackbar = Snackbar(self._window.view)
        self._snackbar.offer(told, words("OK"))


def _lines_from(notes: Sequence[NoteEditor], focused: QWidget | None) -> list[Searched]:
    """Return the lines of some notes, from the caret on and round to it again."""
    start = next((number for number, note in enumerate(notes) if note is focused), 0)
    lines: list[Searched] = []
    for number in (*range(start, len(notes)), *range(start)):
        lines += [(number, line, 0) for line in lines_of(notes[number].document())]
    if not lines or notes[start] is not focused:
        return lines
    cursor = notes[start].textCursor()
    here = cursor.document().findBlock(cursor.selectionEnd())
    before = lines[: here.blockNumber()]
    number, line, _ = lines[here.blockNumber()]
    skipped = signs(line.text, cursor.selectionEnd() - line.start)
    rest = lines[here.blockNumber() + 1 :]
    return [(number, line, skipped), *rest, *before, (number, line, 0)]


def _put(note: NoteEditor, cursor: QTextCursor, word: str) -> None:
    """Put a better word in the place of the chosen one, as one step."""
    note.setTextCursor(cursor)
    note.insert_text(word)


def _chosen(cursor: QTextCursor) -> str:
    return plain(cursor.selectedText())
