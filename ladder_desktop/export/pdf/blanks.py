"""Paper to write on by hand: ruled lines in the place of answers."""

from ladder_desktop.export.pdf.canvas import TaggedCanvas
from ladder_desktop.export.pdf.flow import Whole
from ladder_desktop.export.pdf.look import Colour

_ENOUGH = 4


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

    def least(self, _width: float, /) -> float:
        """Return the height of as many lines as an answer takes."""
        return min(self._count, _ENOUGH) * self._distance

    def split(self, _width: float, room: float, /) -> "tuple[RuledLines, None] | None":
        """Return the lines that fit if they are enough; no others are needed then."""
        fitting = int(room / self._distance)
        if fitting < _ENOUGH:
            return None
        colour, indent = self._colour, self._indent
        lines = RuledLines(fitting, self._distance, colour, indent=indent, after=self.after)
        return lines, None

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, /) -> None:
        """Draw the lines."""
        with canvas.artifact():
            for number in range(1, self._count + 1):
                y = top - number * self._distance
                canvas.rule(x + self._indent, y, width - self._indent, self._colour, 0.5)
