"""Merges two versions of an answer that both come from a third, as far as that is clear."""

import difflib
from collections.abc import Sequence
from typing import Any

import msgspec

Path = tuple[str | int, ...]
NOTHING = msgspec.UNSET  # stands for “not there”, which no plain value does
ALIKE = 0.5  # from here on two rows are one row that was edited


class Conflict(msgspec.Struct, frozen=True):
    """One place that both sides changed, each in its own way.

    Attributes:
        path: the keys and row numbers that lead there in the merged answer.
        ours: what one side has; it stands in the merged answer until somebody chooses.
        theirs: what the other side has. UNSET stands for a part that was taken out.
    """

    path: Path
    ours: Any
    theirs: Any


class Merged(msgspec.Struct, frozen=True):
    """A merged answer; `value` holds ours wherever there is a conflict."""

    value: Any
    conflicts: tuple[Conflict, ...]


def merge(base: Any, ours: Any, theirs: Any) -> Merged:
    """Merge two plain answers to one block against the answer that both sides started from.

    What only one side changed is taken; tables go row by row, groups key by key.
    """
    conflicts: list[Conflict] = []
    return Merged(_merge(base, ours, theirs, (), conflicts), tuple(conflicts))


def with_theirs(value: Any, conflict: Conflict) -> Any:
    """Return a merged answer with their side of a conflict put in the place of ours."""
    if not conflict.path:
        return conflict.theirs
    step, *rest = conflict.path
    inner = Conflict(tuple(rest), conflict.ours, conflict.theirs)
    changed = with_theirs(value[step], inner)
    if isinstance(value, dict):
        return {key: changed if key == step else kept for key, kept in value.items()}
    rows = [changed if number == step else kept for number, kept in enumerate(value)]
    return [row for row in rows if row is not NOTHING]


def _merge(base: Any, ours: Any, theirs: Any, path: Path, conflicts: list[Conflict]) -> Any:
    if theirs in (ours, base):
        return ours
    if ours == base:
        return theirs
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return _merge_groups(base, ours, theirs, path, conflicts)
    if isinstance(ours, list) and isinstance(theirs, list):
        return _Rows(base if isinstance(base, list) else [], ours, theirs).merged(path, conflicts)
    conflicts.append(Conflict(path, ours, theirs))
    return theirs if ours is NOTHING else ours


def _merge_groups(
    base: Any, ours: dict[str, Any], theirs: dict[str, Any], path: Path, conflicts: list[Conflict]
) -> dict[str, Any]:
    start = base if isinstance(base, dict) else {}
    found = {}
    for key in [*ours, *(key for key in theirs if key not in ours)]:
        before, mine, other = (side.get(key, NOTHING) for side in (start, ours, theirs))
        value = _merge(before, mine, other, (*path, key), conflicts)
        if value is not NOTHING:
            found[key] = value
    return found


class _Rows:
    """Three versions of a list of rows, and which row is which."""

    def __init__(self, base: list[Any], ours: list[Any], theirs: list[Any]) -> None:
        self._base = base
        self._ours = ours
        self._theirs = theirs
        self._in_ours = _pairs(base, ours)
        self._in_theirs = _pairs(base, theirs)

    def merged(self, path: Path, conflicts: list[Conflict]) -> list[Any]:
        """Return the rows in our order, theirs put in behind the row they follow."""
        origin = {place: row for row, place in self._in_ours.items()}
        rows: list[Any] = []
        self._put_in(None, rows, path, conflicts)
        for place, ours in enumerate(self._ours):
            row = origin.get(place)
            if row is None:
                rows.append(ours)
            else:
                self._put_row(row, ours, rows, path, conflicts)
                self._put_in(row, rows, path, conflicts)
        return rows

    def _put_row(
        self, row: int, ours: Any, rows: list[Any], path: Path, conflicts: list[Conflict]
    ) -> None:
        theirs = self._theirs[self._in_theirs[row]] if row in self._in_theirs else NOTHING
        value = _merge(self._base[row], ours, theirs, (*path, len(rows)), conflicts)
        if value is not NOTHING:
            rows.append(value)

    def _put_in(
        self, row: int | None, rows: list[Any], path: Path, conflicts: list[Conflict]
    ) -> None:
        """Put in what follows a base row in theirs and has no place in ours yet."""
        origin = {place: base for base, place in self._in_theirs.items()}
        place = 0 if row is None else self._in_theirs.get(row, len(self._theirs)) + 1
        for number in range(place, len(self._theirs)):
            base, theirs = origin.get(number), self._theirs[number]
            if base is not None and base in self._in_ours:
                return
            if base is None and theirs not in self._ours:
                rows.append(theirs)
            elif base is not None and theirs != self._base[base]:
                conflicts.append(Conflict((*path, len(rows)), NOTHING, theirs))
                rows.append(theirs)  # we took it out, they went on with it: nothing is lost


def _pairs(base: Sequence[Any], other: Sequence[Any]) -> dict[int, int]:
    """Return for each base row the row of `other` that it became; rows taken out are left out."""
    keys = [[msgspec.json.encode(row).decode() for row in rows] for rows in (base, other)]
    found: dict[int, int] = {}
    gaps: list[tuple[range, range]] = []
    matcher = difflib.SequenceMatcher(None, keys[0], keys[1])
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            found.update(zip(range(a, b), range(c, d), strict=True))
        else:
            gaps.append((range(a, b), range(c, d)))
    _pair_moved(keys, found, gaps)
    for old, new in gaps:
        _pair_edited(base, other, old, new, found)
    return found


def _pair_moved(
    keys: list[list[str]], found: dict[int, int], gaps: list[tuple[range, range]]
) -> None:
    """Pair rows that are the same and stand elsewhere."""
    free = {keys[1][place]: place for _, new in gaps for place in new}
    for old, _ in gaps:
        for row in old:
            if (place := free.pop(keys[0][row], None)) is not None:
                found[row] = place


def _pair_edited(
    base: Sequence[Any], other: Sequence[Any], old: range, new: range, found: dict[int, int]
) -> None:
    """Pair rows that are alike, in their order."""
    taken = set(found.values())
    places = [place for place in new if place not in taken]
    for row in old:
        if row in found:
            continue
        match = next((p for p in places if _alike(base[row], other[p])), None)
        if match is not None:
            found[row] = match
            places = [place for place in places if place > match]


def _alike(old: Any, new: Any) -> bool:
    """Tell whether one row may be the other, edited; an empty row is nobody's former self."""
    if isinstance(old, dict) and isinstance(new, dict):
        return any(_alike(value, new.get(key, "")) for key, value in old.items() if value)
    return _ratio(str(old), str(new)) >= ALIKE


def _ratio(old: str, new: str) -> float:
    if new and (old.startswith(new) or new.startswith(old)):
        return 1.0
    return difflib.SequenceMatcher(None, old[:2000], new[:2000]).quick_ratio()
