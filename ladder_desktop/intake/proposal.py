"""A proposal for a template: what a document seems to ask, as data that a person can change."""

from typing import Literal

import msgspec

from ladder_desktop.blocks.rubric.model import LEAST_LEVELS, MOST_LEVELS

Kind = Literal["prompt", "rubric", "table", "checklist", "resources", "reading"]
EducatorLevel = Literal["school", "lea"]


class Source(msgspec.Struct, frozen=True):
    """What in the document something comes from.

    Attributes:
        number: which paragraph or table of the document, counted from 1 from its start.
        text: how it begins there.
    """

    number: int
    text: str


class Level(msgspec.Struct, frozen=True):
    """One level of a scale."""

    value: int
    label: str
    meaning: str


class Entry(msgspec.Struct, frozen=True):
    """One thing in a list: a source, something to tick, or a practice to rate.

    Attributes:
        text: what it is.
        publisher: who published it, for sources.
        url: where it lies, or blank.
        part: what of it is meant, for a text to read.
        number: how it is numbered in the document; 0 where it is not.
        level: whom it is for alone; None for everybody.
        questions: guiding questions.
        evidence: kinds of evidence.
    """

    text: str
    publisher: str = ""
    url: str = ""
    part: str = ""
    number: int = 0
    level: EducatorLevel | None = None
    questions: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()


class Column(msgspec.Struct, frozen=True):
    """A column of a table; with choices, its cells hold one of them.

    Attributes:
        title: stands over it.
        choices: what can be chosen.
        holds_days: a day is picked in its cells.
    """

    title: str
    choices: tuple[str, ...] = ()
    holds_days: bool = False


class ProposedBlock(msgspec.Struct, frozen=True):
    """One block, as the document suggests it.

    Attributes:
        kind: what it becomes; `as_kind` changes it.
        title: the question, or what stands over the block.
        guidance: how to answer.
        entries: what stands in its list.
        levels: the scale of a rubric, in rising order.
        columns: the columns of a table.
        rows: how many empty rows a table begins with.
        start: what stands in a table's first rows, a text for each column.
        source: where it comes from.
        keep: whether it goes into the template.
    """

    kind: Kind
    title: str
    guidance: str = ""
    entries: tuple[Entry, ...] = ()
    levels: tuple[Level, ...] = ()
    columns: tuple[Column, ...] = ()
    rows: int = 0
    start: tuple[tuple[str, ...], ...] = ()
    source: Source = Source(0, "")
    keep: bool = True


class ProposedSection(msgspec.Struct, frozen=True):
    """One section; `title` names its tab, `heading` stands over its page."""

    title: str
    heading: str
    intro: str = ""
    blocks: tuple[ProposedBlock, ...] = ()
    source: Source = Source(0, "")
    keep: bool = True


class Proposal(msgspec.Struct, frozen=True):
    """A whole template, as the document suggests it.

    Attributes:
        title: over the window and the first page.
        summary: what stands before the first heading.
        language: the BCP 47 tag of the texts.
        sections: in the document's order.
    """

    title: str
    summary: str = ""
    language: str = "en"
    sections: tuple[ProposedSection, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was found, or everything is left out."""
        return not any(
            block.keep for section in self.sections if section.keep for block in section.blocks
        )


USUAL_SCALE = 3


def unnamed_levels(most: int) -> tuple[Level, ...]:
    """Return the levels of a scale of which only the number of its levels is known."""
    return tuple(
        Level(value, f"{value} of {most}", f"{value} of {most}") for value in range(1, most + 1)
    )


def levels_of_rubric(block: ProposedBlock) -> tuple[Level, ...]:
    """Return a rubric's scale; the usual one where the block has none that a rubric can have."""
    if LEAST_LEVELS <= len(block.levels) <= MOST_LEVELS:
        return block.levels
    return unnamed_levels(USUAL_SCALE)


USUAL_ROWS, MOST_ROWS = 3, 200
LISTS = ("checklist", "resources", "rubric")
KINDS: tuple[Kind, ...] = ("prompt", "checklist", "table", "rubric", "resources", "reading")


def as_kind(block: ProposedBlock, kind: Kind) -> ProposedBlock:
    """Return a block as another kind, with no word lost.

    What the new kind has no room for is added to its guidance.
    """
    if kind == block.kind:
        return block
    if kind == "table":
        new = _in_table(block)
    else:
        new = _on_scale(block) if kind == "rubric" and _is_scale(block) else _in_list(block, kind)
    left = [text for entry in block.entries for text in _left_of(entry, kind)]
    if kind != "rubric":
        left += [f"{level.value} = {level.meaning}" for level in block.levels]
    left = [text for text in left if text and text != block.title]
    guidance = "\n".join((new.guidance, *left)).strip()
    return msgspec.structs.replace(new, kind=kind, guidance=guidance)


def _in_table(block: ProposedBlock) -> ProposedBlock:
    """Return a block whose entries are the rows of a table."""
    if block.columns:
        return block
    start = tuple((entry.text,) for entry in block.entries[:MOST_ROWS])
    left = "\n".join((block.guidance, *(entry.text for entry in block.entries[MOST_ROWS:])))
    columns = (Column(block.title),)
    return msgspec.structs.replace(
        block, columns=columns, start=start, rows=len(start) or USUAL_ROWS, guidance=left.strip()
    )


def _is_scale(block: ProposedBlock) -> bool:
    """Tell whether each row of a table says what the levels over its columns mean."""
    return (
        LEAST_LEVELS <= len(block.columns) - 1 <= MOST_LEVELS
        and bool(block.start)
        and all(column.title.strip() and not column.choices for column in block.columns)
        and all(len(row) == len(block.columns) and all(map(str.strip, row)) for row in block.start)
    )


def _on_scale(block: ProposedBlock) -> ProposedBlock:
    """Return such a table as a rubric: what is seen at each level can be ticked."""
    first, *titles = (column.title for column in block.columns)
    return msgspec.structs.replace(
        block,
        columns=(),
        start=(),
        levels=tuple(Level(value, title, title) for value, title in enumerate(titles, start=1)),
        entries=tuple(
            Entry(
                what,
                evidence=tuple(
                    f"{title}: {seen}" for title, seen in zip(titles, cells, strict=True)
                ),
            )
            for what, *cells in block.start
        ),
        guidance=f"{block.guidance}\n{first}".strip(),
    )


def _in_list(block: ProposedBlock, kind: Kind) -> ProposedBlock:
    """Return a block whose table, if it has one, is a list, or text where there is none."""
    texts = [column.title for column in block.columns]
    texts += [choice for column in block.columns for choice in column.choices]
    texts += [text for row in block.start for text in row if text.strip()]
    if kind not in LISTS:
        guidance = "\n".join((block.guidance, *texts)).strip()
        return msgspec.structs.replace(block, columns=(), start=(), guidance=guidance)
    entries = (*block.entries, *(Entry(text) for text in texts)) or (Entry(block.title),)
    return msgspec.structs.replace(block, columns=(), start=(), entries=entries)


def _left_of(entry: Entry, kind: Kind) -> list[str]:
    """Return the words of an entry for which a kind has no room."""
    left = [] if kind in (*LISTS, "table") else [entry.text]
    left += [entry.part]
    if kind != "resources":
        left += [entry.publisher, entry.url]
    if kind != "rubric":
        left += [*entry.questions, *entry.evidence]
    return left
