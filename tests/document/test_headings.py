"""Headings on paper are nested as their sections are, whatever level they ask for."""

from typing import Literal

import pytest

from ladder_desktop.document.headings import Headings
from ladder_desktop.document.nodes import Heading, Node, Paragraph

ARTICLE = Paragraph("A mentor listens.", "article")


def levels(*nodes: Node, deepest: int = 4) -> list[int]:
    """Return for each node the level of the heading that it stands under, or is."""
    headings = Headings(1, deepest)
    return [
        headings.take(node) if isinstance(node, Heading) else headings.level
        for node in headings.over(nodes)
    ]


@pytest.mark.parametrize(
    ("asked", "given"), [((2, 2, 2), [2, 2, 2]), ((1, 2, 2, 1, 2), [2, 3, 3, 2, 3])]
)
def test_no_level_is_skipped(asked: tuple[Literal[1, 2], ...], given: list[int]) -> None:
    """The first is right under its section, and those that ask for the same have the same."""
    assert levels(*(Heading(level, "Part") for level in asked)) == given


def test_none_is_deeper_than_the_deepest() -> None:
    """A format knows so many levels."""
    assert levels(Heading(1, "Part"), Heading(2, "Part of it"), deepest=2) == [2, 2]


def test_what_follows_an_article_is_no_part_of_it() -> None:
    """It stands under the heading that was there before."""
    text = Paragraph("Think back.", "intro")

    found = levels(Heading(1, "Part"), text, Heading(2, "Listening"), ARTICLE, text)

    assert found == [2, 2, 3, 2, 2]
