"""What an earlier session left behind: an unexpected end, and what it could not save."""

from pathlib import Path

import msgspec

from ladder_desktop.blocks.block import plain
from ladder_desktop.errors import AnswerError, LadderError
from ladder_desktop.paths import Places
from ladder_desktop.store.faults import TakenError
from ladder_desktop.store.file import Stored, read
from ladder_desktop.store.lock import take
from ladder_desktop.store.rescue import Rescued, drop_rescue, find_rescue
from ladder_desktop.store.texts import DETAILS, is_answer
from ladder_desktop.ui.opening import Opened
from ladder_desktop.workbook.details import read_details
from ladder_desktop.workbook.merging import Conflict
from ladder_desktop.workbook.workbook import Workbook

Conflicts = dict[str, tuple[Conflict, ...]]


class Aftermath(msgspec.Struct, frozen=True):
    """What was rescued of a workbook, against what its file holds.

    Attributes:
        rescued: what the rescue file holds.
        workbook: the file's workbook with what was rescued put in, where nothing stands against it.
        conflicts: what differs where the file was changed since: ours is the file's side.
    """

    rescued: Rescued
    workbook: Workbook
    conflicts: Conflicts


def unexpected_end(path: Path, places: Places) -> Stored | None:
    """Return what a workbook file holds whose session did not end in good order, else None."""
    try:
        take(path, places.data).release()
        stored = read(path)
    except (TakenError, LadderError, OSError):
        return None  # it is at work elsewhere, or not to be read just now
    owner = stored.owner
    return stored if owner and owner.had_it_here(path) and not stored.read_only else None


def aftermath(opened: Opened, places: Places) -> Aftermath | None:
    """Return what an earlier session could not save into the workbook that was just opened."""
    session, stored = opened.session, opened.stored
    rescued = find_rescue(session.path, places.rescues)
    if rescued is None or session.read_only:
        return None
    follows = rescued.last_commit in (None, stored.last_commit)
    workbook = _on_screen(rescued) if follows else None
    workbook = workbook or put_in(session.workbook, rescued)
    if workbook == session.workbook:
        drop_rescue(session.path, places.rescues)  # it came through all the same
        return None
    if follows:
        return Aftermath(rescued, workbook, {})
    return Aftermath(rescued, session.workbook, _differences(session.workbook, workbook))


def _on_screen(rescued: Rescued) -> Workbook | None:
    """Return the workbook as it was on screen, with its template, where that can be known."""
    try:
        return rescued.workbook()
    except LadderError:
        return None


def put_in(workbook: Workbook, rescued: Rescued) -> Workbook:
    """Return a workbook with the rescued texts in it; what does not fit stays as it was."""
    pictures = workbook.pictures
    for identity, picture in rescued.pictures.items():
        pictures = pictures.with_picture(identity, picture)
    workbook = msgspec.structs.replace(workbook, pictures=pictures)
    for name, json in rescued.changed.items():
        try:
            if name == DETAILS and json:
                details = read_details(msgspec.json.decode(json))
                workbook = msgspec.structs.replace(workbook, details=details)
            elif is_answer(name) and json:
                workbook = workbook.with_answer(name, msgspec.json.decode(json))
        except (AnswerError, msgspec.DecodeError):
            continue
    return workbook


def _differences(ours: Workbook, theirs: Workbook) -> Conflicts:
    return {
        block.id: (Conflict((), plain(ours.answers[block.id]), plain(theirs.answers[block.id])),)
        for block in ours.template.blocks()
        if ours.answers[block.id] != theirs.answers[block.id]
    }
