"""Brings the answers of a document back into a workbook, whatever the document is."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from ladder_desktop.blocks.block import plain
from ladder_desktop.document.pictures import with_pictures_kept
from ladder_desktop.errors import N_, AnswerError, LadderError
from ladder_desktop.words import Words
from ladder_desktop.workbook.interchange import filled
from ladder_desktop.workbook.workbook import Workbook

LONGEST_SHOWN = 80  # characters of a text that was not placed: enough to find it


class Brought(msgspec.Struct, frozen=True):
    """A workbook with the answers of a document in it; nothing is written yet.

    Attributes:
        workbook: the workbook as it would be.
        unplaced: what could not be placed, one worded line each.
    """

    workbook: Workbook
    unplaced: tuple[str, ...]


def bring(path: Path, workbook: Workbook, words: Words) -> Brought:
    """Return the workbook with the answers of a filled form or document put in.

    Raises:
        LadderError: the document can't be read, or belongs to another template.
    """
    read = READERS.get(path.suffix.lower())
    if read is None:
        raise AnswerError(
            N_("“{file}” is neither of these: {kinds}. Save what was filled in as one of them."),
            file=path.name,
            kinds=", ".join(READERS),
        )
    return read(path, workbook, words)


def bring_beside(filled_in: Path, blank: Path, workbook: Workbook, words: Words) -> Brought:
    """Return the workbook with the answers of a document that others made and filled in.

    Args:
        filled_in: the Word document that was filled in.
        blank: the same one before that, from which the workbook's template was made.
        workbook: takes the answers.
        words: the words of the template's language.

    Raises:
        LadderError: a document can't be read.
    """
    # lxml takes its time, and most people never bring in a Word document
    from ladder_desktop.intake.filled_text import answers_beside  # noqa: PLC0415

    answers = answers_beside(filled_in, blank, workbook.template, words)
    unplaced = tuple(_line(one.text, one.after, one.reason, words) for one in answers.unplaced)
    return Brought(filled(workbook, answers.whole, filled_in.name), unplaced)


def _from_word(path: Path, workbook: Workbook, words: Words) -> Brought:
    # lxml takes its time, and most people never bring in a Word document
    from ladder_desktop.intake.filled_text import read_filled  # noqa: PLC0415

    answers = read_filled(path, workbook, words)
    unplaced = tuple(_line(one.text, one.after, one.reason, words) for one in answers.unplaced)
    return Brought(
        filled(workbook, _with_own_pictures(answers.whole, workbook), path.name), unplaced
    )


def _from_pdf(path: Path, workbook: Workbook, words: Words) -> Brought:
    # pikepdf takes its time, and most people never bring in a PDF
    from ladder_desktop.intake.pdf_answers import read  # noqa: PLC0415

    answers = read(path, workbook)
    unplaced = tuple(_line(one.text, one.name, one.reason, words) for one in answers.unplaced)
    # a workbook that is carried says itself where its pictures stand, a form can't
    is_form = "pictures" not in answers.whole and "format" not in answers.whole
    whole = _with_own_pictures(answers.whole, workbook) if is_form else answers.whole
    return Brought(filled(workbook, whole, path.name), unplaced)


def _with_own_pictures(whole: dict[str, Any], workbook: Workbook) -> dict[str, Any]:
    """Return what a document holds with the pictures that the workbook has in the same places.

    A form and a Word document show them, but bring back the texts alone.
    """
    own = {name: plain(workbook.answers.get(name)) for name in whole.get("answers", {})}
    return whole | {"answers": with_pictures_kept(whole.get("answers", {}), own)}


def _line(text: str, place: str, reason: LadderError, words: Words) -> str:
    """Return what was left out on one line, with where it stands and why."""
    shown = " ".join(text.split())
    shown = shown if len(shown) <= LONGEST_SHOWN else f"{shown[:LONGEST_SHOWN]}…"
    where, why = " ".join(place.split()), reason.worded(words)
    if not where:
        return words("not placed: “{text}”: {reason}", text=shown, reason=why)
    return words("not placed: “{text}” ({place}): {reason}", text=shown, place=where, reason=why)


READERS: dict[str, Callable[[Path, Workbook, Words], Brought]] = {
    ".docx": _from_word,
    ".pdf": _from_pdf,
}
