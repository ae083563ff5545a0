"""A reading on paper."""

import re
from collections.abc import Iterator

from ladder_desktop.blocks.reading.model import Reading, ReadingAnswer
from ladder_desktop.document.nodes import Field, Heading, Link, Links, Node, Paragraph, Place
from ladder_desktop.words import Words

HEADING = re.compile(r"\*\*([^*\n]+)\*\*")


def sheet(block: Reading, answer: ReadingAnswer, words: Words) -> tuple[Node, ...]:
    """Return the text to read, where it is found, its tick and its notes."""
    link = Link(
        "",
        block.title,
        block.publisher,
        block.url or "",
        answer.read,
        detail=block.part,
        fields=(Field("notes", words("What I took from it"), answer.notes),),
    )
    links = Links(Place(block.id), words("Reading"), (link,), block.guidance)
    return (links, *_article(block.article))


def _article(text: str) -> Iterator[Node]:
    """Yield the article's headings and what stands under each."""
    under: list[str] = []
    for line in [*text.strip().split("\n"), "****"]:
        found = HEADING.fullmatch(line.strip())
        if found is None and line != "****":
            under.append(line)
            continue
        if written := "\n".join(under).strip():
            yield Paragraph(written, "article")
        under = []
        if found is not None:
            yield Heading(2, found[1])
