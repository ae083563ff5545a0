"""Questions with what was written under them."""

from collections.abc import Iterator
from dataclasses import replace

from ladder_desktop.document.nodes import Answer, Detail, Field
from ladder_desktop.export.pdf.flow import Flowable
from ladder_desktop.export.pdf.kit import Kit
from ladder_desktop.export.pdf.tagging import Element


def answer(kit: Kit, node: Answer, parent: Element, level: int) -> Iterator[Flowable]:
    """Yield a question, its guidance and its answer."""
    look = kit.look
    yield kit.text(node.question, look.question, parent.add(f"H{level}"))
    yield from kit.paragraphs(node.guidance, look.guidance, parent)
    yield from written(kit, node.text, parent)


def written(kit: Kit, text: str, parent: Element) -> Iterator[Flowable]:
    """Yield what was written, or that nothing was."""
    if text.strip():
        yield from kit.note(text, kit.look.answer, parent)
        return
    said = kit.words("No answer yet")
    yield kit.text(said, kit.look.unanswered, parent.add("P"))


def detail(kit: Kit, node: Detail, parent: Element) -> list[Flowable]:
    """Return the value of one of the workbook's details."""
    if node.value.strip():
        return kit.paragraphs(node.value, kit.look.detail, parent)
    return [kit.text("–", kit.look.detail_label, parent.add("P"))]


def fields(
    kit: Kit, nodes: tuple[Field, ...], parent: Element, indent: float
) -> Iterator[Flowable]:
    """Yield the labelled remarks that were made; blank ones take no room."""
    look = kit.look
    for node in nodes:
        if not node.text.strip():
            continue
        label = replace(look.small_label, indent=indent)
        yield kit.text(node.label, label, parent.add("P"))
        yield from kit.note(node.text, replace(look.answer, indent=indent, bar=False), parent)
