"""Shows where the open workbook stands, and where it stood before."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from ladder_desktop.errors import LadderError
from ladder_desktop.store.past import Moment, moments, workbook_at
from ladder_desktop.ui.main_window import MainWindow
from ladder_desktop.ui.overview.overview_window import OverviewWindow
from ladder_desktop.ui.session import Session
from ladder_desktop.words import Words
from ladder_desktop.workbook.overview import Group, overview
from ladder_desktop.workbook.workbook import Workbook

MOST_MOMENTS = 40  # besides those that a person marked
PATIENCE = 2.0  # seconds that it waits for what was just written


class Overseeing(QObject):
    """Fills the overview of one session, and keeps it true while people write.

    Attributes:
        window: the overview.
    """

    def __init__(self, session: Session, words: Words, parent: MainWindow) -> None:
        super().__init__(parent)
        self._session = session
        self._words = words
        session.settle(PATIENCE)
        title = session.workbook.details.name or session.path.stem
        shown = f"{title} · {session.workbook.template.title}"
        self.window = OverviewWindow(shown, self._moments(), words, parent)
        self.window.moments_chosen.connect(self.refresh)
        self.window.finished.connect(self._end)
        session.progressed.connect(self.refresh)
        session.details_changed.connect(self.refresh)
        self.refresh()
        self.window.show()

    def refresh(self) -> None:
        """Show the chosen moments as they are."""
        earlier, later = self.window.chosen()
        try:
            now = self._measured(later)
            before = None if earlier is None else self._measured(earlier)
        except LadderError as error:
            self.window.say_trouble(error.worded(self._words))
            return
        self.window.show_groups(now, before)

    def _measured(self, moment: Moment | None) -> Sequence[Group]:
        workbook: Workbook = self._session.workbook
        if moment is not None:
            workbook = workbook_at(self._session.path, moment.id)
        return overview(workbook, self._words)

    def _moments(self) -> list[Moment]:
        """Return the moments to compare, newest first: all marked ones, and the last others."""
        try:
            found = moments(self._session.path)
        except LadderError:
            return []  # the overview of now needs no history
        recent = {moment.id for moment in found[:MOST_MOMENTS]}
        return [one for one in found if one.is_checkpoint or one.id in recent]

    def _end(self) -> None:
        self.window.deleteLater()
        self.deleteLater()


def show_overview(window: MainWindow) -> Overseeing | None:
    """Show the overview of the workbook that is open in a window."""
    if window.opened is None:
        return None
    return Overseeing(window.opened.session, window.program.words, window)
