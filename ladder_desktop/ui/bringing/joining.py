"""Brings changes of another copy into the open workbook."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from ladder_desktop.errors import LadderError
from ladder_desktop.store.copies import Brought, bring_in
from ladder_desktop.store.file import read
from ladder_desktop.store.rescue import drop_rescue
from ladder_desktop.ui.bringing.join_dialog import Conflicts, JoinDialog, Sides
from ladder_desktop.ui.dialogs import say_error
from ladder_desktop.ui.main_window import MainWindow
from ladder_desktop.ui.naming import SUFFIX
from ladder_desktop.ui.session import Session
from ladder_desktop.ui.trouble.aftermath import Aftermath, aftermath
from ladder_desktop.workbook.merging import Conflict
from ladder_desktop.workbook.workbook import Workbook

PATIENCE = 5.0  # seconds to wait for a slow disk before two copies are compared

Chosen = Sequence[tuple[str, Conflict]]


class Joining(QObject):
    """Merges copies: one that a person names, one that took the file's place, one rescued."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._words = window.program.words

    def choose(self) -> None:
        """Let the person name another copy, and bring in what changed there."""
        opened = self._window.opened
        if opened is None:
            return
        words = self._words
        chosen, _filter = QFileDialog.getOpenFileName(
            self._window,
            words("Another copy of this workbook"),
            str(opened.session.path.parent),
            words("Workbooks (*{suffix})", suffix=SUFFIX),
        )
        if chosen:
            self.bring_in(Path(chosen))

    def bring_in(self, other: Path) -> None:
        """Bring in what changed in another copy."""
        opened = self._window.opened
        if opened is None:
            return
        session = opened.session
        session.settle(PATIENCE)
        known = opened.stored.moments | session.known()
        try:
            brought = bring_in(session.workbook, known, other, session.path)
        except LadderError as error:
            say_error(self._window, error, self._words)
            return

        def join(chosen: Chosen) -> None:
            session.replace(_decided(brought, chosen).workbook, "bring in")

        sides = Sides(self._words("This workbook"), other.name)
        self._ask(brought.workbook, brought.taken, brought.conflicts, sides, join)

    def bring_together(self) -> None:
        """Merge what is on screen with the copy that was put in the place of the file."""
        opened = self._window.opened
        if opened is None:
            return
        session = opened.session
        session.flush()
        known = opened.stored.moments | session.known()
        try:
            theirs = read(session.path)
            brought = bring_in(session.workbook, known, session.path, None)
        except LadderError as error:
            say_error(self._window, error, self._words)
            return

        def join(chosen: Chosen) -> None:
            merged = _decided(brought, chosen).workbook
            session.go_on(theirs.last_commit, theirs.workbook, merged)

        sides = Sides(self._words("On screen here"), self._words("In the file now"))
        self._ask(brought.workbook, brought.taken, brought.conflicts, sides, join)

    def put_back(self) -> str:
        """Put back what an earlier session could not save; return the sentence that says so."""
        opened, places = self._window.opened, self._window.program.places
        found = aftermath(opened, places) if opened else None
        if opened is None or found is None:
            return ""
        if found.conflicts:
            self._ask_about_rescued(opened.session, found)
            return ""
        opened.session.replace(found.workbook, "rescue")
        self._drop_when_saved(opened.session)
        return self._words("What could not be saved last time is back in its place.")

    def _ask_about_rescued(self, session: Session, found: Aftermath) -> None:
        def join(chosen: Chosen) -> None:
            workbook = session.workbook
            for name, conflict in chosen:
                workbook = workbook.with_answer(name, conflict.theirs)
            session.replace(workbook, "rescue")
            self._drop_when_saved(session)

        sides = Sides(self._words("In the file now"), self._words("Not saved last time"))
        self._ask(session.workbook, (), found.conflicts, sides, join)

    def _drop_when_saved(self, session: Session) -> None:
        """Remove the rescue file only when what it holds is where it belongs."""
        if session.settle(PATIENCE):
            drop_rescue(session.path, self._window.program.places.rescues)

    def _ask(
        self,
        workbook: Workbook,
        taken: Sequence[str],
        conflicts: Conflicts,
        sides: Sides,
        join: Callable[[Chosen], None],
    ) -> None:
        dialog = JoinDialog(
            workbook, taken, conflicts, sides=sides, words=self._words, parent=self._window
        )
        dialog.decided.connect(join)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _decided(brought: Brought, chosen: Chosen) -> Brought:
    """Return the merged workbook with the other side taken where a person chose it."""
    # from the last place to the first: taking a row out moves those after it
    for name, conflict in reversed(chosen):
        brought = brought.choose_theirs(name, conflict)
    return brought
