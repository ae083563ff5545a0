"""What can be chosen for an export, and the work it makes."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msgspec

from ladder_desktop.document.nodes import Document
from ladder_desktop.words import Words
from ladder_desktop.workbook.workbook import Workbook

Preset = Literal["full", "answers", "summary", "blank"]
Paper = Literal["letter", "a4"]


class Then(msgspec.Struct, frozen=True):
    """A workbook as it was once.

    Attributes:
        name: what that moment is called on paper.
        workbook: the workbook.
    """

    name: str
    workbook: Workbook


class ExportOptions(msgspec.Struct, frozen=True, kw_only=True):
    """What can be chosen; a format takes what means something to it.

    Attributes:
        preset: how much is printed.
        paper: the size of the pages.
        sections: ids of the sections to print; None for all.
        without_unanswered: leave out questions without an answer.
        large: larger print.
        grey: safe to print without colour.
        mirrored: wide inner margins, for paper printed on both sides.
        carry: put the workbook itself into the file, so that it can be opened again.
        form: a form to fill in.
        password: asked for when the file is opened; blank for none.
        compared: an earlier and a later moment, whose ratings are laid side by side at the end.
    """

    preset: Preset = "full"
    paper: Paper = "letter"
    sections: tuple[str, ...] | None = None
    without_unanswered: bool = False
    large: bool = False
    grey: bool = False
    mirrored: bool = False
    carry: bool = False
    form: bool = False
    password: str = ""
    compared: tuple[Then, Then] | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """One export: what is written, where to, and who hears of its progress.

    Attributes:
        workbook: the values, for formats that carry data.
        document: the printed outline, for formats that people read.
        target: the file to write; it appears only when it is complete.
        options: what was chosen.
        words: the words of the workbook's language.
        progress: called with (done, total) now and then, from the thread that exports.
        cancelled: asked now and then; True ends the export and leaves the target as it was.
    """

    workbook: Workbook
    document: Document
    target: Path
    options: ExportOptions
    words: Words
    progress: Callable[[int, int], None]
    cancelled: Callable[[], bool]
