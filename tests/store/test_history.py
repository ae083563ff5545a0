"""Every block keeps its earlier answers, small, and thinner with age."""

import datetime
import random
import sqlite3
from pathlib import Path

import pytest

from ladder_desktop.errors import WorkbookFileError
from ladder_desktop.store.batch import Batch
from ladder_desktop.store.committer import Committer
from ladder_desktop.store.file import read
from ladder_desktop.store.history import Mark, kept_entries, record, thin
from ladder_desktop.store.past import answer_at, moments, workbook_at
from ladder_desktop.store.texts import text
from ladder_desktop.store.writer import Changes, Writer
from ladder_desktop.workbook.details import Details
from ladder_desktop.workbook.workbook import Workbook

NOW = datetime.datetime(2026, 11, 21, 12, tzinfo=datetime.UTC)


def _reasons(path: Path, block: str | None = None) -> list[str]:
    return [moment.reason for moment in moments(path, block)]


def test_first_entry(path: Path, workbook: Workbook) -> None:
    """A new file's history begins with what it held."""
    assert _reasons(path) == ["created"]
    assert workbook_at(path, moments(path)[0].id) == workbook


def test_opened_and_closed(path: Path, writer: Writer) -> None:
    """What was there at opening and at closing can be seen again."""
    writer.submit(Changes({"why": "Other."}))
    writer.close(20)

    ids = {moment.reason: moment.id for moment in moments(path)}

    assert answer_at(path, ids["created"], "why") == "Because."
    assert answer_at(path, ids["closed"], "why") == "Other."


def test_marks_keep_what_was_submitted_before(path: Path, writer: Writer) -> None:
    """A moment holds everything before it and nothing after it, however fast they come."""
    writer.submit(Changes({"why": "One."}))
    writer.mark(Mark("before", "clear"))
    writer.submit(Changes({"why": ""}))
    writer.flush(20)

    moment = moments(path)[0]

    assert (moment.reason, moment.title, moment.names) == ("before", "clear", ("why",))
    assert answer_at(path, moment.id, "why") == "One."
    assert read(path).workbook.answers["why"] == ""


def test_nothing_new(path: Path, writer: Writer) -> None:
    """A moment at which nothing is new needs no entry."""
    writer.submit(Changes({"why": "One."}))
    writer.mark(Mark("export"))
    writer.mark(Mark("export"))
    writer.close(20)

    assert _reasons(path) == ["export", "created"]


def test_an_export_has_a_moment_of_its_own(path: Path, writer: Writer) -> None:
    """People look for what they gave away, even when all of it was kept already."""
    writer.submit(Changes({"why": "One."}))
    writer.mark(Mark("typing"))
    writer.mark(Mark("export"))
    writer.mark(Mark("export"))
    writer.close(20)

    assert _reasons(path) == ["export", "typing", "created"]


def test_steps(path: Path, writer: Writer) -> None:
    """What was there before a step has a moment of its own, even right after another one."""
    writer.submit(Changes({"why": "One."}))
    writer.mark(Mark("export"))
    writer.mark(Mark("before", "fill"))
    writer.mark(Mark("before", "clear"))
    writer.submit(Changes({"why": ""}))
    writer.close(20)

    assert _reasons(path) == ["closed", "before", "export", "created"]
    assert answer_at(path, moments(path)[1].id, "why") == "One."


def test_checkpoints(path: Path, writer: Writer) -> None:
    """A checkpoint is kept under its name even when nothing changed."""
    writer.mark(Mark("checkpoint", "Start of the workshop"))
    writer.submit(Changes({"why": "Later."}, Details(name="Grace")))
    writer.mark(Mark("checkpoint", "End of day 1"))
    writer.flush(20)

    marked = [moment for moment in moments(path) if moment.is_checkpoint]

    assert [moment.title for moment in marked] == ["End of day 1", "Start of the workshop"]
    assert [workbook_at(path, moment.id).details.name for moment in marked] == ["Grace", "Ada"]


def test_of_one_block(path: Path, writer: Writer) -> None:
    """A block's own history leaves out the moments at which only others changed."""
    writer.submit(Changes({"how": "So."}))
    writer.mark(Mark("export"))
    writer.flush(20)

    assert _reasons(path, "how") == ["export", "created"]
    assert _reasons(path, "why") == ["created"]


def test_replaced_whole(path: Path, writer: Writer, workbook: Workbook) -> None:
    """Bringing back a whole workbook keeps what was there, and can be undone the same way."""
    writer.submit(Changes({"why": "New."}))
    now = workbook.with_answer("why", "New.")

    writer.replace(now, workbook, "restore")
    writer.flush(20)

    assert read(path).workbook == workbook
    before = moments(path)[0]
    assert (before.reason, before.title) == ("before", "restore")
    assert workbook_at(path, before.id) == now


def test_gone_moment(path: Path) -> None:
    """A moment that is not there is named as such."""
    with pytest.raises(WorkbookFileError, match="does not hold this moment"):
        answer_at(path, "nowhere", "why")


def _essay(words: int, seed: int) -> list[str]:
    """Return text in which words come as often as they do in a language."""
    chance = random.Random(seed)
    letters = "etaoinshrdlucmwfgypbvk"
    known = ["".join(chance.choices(letters, k=chance.randint(2, 11))) for _ in range(6000)]
    weights = [1 / (place + 3) for place in range(len(known))]
    return chance.choices(known, weights, k=words)


def test_growth(path: Path) -> None:
    """An hour of typing into 50,000 words makes the file grow by less than ten times the text."""
    words, clock = _essay(50_000, seed=1), [0.0]
    committer = Committer(path, None, path.parent / "data", clock=lambda: clock[0])
    committer.commit([Batch({"why": text("why", " ".join(words))})])
    before = path.stat().st_size
    more = iter(_essay(3_000, seed=2))
    place = 20_000
    for second in range(0, 3600, 20):
        clock[0] = second
        words[place:place] = [next(more) for _ in range(15)]
        place = place + 15 if second % 300 else (place * 7) % 50_000
        committer.commit([Batch({"why": text("why", " ".join(words))})])
    committer.finish()

    size = len(" ".join(words))

    assert len(moments(path, "why")) >= 30
    assert path.stat().st_size - before < 3 * size
    assert answer_at(path, moments(path)[0].id, "why") == " ".join(words)


def test_thinned_by_age() -> None:
    """All of the last day stay, then one an hour, then one a day; checkpoints always."""
    start = NOW - datetime.timedelta(days=10)
    times = [start + datetime.timedelta(minutes=20 * step) for step in range(10 * 24 * 3)]
    entries = [(number, time.isoformat(), "typing") for number, time in enumerate(times)]
    entries[10] = (10, entries[10][1], "checkpoint")

    kept = kept_entries(entries, NOW)

    age = {number: NOW - time for number, time in enumerate(times) if number in kept}
    last_day = [number for number, old in age.items() if old <= datetime.timedelta(days=1)]
    week = [n for n, old in age.items() if datetime.timedelta(1) < old <= datetime.timedelta(7)]
    assert {0, 10, len(entries) - 1} <= kept
    assert len(last_day) == 72
    assert len(week) == 6 * 24
    assert len(kept) - len(last_day) - len(week) == 2 + 4  # and the first, and the checkpoint


def test_thinning_keeps_each_state(path: Path) -> None:
    """What is dropped changes nothing of what can be seen at the moments that stay."""
    conn = sqlite3.connect(path, isolation_level=None)
    chance = random.Random(3)
    for number in range(60):
        for name in ("why", "how"):
            if chance.random() < 0.4:
                one = text(name, f"{name} {number} " + "x " * 900)
                conn.execute("INSERT OR REPLACE INTO texts VALUES (?, ?, ?)", (*one, one.crc))
        if chance.random() < 0.2:
            conn.execute("DELETE FROM texts WHERE name = 'how'")
        record(conn, Mark("typing"))
    old = "UPDATE entries SET made = '2026-11-' || printf('%02d', 1 + number / 6)"
    conn.execute(old + " || 'T10:00:00.000000+00:00'")
    before = {moment.id: workbook_at(path, moment.id) for moment in moments(path)}

    conn.execute("BEGIN")
    thin(conn, NOW)
    conn.execute("COMMIT")
    loose = conn.execute("SELECT count(*) FROM pieces").fetchone()[0]
    conn.close()

    kept = [moment.id for moment in moments(path)]
    assert 5 < len(kept) < 20
    assert {key: workbook_at(path, key) for key in kept} == {key: before[key] for key in kept}
    assert loose < 40
