"""Finds words in all of a person's workbooks, through the index."""

import datetime
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from ladder_desktop.store.index import SHIFT, Index
from ladder_desktop.workbook.matching import Span, Term, places_of_terms, says_enough, terms

MOST_WORKBOOKS = 30
EACH = 3  # places shown of one workbook
MOST_ROWS = 5_000  # places that are counted
BEFORE, AROUND = 60, 180  # letters of an excerpt before what was found, and in all


class Hit(msgspec.Struct, frozen=True):
    """One place where words were found.

    Attributes:
        section: the title of its section; blank for the details of the workbook.
        block: the id of its block; blank where none can be shown.
        question: what was asked.
        excerpt: what was written around the words, in one line.
        marks: where the words stand in the excerpt.
        wanted: the first words as they are written there; blank where only the question has them.
    """

    section: str
    block: str
    question: str
    excerpt: str
    marks: tuple[Span, ...]
    wanted: str


class FoundIn(msgspec.Struct, frozen=True):
    """A workbook in which words were found.

    Attributes:
        path: its file.
        name: who fills it in; may be blank.
        title: its template's.
        changed: when it was saved last.
        hits: the first places.
        total: how many places there are.
    """

    path: Path
    name: str
    title: str
    changed: datetime.datetime | None
    hits: tuple[Hit, ...]
    total: int


def search(index: Index, typed: str) -> list[FoundIn]:
    """Return where everything that was typed stands together, in the newest workbooks first.

    Each word may go on: “comm” finds “committee”. The words of one place are those of its
    question, its answer, and of whose workbook it is.

    Raises:
        SearchError: the index can't be read just now.
    """
    if not says_enough(typed):
        return []
    wanted = terms(typed)
    return index.use(lambda conn: _search(conn, wanted))


def _search(conn: sqlite3.Connection, wanted: Sequence[Term]) -> list[FoundIn]:
    """Return workbooks whose answers have the words, then those whose questions have them."""
    shown: dict[Path, FoundIn] = {}
    for column in ("text", "question"):
        rows = _by_workbook(conn, wanted, column)
        for found in _newest(conn, rows, wanted):
            if len(shown) == MOST_WORKBOOKS:
                break
            shown.setdefault(found.path, found)
    return list(shown.values())


def _newest(
    conn: sqlite3.Connection, found: dict[int, list[int]], wanted: Sequence[Term]
) -> Iterator[FoundIn]:
    newest = "SELECT id, name, title, path, changed FROM workbooks ORDER BY changed DESC, path"
    for number, name, title, path, changed in conn.execute(newest):
        if number in found and os.path.lexists(path):
            rows = found[number]
            hits = tuple(_hits(conn, rows[:EACH], wanted))
            yield FoundIn(Path(path), name, title, _moment(changed), hits, len(rows))


def _by_workbook(
    conn: sqlite3.Connection, wanted: Sequence[Term], column: str
) -> dict[int, list[int]]:
    """Return for each workbook the passages that have all words, and some in this column."""
    phrases = [_phrase(term) for term in wanted]
    # nothing but letters, figures and our own quotes gets here, so it is a sound question
    asked = f"({' AND '.join(phrases)}) AND {{{column}}} : ({' OR '.join(phrases)})"
    rows = conn.execute(
        "SELECT rowid FROM found WHERE found MATCH ? ORDER BY rowid DESC LIMIT ?",
        (asked, MOST_ROWS),
    ).fetchall()
    found: dict[int, list[int]] = {}
    for (row,) in reversed(rows):
        found.setdefault(row >> SHIFT, []).append(row)
    return found


def _phrase(term: Term) -> str:
    return f'"{" ".join(term.words)}"{" *" if term.goes_on else ""}'


def _hits(conn: sqlite3.Connection, rows: list[int], wanted: Sequence[Term]) -> Iterable[Hit]:
    for row in rows:
        passage = conn.execute(
            "SELECT section, block, question, text FROM passages WHERE id = ?", (row,)
        ).fetchone()
        if passage:
            section, block, question, text = passage
            marks = places_of_terms(text, wanted)
            shown, kept = excerpt(text, marks)
            first = text[slice(*marks[0])] if marks else ""
            yield Hit(section, block, question, shown, kept, first)


def excerpt(text: str, marks: Sequence[Span]) -> tuple[str, tuple[Span, ...]]:
    """Return what stands around the first of some places, in one line, and the places in it."""
    first = marks[0][0] if marks else 0
    start = max(first - BEFORE, 0)
    if start:
        blank = text.find(" ", start, first)
        start = blank + 1 if blank >= 0 else start
    end = start + AROUND
    if end < len(text):
        blank = text.rfind(" ", start + AROUND // 2, end)
        end = blank if blank >= 0 else end
    shown = text[start:end].translate(LINES)
    before = "… " if start else ""
    after = " …" if end < len(text) else ""
    kept = tuple(
        (one - start + len(before), min(last, end) - start + len(before))
        for one, last in marks
        if one < end
    )
    return f"{before}{shown}{after}", kept


def _moment(changed: str) -> datetime.datetime | None:
    try:
        return datetime.datetime.fromisoformat(changed)
    except ValueError:
        return None


# a blank for each, so that places stay where they are
LINES = dict.fromkeys(map(ord, "\n\r\t\x0b\x0c\u2028\u2029"), " ")
