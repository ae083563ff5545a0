"""The history inside a workbook file: what every text was at earlier moments.

An *entry* is a moment; it holds a *version* of each text that differs from the entry before it.
So the whole workbook at an entry is, for each text, the newest version up to there.
"""

import datetime
import secrets
import sqlite3
from collections.abc import Iterable

import msgspec

from ladder_desktop.store.owner import now
from ladder_desktop.store.pieces import cut, digest, packed, split_digests

GONE = -1  # the size of a version that says: the text was taken away
LATEST = """
    SELECT name, crc, size, max(entry) AS entry FROM versions GROUP BY name
"""
CHANGED = f"""
    SELECT texts.name, texts.text FROM texts LEFT JOIN ({LATEST}) AS latest USING (name)
    WHERE latest.crc IS NOT texts.crc OR latest.size IS NOT length(CAST(texts.text AS BLOB))
"""  # noqa: S608 - made of constants
TAKEN_AWAY = f"""
    SELECT name FROM ({LATEST}) WHERE size != {GONE} AND name NOT IN (SELECT name FROM texts)
"""  # noqa: S608 - made of constants


class Mark(msgspec.Struct, frozen=True):
    """A moment to be kept.

    Attributes:
        reason: why it is kept: created, opened, typing, before, export, checkpoint, closed.
        title: the name of a checkpoint; what a step was, for “before”.
        id: random, so that two copies of a workbook know what they share.
    """

    reason: str
    title: str = ""
    id: str = msgspec.field(default_factory=lambda: secrets.token_hex(8))

    @property
    def is_checkpoint(self) -> bool:
        """Tell whether a person marked this moment; it is kept even when nothing changed."""
        return self.reason == "checkpoint"

    @property
    def is_told(self) -> bool:
        """Tell whether something happens that people look for later: a step, or an export.

        It is kept even when nothing changed, once until something does.
        """
        return self.reason in ("before", "export")


def record(conn: sqlite3.Connection, mark: Mark) -> bool:
    """Write an entry inside the caller's transaction; nothing when nothing changed.

    A checkpoint has an entry all the same, and so have the moment before a step and that of an
    export, unless the newest entry is such a one already.

    Returns:
        Whether there is an entry for this mark now.
    """
    if conn.execute("SELECT 1 FROM entries WHERE id = ?", (mark.id,)).fetchone():
        return True
    if not is_news(conn, mark):
        return False
    changed = conn.execute(CHANGED).fetchall()
    taken_away = conn.execute(TAKEN_AWAY).fetchall()
    entry = conn.execute(
        "INSERT INTO entries (id, made, reason, title) VALUES (?, ?, ?, ?)",
        (mark.id, now(), mark.reason, mark.title),
    ).lastrowid
    for name, json in changed:
        _write_version(conn, entry, name, json.encode())
    for (name,) in taken_away:
        conn.execute(
            "INSERT INTO versions VALUES (?, ?, ?, 0, ?, ?)", (entry, name, b"", GONE, b"")
        )
    return True


def is_news(conn: sqlite3.Connection, mark: Mark) -> bool:
    """Tell whether a mark would have an entry: something changed, or it is one of its own."""
    if mark.is_checkpoint or (mark.is_told and not _ends_with(conn, mark.reason)):
        return True
    return any(conn.execute(f"{query} LIMIT 1").fetchone() for query in (CHANGED, TAKEN_AWAY))


def _ends_with(conn: sqlite3.Connection, reason: str) -> bool:
    newest = "SELECT reason = ? FROM entries ORDER BY number DESC LIMIT 1"
    return bool(conn.execute(newest, (reason,)).fetchone() == (1,))


def _write_version(conn: sqlite3.Connection, entry: int | None, name: str, data: bytes) -> None:
    pieces = [(digest(piece), piece) for piece in cut(data)]
    order = b"".join(key for key, _ in pieces)
    for key, piece in dict(pieces).items():
        if not conn.execute("SELECT 1 FROM pieces WHERE digest = ?", (key,)).fetchone():
            conn.execute("INSERT INTO pieces VALUES (?, ?)", (key, packed(piece)))
    conn.execute(
        """INSERT INTO versions SELECT ?, name, ?, crc, ?, ? FROM texts WHERE name = ?""",
        (entry, digest(data), len(data), order, name),
    )


def thin(conn: sqlite3.Connection, moment: datetime.datetime) -> None:
    """Drop old entries inside the caller's transaction; the state at each kept one stays exact.

    What a dropped entry held goes to the next kept one, unless that has something newer.
    """
    entries = conn.execute("SELECT number, made, reason FROM entries ORDER BY number").fetchall()
    kept = kept_entries(entries, moment)
    dropped = [number for number, _, _ in entries if number not in kept]
    for number in reversed(dropped):
        heir = min(other for other in kept if other > number)
        conn.execute("UPDATE OR IGNORE versions SET entry = ? WHERE entry = ?", (heir, number))
        conn.execute("DELETE FROM versions WHERE entry = ?", (number,))
        conn.execute("DELETE FROM entries WHERE number = ?", (number,))
    if dropped:
        _drop_pieces(conn)


def kept_entries(entries: Iterable[tuple[int, str, str]], moment: datetime.datetime) -> set[int]:
    """Return the numbers of the entries that stay.

    The first and the last, every checkpoint, all of the last day, then the last one of each hour
    for a week, then the last one of each day.

    Args:
        entries: for each its number, when it was made (ISO in UTC) and why, oldest first.
        moment: now.
    """
    day = (moment - datetime.timedelta(days=1)).isoformat()
    week = (moment - datetime.timedelta(days=7)).isoformat()
    numbers: dict[str, int] = {}
    kept: set[int] = set()
    for number, made, reason in entries:
        if not kept or made >= day or reason == "checkpoint":
            kept.add(number)
        # the last of each hour (“2026-11-21T10”) or day (“2026-11-21”) wins
        numbers[made[:13] if made >= week else made[:10]] = number
        last = number
    return kept | set(numbers.values()) | ({last} if kept else set())


def _drop_pieces(conn: sqlite3.Connection) -> None:
    """Drop the pieces that no version uses any more."""
    used: set[bytes] = set()
    for (joined,) in conn.execute("SELECT pieces FROM versions"):
        used.update(split_digests(joined))
    found = conn.execute("SELECT digest FROM pieces").fetchall()
    conn.executemany(
        "DELETE FROM pieces WHERE digest = ?", [one for one in found if one[0] not in used]
    )
