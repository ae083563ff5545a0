"""A list of sources on paper."""

from ladder_desktop.blocks.resources.model import Resources, ResourcesAnswer
from ladder_desktop.document.nodes import Field, Link, Links, Node, Place
from ladder_desktop.words import Words


def sheet(block: Resources, answer: ResourcesAnswer, words: Words) -> tuple[Node, ...]:
    """Return every source with its publisher, address, tick and notes."""
    items = tuple(
        Link(
            item.id,
            item.title,
            item.publisher,
            item.url or "",
            answer[item.id].read,
            fields=(Field("notes", words("What I took from it"), answer[item.id].notes),),
        )
        for item in block.items
    )
    return (Links(Place(block.id), block.title, items, block.guidance),)
