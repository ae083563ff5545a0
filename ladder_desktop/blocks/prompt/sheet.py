"""A prompt on paper: the question and its answer."""

from ladder_desktop.blocks.prompt.model import Prompt
from ladder_desktop.document.nodes import Answer, Node, Place
from ladder_desktop.words import Words


def sheet(block: Prompt, answer: str, _words: Words) -> tuple[Node, ...]:
    """Return the question with what was written under it."""
    return (Answer(Place(block.id), block.question, answer, block.guidance),)
