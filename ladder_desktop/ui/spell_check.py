"""Checks spelling while one types: after a pause, away from the window's thread, what is seen."""

import hashlib
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget
from shiboken6 import isValid

from ladder_desktop.spelling.dictionary import load
from ladder_desktop.spelling.own_words import FILE, OwnWords
from ladder_desktop.spelling.proofreader import Mistake, Proofreader
from ladder_desktop.ui.aside import Aside
from ladder_desktop.ui.main_window import MainWindow
from ladder_desktop.ui.settings import SpellingChoice
from ladder_desktop.widgets.note_editor import NoteEditor
from ladder_desktop.widgets.note_spelling import NoteSpelling, Offer, Piece
from ladder_desktop.widgets.reveal import page_of

PAUSE = 300  # milliseconds without a key
# A dictionary is loaded in one go, and Python runs one thread at a time: who is still typing would
# wait a twentieth of a second for a letter. So the first pause has to be one for thought.
FIRST_PAUSE = 1000
IGNORED = "ignored-words"  # the folder of what is right in one workbook only
T = TypeVar("T")
Asked = tuple[NoteSpelling, list[Piece], int]


class SpellCheck(QObject):
    """Shows what is misspelt on the page of a window.

    Nothing is loaded before the first pause in typing; without dictionaries nothing is wrong.

    Attributes:
        reader: finds what is misspelt; only to be asked through `ask`.
        own: the person's own words.
        ignored: words that are right in this workbook.
    """

    def __init__(self, window: MainWindow, offer: Offer) -> None:
        super().__init__(window)
        self._window = window
        self._offer = offer
        data = window.program.places.data
        self.own = OwnWords(data / FILE)
        self.ignored = OwnWords(data / IGNORED / "none.txt")
        from_resources = partial(load, resources=window.program.resources)
        self.reader = Proofreader(from_resources, [self.own, self.ignored])
        self._aside: Aside | None = None
        self._choice: SpellingChoice = window.program.settings.read().spelling
        self._asked: list[Asked] = []
        self._is_asking = self._must_ask_again = False
        self._bars: set[QScrollBar] = set()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look)
        self._listen()

    @property
    def is_on(self) -> bool:
        """Tell whether spelling is checked at all."""
        return self._choice != "off"

    def ask(self, do: Callable[[], T], answer: Callable[[T], None]) -> None:
        """Have something done with the reader, and be told what came of it."""
        if self._aside is None:
            self._aside = Aside("spelling", self)
        self._aside.ask(do, answer)

    def look_again(self) -> None:
        """Look at the page again soon, if it was looked at before."""
        if self._aside:
            self._timer.start(PAUSE)

    def attend(self, note: NoteEditor) -> NoteSpelling:
        """Return who keeps what is misspelt in a note."""
        if not isinstance(note.spelling, NoteSpelling):
            spelling = NoteSpelling(note, self._offer)
            spelling.typed.connect(self._on_typed)
            spelling.moved.connect(self.look_again)
            note.spelling = spelling
            return spelling
        return note.spelling

    def prefer(self) -> None:
        """Do as the settings say from now on."""
        self._choice = self._window.program.settings.read().spelling
        self._follow()
        if self.is_on:
            self.look_again()
        else:
            for spelling in self._window.findChildren(NoteSpelling):
                spelling.clear()

    def _listen(self) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)
        self._window.program.look.changed.connect(self._renew)
        self._window.workbook_shown.connect(self._on_workbook)
        self._on_workbook()
        self._on_focus(None, QApplication.focusWidget())

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if isinstance(new, NoteEditor) and new.window() is self._window:
            self.attend(new)
        self.look_again()

    def _on_typed(self) -> None:
        if self.is_on:
            self._timer.start(PAUSE if self._aside else FIRST_PAUSE)

    def _on_workbook(self) -> None:
        """Follow another workbook: its language, its names, and what is right in it."""
        self._bars.clear()
        view = self._window.view
        if view is None:
            return
        session = view.session
        self.ignored.turn_to(self._ignored_file(session.path))
        session.details_changed.connect(self._follow)
        session.moved.connect(lambda: self.ignored.move(self._ignored_file(session.path)))
        view.tabs.chosen.connect(self.look_again)
        self._follow()

    def _follow(self) -> None:
        view = self._window.view
        if view is None:
            return
        workbook = view.session.workbook
        details = workbook.details
        named = details.name, details.role, details.organization, details.facilitator
        self.reader.except_for("\n".join((*named, details.workshop)))
        if self._choice in ("en", "es"):
            self.reader.follow(self._choice, only=True)
        else:
            self.reader.follow(workbook.template.header.language)
        self.look_again()

    def _ignored_file(self, path: Path) -> Path:
        name = os.fsencode(os.path.normcase(path.absolute()))
        digest = hashlib.blake2b(name, digest_size=8).hexdigest()
        return self._window.program.places.data / IGNORED / f"{digest}.txt"

    def _look(self) -> None:
        """Have everything read that can be seen; one reading at a time."""
        view = self._window.view
        if view is None or not self.is_on or view.session.read_only:
            return
        if self._is_asking:
            self._must_ask_again = True
            return
        self._asked = []
        for note in self._window.findChildren(NoteEditor):
            if not note.isVisible():
                continue
            spelling = self.attend(note)
            self._follow_bar(note)
            if pieces := spelling.pieces():
                self._asked.append((spelling, pieces, note.document().revision()))
        texts = [[piece.text for piece in pieces] for _, pieces, _ in self._asked]
        self._is_asking = True
        self.ask(partial(self._read, texts), self._on_read)

    def _read(self, texts: list[list[str]]) -> list[list[list[Mistake]]]:
        """Return what is misspelt in the pieces of each note; runs on the other thread."""
        self.own.refresh()
        self.ignored.refresh()
        return [[self.reader.mistakes(text) for text in pieces] for pieces in texts]

    def _on_read(self, found: list[list[list[Mistake]]]) -> None:
        self._is_asking = False
        for (spelling, pieces, revision), mistakes in zip(self._asked, found, strict=True):
            if not isValid(spelling) or not self.is_on:
                continue
            if spelling.revision() == revision:
                spelling.show(pieces, mistakes)
            else:
                self._must_ask_again = True
        self._asked = []
        if self._must_ask_again:
            self._must_ask_again = False
            self._timer.start(PAUSE)

    def _follow_bar(self, note: NoteEditor) -> None:
        """Look again when the page of a note is scrolled, or becomes longer."""
        page = page_of(note)
        bar = page.verticalScrollBar() if page else None
        if bar and bar not in self._bars:
            self._bars.add(bar)
            bar.valueChanged.connect(self.look_again)
            bar.rangeChanged.connect(self.look_again)

    def _renew(self) -> None:
        for spelling in self._window.findChildren(NoteSpelling):
            spelling.renew()
