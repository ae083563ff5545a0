"""The summary: a whole workbook on one page."""

from collections.abc import Iterator
from dataclasses import replace

from ladder_desktop.blocks.sheets import sheet
from ladder_desktop.document.nodes import (
    Answer,
    Bar,
    Chart,
    Document,
    Grid,
    Heading,
    Node,
    Paragraph,
    Scale,
    Section,
)
from ladder_desktop.document.presets import answers_only, short_table, shortened
from ladder_desktop.words import Words
from ladder_desktop.workbook.printing import printed
from ladder_desktop.workbook.workbook import Workbook

LONGEST_ANSWER = 420  # characters: the page is to hold them all
LONGEST_CELL = 140
LONGEST_QUESTION = 90
MOST_ROWS = 6
MOST_UNANSWERED = 8
SUMMARY = "summary"


def summary(workbook: Workbook, words: Words, sections: tuple[str, ...] | None = None) -> Document:
    """Return the document of one page: ratings, what the template marks, what is unanswered.

    Long answers are cut at a word, and end in an ellipsis.
    """
    whole = printed(workbook, words)
    chosen = [
        one.id for one in workbook.template.sections if sections is None or one.id in sections
    ]
    parts = (
        _ratings(whole, _asked(workbook, chosen), words),
        *_marked(workbook, chosen, words),
        _unanswered(workbook, chosen, words),
    )
    nodes = tuple(node for part in parts for node in part)
    page = Section(SUMMARY, words("Summary"), words("Summary"), nodes)
    details = tuple(detail for detail in whole.details if detail.value.strip())
    return replace(whole, details=details, sections=(page,))


def _asked(workbook: Workbook, chosen: list[str]) -> set[tuple[str, str]]:
    """Return block and item of what counts for this person; a school is not asked as an LEA."""
    return {
        (block.id, question.item)
        for section in workbook.template.sections
        if section.id in chosen
        for block, question in workbook.questions(section)
    }


def _ratings(whole: Document, asked: set[tuple[str, str]], words: Words) -> tuple[Node, ...]:
    """Return the ratings as a chart; the heading over a scale says what was rated."""
    bars: list[Bar] = []
    most = 0
    for section in whole.sections:
        title = section.title
        for node in section.nodes:
            if isinstance(node, Heading) and node.level == 1:
                title = node.text
            elif isinstance(node, Scale) and (node.place.block, node.place.item) in asked:
                bars.append(_bar(title, node, words))
                most = max(most, len(node.levels))
    return (Chart(words("Ratings"), tuple(bars), float(most)),) if bars else ()


def _bar(title: str, scale: Scale, words: Words) -> Bar:
    level = next((level for level in scale.levels if level.value == scale.chosen), None)
    if level is None:
        return Bar(shortened(title, LONGEST_QUESTION), None, words("Not rated yet"))
    figure = words("{rating} of {most}", rating=level.value, most=len(scale.levels))
    return Bar(shortened(title, LONGEST_QUESTION), float(level.value), f"{figure} – {level.label}")


def _marked(workbook: Workbook, chosen: list[str], words: Words) -> Iterator[tuple[Node, ...]]:
    """Yield the answered blocks that the template marks for the summary."""
    for section in workbook.template.sections:
        for block in section.blocks if section.id in chosen else ():
            if block.in_summary:
                nodes = sheet(block.kind).sheet(block, workbook.answers[block.id], words)
                part = Section(section.id, section.title, section.heading, nodes)
                document = Document("", "", "", "", (), (part,))
                for kept in answers_only(document).sections:
                    yield tuple(_short(node) for node in _telling(kept.nodes, words))


def _short(node: Node) -> Node:
    match node:
        case Answer():
            return replace(node, text=shortened(node.text, LONGEST_ANSWER))
        case Grid():
            return short_table(node, MOST_ROWS, LONGEST_CELL)
        case _:
            return node


def _telling(nodes: tuple[Node, ...], words: Words) -> Iterator[Node]:
    """Yield the nodes without tables that sum up another one, and those that a chart sums up."""
    drawn = any(isinstance(node, Chart) for node in nodes)
    asked = ""
    for node in nodes:
        if isinstance(node, Grid) and drawn:
            asked = node.caption
        elif isinstance(node, Chart):
            title = words("{title} ({detail})", title=asked, detail=node.title)
            yield replace(node, title=title)
        elif not (isinstance(node, Grid) and node.place.item):
            yield node


def _unanswered(workbook: Workbook, chosen: list[str], words: Words) -> tuple[Node, ...]:
    open_questions = [
        f"{section.title}: {shortened(question.text, LONGEST_QUESTION)}"
        for section in workbook.template.sections
        if section.id in chosen
        for _, question in workbook.questions(section)
        if not question.answered
    ]
    if not open_questions:
        return (Paragraph(words("Every question is answered."), "intro"),)
    shown = [Paragraph(line, "intro") for line in open_questions[:MOST_UNANSWERED]]
    if rest := len(open_questions) - len(shown):
        more = words.plural("and {number} more", "and {number} more", rest)
        shown.append(Paragraph(more, "intro"))
    return (Heading(1, words("Still unanswered")), *shown)
