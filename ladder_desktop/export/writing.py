"""Writes a workbook in any format."""

import dataclasses
import importlib
from collections.abc import Callable
from pathlib import Path
from typing import Protocol, cast

from ladder_desktop.document.nodes import Document
from ladder_desktop.document.presets import answered, answers_only, blank, only_sections, summed
from ladder_desktop.errors import N_, ExportError
from ladder_desktop.export.options import ExportOptions, Job
from ladder_desktop.words import Words
from ladder_desktop.workbook.printing import NO_LONGER_ASKED, printed
from ladder_desktop.workbook.ratings import side_by_side
from ladder_desktop.workbook.summary import summary
from ladder_desktop.workbook.workbook import Workbook

FORMATS = {
    "pdf": "pdf.job",
    "docx": "docx",
    "md": "markdown",
    "json": "json_interchange",
    "csv": "csv_table",
}


class Format(Protocol):
    """What the module of a format offers."""

    def write(self, job: Job, /) -> None:
        """Write the target, whole or not at all.

        Raises:
            ExportError: it can't be written, or the export was cancelled.
        """
        ...


def export(
    workbook: Workbook,
    kind: str,
    target: Path,
    options: ExportOptions,
    words: Words,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Write a workbook to `target` in the format `kind`, one of `FORMATS`.

    The former file stays as it was until the new one is complete.

    Raises:
        ExportError: a section is unknown, or the file can't be written.
    """
    _check_sections(workbook, options)
    job = Job(
        workbook,
        prepared(workbook, options, words),
        target,
        options,
        words,
        progress or (lambda _done, _total: None),
        cancelled or (lambda: False),
    )
    format_of(kind).write(job)


def prepared(workbook: Workbook, options: ExportOptions, words: Words) -> Document:
    """Return what is printed of a workbook, as the options say."""
    document = _chosen(workbook, options, words)
    if options.compared is None or options.preset == "blank":
        return document
    first, second = options.compared
    part = side_by_side(first.workbook, second.workbook, (first.name, second.name), words)
    return dataclasses.replace(document, sections=(*document.sections, part))


def _chosen(workbook: Workbook, options: ExportOptions, words: Words) -> Document:
    if options.preset == "summary":
        return summary(workbook, words, options.sections)
    document = printed(workbook, words)
    if options.sections is not None:
        document = only_sections(document, options.sections)
    if options.preset == "answers":
        return answers_only(document)
    if options.preset == "blank":
        return blank(document)
    return answered(document) if options.without_unanswered else summed(document)


def format_of(kind: str) -> Format:
    """Return the module of one of `FORMATS`; most are heavy, so each is imported when asked for."""
    return cast("Format", importlib.import_module(f"ladder_desktop.export.{FORMATS[kind]}"))


def _check_sections(workbook: Workbook, options: ExportOptions) -> None:
    known = [section.id for section in workbook.template.sections]
    if workbook.no_longer_asked:
        known.append(NO_LONGER_ASKED)
    for name in options.sections or ():
        if name not in known:
            raise ExportError(
                N_("There is no section “{name}” in this workbook. It has: {known}."),
                name=name,
                known=", ".join(known),
            )
