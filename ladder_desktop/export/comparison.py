"""Lays the ratings of two moments side by side, on their own or in a document."""

import datetime
from pathlib import Path

from ladder_desktop.export.options import ExportOptions, Job, Then
from ladder_desktop.export.writing import FORMATS, format_of
from ladder_desktop.store.past import Moment, workbook_at
from ladder_desktop.words import Words
from ladder_desktop.workbook.ratings import comparison
from ladder_desktop.workbook.workbook import Workbook


def then(path: Path, moment: Moment, words: Words) -> Then:
    """Return a workbook file as it was at a moment, under a name that lasts on paper.

    Raises:
        WorkbookFileError: the history does not hold it any more, or can't be read.
    """
    title = moment.title if moment.is_checkpoint else ""
    return Then(_name(title, moment.made, words), workbook_at(path, moment.id))


def as_now(workbook: Workbook, words: Words) -> Then:
    """Return a workbook as it is now; on paper “now” does not last, so it is named by the day."""
    return Then(_name("", datetime.datetime.now(datetime.UTC), words), workbook)


def export_comparison(
    compared: tuple[Then, Then], target: Path, options: ExportOptions, words: Words
) -> None:
    """Write the ratings of an earlier and a later moment; the target's ending says how.

    Raises:
        ExportError: the file can't be written.
    """
    first, second = compared
    names = first.name, second.name
    job = Job(
        second.workbook,
        comparison(first.workbook, second.workbook, names, words),
        target,
        options,
        words,
        lambda _done, _total: None,
        lambda: False,
    )
    kind = target.suffix.removeprefix(".")
    format_of(kind if kind in FORMATS else "pdf").write(job)


def _name(title: str, made: datetime.datetime, words: Words) -> str:
    day = words.date(made.astimezone().date())
    return words("{name}, {date}", name=title, date=day) if title else day
