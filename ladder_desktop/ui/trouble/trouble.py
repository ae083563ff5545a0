"""Trouble with saving, said in one calm line over the pages for as long as it lasts."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton

from ladder_desktop.errors import LadderError
from ladder_desktop.store.faults import DamagedError, ReplacedError
from ladder_desktop.store.rescue import Rescue
from ladder_desktop.ui.banner import Banner
from ladder_desktop.ui.filing.filing import Filing
from ladder_desktop.ui.main_window import MainWindow
from ladder_desktop.ui.workbook_view import WorkbookView
from ladder_desktop.widgets.announce import announce

A_MOMENT = 0.5  # seconds that “Try again” waits; the writer goes on by itself after that


class TroubleBanner(Banner):
    """A line with the colour of warnings at its edge."""


class TroubleLine(QObject):
    """Shows what is wrong, what is done about it, and takes it back when all is saved.

    Attributes:
        banner: the line, hidden while all is well.
    """

    def __init__(
        self, view: WorkbookView, window: MainWindow, filing: Filing, join: Callable[[], object]
    ) -> None:
        """Follow the session of a view; `join` brings two copies of the workbook together."""
        super().__init__(view)
        self._session = view.session
        self._words = window.program.words
        self._places = window.program.places
        self._filing = filing
        self._join = join
        self.banner = TroubleBanner()
        self.banner.setAccessibleName(self._words("Trouble with saving"))
        # over the pages, under whatever the workbook has to say about itself
        view.add_banner(self.banner)
        self._session.trouble.connect(self._show)
        self._session.saved.connect(self._put_away)
        self._session.moved.connect(self._put_away)

    def _show(self, error: LadderError) -> None:
        text = error.worded(self._words)
        if "reason" not in error.arguments and not isinstance(error, ReplacedError | DamagedError):
            # the file was not there to begin with, and the sentence says no more than that
            text += " " + self._words(
                "What you write is kept, and saving is tried again by itself."
            )
        if self._places.is_portable:
            place = Rescue(self._session.path, self._places.rescues).place
            text += " " + self._words("Meanwhile it is kept in {place}.", place=str(place))
        is_new = not self.banner.isVisible()
        self.banner.say(text, *self._buttons(error))
        if is_new:
            announce(self.banner, text)

    def _buttons(self, error: LadderError) -> list[QPushButton]:
        words = self._words
        elsewhere = self._button(words("Save a copy elsewhere…"), self._filing.save_copy)
        if isinstance(error, ReplacedError):
            return [self._button(words("Bring the two together…"), self._join), elsewhere]
        if isinstance(error, DamagedError):
            return [elsewhere]
        return [self._button(words("Try again"), self._try_again), elsewhere]

    def _button(self, text: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(do)
        return button

    def _try_again(self) -> None:
        self._session.settle(A_MOMENT)

    def _put_away(self) -> None:
        if self.banner.isHidden():
            return
        self.banner.say("")
        announce(self.banner, self._words("Everything is saved again."))
