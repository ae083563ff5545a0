"""Writes the ratings of two moments side by side, in any format that people read."""

from pathlib import Path

from ladder_desktop.export.options import ExportOptions, Job
from ladder_desktop.export.writing import FORMATS, format_of
from ladder_desktop.words import Words
from ladder_desktop.workbook.ratings import comparison
from ladder_desktop.workbook.workbook import Workbook


def export_comparison(
    moments: tuple[Workbook, Workbook],
    names: tuple[str, str],
    target: Path,
    options: ExportOptions,
    words: Words,
) -> None:
    """Write the ratings of an earlier and a later moment; the target's ending says how.

    Raises:
        ExportError: the file can't be written.
    """
    first, second = moments
    job = Job(
        second,
        comparison(first, second, names, words),
        target,
        options,
        words,
        lambda _done, _total: None,
        lambda: False,
    )
    kind = target.suffix.removeprefix(".")
    format_of(kind if kind in FORMATS else "pdf").write(job)
