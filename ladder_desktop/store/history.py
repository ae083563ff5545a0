"""The history inside a workbook file: what every text was at earlier moments.

An *entry* is a moment; it holds a *version* of each text that differs from the entry before it.
So the whole workbook at an entry is, for each text, the newest version up to there.
"""

import secrets
import sqlite3

import msgspec

from ladder_desktop.store.owner import now
from ladder_desktop.store.pieces import cut, digest, packed

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


def record(conn: sqlite3.Connection, mark: Mark) -> bool:
    """Write an entry inside the caller's transaction; nothing when nothing changed.

    Returns:
        Whether there is an entry for this mark now.
    """
    if conn.execute("SELECT 1 FROM entries WHERE id = ?", (mark.id,)).fetchone():
        return True
    changed = conn.execute(CHANGED).fetchall()
    taken_away = conn.execute(TAKEN_AWAY).fetchall()
    if not (changed or taken_away or mark.is_checkpoint):
        return False
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


def _write_version(conn: sqlite3.Connection, entry: int | None, name: str, data: bytes) -> None:
    pieces = {digest(piece): piece for piece in cut(data)}
    order = b"".join(digest(piece) for piece in cut(data))
    conn.executemany(
        "INSERT OR IGNORE INTO pieces VALUES (?, ?)",
        [(key, packed(piece)) for key, piece in pieces.items()],
    )
    conn.execute(
        """INSERT INTO versions SELECT ?, name, ?, crc, ?, ? FROM texts WHERE name = ?""",
        (entry, digest(data), len(data), order, name),
    )
