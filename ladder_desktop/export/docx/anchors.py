"""The names of the bookmarks by which a filled document is read back.

Word and LibreOffice keep bookmarks through any editing that leaves the printed question in
place. A name has at most 40 characters; the leading underscore hides it from people.
"""

import hashlib
import re
from dataclasses import dataclass

from ladder_desktop.document.nodes import Place

PRINTED = "_LadderX"
_ANSWER = "_LadderA"
_TICK = "_LadderT"
_COLUMN = "_LadderC"
_DIGITS = 20
_NAME = re.compile(r"_Ladder([ATCX])([0-9a-f]{20})?(?:_(\d{1,6}))?")


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a bookmark says about the text it stands around.

    Attributes:
        what: an answer follows (A), a tick stands before it (T), it heads a column (C), or it
            was merely printed (X).
        key: which place is meant, as `key_of` words it; blank for what was printed.
        turn: counted from 1; more than 1 where two things in a document have the same place.
    """

    what: str
    key: str
    turn: int


def key_of(place: Place) -> str:
    """Return the short name of a place; the row of a table does not count."""
    whole = f"{place.block}\n{place.item}\n{place.column}"
    return hashlib.blake2b(whole.encode(), digest_size=_DIGITS // 2).hexdigest()


def read_name(name: str) -> Anchor | None:
    """Return what a bookmark's name says; nothing for one that is not ours."""
    found = _NAME.fullmatch(name)
    return Anchor(found[1], found[2] or "", int(found[3] or 1)) if found else None


class Names:
    """Gives each bookmark of one document its name and its number."""

    def __init__(self) -> None:
        self._turns: dict[str, int] = {}
        self._count = 0

    def answer(self, place: Place) -> str:
        """Return a name for the text that stands before an answer."""
        return self._next(_ANSWER + key_of(place))

    def tick(self, place: Place) -> str:
        """Return a name for the text that stands behind a tick."""
        return self._next(_TICK + key_of(place))

    def column(self, place: Place) -> str:
        """Return a name for the head of a table's column."""
        return self._next(_COLUMN + key_of(place))

    def printed(self) -> str:
        """Return a name for text that is neither an answer nor stands before one."""
        return self._next(PRINTED)

    def number(self) -> int:
        """Return the next number; bookmarks and controls share one count."""
        self._count += 1
        return self._count

    def _next(self, stem: str) -> str:
        turn = self._turns[stem] = self._turns.get(stem, 0) + 1
        return stem if turn == 1 else f"{stem}_{turn}"
