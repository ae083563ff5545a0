"""The whole document as paragraphs and tables, in reading order."""

from collections.abc import Iterator

from ladder_desktop.document.headings import Headings
from ladder_desktop.document.nodes import (
    Answer,
    Chart,
    Checks,
    Document,
    Grid,
    Heading,
    Links,
    Node,
    Paragraph,
    Place,
    Scale,
    Section,
)
from ladder_desktop.export.docx import notes, scales, tables, ticks
from ladder_desktop.export.docx.kit import Kit
from ladder_desktop.export.docx.styles import DEEPEST_HEADING
from ladder_desktop.export.docx.xml import Element, w

_SECTION = 1
_DEEPEST_TITLE = 3  # of a list or a chart, which stands beside the parts of a part


def front(kit: Kit, document: Document) -> Iterator[Element]:
    """Yield the title, and who filled in the document, where and when."""
    yield kit.printed("Title", document.title)
    if document.details:
        yield from tables.details(kit, document.details, kit.words("Details"))


class Teller:
    """Tells the nodes of one section, and knows under which heading it is."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._headings = Headings(_SECTION, DEEPEST_HEADING)

    def section(self, section: Section) -> Iterator[Element]:
        """Yield a section's heading and everything in it."""
        yield self._kit.printed("Heading1", section.heading)
        for node in self._headings.over(section.nodes):
            yield from self.node(node)

    def node(self, node: Node) -> Iterator[Element]:
        """Yield one node."""
        kit = self._kit
        match node:
            case Heading():
                yield self._heading(node)
            case Paragraph(role="article"):
                yield from notes.article(kit, node.text)
            case Paragraph():
                yield from _introduction(kit, node)
            case Answer():
                yield from _answer(kit, node)
            case Scale():
                yield from scales.scale(kit, node)
            case Grid():
                yield from tables.grid(kit, node)
            case Checks():
                yield from self._titled(node.title, node.guidance)
                yield from ticks.checks(kit, node)
            case Links():
                yield from self._titled(node.title, node.guidance)
                yield from ticks.links(kit, node)
            case Chart():
                yield from self._titled(node.title)
                yield from tables.chart(kit, node)

    def _heading(self, node: Heading) -> Element:
        """Return a heading at its level."""
        label = f"  ({node.label})" if node.label.strip() else ""
        return self._kit.printed(f"Heading{self._headings.take(node)}", f"{node.text}{label}")

    def _titled(self, title: str, guidance: str = "") -> Iterator[Element]:
        if title.strip():
            level = min(self._headings.level + 1, _DEEPEST_TITLE)
            yield self._kit.printed(f"Heading{level}", title)
        yield from self._kit.printed_lines("Guidance", guidance)


def _introduction(kit: Kit, node: Paragraph) -> Iterator[Element]:
    """Yield what stands before something, on the page of that."""
    for line in kit.printed_lines("Intro" if node.role == "intro" else "Guidance", node.text):
        line[0].insert(1, w("keepNext"))  # behind the style
        yield line


def _answer(kit: Kit, node: Answer) -> Iterator[Element]:
    """Yield a question, its guidance and its answer; the last before the answer names it."""
    if node.is_added:
        yield from _added(kit, node)
        return
    name = kit.names.answer(node.place)
    guidance = kit.printed_lines("Guidance", node.guidance, name)
    yield kit.printed("Question", node.question, "" if guidance else name)
    yield from guidance
    yield from notes.answer(kit, node.text, "Answer", node.question)


def _added(kit: Kit, node: Answer) -> Iterator[Element]:
    """Yield a question that a participant asked: it is an answer itself."""
    place = Place(node.place.block, node.place.item, column="question")
    label = kit.words("Your own question")
    yield kit.printed("OwnQuestionLabel", label, kit.names.answer(place))
    yield from notes.note(kit, node.question, "OwnQuestion")
    inside = kit.marked(kit.names.answer(node.place), ())
    written = list(notes.answer(kit, node.text, "Answer", node.question))
    for place_in, element in enumerate(inside, start=1):
        written[0].insert(place_in, element)
    yield from written
