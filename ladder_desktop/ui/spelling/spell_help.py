"""Helps with what is misspelt: better words in a menu, and the way to the next such word."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from shiboken6 import isValid

from ladder_desktop.spelling.own_words import OwnWords
from ladder_desktop.spelling.proofreader import Mistake
from ladder_desktop.spelling.word_finding import words_of
from ladder_desktop.ui.main_window import MainWindow
from ladder_desktop.ui.menus import Entry, Line
from ladder_desktop.ui.prose import Prose, Searched, lines_from, prose_in
from ladder_desktop.ui.spelling.spell_check import SpellCheck
from ladder_desktop.widgets.announce import announce
from ladder_desktop.widgets.note.note_editor import NoteEditor
from ladder_desktop.widgets.note.spelling_menu import choose_first, put_on_top
from ladder_desktop.widgets.note.spelt_box import Piece, SpeltBox, Spot, units
from ladder_desktop.widgets.note.spelt_line import SpeltLine
from ladder_desktop.widgets.snackbar import Snackbar


@dataclass(frozen=True, slots=True)
class Found:
    """The next misspelt word.

    Attributes:
        prose: which of the texts it is in, counted from 0.
        line: the paragraph.
        mistake: what is wrong in it.
        better: words that may be meant.
    """

    prose: int
    line: Piece
    mistake: Mistake
    better: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What better words are asked for.

    Attributes:
        control: the box in which the misspelt word stands.
        spot: the place of the word.
        word: the word as a dictionary would have it.
        point: where the menu is to appear on the screen.
        menu: makes the menu that the better words go into.
        by_keys: whether the person came here with the keys.
    """

    control: QWidget
    spot: Spot
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
        text = words("Next misspelt &word")
        return [Entry(text, self.next, "F7", self.can_look, presented=True)]

    def can_look(self) -> bool:
        """Tell whether there is a workbook to write in, and spelling is checked."""
        view = self._window.view
        return view is not None and not view.session.read_only and self.check.is_on

    def open_menu(self, box: SpeltBox, place: int, point: QPoint, *, by_keys: bool = False) -> bool:
        """Show a menu for what stands at a place of a text; tell whether there is anything.

        Better words take a moment to be found; the menu comes with them.
        """
        if found := box.mistake_at(place):
            mistake, spot = found
            do = partial(self.check.reader.suggestions, mistake.word, mistake.language)
            asked = Asked(box.control, spot, mistake.word, point, box.usual_menu, by_keys)
            self.check.ask(do, partial(self._offer, asked))
        elif word := self._own_word(box, place):
            menu = box.usual_menu()
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
        texts = self._texts()
        lines = lines_from(texts, QApplication.focusWidget())
        self.check.ask(partial(self._first, lines), partial(self._on_found, texts))

    def _texts(self) -> list[Prose]:
        """Return the texts of the workbook, those of this page first.

        A question that is presented stands on none of the pages; then only that counts.
        """
        view = self._window.view
        assert view is not None  # noqa: S101 - `can_look` said so
        if alone := self._window.alone():
            return prose_in([alone])
        pages = view.pages()
        here = view.tabs.current()
        return prose_in(pages[here:] + pages[:here])

    def _first(self, lines: Sequence[Searched]) -> Found | None:
        """Return the first misspelt word in some lines; runs on the other thread."""
        reader = self.check.reader
        for one in lines:
            for mistake in reader.mistakes(one.line.text):
                if mistake.start < one.skipped:
                    continue
                better = reader.suggestions(mistake.word, mistake.language)
                return Found(one.prose, one.line, mistake, better)
        return None

    def _on_found(self, texts: Sequence[Prose], found: Found | None) -> None:
        if found is None:
            self.check.ask(self.check.reader.is_able, self._tell_none)
            return
        control = self._open(texts[found.prose])
        if control is None:
            return
        box = self.check.attend(control)
        spot = box.spot(found.line, found.mistake)
        if spot.word() != found.mistake.word:
            return  # something else was written there meanwhile
        spot.choose()
        make = partial(self._short_menu, control)
        asked = Asked(control, spot, found.mistake.word, box.under(), make, by_keys=True)
        self._offer(asked, found.better)

    def _open(self, prose: Prose) -> NoteEditor | SpeltLine | None:
        """Show a text on its page, and return the box that it can be changed in."""
        view = self._window.view
        if view is None or not isValid(prose.control):
            return None
        for number, page in enumerate(view.pages()):
            if page.isAncestorOf(prose.control):
                view.open_section(number)
        return prose.open()

    def _offer(self, asked: Asked, better: Sequence[str]) -> None:
        """Show the menu for a misspelt word."""
        control, spot, word = asked.control, asked.spot, asked.word
        # something else may have been written, or closed, meanwhile
        if not isValid(control) or not control.isVisible() or spot.word() != word:
            return
        words = self._window.program.words
        menu = asked.menu()
        entries = [(each, partial(spot.put, each)) for each in better]
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
        announce(control, said)

    def _short_menu(self, control: QWidget) -> QMenu:
        """Return a menu for whoever goes from mistake to mistake; it hides little of the text."""
        menu = QMenu(control)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        go_on = menu.addAction(self._window.program.words("Next misspelt &word"))
        go_on.setShortcut("F7")
        go_on.triggered.connect(lambda _checked=False: self.next())
        return menu

    def _own_word(self, box: SpeltBox, place: int) -> str:
        """Return the person's own word at a place of a text; blank where there is none."""
        if not self.can_look():
            return ""
        line = box.paragraph_at(place)
        for word in words_of(line.text):
            start, end = (line.start + units(line.text, each) for each in (word.start, word.end))
            if start <= place <= end and word.text in self.check.own:
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
