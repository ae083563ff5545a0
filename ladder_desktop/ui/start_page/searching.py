"""Searches all workbooks from the start page, and sees to it that there is something to search."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from ladder_desktop.store.index import SearchError
from ladder_desktop.store.librarian import Librarian
from ladder_desktop.store.searching import FoundIn, Hit
from ladder_desktop.ui.files import Files
from ladder_desktop.ui.find.goto import Goto
from ladder_desktop.ui.main_window import MainWindow
from ladder_desktop.ui.start_page.search_part import SearchPart
from ladder_desktop.ui.start_page.start_page import StartPage
from ladder_desktop.widgets.messenger import Messenger

LATER = 1000  # milliseconds after the window is complete
SETTLED = 5000  # milliseconds after a save, so that the index does not follow every word
A_MOMENT = 1.0  # seconds that closing waits for what was saved last


class Searching(QObject):
    """Keeps the index of all workbooks for a window, and leads from what is found to its place.

    Signals:
        looked_through: every workbook was looked at; carries how many are known.
    """

    looked_through = Signal(int)

    def __init__(self, window: MainWindow, files: Files, goto: Goto) -> None:
        super().__init__(window)
        self._window = window
        self._words = window.program.words
        self._files = files
        self._goto = goto
        self._path: Path | None = None
        self._librarian = Librarian(
            window.program.places.data,
            self._words,
            Messenger(self._show_found),
            Messenger(self._on_looked_through),
        )
        self._later = QTimer(self, interval=LATER, singleShot=True)
        self._later.timeout.connect(self.look_through)
        self._settled = QTimer(self, interval=SETTLED, singleShot=True)
        self._settled.timeout.connect(self._take_in)
        window.workbook_shown.connect(self._attend)
        window.closing.connect(self._on_closing)
        if window.opened:
            self._attend()

    def serve(self, page: StartPage) -> None:
        """Search from this start page."""
        page.search.asked.connect(self._librarian.ask)
        page.search.chosen.connect(self._open)
        self._later.start()

    def find(self) -> None:
        """Go to the line that searches all workbooks, where there is one."""
        if (part := self._part()) and part.isVisible():
            part.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
            part.line.selectAll()

    def can_find(self) -> bool:
        """Tell whether all workbooks can be searched here."""
        part = self._part()
        return part is not None and part.isVisible()

    def look_through(self) -> None:
        """Bring the index up to date, or delete it where it is not wanted."""
        program = self._window.program
        settings = program.settings.read()
        if settings.search:
            listed = [Path(one.path) for one in settings.recent]
            self._librarian.look_through(listed, program.documents())
        elif self._librarian.index.exists():
            self._librarian.drop()
        if (part := self._part()) and not settings.search:
            part.hide()
            part.line.clear()

    def _part(self) -> SearchPart | None:
        page = self._window.page
        return page.search if isinstance(page, StartPage) else None

    def _show_found(self, typed: str, found: list[FoundIn] | SearchError) -> None:
        if (part := self._part()) is None:
            return
        if isinstance(found, SearchError):
            part.show_found(typed, [])
            part.tell(found.worded(self._words))
        else:
            part.show_found(typed, found)

    def _on_looked_through(self, known: int) -> None:
        """Offer the search once there is something to search, and look again."""
        if part := self._part():
            part.setVisible(known > 0 and self._window.program.settings.read().search)
            if part.typed():
                self._librarian.ask(part.typed())
        self.looked_through.emit(known)

    def _open(self, found: FoundIn, hit: Hit) -> None:
        self._files.open(found.path)
        opened = self._window.opened
        if opened and opened.session.path == found.path.absolute() and hit.block:
            self._goto.place(hit.block, hit.wanted)

    def _attend(self) -> None:
        """Follow the workbook that was opened: what is saved in it, and where it lies."""
        if opened := self._window.opened:
            self._path = opened.session.path
            opened.session.saved.connect(self._wait)
            opened.session.moved.connect(self._take_in)
            self._settled.start()

    def _wait(self) -> None:
        """Wait until no more is saved; a method, unlike a function, is let go with the window."""
        self._settled.start()

    def _take_in(self) -> None:
        """Have the index know what was saved; where the file lay before, it is forgotten."""
        opened = self._window.opened
        if self._window.program.settings.read().search and opened:
            former, self._path = self._path, opened.session.path
            self._librarian.take_in(*{former or self._path, self._path})

    def _on_closing(self) -> None:
        if self._settled.isActive():
            self._settled.stop()
            self._take_in()
        self._later.stop()
        self._librarian.close(A_MOMENT)
