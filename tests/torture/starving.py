"""Lets every call of the store to the disk fail in turn: nothing is lost, nobody is pestered."""

import contextlib
import itertools
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from ladder_desktop.errors import LadderError
from ladder_desktop.store import connection, writer
from ladder_desktop.store.backup import keep_backup
from ladder_desktop.store.file import read
from ladder_desktop.store.history import Mark
from ladder_desktop.store.making import create
from ladder_desktop.store.writer import Changes, Writer
from ladder_desktop.workbook.workbook import Workbook
from tests.torture.answers import answer, block_of, check_between, start_file
from tests.torture.faulty import Faults, faulty

CHANGES = 5
FOR_EVER = 1 << 40
LENGTHS = (1, 3, FOR_EVER)  # so many calls fail
CODES = {
    "open": (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY),
    "read": (sqlite3.SQLITE_IOERR_READ,),
    "write": (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_READONLY),
    "truncate": (sqlite3.SQLITE_IOERR_TRUNCATE, sqlite3.SQLITE_FULL),
    "sync": (sqlite3.SQLITE_IOERR_FSYNC, sqlite3.SQLITE_FULL),
    "size": (sqlite3.SQLITE_IOERR_FSTAT,),
    "lock": (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_IOERR_LOCK),
    "delete": (sqlite3.SQLITE_IOERR_DELETE,),
    "access": (sqlite3.SQLITE_IOERR_ACCESS,),
}
MOST_TROUBLES = 4  # sentences for one fault; each try would tell one if nobody held it back


class Case(NamedTuple):
    """Calls of one kind fail with a code: from one on, so many."""

    kind: str
    first: int
    times: int
    code: int


NONE = Case("", 0, 0, 0)


class StarveFigures(NamedTuple):
    """What a run of faults came to.

    Attributes:
        cases: ways in which calls failed, each of which struck.
        troubles: sentences that were told about them.
    """

    cases: int
    troubles: int


def run_faults(step: int, folder: Path) -> StarveFigures:
    """Fail every `step`-th call of each kind with each code, once, a few times, and for ever."""
    disk, aside = folder / "disk", folder / "aside"
    disk.mkdir(parents=True)
    aside.mkdir()
    start = aside / "start.ladder"
    start_file(start)
    cases = troubles = 0
    with faulty(disk) as faults, _impatient():
        for case in _cases(start, disk, faults, step):
            session = _Session(shutil.copyfile(start, disk / "starved.ladder"), aside, faults)
            told = session.run(case)
            cases += faults.failed > 0
            troubles += len(told)
    return StarveFigures(cases, troubles)


@contextlib.contextmanager
def _impatient() -> Iterator[None]:
    """Keep the waits of the program short, for the length of a block."""
    kept = writer.DELAYS, connection.BUSY_TIMEOUT
    writer.DELAYS, connection.BUSY_TIMEOUT = (0.002,) * 5, 0.001
    try:
        yield
    finally:
        writer.DELAYS, connection.BUSY_TIMEOUT = kept


def _cases(start: Path, disk: Path, faults: Faults, step: int) -> Iterator[Case]:
    """Yield a case for each call that a session makes."""
    _Session(shutil.copyfile(start, disk / "counted.ladder"), disk, faults).run(NONE)
    counts = dict(faults.counts)
    for kind, codes in CODES.items():
        for number, first in enumerate(range(0, counts.get(kind, 0), step)):
            lengths = LENGTHS if step == 1 else LENGTHS[number % 3 : number % 3 + 1]
            for code, times in itertools.product(codes, lengths):
                yield Case(kind, first, times, code)


def run_faults_elsewhere(folder: Path) -> int:
    """Fail each call of making, reading and backing up a file in turn; return how many cases.

    Each either works or says what is wrong, and leaves whole files or none.
    """
    disk = folder / "disk"
    disk.mkdir(parents=True)
    source = disk / "source.ladder"
    workbook = start_file(source)
    whole = source.read_bytes()
    steps: list[Callable[[], object]] = [
        lambda: create(disk / "new.ladder", workbook),
        lambda: read(source),
        lambda: keep_backup(source, disk / "data"),
    ]
    cases = 0
    with faulty(disk) as faults, _impatient():
        for step in steps:
            for case in _cases_of(step, disk, faults):
                faults.plan(*case)
                with contextlib.suppress(LadderError):
                    step()
                cases += faults.failed > 0
                faults.end()
                assert source.read_bytes() == whole, case
                _clear(disk, source, workbook)
    return cases


def _cases_of(step: Callable[[], object], disk: Path, faults: Faults) -> Iterator[Case]:
    faults.plan()
    step()
    counts = dict(faults.counts)
    shutil.rmtree(disk / "data", ignore_errors=True)
    (disk / "new.ladder").unlink(missing_ok=True)
    for kind, codes in CODES.items():
        for first, code in itertools.product(range(counts.get(kind, 0)), codes):
            yield Case(kind, first, 1, code)


def _clear(disk: Path, source: Path, workbook: Workbook) -> None:
    """Look at what was made, and take it away."""
    for found in disk.rglob("*"):
        if found.is_file() and found != source:
            assert found.suffix == ".ladder", f"{found} was left behind"
            assert read(found).workbook == workbook
            found.unlink()


class _Session:
    """A writer at work while calls fail."""

    def __init__(self, path: Path, aside: Path, faults: Faults) -> None:
        self._path = path
        self._aside = aside
        self._faults = faults
        self._told: list[str] = []
        self._saved = self._submitted = 0

    def run(self, case: Case) -> list[str]:
        """Write and close; return the sentences that were told meanwhile.

        A fault without end ends when it has been waited for in vain.
        """
        self._faults.plan(*case)
        work = Writer(self._path, lambda _: None, self._on_trouble, self._aside / "data")
        for number in range(1, CHANGES + 1):
            self._submitted = number
            work.submit(Changes({block_of(number): answer(number)}))
            if number == 3:
                work.mark(Mark("export"))
            self._insist(case, work.flush)
            self._saved = number
        self._insist(case, work.close)
        self._faults.end()
        self._check(case)
        return self._told

    def _insist(self, case: Case, step: Callable[[float], bool]) -> None:
        if not step(0.05 if case.times == FOR_EVER else 20):
            self._faults.end()
            assert step(20), (case, self._told)

    def _on_trouble(self, trouble: LadderError) -> None:
        """Look at what the disk holds meanwhile, as after a crash."""
        self._told.append(str(trouble))
        copy = self._aside / "copy.ladder"
        for end in ("", "-journal"):
            found = self._path.with_name(self._path.name + end)
            left = copy.with_name(copy.name + end)
            left.unlink(missing_ok=True)
            if found.exists():
                shutil.copyfile(found, left)
        check_between(copy, self._saved, self._submitted)

    def _check(self, case: Case) -> None:
        check_between(self._path, CHANGES, CHANGES)
        with contextlib.closing(sqlite3.connect(self._path)) as conn:
            assert conn.execute("PRAGMA integrity_check").fetchall() == [("ok",)], case
        journal = self._path.with_name(f"{self._path.name}-journal")
        may_stay = case.times == FOR_EVER or case.kind == "delete"  # empty, it is harmless
        assert not journal.exists() or (may_stay and journal.stat().st_size == 0), case
        journal.unlink(missing_ok=True)
        assert len(self._told) <= MOST_TROUBLES, (case, self._told)
