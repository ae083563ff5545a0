"""Cuts the power between any two calls of the real writer, and opens what the disk then holds."""

import contextlib
import hashlib
import random
import sqlite3
import sys
from pathlib import Path
from typing import NamedTuple

from tests.torture.answers import check_between
from tests.torture.disk import Disk, State
from tests.torture.kills import ROOT
from tests.torture.tracing import Call, traced

NAME = "cut.ladder"


class PowerFigures(NamedTuple):
    """What a run of power cuts came to.

    Attributes:
        calls: of the writer, between any two of which the power was cut.
        states: different contents of the disk that were opened.
        hot: of these, those in which a save had to be undone.
    """

    calls: int
    states: int
    hot: int


def run_power_cuts(changes: int, torn: int, folder: Path, seed: int = 1) -> PowerFigures:
    """Record a writer from the making of the file to its closing, and cut the power everywhere.

    Args:
        changes: how many it writes.
        torn: how many mixtures of kept, dropped and torn writes are tried at each cut.
        folder: an empty one.
        seed: of the mixtures.
    """
    recorded, opened = folder / "recorded", folder / "opened"
    recorded.mkdir()
    opened.mkdir()
    command: list[str | Path] = [sys.executable, "-m", "tests.torture.child"]
    command += [recorded / NAME, "1", str(changes)]
    calls = traced(command, ROOT, folder / "strace.log")
    return _cut_everywhere(calls, recorded, opened, torn, random.Random(seed))


class _Told:
    """What the writer had told up to a call."""

    def __init__(self) -> None:
        self.created = False
        self.saved = self.submitted = 0

    def note(self, call: Call) -> None:
        """Take in a call, if it is one by which something is told."""
        if call.name != "write" or call.handle != 1:
            return
        for line in call.texts[0].decode().splitlines():
            what, number = line.split()
            if what == "created":
                self.created = True
            elif what == "saved":
                self.saved = int(number)
            elif what == "submitted":
                self.submitted = int(number)


def _cut_everywhere(
    calls: list[Call], recorded: Path, opened: Path, torn: int, chance: random.Random
) -> PowerFigures:
    disk, told = Disk(recorded), _Told()
    seen: set[bytes] = set()
    changed = hot = 0
    for call in calls:
        told.note(call)
        if not disk.note(call):
            continue
        changed += 1
        for state in disk.states(chance, torn):
            mark = _mark(state, told)
            if mark not in seen:
                seen.add(mark)
                hot += _check(state, told, opened)
    assert told.saved == told.submitted, "the writer did not come to its end"
    return PowerFigures(changed, len(seen), hot)


def _mark(state: State, told: _Told) -> bytes:
    """Return what tells a state from others; the same content counts again after a save."""
    mark = hashlib.blake2b(f"{told.created} {told.saved}".encode())
    for name, content in sorted(state.items()):
        mark.update(f"{name} {len(content)} ".encode() + content)
    return mark.digest()


def _check(state: State, told: _Told, opened: Path) -> bool:
    """Assert that a state opens to what was saved; tell whether a save had to be undone."""
    for name, content in state.items():
        (opened / Path(name).name).write_bytes(content)
    path = opened / NAME
    journal = opened / f"{NAME}-journal"
    is_hot = journal.exists() and journal.stat().st_size > 0
    if path.exists():
        check_between(path, told.saved, told.submitted)
        _check_pages(path)
    else:
        assert not told.created, "the file was made and is not there"
    for left in opened.iterdir():
        left.unlink()
    return is_hot


def _check_pages(path: Path) -> None:
    """Let SQLite undo what was half done, and check every page and index."""
    with contextlib.closing(sqlite3.connect(path)) as conn:
        conn.execute("PRAGMA synchronous = OFF")  # this disk is not the one under test
        assert conn.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
