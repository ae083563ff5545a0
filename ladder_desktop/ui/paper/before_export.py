"""What is good to know before an export: a few short lines, never a hurdle."""

import unicodedata

from ladder_desktop.blocks.block import plain
from ladder_desktop.document.pictures import undescribed_in
from ladder_desktop.export.options import ExportOptions
from ladder_desktop.export.pdf.layout import Forecast
from ladder_desktop.words import Words
from ladder_desktop.workbook.workbook import Workbook

SHOWN = 3  # of each
LONGEST = 48  # characters of a question that is named


def unanswered(workbook: Workbook, options: ExportOptions, words: Words) -> list[str]:
    """Return a line about the questions that are left, of the sections that are printed."""
    if options.preset == "blank":
        return []
    sections = options.sections
    left = sum(
        not question.answered
        for section in workbook.template.sections
        if sections is None or section.id in sections
        for _, question in workbook.questions(section)
    )
    said = words.plural(
        "{number} question is unanswered.", "{number} questions are unanswered.", left
    )
    return [said] if left else []


def undescribed(workbook: Workbook, options: ExportOptions, words: Words) -> list[str]:
    """Return a line about pictures of which nobody said what they show."""
    if options.preset == "blank":
        return []
    chosen = workbook.template.sections
    if options.sections is not None:
        chosen = tuple(section for section in chosen if section.id in options.sections)
    answers = [workbook.answers[block.id] for section in chosen for block in section.blocks]
    blank = sum(undescribed_in(plain(answer)) for answer in answers)
    said = words.plural(
        "{number} picture has no description. Open it large to give it one.",
        "{number} pictures have no description. Open them large to give them one.",
        blank,
    )
    return [said] if blank else []


def told(forecast: Forecast, words: Words) -> list[str]:
    """Return lines about the pages, long answers, and characters that can't be shown."""
    lines = [words.plural("{number} page.", "{number} pages.", forecast.pages)]
    lines += [
        words(
            "“{question}” runs over {pages} pages.", question=_short(one.question), pages=one.pages
        )
        for one in forecast.long_answers[:SHOWN]
    ]
    more = len(forecast.long_answers) - SHOWN
    if more > 0:
        said = words.plural(
            "{number} more answer runs over pages.", "{number} more answers run over pages.", more
        )
        lines.append(said)
    if forecast.missing:
        lines.append(_missing(forecast.missing, words))
    return lines


def _missing(signs: tuple[str, ...], words: Words) -> str:
    named = ", ".join(_named(sign) for sign in signs[:SHOWN])
    more = len(signs) - SHOWN
    if more > 0:
        named = words("{named} and {number} more", named=named, number=more)
    return words("No font here can show {named}; a code is printed instead.", named=named)


def _named(sign: str) -> str:
    code = f"U+{ord(sign):04X}"
    name = unicodedata.name(sign, "").capitalize()
    return f"{code} ({name})" if name else code


def _short(text: str) -> str:
    shown = " ".join(text.split())
    return shown if len(shown) <= LONGEST else f"{shown[:LONGEST].rstrip()}…"
