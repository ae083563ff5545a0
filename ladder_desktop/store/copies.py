"""Brings together two copies of one workbook that were edited apart."""

from collections.abc import Collection
from itertools import takewhile
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from ladder_desktop.errors import N_, WorkbookFileError
from ladder_desktop.store.file import read
from ladder_desktop.store.past import Moment, answer_at, moments, workbook_at
from ladder_desktop.store.texts import DETAILS
from ladder_desktop.workbook.details import read_details
from ladder_desktop.workbook.merging import Conflict, Merged, merge, with_theirs
from ladder_desktop.workbook.newer_template import free_name, moved
from ladder_desktop.workbook.template import Template
from ladder_desktop.workbook.workbook import Workbook


class Brought(msgspec.Struct, frozen=True):
    """Two copies, merged as far as that is clear.

    Attributes:
        workbook: the merged workbook; where both sides changed something it holds ours.
        taken: the ids of the blocks that came from the other copy, whole or in part;
            ``/details`` for the details.
        conflicts: for a block's id, or ``/details``, what both changed.
        shared: the newest moment that both have in their history.
    """

    workbook: Workbook
    taken: tuple[str, ...]
    conflicts: dict[str, tuple[Conflict, ...]]
    shared: Moment

    def choose_theirs(self, name: str, conflict: Conflict) -> "Brought":
        """Return the same with the other copy's side taken in one conflict."""
        plain = with_theirs(_plain(self.workbook)[name], conflict)
        left = tuple(one for one in self.conflicts[name] if one is not conflict)
        conflicts = {**self.conflicts, name: left}
        return msgspec.structs.replace(
            self,
            workbook=_with(self.workbook, {name: plain}),
            conflicts={key: value for key, value in conflicts.items() if value},
        )


def bring_in(ours: Workbook, known: Collection[str], theirs: Path, own: Path | None) -> Brought:
    """Merge another copy of a workbook into ours; nothing is written.

    Args:
        ours: our workbook as it is now.
        known: the ids of the moments in our history (`Stored.moments` with `Writer.known`).
        theirs: the file of the other copy.
        own: our file, if it is still there: a side that the other one has moved on from counts
            as not changed.

    Raises:
        WorkbookFileError: the file can't be read, or is no copy of this workbook.
    """
    stored = read(theirs)
    shared = next((one for one in moments(theirs) if one.id in known), None)
    if shared is None:
        raise WorkbookFileError(
            N_(
                "“{file}” is no copy of this workbook: the two have nothing in common. To take "
                "its answers over, export them and fill them in."
            ),
            file=theirs.name,
        )
    base = workbook_at(theirs, shared.id)
    template = _template(base, ours, stored.workbook)
    sides = _Sides(*(moved(one, template).workbook for one in (base, ours, stored.workbook)))
    pasts = (_Past(theirs, shared.id), _Past(own, shared.id) if own else None)
    return _brought(sides, shared, pasts)


class _Sides(NamedTuple):
    """The three workbooks of a merge, all with the same template."""

    base: Workbook
    ours: Workbook
    theirs: Workbook


class _Past:
    """What one side has been since the moment both share."""

    def __init__(self, path: Path, shared: str) -> None:
        self._path = path
        self._moments = list(takewhile(lambda one: one.id != shared, moments(path)))

    def held(self, name: str, plain: Any) -> bool:
        """Tell whether a text once had this value."""
        return any(
            answer_at(self._path, one.id, name) == plain
            for one in self._moments
            if name in one.names
        )


def _brought(sides: _Sides, shared: Moment, pasts: tuple[_Past, _Past | None]) -> Brought:
    mine = _plain(sides.ours)
    values: dict[str, Any] = {}
    conflicts = {}
    for name in mine:
        found = _merged(sides, name, pasts)
        values[name] = found.value
        if found.conflicts:
            conflicts[name] = found.conflicts
    merged = msgspec.structs.replace(
        _with(sides.ours, values),
        no_longer_asked=_both(sides.ours.no_longer_asked, sides.theirs.no_longer_asked),
        pictures=sides.ours.pictures.joined(sides.theirs.pictures),
    )
    taken = tuple(name for name in mine if values[name] != mine[name])
    return Brought(merged, taken, conflicts, shared)


def _merged(sides: _Sides, name: str, pasts: tuple[_Past, _Past | None]) -> Merged:
    """Merge one text; a side that the other one has been and moved on from did not change."""
    base, ours, theirs = (_plain(side)[name] for side in sides)
    found = merge(base, ours, theirs)
    their_past, our_past = pasts
    if found.conflicts and their_past.held(name, ours):
        return Merged(theirs, ())
    if found.conflicts and our_past and our_past.held(name, theirs):
        return Merged(ours, ())
    return found


def _both(ours: dict[str, Any], theirs: dict[str, Any]) -> dict[str, Any]:
    """Return what either side set aside; what differs under one name is kept twice."""
    both = dict(ours)
    for name, rest in theirs.items():
        both[free_name(name, rest, both)] = rest
    return both


def _template(base: Workbook, ours: Workbook, theirs: Workbook) -> Template:
    """Return the template that the merged workbook has: the newer one of both sides."""
    if ours.template.text == base.template.text:
        return theirs.template
    if theirs.template.header.version > ours.template.header.version:
        return theirs.template
    return ours.template


def _plain(workbook: Workbook) -> dict[str, Any]:
    """Return answers and details as plain values, rows as lists, under the names of the store."""
    values = workbook.answers | {DETAILS: workbook.details}
    plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(values))
    return plain


def _with(workbook: Workbook, values: dict[str, Any]) -> Workbook:
    for name, plain in values.items():
        if name == DETAILS:
            workbook = msgspec.structs.replace(workbook, details=read_details(plain))
        else:
            workbook = workbook.with_answer(name, plain)
    return workbook
