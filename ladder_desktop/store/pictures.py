"""The pictures in a workbook file: read one by one, and let go when nothing names them."""

import itertools
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from ladder_desktop.document.pictures import LARGEST_PICTURE, Album, Picture, is_identity, named
from ladder_desktop.errors import LadderError
from ladder_desktop.store.faults import DamagedError
from ladder_desktop.store.reading import look

MOST_PICTURES = 10_000
TRIES = 3  # each waits for others who have the file
BACKUPS, PICTURES = "backups", "pictures"  # folders in the person's data folder
KINDS = ("image/jpeg", "image/png")
LONGEST_NAME = 100  # bytes: a marker that is cut in two has no more than this on either side
INSERT = "INSERT OR IGNORE INTO pictures VALUES (?, ?, ?, ?)"
PictureRow = tuple[str, str, int, bytes]


class Filed(msgspec.Struct, frozen=True):
    """Reads one picture of a workbook file when it is asked for.

    Attributes:
        path: the workbook file.
        identity: the picture's id.
        copies: the folder with the pictures of all backup copies, which helps where the file is
            gone or another one lies in its place.
    """

    path: Path
    identity: str
    copies: Path | None = None

    def __call__(self) -> Picture | None:
        """Return the picture; None where it can't be read, or is damaged."""
        for _ in range(TRIES):
            try:
                row = look(self.path, self._row)
            except DamagedError:
                break
            except LadderError:  # a synchroniser or a slow stick may be at it just now
                if not self.path.exists():
                    break
            else:
                found = sound(self.identity, *row) if row else None
                return found or self._copy()
        return self._copy()

    def _copy(self) -> Picture | None:
        """Return the picture from where the backup copies keep it under the digest of its data."""
        try:
            data = (self.copies / self.identity).read_bytes() if self.copies else b""
        except OSError:
            return None
        kinds = (sound(self.identity, kind, len(data), data) for kind in KINDS)
        return next((one for one in kinds if one), None)

    def _row(self, conn: sqlite3.Connection) -> tuple[object, object, object] | None:
        row: tuple[object, object, object] | None = conn.execute(
            "SELECT type, size, data FROM pictures WHERE id = ? AND length(data) <= ?",
            (self.identity, LARGEST_PICTURE),
        ).fetchone()
        return row


def sound(identity: str, kind: object, size: object, data: object) -> Picture | None:
    """Return a stored picture if it is what it says; None where it is not."""
    # the first paint of a window does without
    from ladder_desktop.document.image_data import (  # noqa: PLC0415
        checked,
        identity_of,
        is_digest,
    )

    if isinstance(kind, bytes):
        kind = kind.decode("ascii", "replace")
    if not (isinstance(kind, str) and isinstance(data, bytes) and size == len(data)):
        return None
    if is_digest(identity) and identity != identity_of(data):
        return None
    try:
        return checked(Picture(kind, data))[0]
    except LadderError:
        return None


def ids_in(conn: sqlite3.Connection) -> frozenset[str]:
    """Return the ids of the pictures that a reading connection finds."""
    rows = conn.execute("SELECT id FROM pictures LIMIT ?", (MOST_PICTURES,))
    found = (row[0].decode("utf-8", "replace") for row in rows if isinstance(row[0], bytes))
    return frozenset(one for one in found if is_identity(one))


def album(path: Path, ids: Iterable[str]) -> Album:
    """Return the pictures of a workbook file."""
    return Album({one: Filed(path, one) for one in ids})


def at(pictures: Album, path: Path) -> Album:
    """Return an album whose file lies elsewhere now; what is in memory stays there."""
    return Album(
        {
            one: msgspec.structs.replace(fetch, path=path) if isinstance(fetch, Filed) else fetch
            for one, fetch in pictures.fetches().items()
        }
    )


def with_copies(pictures: Album, data: Path) -> Album:
    """Return an album that also looks among the pictures of the backup copies in a data folder."""
    copies = data / BACKUPS / PICTURES
    return Album(
        {
            one: msgspec.structs.replace(fetch, copies=copies)
            if isinstance(fetch, Filed)
            else fetch
            for one, fetch in pictures.fetches().items()
        }
    )


def rows_of(pictures: Album, ids: Iterable[str]) -> Iterator[PictureRow]:
    """Yield the rows that store pictures, one after the other; those that can't be read not."""
    for identity in ids:
        if picture := pictures.get(identity):
            yield row_of(identity, picture)


def row_of(identity: str, picture: Picture) -> PictureRow:
    """Return the row that stores a picture."""
    return identity, picture.type, len(picture.data), picture.data


def put(conn: sqlite3.Connection, pictures: Mapping[str, Picture]) -> None:
    """Store pictures inside the caller's transaction; one that is there already stays."""
    conn.executemany(INSERT, (row_of(*one) for one in pictures.items()))


def drop_unnamed(conn: sqlite3.Connection) -> None:
    """Drop the pictures that no text and no earlier version names; inside a transaction.

    Where an earlier version can't be read, what it names can't be known, and all stay.
    """
    spare = {one for (one,) in conn.execute("SELECT id FROM pictures")}
    if spare:
        for (json,) in conn.execute("SELECT text FROM texts"):
            spare.difference_update(named(json))
    if spare:
        try:
            spare -= _named_before(conn)
        except ValueError:
            return
    conn.executemany("DELETE FROM pictures WHERE id = ?", [(one,) for one in spare])


def _named_before(conn: sqlite3.Connection) -> set[str]:
    """Return what the earlier versions name.

    Each piece is looked at once, and so is each seam between two: a name may be cut there.
    """
    # a window that opens cuts and joins nothing
    from ladder_desktop.store.pieces import split_digests, unpacked  # noqa: PLC0415

    found: set[str] = set()
    seams: set[tuple[bytes, bytes]] = set()
    ends: dict[bytes, tuple[str, str]] = {}
    for (joined,) in conn.execute("SELECT DISTINCT pieces FROM versions"):
        pieces = split_digests(joined)
        seams.update(itertools.pairwise(pieces))
    for key, packed in conn.execute("SELECT digest, packed FROM pieces"):
        text = unpacked(packed).decode("utf-8", "replace")
        ends[key] = text[:LONGEST_NAME], text[-LONGEST_NAME:]
        found.update(named(text))
    for one, next_one in seams:
        if one in ends and next_one in ends:
            found.update(named(ends[one][1] + ends[next_one][0]))
    return found
