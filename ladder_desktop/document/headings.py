"""Under which heading each node of a section stands."""

from collections.abc import Iterator

from ladder_desktop.document.nodes import Heading, Node, followed, is_article


class Headings:
    """Gives the headings of a section their levels.

    None skips a level, and those that ask for the same one have the same.

    Attributes:
        level: that of the heading over what is told now.
    """

    def __init__(self, section: int, deepest: int) -> None:
        """Begin right under the heading of the section, which has the level `section`."""
        self.level = section
        self._section = section
        self._deepest = deepest
        self._above: list[tuple[int, int]] = []  # the level that each asks for, and its own

    def take(self, heading: Heading) -> int:
        """Go on under this heading, and return its level."""
        while self._above and self._above[-1][0] >= heading.level:
            self._above.pop()
        above = self._above[-1][1] if self._above else self._section
        self.level = min(above + 1, self._deepest)
        self._above.append((heading.level, self.level))
        return self.level

    def over(self, nodes: tuple[Node, ...]) -> Iterator[Node]:
        """Yield the nodes; what comes after an article is no part of its last part."""
        for node, following in followed(nodes):
            level, above = self.level, [*self._above]
            yield node
            if is_article(following):
                self.level, self._above = level, above
