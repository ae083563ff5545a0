"""Workbook files as wholes: making one and reading one."""

import contextlib
import datetime
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec

from ladder_desktop.errors import N_, TemplateError, WorkbookFileError
from ladder_desktop.store.connection import LARGEST_VALUE
from ladder_desktop.store.faults import DamagedError
from ladder_desktop.store.making import create
from ladder_desktop.store.owner import Owner, read_owner
from ladder_desktop.store.reading import look
from ladder_desktop.store.texts import DETAILS, IDENTITY, TEMPLATE, Text, parts_of
from ladder_desktop.workbook.loading import Misfit, load
from ladder_desktop.workbook.workbook import Workbook

__all__ = ["State", "Stored", "create", "is_read_only", "read", "read_state", "state_of"]

LARGEST_TOTAL = 3 * LARGEST_VALUE  # bytes of all texts together


class Stored(msgspec.Struct, frozen=True):
    """What a workbook file holds.

    Attributes:
        workbook: the workbook.
        changed: the moment of the last save, with its time zone.
        read_only: it can be shown but not changed where it lies.
        misfits: answers that did not fit their block; kept aside in the file.
        last_commit: the random id of the last save; tells two copies apart.
        owner: the session that has it open, or ended unexpectedly; None when it was closed.
    """

    workbook: Workbook
    changed: datetime.datetime | None
    read_only: bool
    misfits: tuple[Misfit, ...]
    last_commit: str
    owner: Owner | None


class State(msgspec.Struct, frozen=True):
    """The texts of a workbook file and what it knows of its last save."""

    texts: dict[str, str]
    owner: str
    last_commit: str
    changed: str


def read(path: Path) -> Stored:
    """Read a whole workbook file; nothing is written, not even beside it.

    Raises:
        WorkbookFileError: it can't be read; the message says why and what to do.
        DamagedError: it is one of ours but damaged: `salvage` can make a new one from it.
    """
    state = read_state(path)
    try:
        loaded = load(parts_of(state.texts), path.name)
    except TemplateError as error:
        raise DamagedError(
            N_("“{file}” is damaged: its questions can't be read. {reason}"),
            file=path.name,
            reason=error,
        ) from None
    return Stored(
        workbook=loaded.workbook,
        changed=_moment(state.changed),
        read_only=is_read_only(path),
        misfits=loaded.misfits,
        last_commit=state.last_commit,
        owner=read_owner(state.owner),
    )


def read_state(path: Path) -> State:
    """Read the texts of a workbook file, each checked against its checksum.

    Raises:
        WorkbookFileError: as `read` does.
    """
    return look(path, lambda conn: state_of(conn, path))


def state_of(conn: sqlite3.Connection, path: Path) -> State:
    """Return the texts and the state behind a reading connection."""
    row = conn.execute("SELECT owner, last_commit, changed FROM state WHERE id = 1").fetchone()
    texts = dict(_checked_texts(conn, path))
    missing = [name for name in (IDENTITY, TEMPLATE, DETAILS) if name not in texts]
    if row is None or missing:
        raise DamagedError(
            N_("“{file}” is damaged: a part of it is missing ({part})."),
            file=path.name,
            part=missing[0].strip("/") if missing else "state",
        )
    owner, last_commit, changed = (_decoded(value, path) for value in row)
    return State(texts, owner, last_commit, changed)


def _checked_texts(conn: sqlite3.Connection, path: Path) -> Iterator[Text]:
    total = 0
    for name, json, crc in conn.execute("SELECT name, text, crc FROM texts"):
        text = Text(_decoded(name, path), _decoded(json, path))
        if text.crc != crc:
            raise DamagedError(
                N_("“{file}” is damaged: “{name}” is not as it was saved."),
                file=path.name,
                name=text.name.strip("/")[:60],
            )
        total += len(json)
        if total > LARGEST_TOTAL:
            raise WorkbookFileError(
                N_("“{file}” is too large for a workbook and was not opened."), file=path.name
            )
        yield text


def _decoded(value: object, path: Path) -> str:
    if isinstance(value, bytes):
        with contextlib.suppress(UnicodeDecodeError):
            return value.decode()
    raise DamagedError(N_("“{file}” is damaged: a text in it can't be read."), file=path.name)


def _moment(changed: str) -> datetime.datetime | None:
    try:
        return datetime.datetime.fromisoformat(changed)
    except ValueError:
        return None


def is_read_only(path: Path) -> bool:
    """Tell whether a file can't be changed where it lies; saving needs its folder, too."""
    return not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))
