"""Says aloud what the status line shows: that all is saved, and how much is answered."""

from PySide6.QtCore import QElapsedTimer, QObject

from ladder_desktop.ui.main_window import MainWindow
from ladder_desktop.ui.session import Session
from ladder_desktop.ui.status import saved_text
from ladder_desktop.widgets.announce import announce

OFTEN_MS = 60_000  # whoever writes for hours does not want to hear of each pause


class Announcing(QObject):
    """Tells a screen reader of what happens away from the focus, and no oftener than helps.

    What goes wrong with saving is told by `Trouble`, and at once.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._words = window.program.words
        self._session: Session | None = None
        self._answered = 0
        self._since_saved = QElapsedTimer()
        window.workbook_shown.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        if self._window.opened is None:
            return
        self._session = session = self._window.opened.session
        self._answered = session.progress().done
        self._since_saved.invalidate()
        session.saved.connect(self._on_saved)
        session.progressed.connect(self._on_progressed)

    def _on_saved(self) -> None:
        is_new = not self._since_saved.isValid() or self._since_saved.hasExpired(OFTEN_MS)
        if self._session and is_new:
            self._since_saved.start()
            announce(self._window.status, saved_text(self._session.changed, self._words))

    def _on_progressed(self) -> None:
        if self._session is None:
            return
        progress = self._session.progress()
        if progress.done != self._answered:
            self._answered = progress.done
            text = self._words(
                "{done} of {total} answered", done=progress.done, total=progress.total
            )
            announce(self._window.status, text)
