"""Work that takes a while, on a thread of its own, so that the window goes on."""

from threading import Event, Thread

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from ladder_desktop.errors import LadderError


class Work(QObject):
    """Something that is written or printed.

    Signals:
        progressed: carries how much is done, and of how much.
        failed: it can't be done; carries the LadderError.
        written: it is done.
        ended: it is over, one way or another.
    """

    progressed = Signal(int, int)
    failed = Signal(object)
    written = Signal()
    ended = Signal()

    def __init__(self) -> None:
        # with a parent, it does not end on its thread, which may be the last to hold it
        super().__init__(QCoreApplication.instance())
        self.ended.connect(self._let_go)
        self._stopped = Event()
        self._thread = Thread(target=self._run, name=type(self).__name__, daemon=True)

    def start(self) -> None:
        """Start, and return at once."""
        self._thread.start()

    def stop(self) -> None:
        """Have it stop soon."""
        self._stopped.set()

    def wait(self) -> None:
        """Wait until it is over."""
        self._thread.join()

    def do(self) -> None:
        """Do the work; called on its thread.

        Raises:
            LadderError: it can't be done.
        """
        raise NotImplementedError

    @Slot()
    def _let_go(self) -> None:
        """End when the thread has: it still tells others that all is over."""
        self.wait()
        self.deleteLater()

    def _run(self) -> None:
        try:
            self.do()
        except LadderError as error:
            if not self._stopped.is_set():
                self.failed.emit(error)
        else:
            if not self._stopped.is_set():
                self.written.emit()
        finally:
            self.ended.emit()
