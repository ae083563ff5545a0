"""Reading workbook files as wholes."""

import datetime
import os
from pathlib import Path

import msgspec

from ladder_desktop.errors import N_, TemplateError, WorkbookFileError
from ladder_desktop.store.faults import DamagedError
from ladder_desktop.store.owner import Owner, moment_at, read_owner
from ladder_desktop.store.pictures import album
from ladder_desktop.store.state import read_state
from ladder_desktop.store.texts import parts_of
from ladder_desktop.workbook.former import NO_FORMER, Former
from ladder_desktop.workbook.loading import Misfit, load
from ladder_desktop.workbook.template import Template
from ladder_desktop.workbook.workbook import Workbook


class Stored(msgspec.Struct, frozen=True):
    """What a workbook file holds.

    Attributes:
        workbook: the workbook.
        changed: the moment of the last save, with its time zone.
        read_only: it can be shown but not changed where it lies.
        misfits: answers that did not fit their block; kept aside in the file.
        last_commit: the random id of the last save; tells two copies apart.
        owner: the session that has it open, or ended unexpectedly; None when it was closed.
        moments: the ids of the moments in its history; copies of one workbook share some.
    """

    workbook: Workbook
    changed: datetime.datetime | None
    read_only: bool
    misfits: tuple[Misfit, ...]
    last_commit: str
    owner: Owner | None
    moments: frozenset[str] = frozenset()


def read(path: Path, *, thoroughly: bool = False) -> Stored:
    """Read a whole workbook file; nothing is written, not even beside it.

    Args:
        path: the file.
        thoroughly: check every page of it, too; that takes as long as reading all of it.

    Raises:
        WorkbookFileError: it can't be read; the message says why and what to do.
        DamagedError: it is one of ours but damaged: `salvage` can make a new one from it.
    """
    state = read_state(path, thoroughly=thoroughly)
    try:
        loaded = load(parts_of(state.texts), path.name)
    except TemplateError as error:
        raise DamagedError(
            N_("“{file}” is damaged: its questions can't be read. {reason}"),
            file=path.name,
            reason=error,
        ) from None
    return Stored(
        workbook=msgspec.structs.replace(
            loaded.workbook,
            pictures=album(path, state.pictures),
            former=_former(path, loaded.workbook),
        ),
        changed=moment_at(state.changed),
        read_only=is_read_only(path),
        misfits=loaded.misfits,
        last_commit=state.last_commit,
        owner=read_owner(state.owner),
        moments=state.moments,
    )


def _former(path: Path, workbook: Workbook) -> Former:
    """Return what reads the templates that the workbook had before, where that is of use."""
    if not workbook.no_longer_asked:
        return NO_FORMER

    def fetch() -> list[Template]:
        # the first paint of a window does without
        from ladder_desktop.store.past import former_templates  # noqa: PLC0415

        try:
            return former_templates(path)
        except WorkbookFileError:
            return []  # it was moved away meanwhile; the ids have to do

    return Former(fetch)


def is_read_only(path: Path) -> bool:
    """Tell whether a file can't be changed where it lies; saving needs its folder, too."""
    return not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))
