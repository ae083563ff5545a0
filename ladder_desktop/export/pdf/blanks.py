"""Paper to write on by hand: ruled lines in the place of answers."""

from ladder_desktop.export.pdf.canvas import TaggedCanvas
from ladder_desktop.export.pdf.flow import Whole
from ladder_desktop.export.pdf.look import Colour

_FEWEST = 2


class RuledLines(Whole):
    """Lines to write on; decoration for the eye, nothing for the ear."""

    def __init__(
        self,
        count: int,
        distance: float,
        colour: Colour,
        *,
        indent: float = 0.0,
        after: float = 0.0,
    ) -> None:
        super().__init__(after=after)
        self._count = count
        self._distance = distance
        self._colour = colour
        self._indent = indent

    def height(self, _width: float, /) -> float:
        """Return the height of all lines."""
        return self._count * self._distance

    def least(self, width: float, /) -> float:
        """Return the height of the fewest lines that are of use, all of them if they are few."""
        if self._count < _FEWEST * 2:
            return self.height(width)
        return _FEWEST * self._distance

    def split(self, _width: float, room: float, /) -> "tuple[RuledLines, RuledLines] | None":
        """Return the lines that fit, and the others."""
        fitting = min(int(room / self._distance), self._count - _FEWEST)
        if fitting < _FEWEST:
            return None
        return self._part(fitting), self._part(self._count - fitting)

    def _part(self, count: int) -> "RuledLines":
        return RuledLines(
            count, self._distance, self._colour, indent=self._indent, after=self.after
        )

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, /) -> None:
        """Draw the lines."""
        with canvas.artifact():
            for number in range(1, self._count + 1):
                y = top - number * self._distance
                canvas.rule(x + self._indent, y, width - self._indent, self._colour, 0.5)
