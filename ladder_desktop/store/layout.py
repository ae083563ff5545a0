"""What a workbook file looks like inside, and the refusal of anything else.

A workbook file is an SQLite database. Whatever a person wrote is a *text*: JSON under a name.
Block ids name answers; names with a slash, which no id may hold, are the workbook's own. So the
history, merging and salvage treat template, details and answers alike.

Every table has a number of columns of its own or values that tell it apart, so that rows are
recognised when the pages above them are damaged.
"""

import re
import sqlite3
from pathlib import Path

from ladder_desktop.errors import N_, WorkbookFileError
from ladder_desktop.store.faults import DamagedError

APPLICATION_ID = 0x4C616472  # “Ladr”, at byte 68 of the file
FORMAT = 1  # the user_version of files that this program writes
SUFFIX = ".ladder"

FORMAT_1 = {
    "texts": """CREATE TABLE texts (
        name TEXT PRIMARY KEY, text TEXT NOT NULL, crc INTEGER NOT NULL)""",
    "state": """CREATE TABLE state (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        owner TEXT NOT NULL, last_commit TEXT NOT NULL, changed TEXT NOT NULL)""",
    "entries": """CREATE TABLE entries (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE, made TEXT NOT NULL, reason TEXT NOT NULL, title TEXT NOT NULL)""",
    "versions": """CREATE TABLE versions (
        entry INTEGER NOT NULL REFERENCES entries (number),
        name TEXT NOT NULL, digest BLOB NOT NULL, crc INTEGER NOT NULL, size INTEGER NOT NULL,
        pieces BLOB NOT NULL, PRIMARY KEY (entry, name))""",
    "pieces": "CREATE TABLE pieces (digest BLOB PRIMARY KEY, packed BLOB NOT NULL)",
    "pictures": """CREATE TABLE pictures (
        id TEXT PRIMARY KEY, type TEXT NOT NULL, size INTEGER NOT NULL, data BLOB NOT NULL)""",
}
LAYOUTS = {1: FORMAT_1}  # of every format there ever was; old files open for ever
# what sqlite-utils keeps for itself
MIGRATIONS = {
    "_sqlite_migrations": """CREATE TABLE _sqlite_migrations (
        id INTEGER PRIMARY KEY, migration_set TEXT, name TEXT, applied_at TEXT)""",
    "idx__sqlite_migrations_migration_set_name": """
        CREATE UNIQUE INDEX idx__sqlite_migrations_migration_set_name
        ON _sqlite_migrations (migration_set, name)""",
}


def check_layout(conn: sqlite3.Connection, path: Path) -> None:
    """Refuse a file that holds anything but our own tables and indexes, or not all of them.

    Raises:
        WorkbookFileError: something is there that this program did not put there.
        DamagedError: a table is missing.
    """
    number = conn.execute("PRAGMA user_version").fetchone()[0]
    own = {name: _plainly(sql) for name, sql in (LAYOUTS.get(number, {}) | MIGRATIONS).items()}
    found = set()
    for name, table, sql in conn.execute("SELECT name, tbl_name, sql FROM sqlite_master LIMIT 99"):
        label = _decoded(name)
        if sql is None and label.startswith("sqlite_autoindex_") and _decoded(table) in own:
            continue
        if sql is None or own.get(label) != _plainly(_decoded(sql)):
            raise WorkbookFileError(
                N_(
                    "“{file}” holds something that does not belong into a workbook ({name}), so it "
                    "is not opened. Ask the person it came from for another copy."
                ),
                file=path.name,
                name=label[:40],
            )
        found.add(label)
    if missing := sorted(own.keys() - found):
        raise DamagedError(
            N_("“{file}” is damaged: a part of it is missing ({part})."),
            file=path.name,
            part=missing[0],
        )


def _decoded(value: object) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def _plainly(sql: str) -> str:
    """Return a definition without what may differ in how it was written down."""
    return re.sub(r"\s+", "", re.sub(r'["\[\]`]', "", sql)).casefold()
