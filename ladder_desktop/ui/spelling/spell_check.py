"""Checks spelling while one types: after a pause, away from the window's thread, what is seen."""

import hashlib
import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar, overload

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget
from shiboken6 import isValid

from ladder_desktop.spelling.dictionary import load
from ladder_desktop.spelling.own_words import FILE, OwnWords
from ladder_desktop.spelling.proofreader import Mistake, Proofreader
from ladder_desktop.ui.main_window import MainWindow
from ladder_desktop.ui.settings.settings import SpellingChoice
from ladder_desktop.ui.spelling.aside import Aside
from ladder_desktop.widgets.grid.cell_delegate import CellDelegate
from ladder_desktop.widgets.grid.grid_spelling import GridSpelling
from ladder_desktop.widgets.grid.grid_view import GridView
from ladder_desktop.widgets.note.line_spelling import LineSpelling
from ladder_desktop.widgets.note.note_editor import NoteEditor
from ladder_desktop.widgets.note.note_spelling import NoteSpelling
from ladder_desktop.widgets.note.spelt_box import Offer, Piece
from ladder_desktop.widgets.note.spelt_line import SpeltLine
from ladder_desktop.widgets.reveal import page_of

PAUSE = 300  # milliseconds without a key
# A dictionary is loaded in one go, and Python runs one thread at a time: who is still typing would
# wait a twentieth of a second for a letter. So the first pause has to be one for thought.
FIRST_PAUSE = 1000
IGNORED = "ignored-words"  # the folder of what is right in one workbook only
T = TypeVar("T")
Kept = NoteSpelling | LineSpelling | GridSpelling
Asked = tuple[Kept, list[Piece], int]


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

    @overload
    def attend(self, box: NoteEditor) -> NoteSpelling: ...
    @overload
    def attend(self, box: SpeltLine) -> LineSpelling: ...
    def attend(self, box: NoteEditor | SpeltLine) -> NoteSpelling | LineSpelling:
        """Return who keeps what is misspelt in a note, or in a line."""
        if isinstance(box.spelling, NoteSpelling | LineSpelling):
            return box.spelling
        spelling: NoteSpelling | LineSpelling
        if isinstance(box, NoteEditor):
            spelling = NoteSpelling(box, self._offer)
        else:
            spelling = LineSpelling(box, self._offer)
        box.spelling = spelling
        self._listen_to(spelling)
        return spelling

    def prefer(self) -> None:
        """Do as the settings say from now on."""
        self._choice = self._window.program.settings.read().spelling
        self._follow()
        if self.is_on:
            self.look_again()
        else:
            for spelling in self._kept():
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
        if isinstance(new, NoteEditor | SpeltLine) and _is_in(new, self._window):
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
        for spelling in self._in_view():
            self._follow_bar(spelling.control)
            if pieces := spelling.pieces():
                self._asked.append((spelling, pieces, spelling.revision()))
        texts = [[piece.text for piece in pieces] for _, pieces, _ in self._asked]
        self._is_asking = True
        self.ask(partial(self._read, texts), self._on_read)

    def _in_view(self) -> Iterator[Kept]:
        """Yield who keeps what is misspelt in everything that is shown."""
        for note in self._window.findChildren(NoteEditor):
            if note.isVisible():
                yield self.attend(note)
        for line in self._window.findChildren(SpeltLine):
            if line.isVisible() and line.is_prose and not line.isReadOnly():
                yield self.attend(line)
        for table in self._window.findChildren(GridView):
            delegate = table.itemDelegate()
            if table.isVisible() and isinstance(delegate, CellDelegate):
                yield self._attend_table(table, delegate)

    def _attend_table(self, table: GridView, delegate: CellDelegate) -> GridSpelling:
        found = table.findChild(GridSpelling)
        if found is None:
            found = GridSpelling(table, delegate)
            self._listen_to(found)
        return found

    def _listen_to(self, spelling: Kept) -> None:
        spelling.typed.connect(self._on_typed)
        spelling.moved.connect(self.look_again)

    def _kept(self) -> Iterator[Kept]:
        yield from self._window.findChildren(NoteSpelling)
        yield from self._window.findChildren(LineSpelling)
        yield from self._window.findChildren(GridSpelling)

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

    def _follow_bar(self, control: QWidget) -> None:
        """Look again when the page of a text is scrolled, or becomes longer."""
        page = page_of(control)
        bar = page.verticalScrollBar() if page else None
        if bar and bar not in self._bars:
            self._bars.add(bar)
            bar.valueChanged.connect(self.look_again)
            bar.rangeChanged.connect(self.look_again)

    def _renew(self) -> None:
        for spelling in self._kept():
            spelling.renew()


def _is_in(control: QWidget, window: QWidget) -> bool:
    """Tell whether a control is in a window, or in one that belongs to it."""
    around: QWidget | None = control
    while around is not None and around is not window:
        around = around.parentWidget()
    return around is window
