"""The whole document as flowables, in reading order."""

from collections.abc import Iterator
from dataclasses import replace

from ladder_desktop.document.headings import Headings
from ladder_desktop.document.nodes import (
    Answer,
    Chart,
    Checks,
    Detail,
    Document,
    Grid,
    Heading,
    Links,
    Node,
    Paragraph,
    Scale,
    Section,
)
from ladder_desktop.export.pdf import answers, charts, grids, lists, scales
from ladder_desktop.export.pdf.flow import Break, Flowable
from ladder_desktop.export.pdf.kit import Kit
from ladder_desktop.export.pdf.rows import CellBox, Row, RowShape
from ladder_desktop.export.pdf.stack import Gap, Rule, Stack
from ladder_desktop.export.pdf.tagging import Element

_SECTION = 2
_DEEPEST = 6
# A section begins on a new page unless this much of the page is left for it.
_ROOM_FOR_SECTION = 220.0


class Story:
    """Tells one document from its title to its last section."""

    def __init__(self, kit: Kit, root: Element) -> None:
        self._kit = kit
        self._root = root

    def flowables(self, document: Document) -> Iterator[Flowable | Break]:
        """Yield everything that stands in the columns."""
        yield from self._title(document)
        if document.details:
            yield from self._details(document.details)
        look = self._kit.look
        between = Rule(look.palette.hairline, before=look.points(30))
        for section in document.sections:
            yield Break(look.points(_ROOM_FOR_SECTION), between)
            yield from self._section(section)

    def _title(self, document: Document) -> Iterator[Flowable]:
        kit, look = self._kit, self._kit.look
        element = self._root.add("H1")
        yield kit.text(document.title, look.title, element, outline=(document.title, 0))
        yield Rule(
            look.palette.accent,
            length=look.points(54),
            thickness=2.2,
            after=look.points(14),
            keep=bool(document.details),
            right_to_left=kit.right_to_left,
        )

    def _details(self, details: tuple[Detail, ...]) -> Iterator[Flowable]:
        """Yield who, where and which workshop as a table; a summary has two of them in a row."""
        kit, look = self._kit, self._kit.look
        table = self._root.add("Table")
        across = 2 if kit.options.preset == "summary" and not kit.form else 1
        shape = RowShape(
            (0.26, 0.74) if across == 1 else (0.13, 0.37, 0.13, 0.37),
            0,
            look.points(8 if kit.blank else 4.5),
            look.points(10),
            look.palette.hairline,
            mirrored=kit.right_to_left,
        )
        for start in range(0, len(details), across):
            line = table.add("TR")
            shown = details[start : start + across]
            boxes = [box for detail in shown for box in self._detail(detail, line)]
            empty = [CellBox(Stack([])) for _ in range(len(shape.shares) - len(boxes))]
            for _ in empty:
                line.add("TD")
            yield Row(shape, [*boxes, *empty])

    def _detail(self, detail: Detail, line: Element) -> tuple[CellBox, CellBox]:
        """Return the label of a detail and its value."""
        kit, look = self._kit, self._kit.look
        label = line.add("TH", attributes="/O /Table /Scope /Row")
        value = line.add("TD")
        lead = [Gap(look.points(4 if kit.form else 0))]
        name = kit.paragraphs(detail.label, look.detail_label, label)
        return CellBox(Stack([*lead, *name])), CellBox(Stack(answers.detail(kit, detail, value)))

    def _section(self, section: Section) -> Iterator[Flowable]:
        kit, look = self._kit, self._kit.look
        part = self._root.add("Sect")
        element = part.add(f"H{_SECTION}")
        style = replace(look.section, before=look.points(10))
        yield kit.text(section.heading, style, element, outline=(section.title, 1))
        yield from _Nodes(kit, part).flowables(section.nodes)


class _Nodes:
    """Tells the nodes of one section, and knows under which heading it is."""

    def __init__(self, kit: Kit, parent: Element) -> None:
        self._kit = kit
        self._parent = parent
        self._headings = Headings(_SECTION, _DEEPEST)

    def flowables(self, nodes: tuple[Node, ...]) -> Iterator[Flowable]:
        """Yield what the nodes look like."""
        for node in self._headings.over(nodes):
            yield from self._node(node)

    def _node(self, node: Node) -> Iterator[Flowable]:
        kit, parent = self._kit, self._parent
        below = min(self._headings.level + 1, _DEEPEST)
        match node:
            case Heading():
                yield from self._heading(node)
            case Paragraph(role="article"):
                style = replace(kit.look.intro, before=0)
                yield from kit.note(node.text, style, parent)
            case Paragraph():
                yield from self._paragraph(node)
            case Answer():
                yield from answers.answer(kit, node, parent, below)
            case Scale():
                yield from scales.scale(kit, node, parent, below)
            case Grid():
                yield from grids.grid(kit, node, parent)
            case Checks():
                yield from lists.checks(kit, node, parent, below)
            case Links():
                yield from lists.links(kit, node, parent, below)
            case Chart():
                yield from charts.chart(kit, node, parent, below)

    def _paragraph(self, node: Paragraph) -> Iterator[Flowable]:
        """Yield the template's own text; what it introduces begins on the same page."""
        kit, look = self._kit, self._kit.look
        intro = replace(look.intro, keep=True)
        style = intro if node.role == "intro" else replace(look.guidance, keep=False)
        yield from kit.paragraphs(node.text, style, self._parent)

    def _heading(self, node: Heading) -> Iterator[Flowable]:
        """Yield a heading one level below what it is part of, never deeper."""
        kit, look = self._kit, self._kit.look
        element = self._parent.add(f"H{self._headings.take(node)}")
        text = f"{node.text} ({node.label})" if node.label else node.text
        style = look.part if node.level == 1 else look.subpart
        yield kit.text(text, style, element)
