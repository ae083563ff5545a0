"""The outline of a printed workbook, in nodes that know neither kinds nor formats.

N kinds make these nodes and M formats write them. Every text here is plain text: nothing in it
is markup, and a format escapes it in its own way. Texts of participants stand only in
`Answer.text`, `Answer.question` (questions people add), `Cell.text`, `Field.text` and
`Detail.value`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ladder_desktop.document.pictures import NO_PICTURES, Album


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the workbook a printed value is kept.

    Attributes:
        block: the block's id.
        item: the practice, question, entry or evidence inside it, its ids joined by ``/``.
        row: the row of a table, counted from 1; 0 elsewhere.
        column: the column of a table, or the part of an item (``rating``, ``notes``, …).
    """

    block: str
    item: str = ""
    row: int = 0
    column: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section.

    Attributes:
        level: 1 for a part of the section, 2 for a part of that.
        label: a short remark set beside it, such as "LEA only".
    """

    level: Literal[1, 2]
    text: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text of the template: an introduction, guidance on how to answer, or what is to be read.

    Only the text of an article has light marks, as a note has.
    """

    text: str
    role: Literal["intro", "guidance", "article"] = "guidance"


@dataclass(frozen=True, slots=True)
class Answer:
    """A question and what was written under it; blank text means it is unanswered.

    Attributes:
        is_added: the participant asks the question, too.
    """

    place: Place
    question: str
    text: str
    guidance: str = ""
    is_added: bool = False


@dataclass(frozen=True, slots=True)
class Level:
    """One step of a scale."""

    value: int
    label: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Scale:
    """A rating: its levels in rising order, and the chosen one's value or None."""

    place: Place
    question: str
    levels: tuple[Level, ...]
    chosen: int | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a grid.

    Attributes:
        weight: its share of the width.
        is_fixed: nothing is ever written into its cells: they name the row, or are computed.
        choices: what can be chosen in its cells, where not everything can be written.
    """

    id: str
    title: str
    align: Literal["start", "end"] = "start"
    weight: float = 1.0
    is_fixed: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a grid.

    Attributes:
        text: as it is shown.
        plain: its value where that reads differently.
        is_given: the template says it; nobody wrote it.
    """

    text: str
    plain: str = ""
    is_given: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table.

    Attributes:
        place: the block it shows.
        caption: stands above it.
        columns: from the start of the line to its end.
        rows: one cell for each column.
        totals: a last row, or empty.
        guidance: how to fill it in, under the caption; may be blank.
    """

    place: Place
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    totals: tuple[Cell, ...] = ()
    guidance: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A labelled remark of a check or a link, such as its notes or its owner.

    Attributes:
        column: what it is called in data.
        label: stands before it.
        text: the remark.
        is_short: a few words at most, such as a name or a day.
        plain: its value where that reads differently, as that of a day does.
    """

    column: str
    label: str
    text: str
    is_short: bool = False
    plain: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing to tick, its remarks, and whether it is ticked."""

    item: str
    text: str
    done: bool
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class Checks:
    """A list of things to tick.

    Attributes:
        place: the block, and the item that the list belongs to.
        title: stands above it.
        column: what a tick is called in data ("done", "have").
        items: what can be ticked.
        guidance: what to do with them, under the title; may be blank.
    """

    place: Place
    title: str
    column: str
    items: tuple[Check, ...]
    guidance: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A source: what it is, who published it, where it lies, and what was made of it."""

    item: str
    title: str
    publisher: str
    url: str
    read: bool
    detail: str = ""
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class Links:
    """A list of sources, under a title and what is said of all, either of which may be blank."""

    place: Place
    title: str
    items: tuple[Link, ...]
    guidance: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart: its figure is None where there is none yet."""

    label: str
    value: float | None
    figure: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A bar chart from 0 to `maximum`; every bar's figure is printed beside it."""

    title: str
    bars: tuple[Bar, ...]
    maximum: float


Node = Heading | Paragraph | Answer | Scale | Grid | Checks | Links | Chart


def is_article(node: Node | None) -> bool:
    """Tell whether a node is a text to be read; a heading right before it is a part of that."""
    return isinstance(node, Paragraph) and node.role == "article"


def followed(nodes: tuple[Node, ...]) -> Iterator[tuple[Node, Node | None]]:
    """Yield each node with the one that follows it; nothing follows the last."""
    return zip(nodes, (*nodes, None)[1:], strict=True)


@dataclass(frozen=True, slots=True)
class Detail:
    """One line of the workbook's details, such as ``Name: Ada``; a blank value is unanswered.

    Attributes:
        choices: what can be chosen, where not everything can be written.
    """

    id: str
    label: str
    value: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """One section: `title` names its tab, `heading` stands over its page."""

    id: str
    title: str
    heading: str
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A whole workbook, ready for any format.

    Attributes:
        title: the template's title.
        author: the participant, or blank.
        identity: the workbook's short id, for the foot of each page.
        language: the template's BCP 47 tag; printed words follow it.
        details: who, where, which workshop.
        sections: in the template's order.
        pictures: those that its texts name.
    """

    title: str
    author: str
    identity: str
    language: str
    details: tuple[Detail, ...]
    sections: tuple[Section, ...]
    pictures: Album = NO_PICTURES
