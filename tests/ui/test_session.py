"""The session: what it hands to the writer, and what it tells."""

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from ladder_desktop.document.pictures import Picture
from ladder_desktop.errors import LadderError, WorkbookFileError
from ladder_desktop.store.faults import DamagedError
from ladder_desktop.ui.session import Saving, Session
from ladder_desktop.workbook.details import Details
from ladder_desktop.workbook.workbook import Workbook

NOON = datetime.datetime(2026, 11, 21, 12, tzinfo=datetime.UTC)


class FakeWriter:
    """A writer whose disk does what the test says."""

    def __init__(
        self,
        on_saved: Callable[[datetime.datetime], None],
        on_trouble: Callable[[LadderError], None],
    ) -> None:
        self.on_saved = on_saved
        self.on_trouble = on_trouble
        self.taken: list[tuple[dict[str, Any], Details | None]] = []
        self.is_idle = True
        self.steps: list[str] = []
        self.pictures: list[str] = []

    def submit(
        self, answers: dict[str, Any], details: Details | None, pictures: dict[str, Picture]
    ) -> None:
        """Take changes and leave them waiting."""
        self.taken.append((answers, details))
        self.pictures += list(pictures)
        self.is_idle = False

    def commit(self) -> None:
        """Do what was submitted."""
        self.is_idle = True
        self.on_saved(NOON)

    def flush(self, _timeout: float) -> bool:
        """Tell whether everything is done."""
        return self.is_idle

    def close(self, _timeout: float) -> bool:
        """Close, if everything is done."""
        return self.is_idle

    def abandon(self) -> None:
        """Stop."""
        self.steps.append("abandon")

    def mark(self, reason: str, title: str) -> None:
        """Take a moment to keep."""
        self.steps.append(f"mark {reason} {title}".strip())

    def replace(self, _before: Workbook, _after: Workbook, step: str) -> None:
        """Take another workbook."""
        self.steps.append(f"replace {step}")

    def go_on(self, last_commit: str, _theirs: Workbook, _merged: Workbook) -> None:
        """Take a merged workbook."""
        self.steps.append(f"go on {last_commit}")

    def known(self) -> frozenset[str]:
        """Know nothing."""
        return frozenset()

    def condemn(self, _damage: DamagedError) -> None:
        """Write nothing more."""
        self.steps.append("condemn")


class Desk:
    """A session with a fake writer."""

    def __init__(self, workbook: Workbook) -> None:
        self.writers: list[FakeWriter] = []
        self.session = Session(Path("notes.ladder"), workbook, self._make)

    @property
    def writer(self) -> FakeWriter:
        """Return the newest writer."""
        return self.writers[-1]

    def _make(
        self,
        _path: Path,
        on_saved: Callable[[datetime.datetime], None],
        on_trouble: Callable[[LadderError], None],
    ) -> FakeWriter:
        self.writers.append(FakeWriter(on_saved, on_trouble))
        return self.writers[-1]


@pytest.fixture
def desk(qtbot: QtBot, empty_workbook: Workbook) -> Desk:
    """Return a session on an empty workbook."""
    return Desk(empty_workbook)


def test_many_changes_of_a_block_become_one(qtbot: QtBot, desk: Desk) -> None:
    """However often a block is touched, its answer is asked for once, and as it is by then."""
    texts = iter(["first"])
    for _ in range(5):
        desk.session.touch("strongest", lambda: next(texts))

    with qtbot.waitSignal(desk.session.progressed):
        pass

    assert desk.writer.taken == [({"strongest": "first"}, None)]
    assert desk.session.workbook.answers["strongest"] == "first"


def test_what_is_cleared_is_kept_before(desk: Desk) -> None:
    """Typing makes no moment of its own, emptying an answer does."""
    desk.session.touch("strongest", lambda: "Patience.")
    desk.session.flush()
    typed = list(desk.writer.steps)

    desk.session.touch("strongest", lambda: "")
    desk.session.flush()

    assert typed == []
    assert desk.writer.steps == ["mark before clear"]


def test_a_file_found_damaged_is_trouble(qtbot: QtBot, desk: Desk) -> None:
    """Nothing more is written into it, and the window says so."""
    damage = DamagedError("“{file}” is damaged.", file="notes.ladder")

    with qtbot.waitSignal(desk.session.trouble):
        desk.session.condemn(damage)

    assert desk.writer.steps == ["condemn"]
    assert desk.session.error is damage


def test_later_keys_do_not_put_off_the_writing(qtbot: QtBot, desk: Desk) -> None:
    """The pause runs from the first key: one who types without a stop is saved, too."""
    desk.session.touch("strongest", lambda: "a")
    running = desk.session._timer.remainingTime()

    desk.session.touch("strongest", lambda: "b")

    assert desk.session._timer.remainingTime() <= running


def test_saved_is_told_only_when_nothing_waits(qtbot: QtBot, desk: Desk) -> None:
    """A commit that a new key overtook tells nothing; the next one does."""
    session = desk.session
    session.touch("strongest", lambda: "a")
    session.flush()
    session.touch("weakest", lambda: "b")

    with qtbot.assertNotEmitted(session.saved, wait=50):
        desk.writer.commit()
    overtaken = session.saving
    session.flush()
    with qtbot.waitSignal(session.saved):
        desk.writer.commit()

    assert (overtaken, session.saving) == (Saving.UNSAVED, Saving.SAVED)
    assert session.changed == NOON


def test_trouble_stays_until_everything_is_saved(qtbot: QtBot, desk: Desk) -> None:
    """A commit that failed is told, and forgotten when it worked at last."""
    session = desk.session
    session.touch("strongest", lambda: "a")
    session.flush()

    with qtbot.waitSignal(session.trouble):
        desk.writer.on_trouble(WorkbookFileError("The disk is full."))
    troubled = session.saving
    with qtbot.waitSignal(session.saved):
        desk.writer.commit()

    assert troubled is Saving.TROUBLED
    assert session.error is None


def test_an_answer_that_cant_be_kept_is_told_and_stays_waiting(qtbot: QtBot, desk: Desk) -> None:
    """Half a character is refused with words; what was written before it stays."""
    session = desk.session
    session.touch("strongest", lambda: "\ud800")

    with qtbot.waitSignal(session.trouble) as heard:
        session.flush()

    assert "half a character" in str(heard.args[0] if heard.args else "")
    assert not session.close(0)
    session.touch("strongest", lambda: "whole")
    session.flush()
    assert desk.writer.taken == [({"strongest": "whole"}, None)]


def test_details_are_written_with_the_answers(desk: Desk) -> None:
    """Details and answers that changed together are committed together."""
    session = desk.session
    details = msgspec.structs.replace(session.workbook.details, name="Ana")
    session.set_details(details)
    session.touch("strongest", lambda: "a")

    session.flush()

    assert desk.writer.taken == [({"strongest": "a"}, details)]


def test_nothing_is_written_for_reading_only(qtbot: QtBot, empty_workbook: Workbook) -> None:
    """A session without a writer takes no change, and closes."""
    session = Session(Path("notes.ladder"), empty_workbook, None)

    session.touch("strongest", lambda: "a")
    session.set_details(Details(name="Ana"))

    assert session.saving is Saving.READ_ONLY
    assert session.workbook == empty_workbook
    assert session.close()


def test_closing_tells_when_something_is_not_in_the_file(desk: Desk) -> None:
    """Closing fails while the disk does, and works when it is there again."""
    desk.session.touch("strongest", lambda: "a")

    before = desk.session.close(0)
    desk.writer.commit()
    after = desk.session.close(0)

    assert (before, after) == (False, True)


def test_a_step_is_told_after_what_was_typed_before(desk: Desk) -> None:
    """A moment to keep, and another workbook, come behind the keys that came before them."""
    session = desk.session
    session.touch("strongest", lambda: "a")

    session.keep_moment("export")
    session.replace(session.workbook.with_answer("strongest", "b"), "restore")

    assert desk.writer.taken == [({"strongest": "a"}, None)]
    assert desk.writer.steps == ["mark export", "replace restore"]
    assert session.workbook.answers["strongest"] == "b"
    assert session.saving is Saving.UNSAVED
