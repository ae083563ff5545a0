"""The steps that make a workbook file, and that bring an older one up to date.

Imported only by who writes: sqlite-utils takes 100 ms to import, and reading has no use for it.
"""

import sqlite3

from sqlite_utils import Database, Migrations

from ladder_desktop.store.layout import APPLICATION_ID, FORMAT, FORMAT_1, MIGRATIONS

migrations = Migrations("ladder")


@migrations()
def format_1(db: Database) -> None:
    """Lay out an empty workbook file."""
    for sql in FORMAT_1.values():
        db.execute(sql)
    db.execute("INSERT INTO state VALUES (1, '', '', '')")
    _stamp(db, 1)


def migrate(conn: sqlite3.Connection) -> None:
    """Take a connection's file through every step that it has not had, each all or nothing."""
    db = Database(conn, recursive_triggers=False)
    if conn.execute("PRAGMA user_version").fetchone()[0] == 0:
        # ahead of sqlite-utils, whose next version may write them down in another way
        for sql in MIGRATIONS.values():
            db.execute(sql)
    migrations.apply(db)
    found = conn.execute("PRAGMA user_version").fetchone()[0]
    if found != FORMAT:
        message = f"the steps lead to format {found}, the program writes {FORMAT}"
        raise AssertionError(message)


def _stamp(db: Database, number: int) -> None:
    """Write which format the file now has; part of the step's own transaction."""
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {number}")
