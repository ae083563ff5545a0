"""Commits to a workbook file; every commit first makes sure that it is still the same file."""

import contextlib
import datetime
import secrets
import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from ladder_desktop.errors import N_, TemplateError, WorkbookFileError
from ladder_desktop.store import pictures
from ladder_desktop.store.batch import Batch
from ladder_desktop.store.connection import connect_writing, transaction
from ladder_desktop.store.faults import TROUBLES, DamagedError, ReplacedError, saving_fault
from ladder_desktop.store.history import Mark, record, thin
from ladder_desktop.store.layout import check_layout
from ladder_desktop.store.owner import now, this_session, write_owner
from ladder_desktop.store.reading import beside, check_header, check_place
from ladder_desktop.store.state import check_pages, state_of
from ladder_desktop.store.texts import MISFIT, Text, parts_of
from ladder_desktop.store.upgrade import is_older, upgrade
from ladder_desktop.workbook.loading import load

STEADY_TYPING = 120.0  # seconds between two entries in the history
BETWEEN_THINNINGS = 3600.0  # seconds
TRIES = 5  # to remove the journal
QUICKLY_CHECKED = 20_000_000  # bytes of file that are checked whole before the first commit


class Committer:
    """What the writer's thread does; one for each workbook file that is open for writing.

    Attributes:
        last_commit: the id of the last commit that this session knows.
        known: the ids of the moments in the history, as far as this session saw or made them.
    """

    def __init__(
        self,
        path: Path,
        last_commit: str | None,
        data: Path,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Begin without a look at the file.

        Args:
            path: the workbook file.
            last_commit: the id of the last commit that is known; None takes the file as it is.
            data: the person's data folder, for a copy before the file's format changes.
            clock: tells seconds.
        """
        self._data = data
        self._clock = clock
        self.last_commit = last_commit
        self.known: frozenset[str] = frozenset()
        self._path = path
        self._attempted = last_commit
        self._owner = write_owner(this_session(path))
        self._opened = Mark("opened")
        self._conn: sqlite3.Connection | None = None
        self._file: tuple[int, int] | None = None
        self._has_written = False
        self._damage: DamagedError | None = None
        self._entry_made = self._clock()
        self._thin_next = 0.0

    def commit(self, batches: list[Batch]) -> None:
        """Write batches in one transaction.

        Raises:
            WorkbookFileError: trying again may help; what was written is at most this.
            ReplacedError: another copy lies there; nothing was written over it.
            DamagedError: the file is damaged and was left as it is.
        """
        with self._told():
            conn = self._connected()
            with self._guarded(conn, self._owner):
                if not self._has_written:
                    self._begin_session(conn)
                for batch in batches:
                    self._write(conn, batch)
            self._has_written = True

    def look(self) -> None:
        """Check the file ahead of the first commit.

        Raises:
            WorkbookFileError: as `commit` does.
        """
        with self._told():
            self._connected()

    def finish(self) -> None:
        """Keep the last moment, give the file up and leave nothing beside it.

        Raises:
            WorkbookFileError: as `commit` does.
        """
        with self._told():
            if self._has_written and self._damage is None:
                with self._guarded(self._connected(), ""):
                    record(self._connected(), Mark("closed"))
                    pictures.drop_unnamed(self._connected())
            if self._conn is not None:
                self._remove_journal(self._conn)
        self.disconnect()

    def leave(self) -> None:
        """Give the file up after whatever happened, with nothing beside it where that can be."""
        with contextlib.suppress(*TROUBLES, OSError):
            if beside(self._path, "journal").exists():
                self._conn = self._conn or connect_writing(self._path)
                self._remove_journal(self._conn)
        self.disconnect()

    def _remove_journal(self, conn: sqlite3.Connection) -> None:
        """Remove the empty journal; where a virus scanner holds it, it may stay: it is harmless."""
        for _ in range(TRIES):
            conn.execute("PRAGMA journal_mode = DELETE").fetchall()
            if not beside(self._path, "journal").exists():
                return
            conn.execute("PRAGMA journal_mode = TRUNCATE").fetchall()

    def condemn(self, damage: DamagedError) -> None:
        """Write nothing more into a file that was found damaged; call it on any thread."""
        self._damage = damage

    def accept(self, last_commit: str) -> None:
        """Go on with the copy that lies there now, whose last commit has this id."""
        self.disconnect()
        self.last_commit = self._attempted = last_commit
        self._has_written = False

    def disconnect(self) -> None:
        """Let go of the file; the next commit opens it anew."""
        if self._conn is not None:
            with contextlib.suppress(*TROUBLES):
                self._conn.close()
        self._conn = self._file = None

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        """Turn errors of the disk or the file into words, and let go of the file."""
        try:
            yield
        except (*TROUBLES, OSError) as error:
            self.disconnect()
            raise saving_fault(error, self._path) from error
        except WorkbookFileError:
            self.disconnect()
            raise

    def _connected(self) -> sqlite3.Connection:
        """Return a connection to the file that lies at the path now, not to one moved away."""
        if self._damage is not None:
            raise self._damage
        if self._conn is not None and self._file == self._found():
            return self._conn
        self.disconnect()
        self._file = self._found()
        check_place(self._path)
        check_header(self._path)
        self._conn = connect_writing(self._path)
        if is_older(self._conn):
            upgrade(self._conn, self._path, self._data)
        self._check(self._conn)
        return self._conn

    def _found(self) -> tuple[int, int]:
        found = self._path.stat()
        return found.st_dev, found.st_ino

    def _check(self, conn: sqlite3.Connection) -> None:
        """Refuse to write into a file that is damaged or holds what is not ours."""
        check_layout(conn, self._path)
        size = self._path.stat().st_size
        tables = ("texts", "state", "entries", "versions") if size > QUICKLY_CHECKED else ("1",)
        for table in tables:
            check_pages(conn, self._path, table)

    @contextlib.contextmanager
    def _guarded(self, conn: sqlite3.Connection, owner: str) -> Iterator[None]:
        """Run a transaction that begins by making sure whose file this is.

        A commit that failed may have come through all the same, so the id of the last try is
        as good as that of the last commit.
        """
        with transaction(conn):
            self._check_same(conn)
            self._attempted = secrets.token_hex(8)
            yield
            conn.execute(
                "UPDATE state SET owner = ?, last_commit = ?, changed = ?",
                (owner, self._attempted, now()),
            )
        if self._found() != self._file:
            raise OSError  # the commit went into a file that was moved away meanwhile
        self.last_commit = self._attempted

    def _check_same(self, conn: sqlite3.Connection) -> None:
        owner, found = conn.execute("SELECT owner, last_commit FROM state").fetchone()
        if self.last_commit is None:
            self.last_commit = found
        # blank: closing failed, but its commit came through
        is_ours = not self._has_written or owner in (self._owner, "")
        if found not in (self.last_commit, self._attempted) or not is_ours:
            raise ReplacedError(
                N_(
                    "“{file}” was changed elsewhere: another copy of it lies in its place now. "
                    "Nothing was written over it; bring the two together."
                ),
                file=self._path.name,
            )
        self.last_commit = found

    def _begin_session(self, conn: sqlite3.Connection) -> None:
        """Keep what the file held when it was opened, before the first change."""
        conn.text_factory = bytes
        try:
            state = state_of(conn, self._path)
        finally:
            conn.text_factory = str
        self.known |= state.moments
        for misfit in self._misfits(state.texts):
            _put(conn, misfit)
        self._keep(conn, self._opened)

    def _misfits(self, texts: dict[str, str]) -> list[Text]:
        """Return the answers that don't fit their block under the names they are kept by."""
        try:
            loaded = load(parts_of(texts), self._path.name)
        except TemplateError as error:
            raise DamagedError(
                N_("“{file}” is damaged: its questions can't be read. {reason}"),
                file=self._path.name,
                reason=error,
            ) from None
        return [
            Text(f"{MISFIT}{misfit.name}/{Text(misfit.name, misfit.json).crc:08x}", misfit.json)
            for misfit in loaded.misfits
            if misfit.json in (texts.get(misfit.name), texts.get(f"/{misfit.name}"))
        ]

    def _write(self, conn: sqlite3.Connection, batch: Batch) -> None:
        pictures.put(conn, batch.pictures)
        for name, text in batch.texts.items():
            if text is None:
                conn.execute("DELETE FROM texts WHERE name = ?", (name,))
            else:
                _put(conn, text)
        is_due = self._clock() - self._entry_made >= STEADY_TYPING
        if batch.mark or (is_due and batch.texts):
            self._keep(conn, batch.mark or Mark("typing"))

    def _keep(self, conn: sqlite3.Connection, mark: Mark) -> None:
        """Write an entry of the history, and now and then thin out the old ones."""
        if record(conn, mark):
            self.known |= {mark.id}
        self._entry_made = self._clock()
        if self._entry_made >= self._thin_next:
            thin(conn, datetime.datetime.now(datetime.UTC))
            self._thin_next = self._entry_made + BETWEEN_THINNINGS


def _put(conn: sqlite3.Connection, text: Text) -> None:
    conn.execute("INSERT OR REPLACE INTO texts VALUES (?, ?, ?)", (text.name, text.json, text.crc))
