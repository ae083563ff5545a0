"""Backup copies are made at opening and then now and then, only when something changed."""

import queue
from pathlib import Path

from ladder_desktop.errors import LadderError
from ladder_desktop.store.backup import Backup, backups
from ladder_desktop.store.keeper import BackupKeeper
from ladder_desktop.store.writer import Changes, Writer


def test_copies(path: Path, tmp_path: Path, writer: Writer) -> None:
    """One copy at once, another one after a change, none in between."""
    kept: queue.Queue[Backup] = queue.Queue()
    troubles: list[LadderError] = []
    keeper = BackupKeeper(path, tmp_path / "data", kept.put, troubles.append, between=0.02)
    first = kept.get(timeout=20)

    writer.submit(Changes({"how": "So."}))
    assert writer.flush(20)
    second = kept.get(timeout=20)

    keeper.stop(20)
    assert first.last_commit != second.last_commit
    assert len(backups(tmp_path / "data")) == 2
    assert troubles == []


def test_trouble(tmp_path: Path) -> None:
    """A copy that can't be made is told in words, and tried again."""
    troubles: queue.Queue[LadderError] = queue.Queue()
    keeper = BackupKeeper(
        tmp_path / "gone.ladder", tmp_path, lambda _: None, troubles.put, between=0.01
    )

    told = [str(troubles.get(timeout=20)) for _ in range(2)]

    keeper.stop(20)
    assert all("There is no file “gone.ladder”" in words for words in told)
