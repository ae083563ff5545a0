"""A reading on paper."""

from ladder_desktop.blocks.reading.model import Reading, ReadingAnswer
from ladder_desktop.document.nodes import Field, Link, Links, Node, Paragraph, Place
from ladder_desktop.words import Words


def sheet(block: Reading, answer: ReadingAnswer, words: Words) -> tuple[Node, ...]:
    """Return the text to read, where it is found, its tick and its notes."""
    link = Link(
        "",
        block.title,
        block.publisher,
        block.url or "",
        answer.read,
        detail=block.part,
        fields=(Field("notes", words("Notes"), answer.notes),),
    )
    links = Links(Place(block.id), words("Reading"), (link,))
    return (Paragraph(block.guidance), links) if block.guidance else (links,)
