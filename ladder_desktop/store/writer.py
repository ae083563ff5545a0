"""The only writer of a workbook file: one thread, so that a slow stick never blocks typing."""

import datetime
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from ladder_desktop.document.pictures import Picture
from ladder_desktop.errors import LadderError
from ladder_desktop.store.batch import Batch, differences, merged
from ladder_desktop.store.committer import Committer
from ladder_desktop.store.faults import DamagedError
from ladder_desktop.store.history import Mark
from ladder_desktop.store.rescue import Rescue
from ladder_desktop.store.texts import DETAILS, text
from ladder_desktop.workbook.details import Details
from ladder_desktop.workbook.workbook import Workbook

DELAYS = (0.2, 0.5, 1.0, 2.0, 5.0)  # seconds between tries, the last one from then on


class Changes(msgspec.Struct, frozen=True):
    """What changed in a workbook since the last time it was submitted.

    Attributes:
        answers: for each changed block's id its plain answer.
        details: the details, if they changed.
        pictures: those that the answers name and the file may not have yet, by their ids.
    """

    answers: dict[str, Any] = {}
    details: Details | None = None
    pictures: dict[str, Picture] = {}


class Writer:
    """Commits changes to one workbook file, on a thread of its own.

    What could not be committed is kept, merged with what comes later, and tried again by itself.
    """

    def __init__(
        self,
        path: Path,
        on_saved: Callable[[datetime.datetime], None],
        on_trouble: Callable[[LadderError], None],
        data: Path,
        *,
        last_commit: str | None = None,
        rescue: Rescue | None = None,
    ) -> None:
        """Start the thread; it checks the file before the first commit.

        Args:
            path: an existing workbook file.
            on_saved: called on the writer's thread after each commit, with its moment.
            on_trouble: called on the writer's thread when a commit failed in a new way.
            data: the person's data folder, for a copy before the file's format changes.
            last_commit: `Stored.last_commit` of what is shown, so that a file that was replaced
                since is not written over.
            rescue: keeps what can't be committed where another program start finds it.
        """
        self._rescue = rescue
        self._committer = Committer(path, last_commit, data)
        self._on_saved = on_saved
        self._on_trouble = on_trouble
        self._change = threading.Condition()
        self._waiting: list[Batch] = []
        self._in_hand: list[Batch] = []  # changed on the thread alone
        self._submitted = 0
        self._committed = 0
        self._hurry = False
        self._onto: str | None = None
        self._closing = False
        self._asked = self._refused = 0  # times that closing was asked for, and that it failed
        self._abandoned = False
        self._ended = False
        self._trouble = ""
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._thread.start()

    def submit(self, changes: Changes) -> None:
        """Take changes to be committed soon; returns at once.

        Raises:
            AnswerError: an answer holds what can't be stored; nothing was taken.
        """
        texts = [text(name, answer) for name, answer in changes.answers.items()]
        if changes.details is not None:
            texts.append(text(DETAILS, changes.details))
        self._put(Batch({one.name: one for one in texts}, pictures=changes.pictures))

    def mark(self, mark: Mark) -> None:
        """Keep this moment in the history: everything submitted so far, nothing that follows."""
        self._put(Batch({}, mark))

    def replace(self, before: Workbook, after: Workbook, step: str) -> None:
        """Turn the whole workbook into another one; the history keeps what was there.

        Args:
            before: the workbook as it was submitted so far.
            after: what the file is to hold.
            step: what the history calls it, such as “restore” or “newer template”.

        Raises:
            AnswerError: an answer holds what can't be stored; nothing was taken.
        """
        changes = differences(before, after)
        self.mark(Mark("before", step))
        self._put(changes)

    @property
    def known(self) -> frozenset[str]:
        """Return the ids of the moments in the history that this session saw or made."""
        return self._committer.known

    def go_on(self, last_commit: str, theirs: Workbook, merged_workbook: Workbook) -> None:
        """Go on with a copy that was put in place of the file, after both were merged.

        What waits to be written is dropped: the merged workbook holds it.

        Args:
            last_commit: `Stored.last_commit` of the copy that was merged.
            theirs: what it held.
            merged_workbook: what it is to hold.
        """
        changes = differences(theirs, merged_workbook)
        with self._change:
            self._onto = last_commit
            self._waiting = [Batch({}, Mark("before", "bring in")), changes]
            self._submitted += 1
            self._hurry = True
            self._change.notify_all()

    def condemn(self, damage: DamagedError) -> None:
        """Write nothing more into the file: somebody found it damaged."""
        self._committer.condemn(damage)

    def flush(self, timeout: float) -> bool:
        """Wait until everything submitted is committed.

        Returns:
            Whether it is, within `timeout` seconds.
        """
        with self._change:
            aim = self._submitted
            if timeout > 0:  # who only asks how things stand does not hurry them
                self._hurry = True
                self._change.notify_all()
            self._change.wait_for(lambda: self._committed >= aim or self._ended, timeout)
            return self._committed >= aim

    def close(self, timeout: float) -> bool:
        """Commit everything, keep the last moment in the history, and leave no side file.

        Returns:
            Whether all that was done; if not, the writer goes on and can be closed again.
        """
        end = time.monotonic() + timeout
        if not self.flush(timeout):
            return False
        with self._change:
            self._asked += 1
            asked = self._asked
            self._closing = True
            self._change.notify_all()
            self._change.wait_for(
                lambda: self._ended or self._refused >= asked, max(0.0, end - time.monotonic())
            )
            self._closing = False
            return self._ended

    def abandon(self) -> None:
        """Stop trying; what was not committed stays where it is kept besides the file."""
        with self._change:
            self._abandoned = True
            self._change.notify_all()

    def _put(self, batch: Batch) -> None:
        with self._change:
            self._waiting = merged([*self._waiting, batch])
            self._submitted += 1
            self._change.notify_all()

    def _run(self) -> None:
        try:
            self._work()
        finally:
            self._committer.disconnect()
            with self._change:
                self._ended = True
                self._change.notify_all()

    def _work(self) -> None:
        """Commit what comes until the file is given up."""
        self._look()
        failures = 0
        while self._wait(failures):
            aim = self._take()
            if self._in_hand:
                failures = 0 if self._commit(aim) else failures + 1
            elif self._finish():
                return

    def _look(self) -> None:
        """Tell of damage before anybody writes; other trouble may be over by then."""
        try:
            self._committer.look()
        except DamagedError as trouble:
            self._trouble = str(trouble)
            self._on_trouble(trouble)
        except LadderError:
            return

    def _take(self) -> int:
        """Take in hand what waits; return how much was submitted by then."""
        with self._change:
            if self._onto is not None:
                self._committer.accept(self._onto)
                self._in_hand, self._onto = [], None
            self._in_hand = merged([*self._in_hand, *self._waiting])
            self._waiting = []
            self._hurry = False
            return self._submitted

    def _wait(self, failures: int) -> bool:
        """Wait for work or for the next try; tell whether there is any sense in going on."""
        if failures:
            self._wait_in_trouble(DELAYS[min(failures, len(DELAYS)) - 1])
        else:
            with self._change:
                self._change.wait_for(
                    lambda: self._waiting or self._in_hand or self._closing or self._abandoned
                )
        return not self._abandoned

    def _wait_in_trouble(self, delay: float) -> None:
        """Wait for the next try; what comes meanwhile is put where a crash can't reach it."""
        end = time.monotonic() + delay
        while True:
            with self._change:
                self._change.wait_for(
                    lambda: self._hurry or self._abandoned or self._waiting,
                    max(0.0, end - time.monotonic()),
                )
                if self._hurry or self._abandoned or time.monotonic() >= end:
                    return
            self._take()
            self._keep()

    def _keep(self) -> None:
        if self._rescue:
            self._rescue.keep(self._in_hand, self._committer.last_commit)

    def _commit(self, aim: int) -> bool:
        if not self._tried(lambda: self._committer.commit(self._in_hand)):
            self._keep()
            return False
        if self._rescue:
            self._rescue.drop()
        with self._change:
            self._in_hand = []
            self._committed = aim
            self._change.notify_all()
        self._on_saved(datetime.datetime.now(datetime.UTC).astimezone())
        return True

    def _finish(self) -> bool:
        """Give the file up; tell whether that is the end.

        It is not when who waited in `close` went on meanwhile: he may have more to write.
        """
        with self._change:
            asked = self._asked
        done = self._tried(self._committer.finish)
        with self._change:
            self._ended = done and self._closing and not self._waiting
            if not done:
                self._refused = asked
            self._change.notify_all()
            return self._ended

    def _tried(self, step: Callable[[], None]) -> bool:
        """Do a step; trouble is told when it begins or changes, not at every try."""
        try:
            step()
        except LadderError as trouble:
            if str(trouble) != self._trouble:
                self._trouble = str(trouble)
                self._on_trouble(trouble)
            return False
        self._trouble = ""
        return True
