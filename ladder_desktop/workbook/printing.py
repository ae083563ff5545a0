"""Turns a workbook into the document that every export format writes."""

import datetime

from ladder_desktop.blocks.sheets import sheet
from ladder_desktop.document.nodes import Detail, Document, Node, Paragraph, Section
from ladder_desktop.words import Words
from ladder_desktop.workbook import template
from ladder_desktop.workbook.details import LABELS, LEVELS, Details
from ladder_desktop.workbook.workbook import Workbook


def printed(workbook: Workbook, words: Words) -> Document:
    """Return the whole workbook as a document in the words of its language."""
    return Document(
        title=workbook.template.title,
        author=workbook.details.name,
        identity=workbook.identity,
        language=workbook.template.header.language,
        details=printed_details(workbook.details, words),
        sections=tuple(
            _section(workbook, section, words) for section in workbook.template.sections
        ),
    )


def printed_details(details: Details, words: Words) -> tuple[Detail, ...]:
    """Return the details as people read them."""
    values = {name: getattr(details, name) or "" for name in LABELS}
    if details.level:
        values["level"] = words(LEVELS[details.level])
    if details.date:
        values["date"] = printed_date(details.date, words)
    return tuple(Detail(name, words(label), values[name]) for name, label in LABELS.items())


def printed_date(day: str, words: Words) -> str:
    """Return an ISO date as people write it; a day that no calendar has stays as it is."""
    try:
        return words.date(datetime.date.fromisoformat(day))
    except ValueError:
        return day


def _section(workbook: Workbook, section: template.Section, words: Words) -> Section:
    nodes: list[Node] = []
    if section.header.intro:
        nodes.append(Paragraph(section.header.intro, "intro"))
    for block in section.blocks:
        nodes += sheet(block.kind).sheet(block, workbook.answers[block.id], words)
    return Section(section.id, section.title, section.heading, tuple(nodes))
