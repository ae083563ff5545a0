"""Looks back: the moments in a workbook file's history, and what was written then."""

import contextlib
import datetime
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from ladder_desktop.errors import N_, AnswerError, TemplateError, WorkbookFileError
from ladder_desktop.store.faults import DamagedError
from ladder_desktop.store.history import GONE
from ladder_desktop.store.owner import moment_at
from ladder_desktop.store.pictures import album, ids_in
from ladder_desktop.store.pieces import digest, split_digests, unpacked
from ladder_desktop.store.reading import decoded, look
from ladder_desktop.store.texts import FORMER, MOST_TEMPLATES, TEMPLATE, parts_of
from ladder_desktop.workbook import loading
from ladder_desktop.workbook.template import Template, read_template
from ladder_desktop.workbook.workbook import Workbook


class Moment(msgspec.Struct, frozen=True):
    """A moment that the history keeps.

    Attributes:
        id: random; two copies of a workbook share those from before they parted.
        made: when, with its time zone.
        reason: created, opened, typing, before, export, checkpoint or closed.
        title: the name of a checkpoint; for “before”, what the step was.
        names: the ids of the blocks that changed up to it since the moment before; names with a
            slash are the workbook's own texts, such as ``/details``.
    """

    id: str
    made: datetime.datetime
    reason: str
    title: str
    names: tuple[str, ...]

    @property
    def is_checkpoint(self) -> bool:
        """Tell whether a person marked it and gave it a name."""
        return self.reason == "checkpoint"


def moments(path: Path, block_id: str | None = None) -> list[Moment]:
    """Return the moments of a workbook, or those at which one block changed; newest first.

    Raises:
        WorkbookFileError: the file can't be read.
    """
    found = look(path, lambda conn: list(_moments(conn, path)))
    return [one for one in reversed(found) if block_id is None or block_id in one.names]


def moment_of(path: Path, name: str) -> Moment:
    """Return the moment with an id, or the newest one that a person marked with a name.

    Raises:
        WorkbookFileError: there is none, or the file can't be read.
    """
    found = moments(path)
    ids = [one for one in found if one.id == name]
    marked = [one for one in found if one.is_checkpoint and one.title == name]
    if not ids + marked:
        raise WorkbookFileError(
            N_("The history of “{file}” holds no moment “{name}”. `history` lists the moments."),
            file=path.name,
            name=name,
        )
    return (ids + marked)[0]


def answer_at(path: Path, moment_id: str, block_id: str) -> Any:
    """Return the plain answer of a block at a moment; None where there was none yet.

    Raises:
        WorkbookFileError: there is no such moment, or the file can't be read.
    """
    json = look(path, lambda conn: texts_at(conn, path, moment_id, block_id)).get(block_id)
    try:
        return None if json is None else loading.unpacked(json, block_id)
    except AnswerError as error:
        raise DamagedError(
            N_("“{file}” is damaged: {reason}"), file=path.name, reason=error
        ) from None


def workbook_at(path: Path, moment_id: str) -> Workbook:
    """Return the whole workbook as it was at a moment, with the template it had then.

    Raises:
        WorkbookFileError: there is no such moment, or the file can't be read.
    """

    def ask(conn: sqlite3.Connection) -> tuple[dict[str, str], frozenset[str]]:
        return texts_at(conn, path, moment_id), ids_in(conn)

    texts, ids = look(path, ask)
    workbook = loading.load(parts_of(texts), path.name).workbook
    return msgspec.structs.replace(workbook, pictures=album(path, ids))


def former_templates(path: Path) -> list[Template]:
    """Return the templates that the history keeps, newest first; without what can't be read.

    Raises:
        WorkbookFileError: the file can't be read.
    """

    def ask(conn: sqlite3.Connection) -> list[str]:
        rows = conn.execute(
            """SELECT digest, pieces FROM versions WHERE (name = ? OR name GLOB ?) AND size != ?
            ORDER BY entry DESC, name = ? DESC, name LIMIT ?""",
            (TEMPLATE, f"{FORMER}*", GONE, TEMPLATE, MOST_TEMPLATES),
        )
        return [_joined(conn, path, *row) for row in rows]

    found = []
    for json in look(path, ask):
        with contextlib.suppress(TemplateError, msgspec.DecodeError):
            found.append(read_template(msgspec.json.decode(json, type=str), path.name))
    return found


def texts_at(
    conn: sqlite3.Connection, path: Path, moment_id: str, name: str | None = None
) -> dict[str, str]:
    """Return the texts of a moment, all or that of one name, through a reading connection.

    Raises:
        WorkbookFileError: there is no such moment.
        DamagedError: a version can't be put together any more.
    """
    entry = conn.execute("SELECT number FROM entries WHERE id = ?", (moment_id,)).fetchone()
    if entry is None:
        raise WorkbookFileError(
            N_("The history of “{file}” does not hold this moment any more."), file=path.name
        )
    rows = conn.execute(
        """SELECT name, size, digest, pieces, max(entry) FROM versions
        WHERE entry <= ? AND name = coalesce(?, name) GROUP BY name""",
        (entry[0], name),
    ).fetchall()
    return {
        decoded(found, path): _joined(conn, path, whole, pieces)
        for found, size, whole, pieces, _ in rows
        if size != GONE
    }


def _moments(conn: sqlite3.Connection, path: Path) -> Iterator[Moment]:
    names: dict[int, list[str]] = {}
    for entry, name in conn.execute("SELECT entry, name FROM versions ORDER BY entry, name"):
        names.setdefault(entry, []).append(decoded(name, path))
    rows = conn.execute("SELECT number, id, made, reason, title FROM entries ORDER BY number")
    for number, *texts in rows:
        identity, made, reason, title = (decoded(text, path) for text in texts)
        moment = _time(made, path)
        yield Moment(identity, moment, reason, title, tuple(names.get(number, ())))


def _time(made: str, path: Path) -> datetime.datetime:
    moment = moment_at(made)
    if moment is None:
        raise DamagedError(N_("“{file}” is damaged: its history can't be read."), file=path.name)
    return moment


def _joined(conn: sqlite3.Connection, path: Path, whole: bytes, pieces: bytes) -> str:
    """Return a version's text, put together from its pieces."""
    data = b"".join(_pieces(conn, pieces)) if isinstance(pieces, bytes) else b""
    if digest(data) != whole:
        raise DamagedError(
            N_("“{file}” is damaged: an earlier version in it can't be read."), file=path.name
        )
    return decoded(data, path)


def _pieces(conn: sqlite3.Connection, joined: bytes) -> Iterator[bytes]:
    """Yield the pieces that are there and sound."""
    for piece in split_digests(joined):
        row = conn.execute("SELECT packed FROM pieces WHERE digest = ?", (piece,)).fetchone()
        if row and isinstance(row[0], bytes):
            with contextlib.suppress(ValueError):
                yield unpacked(row[0])
