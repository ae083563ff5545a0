"""The open workbook in the running program, and the only one who writes it."""

import datetime
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import Any, Protocol

import msgspec
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal, Slot

from ladder_desktop.blocks.block import Progress
from ladder_desktop.document.pictures import Album, Picture, named_in
from ladder_desktop.errors import AnswerError, LadderError
from ladder_desktop.store.faults import DamagedError
from ladder_desktop.store.pictures import at
from ladder_desktop.widgets.messenger import Messenger
from ladder_desktop.workbook.details import Details
from ladder_desktop.workbook.taking_away import takes_away
from ladder_desktop.workbook.workbook import Workbook

PAUSE = 300  # milliseconds from the first change to its writing; half a second is the promise
SETTLING = 20  # milliseconds


class Saving(Enum):
    """How things stand with the file."""

    SAVED = "saved"
    UNSAVED = "unsaved"
    TROUBLED = "troubled"
    READ_ONLY = "read only"


class FileWriter(Protocol):
    """Whoever commits changes to the file, on a thread of its own."""

    def submit(
        self, answers: dict[str, Any], details: Details | None, pictures: dict[str, Picture]
    ) -> None:
        """Take changes to be committed soon, and return at once."""
        ...

    def flush(self, timeout: float) -> bool:
        """Wait until everything submitted is committed; tell whether it is."""
        ...

    def close(self, timeout: float) -> bool:
        """Commit everything and let go of the file; tell whether that worked."""
        ...

    def abandon(self) -> None:
        """Stop trying; what was not committed is elsewhere."""
        ...

    def mark(self, reason: str, title: str) -> None:
        """Keep the moment after everything submitted so far in the history."""
        ...

    def replace(self, before: Workbook, after: Workbook, step: str) -> None:
        """Turn the whole workbook into another one; the history keeps what was there."""
        ...

    def go_on(self, last_commit: str, theirs: Workbook, merged: Workbook) -> None:
        """Go on with the copy that lies in the file's place, after both were merged."""
        ...

    def known(self) -> frozenset[str]:
        """Return the ids of the moments in the history that this session saw or made."""
        ...

    def condemn(self, damage: DamagedError) -> None:
        """Write nothing more into the file: somebody found it damaged."""
        ...


MakeWriter = Callable[
    [Path, Callable[[datetime.datetime], None], Callable[[LadderError], None]], FileWriter
]
Source = Callable[[], Any]


class Session(QObject):
    """The open workbook: takes changes from the page, keeps them, and has them written.

    Attributes:
        path: the workbook file.
        workbook: its values, as they were last asked from the page.
        changed: when the file was written last; None where nobody knows.
        read_only: whether nothing can be written.

    Signals:
        saved: everything that was changed is in the file; carries the time of the commit.
        unsaved: something was changed that is not yet in the file.
        trouble: a change can't be written; carries the LadderError.
        progressed: answers changed, and with them what is left.
        details_changed: the details changed.
        moved: the file has another path now.
        replaced: answers changed other than on their page; carries the workbook as it was.
    """

    saved = Signal(object)
    unsaved = Signal()
    trouble = Signal(object)
    progressed = Signal()
    details_changed = Signal()
    moved = Signal()
    replaced = Signal(object)

    def __init__(
        self,
        path: Path,
        workbook: Workbook,
        make_writer: MakeWriter | None,
        changed: datetime.datetime | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.path = path
        self.workbook = workbook
        self.changed = changed
        self.read_only = make_writer is None
        self.error: LadderError | None = None
        self._make_writer = make_writer
        self._writer: FileWriter | None = None
        self._touched: dict[str, Source] = {}
        self._new_details: Details | None = None
        self._new_pictures: dict[str, Picture] = {}
        self._filed: set[str] = set()
        self._timer = QTimer(self, interval=PAUSE, singleShot=True)
        self._timer.timeout.connect(self.flush)
        self._settled = QTimer(self, interval=SETTLING, singleShot=True)
        self._settled.timeout.connect(self._look_again)
        # the writer calls back on its own thread
        self._tell_commit = Messenger(self._on_committed)
        self._tell_refusal = Messenger(self._on_refused)

    @property
    def saving(self) -> Saving:
        """Return how things stand with the file."""
        if self.read_only:
            return Saving.READ_ONLY
        if self.error:
            return Saving.TROUBLED
        return Saving.SAVED if self.is_saved() else Saving.UNSAVED

    def is_saved(self) -> bool:
        """Tell whether everything that was changed is in the file."""
        waiting = self._touched or self._new_details is not None
        return not waiting and (self._writer is None or self._writer.flush(0))

    def start(self) -> None:
        """Start the writer ahead of its first use; call it when the window is painted."""
        if self._writer is None and self._make_writer:
            self._writer = self._make_writer(self.path, self._tell_commit, self._tell_refusal)

    def touch(self, block_id: str, source: Source) -> None:
        """Note that a block changed; `source` is asked for its plain answer when it is written."""
        if self.read_only:
            return
        self._touched[block_id] = source
        self._wait()

    def set_details(self, details: Details) -> None:
        """Put new details in the place of the former."""
        if self.read_only or details == self.workbook.details:
            return
        self.workbook = msgspec.structs.replace(self.workbook, details=details)
        self._new_details = details
        self._wait()
        self.details_changed.emit()
        self.progressed.emit()

    def put_picture(self, identity: str, picture: Picture) -> None:
        """Take a new picture; it is written together with the answer that names it."""
        self._new_pictures[identity] = picture
        self._take_pictures(self.workbook.pictures.with_picture(identity, picture))

    def _take_pictures(self, pictures: Album) -> None:
        self.workbook = msgspec.structs.replace(self.workbook, pictures=pictures)

    def _unfiled(self, answers: dict[str, Any]) -> dict[str, Picture]:
        """Return the new pictures that answers name and the writer has not been given yet."""
        if not self._new_pictures:
            return {}
        named = [one for one in named_in(list(answers.values())) if one not in self._filed]
        unfiled = {one: self._new_pictures[one] for one in named if one in self._new_pictures}
        self._filed |= unfiled.keys()
        return unfiled

    def progress(self) -> Progress:
        """Return how much of the whole workbook is answered."""
        parts = (self.workbook.progress(section) for section in self.workbook.template.sections)
        return sum(parts, Progress())

    @Slot()
    def flush(self) -> None:
        """Hand everything that was changed to the writer, without waiting for it."""
        self._timer.stop()
        before = self.workbook.answers
        answers = self._collect()
        details, self._new_details = self._new_details, None
        if not answers and details is None:
            return
        self.start()
        if self._writer:
            if any(takes_away(before[name], answer) for name, answer in answers.items()):
                self._writer.mark("before", "clear")
            self._writer.submit(answers, details, self._unfiled(answers))
        if answers:
            self.progressed.emit()

    def settle(self, timeout: float) -> bool:
        """Write everything that was changed and wait for it, in seconds; tell whether it is."""
        self.flush()
        done = self._writer is None or self._writer.flush(timeout)
        # what the writer told meanwhile lies in the queue, and whoever waited wants to know it
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)
        return done and not self._touched

    def close(self, timeout: float = 5.0) -> bool:
        """Write everything, let go of the file, and tell whether nothing is missing in it."""
        if not self.settle(timeout):
            return False
        closed = self._writer is None or self._writer.close(timeout)
        if closed:
            self._writer = None
        return closed

    def abandon(self) -> None:
        """Give the file up without writing any more; call it when everything lies elsewhere."""
        self.flush()
        if self._writer:
            self._writer.abandon()
        self._writer, self.error = None, None

    def keep_moment(self, reason: str, title: str = "") -> None:
        """Keep everything that is written by now in the history; `reason` as in `store.history`."""
        self.flush()
        self.mark(reason, title)

    def mark(self, reason: str, title: str = "") -> None:
        """Keep what was handed to the writer so far in the history, without the newest changes."""
        self.start()
        if self._writer:
            self._writer.mark(reason, title)

    def replace(self, after: Workbook, step: str) -> None:
        """Put another workbook in place of this one; `step` is what the history calls it."""
        self.flush()
        self.start()
        if self._writer and after != self.workbook:
            self._writer.replace(self.workbook, after, step)
            self._take(after)

    def go_on(self, last_commit: str, theirs: Workbook, merged: Workbook) -> None:
        """Go on with another copy that lies in the file's place, after both were merged."""
        if self._writer:
            self.error = None
            self._writer.go_on(last_commit, theirs, merged)
            self._take(merged)

    def known(self) -> frozenset[str]:
        """Return the ids of the moments in the history that this session saw or made."""
        return self._writer.known() if self._writer else frozenset()

    def condemn(self, damage: DamagedError) -> None:
        """Write nothing more into the file: somebody found it damaged."""
        self.start()
        if self._writer:
            self._writer.condemn(damage)
            self._on_refused(damage)

    def _take(self, after: Workbook) -> None:
        before = self.workbook
        self.workbook = msgspec.structs.replace(
            after, pictures=after.pictures.joined(before.pictures)
        )
        self.unsaved.emit()
        self.replaced.emit(before)
        if after.details != before.details:
            self.details_changed.emit()
        self.progressed.emit()

    def relocate(self, path: Path, make_writer: MakeWriter) -> None:
        """Go on with the file at another path; call it after `close`."""
        self.path = path
        self._take_pictures(at(self.workbook.pictures, path))
        # what nothing named any more may be gone from the file, and come back by undoing
        self._filed.clear()
        self._make_writer = make_writer
        self.start()
        self.moved.emit()

    def _wait(self) -> None:
        if not self._timer.isActive():
            self._timer.start()
            self.unsaved.emit()

    def _collect(self) -> dict[str, Any]:
        """Return the plain answers of the changed blocks; one that does not fit stays waiting."""
        answers: dict[str, Any] = {}
        for block_id, source in list(self._touched.items()):
            plain = source()
            try:
                self.workbook = self.workbook.with_answer(block_id, plain)
            except AnswerError as error:
                self._on_refused(error)
                continue
            answers[block_id] = plain
            del self._touched[block_id]
        return answers

    @Slot(object)
    def _on_committed(self, time: datetime.datetime) -> None:
        self.changed = time
        self._look_again()

    @Slot()
    def _look_again(self) -> None:
        """Tell that all is saved, if it is; the writer calls a moment before it counts."""
        if self.is_saved():
            self.error = None
            self.saved.emit(self.changed)
        elif not self._touched and not self.error:
            self._settled.start()

    @Slot(object)
    def _on_refused(self, error: LadderError) -> None:
        self.error = error
        self.trouble.emit(error)
