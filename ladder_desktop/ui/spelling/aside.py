"""One thread beside the window's, which does one thing after the other."""

from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread
from typing import TypeVar

from PySide6.QtCore import QObject

from ladder_desktop.widgets.messenger import Messenger

T = TypeVar("T")
_Job = tuple[Callable[[], object], Callable[[object], None]]


class Aside(QObject):
    """Does things on a thread of its own, and answers on the window's.

    The thread keeps no program from closing, and ends when this object goes.
    """

    def __init__(self, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        jobs, tell = self._jobs, Messenger(self._on_ready)
        self.destroyed.connect(lambda: jobs.put(None))
        Thread(target=_work, args=(jobs, tell), name=name, daemon=True).start()

    def ask(self, do: Callable[[], T], answer: Callable[[T], None]) -> None:
        """Have something done, and be told what came of it.

        Args:
            do: runs on the other thread.
            answer: takes what it returned, on this one; never called once this object is gone.
        """
        self._jobs.put((do, answer))  # type: ignore[arg-type] # each job is typed in itself

    def _on_ready(self, answer: Callable[[object], None], found: object) -> None:
        answer(found)


def _work(jobs: SimpleQueue[_Job | None], tell: Messenger) -> None:
    while (job := jobs.get()) is not None:
        do, answer = job
        tell(answer, do())
