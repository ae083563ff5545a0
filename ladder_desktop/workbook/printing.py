"""Turns a workbook into the document that every export format writes."""

from collections.abc import Iterator
from typing import Any

from ladder_desktop.blocks.sheets import sheet
from ladder_desktop.document.nodes import (
    Answer,
    Detail,
    Document,
    Node,
    Paragraph,
    Place,
    Section,
)
from ladder_desktop.document.presets import answered
from ladder_desktop.document.told import told
from ladder_desktop.words import Words
from ladder_desktop.workbook import template
from ladder_desktop.workbook.details import LABELS, LEVELS, Details, printed_date
from ladder_desktop.workbook.workbook import Workbook

NO_LONGER_ASKED = "no-longer-asked"


def printed(workbook: Workbook, words: Words) -> Document:
    """Return the whole workbook as a document in the words of its language."""
    return Document(
        title=workbook.template.title,
        author=workbook.details.name,
        identity=workbook.identity,
        language=workbook.template.header.language,
        details=printed_details(workbook.details, words),
        sections=(
            *(_section(workbook, section, words) for section in workbook.template.sections),
            *_no_longer_asked(workbook, words),
        ),
        pictures=workbook.pictures,
    )


def printed_details(details: Details, words: Words) -> tuple[Detail, ...]:
    """Return the details as people read them."""
    values = {name: getattr(details, name) or "" for name in LABELS}
    if details.level:
        values["level"] = words(LEVELS[details.level])
    if details.date:
        values["date"] = printed_date(details.date, words)
    choices = {"level": tuple(words(label) for label in LEVELS.values())}
    return tuple(
        Detail(name, words(label), values[name], choices.get(name, ()))
        for name, label in LABELS.items()
    )


def _section(workbook: Workbook, section: template.Section, words: Words) -> Section:
    nodes: list[Node] = []
    if section.header.intro:
        nodes.append(Paragraph(section.header.intro, "intro"))
    for block in section.blocks:
        nodes += sheet(block.kind).sheet(block, workbook.answers[block.id], words)
    return Section(section.id, section.title, section.heading, tuple(nodes))


def _no_longer_asked(workbook: Workbook, words: Words) -> Iterator[Section]:
    """Yield a last section with the answers whose question is gone, if there are any."""
    if workbook.no_longer_asked:
        title = words("No longer asked")
        intro = words("These answers were given before the questions changed.")
        answers = tuple(
            Answer(
                Place(NO_LONGER_ASKED, name),
                workbook.former.asked(name, workbook.template),
                "\n".join(_told(workbook, name, plain, words)),
            )
            for name, plain in workbook.no_longer_asked.items()
        )
        yield Section(NO_LONGER_ASKED, title, title, (Paragraph(intro, "intro"), *answers))


def _told(workbook: Workbook, name: str, plain: Any, words: Words) -> Iterator[str]:
    """Yield an answer as lines, each part under the words of what it was given to."""
    found = workbook.former.answered(name, plain, workbook.template)
    if found is None or isinstance(plain, str):
        yield from _lines(plain)
        return
    block, answer = found
    part = Section("", "", "", sheet(block.kind).sheet(block, answer, words))
    for kept in answered(Document("", "", "", "", (), (part,))).sections:
        yield from told(kept.nodes, words)


def _lines(plain: Any, name: str = "") -> Iterator[str]:
    """Yield a plain answer of whatever shape as lines of text; what is empty is left out."""
    if isinstance(plain, dict):
        for key, value in plain.items():
            yield from _lines(value, f"{name}, {key}" if name else key)
    elif isinstance(plain, list):
        for number, value in enumerate(plain, start=1):
            yield from _lines(value, f"{name} {number}".strip())
    elif plain not in ("", None, False):
        yield f"{name}: {plain}" if name else str(plain)
