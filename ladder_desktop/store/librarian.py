"""Keeps the index of all workbooks up to date and asks it, on threads that last as long as work.

Nothing here holds up a window: every method but `close` returns at once.
"""

import threading
from collections.abc import Callable, Iterable
from itertools import takewhile
from pathlib import Path

from ladder_desktop.store.finding import workbook_files
from ladder_desktop.store.index import Index, SearchError
from ladder_desktop.store.indexing import Indexer
from ladder_desktop.store.searching import FoundIn, search
from ladder_desktop.words import Words

PAUSE = 0.002  # seconds between two workbooks, in which a window comes first
PATIENCE = 20.0  # seconds that looking through a folder may take


class Librarian:
    """Looks after the index in a person's data folder for one window.

    Attributes:
        index: the index.
    """

    def __init__(
        self,
        data: Path,
        words: Words,
        on_found: Callable[[str, list[FoundIn] | SearchError], None],
        on_looked_through: Callable[[int], None],
    ) -> None:
        """Begin without a thread.

        Args:
            data: the person's data folder (`Places.data`).
            words: for what kinds of blocks say of answers.
            on_found: called on a thread with what was typed and where it is, or why not.
            on_looked_through: called on a thread with how many workbooks are known.
        """
        self.index = Index(data)
        self._words = words
        self._on_found = on_found
        self._on_looked_through = on_looked_through
        self._guard = threading.Lock()
        self._ended = threading.Event()
        self._changed: list[Path] = []
        self._due: tuple[tuple[Path, ...], Path] | None = None
        self._typed: str | None = None
        self._keeping: threading.Thread | None = None
        self._searching: threading.Thread | None = None

    def take_in(self, *paths: Path) -> None:
        """Look at workbooks that were saved, moved or deleted."""
        with self._guard:
            self._changed += paths
        self._keep()

    def look_through(self, listed: Iterable[Path], folder: Path) -> None:
        """Look at every workbook that is known, listed, or lies in a folder or below it."""
        with self._guard:
            self._due = (tuple(listed), folder)
        self._keep()

    def ask(self, typed: str) -> None:
        """Look for what was typed; of several questions only the newest is answered."""
        with self._guard:
            self._typed = typed
            self._ended.clear()
            if self._searching is None:
                self._searching = threading.Thread(
                    target=self._search, name="searching", daemon=True
                )
                self._searching.start()

    def drop(self) -> None:
        """Delete the index."""
        self.close(1.0)
        self.index.drop()

    def close(self, timeout: float) -> None:
        """End what can wait for another day; give the rest some seconds.

        What takes longer ends soon, too, and tells nobody, unless there is new work meanwhile.
        """
        with self._guard:
            self._due = self._typed = None
            self._ended.set()
            threads = [thread for thread in (self._keeping, self._searching) if thread]
        for thread in threads:
            thread.join(timeout)

    def _keep(self) -> None:
        with self._guard:
            self._ended.clear()
            if self._keeping is None:
                self._keeping = threading.Thread(target=self._run, name="indexing", daemon=True)
                self._keeping.start()

    def _run(self) -> None:
        while (work := self._next()) is not None:
            try:
                work()
            except SearchError:
                continue  # whoever searches is told; the next change or round tries again

    def _next(self) -> Callable[[], None] | None:
        """Return what is to be done next; what changed just now comes before everything."""
        with self._guard:
            if self._changed:
                paths, self._changed = self._changed, []
                return lambda: self._indexer(lambda: True).refresh(paths)
            if self._due:
                (listed, folder), self._due = self._due, None
                return lambda: self._look_through(listed, folder)
            self._keeping = None
            return None

    def _look_through(self, listed: tuple[Path, ...], folder: Path) -> None:
        indexer = self._indexer(self._may_go_on)
        known = indexer.known()
        files = workbook_files(folder, PATIENCE)
        lying = takewhile(lambda _path: not self._is_interrupted(), files)
        indexer.refresh([*listed, *known, *lying])
        if self._is_interrupted():
            with self._guard:
                self._due = None if self._ended.is_set() else self._due or (listed, folder)
            return
        left = indexer.known()
        if set(known) - set(left):
            indexer.tidy()
        self._on_looked_through(len(left))

    def _indexer(self, pause: Callable[[], bool]) -> Indexer:
        return Indexer(self.index, self._words, pause)

    def _may_go_on(self) -> bool:
        return not (self._ended.wait(PAUSE) or self._is_interrupted())

    def _is_interrupted(self) -> bool:
        return bool(self._changed) or self._ended.is_set()

    def _search(self) -> None:
        while True:
            with self._guard:
                typed, self._typed = self._typed, None
                if typed is None:
                    self._searching = None
                    return
            try:
                found: list[FoundIn] | SearchError = search(self.index, typed)
            except SearchError as error:
                found = error
            with self._guard:
                is_newest = self._typed is None and not self._ended.is_set()
            if is_newest:
                self._on_found(typed, found)
