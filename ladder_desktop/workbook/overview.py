"""Where a workbook stands, in figures: progress, ratings, and what is ticked."""

from collections.abc import Iterator

import msgspec

from ladder_desktop.blocks.sheets import sheet
from ladder_desktop.document.nodes import Chart, Checks, Heading, Node, Scale
from ladder_desktop.words import Words
from ladder_desktop.workbook.template import Section
from ladder_desktop.workbook.workbook import Workbook


class Measure(msgspec.Struct, frozen=True):
    """One figure of a workbook.

    Attributes:
        key: the same at every moment of one workbook.
        label: what was measured.
        value: from 0 to `most`; None where there is nothing yet.
        most: the largest value there can be.
        figure: the value as people read it.
    """

    key: str
    label: str
    value: float | None
    most: float
    figure: str


class Group(msgspec.Struct, frozen=True):
    """Measures that belong together; `key` and `title` tell of what sort they are."""

    key: str
    title: str
    measures: tuple[Measure, ...]


def overview(workbook: Workbook, words: Words) -> tuple[Group, ...]:
    """Return the measures of a workbook; groups without any are left out."""
    asked = _asked(workbook)
    groups = (
        Group("progress", words("Answered, by section"), tuple(_progress(workbook, words))),
        Group("ratings", words("Ratings"), tuple(_ratings(workbook, asked, words))),
        Group("checks", words("Checklists"), tuple(_checks(workbook, asked, words))),
        Group("means", words("Surveys"), tuple(_means(workbook, words))),
    )
    return tuple(group for group in groups if group.measures)


def _asked(workbook: Workbook) -> set[tuple[str, str]]:
    """Return block and item of what counts for this person; a school is not asked as an LEA."""
    return {
        (block.id, question.item)
        for section in workbook.template.sections
        for block, question in workbook.questions(section)
    }


def _progress(workbook: Workbook, words: Words) -> Iterator[Measure]:
    for section in workbook.template.sections:
        progress = workbook.progress(section)
        if progress.total:
            figure = words("{done} of {total}", done=progress.done, total=progress.total)
            yield Measure(section.id, section.title, progress.done, progress.total, figure)


def _nodes(workbook: Workbook, words: Words) -> Iterator[tuple[Section, str, Node]]:
    """Yield the nodes of all blocks, each with its section and the heading over it."""
    for section in workbook.template.sections:
        for block in section.blocks:
            heading = section.title
            for node in sheet(block.kind).sheet(block, workbook.answers[block.id], words):
                if isinstance(node, Heading) and node.level == 1:
                    heading = node.text
                yield section, heading, node


def _ratings(workbook: Workbook, asked: set[tuple[str, str]], words: Words) -> Iterator[Measure]:
    for _, heading, node in _nodes(workbook, words):
        if isinstance(node, Scale) and (node.place.block, node.place.item) in asked:
            most = max(level.value for level in node.levels)
            figure = (
                words("Not yet")
                if node.chosen is None
                else words("{done} of {total}", done=node.chosen, total=most)
            )
            key = f"{node.place.block}/{node.place.item}"
            yield Measure(key, heading, node.chosen, most, figure)


def _checks(workbook: Workbook, asked: set[tuple[str, str]], words: Words) -> Iterator[Measure]:
    """Yield each list of things to tick, also the evidence of a practice that counts."""
    for _, heading, node in _nodes(workbook, words):
        if not isinstance(node, Checks):
            continue
        item = node.place.item
        if item and (node.place.block, item) not in asked:
            continue
        done, total = sum(check.done for check in node.items), len(node.items)
        label = f"{node.title}: {heading}" if item else node.title
        figure = words("{done} of {total}", done=done, total=total)
        yield Measure(f"{node.place.block}/{item}", label, done, total, figure)


def _means(workbook: Workbook, words: Words) -> Iterator[Measure]:
    for section, _, node in _nodes(workbook, words):
        if isinstance(node, Chart):
            for bar in node.bars:
                key = f"{section.id}/{node.title}/{bar.label}"
                yield Measure(key, bar.label, bar.value, node.maximum, bar.figure)
